-- Times the hold of the lot that setup.sql made, and what comes after it. psql -f hold.sql prints milliseconds.
SET jit = off;
\timing on
CREATE OR REPLACE FUNCTION pg_temp.command(p_operation text, p_facts jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('n', 0, 'operation', p_operation, 'warehouse_id', w.id, 'id', gen_random_uuid(),
    'device', 'bench', 'payload_hash', '00', 'effect_hash', '00', 'payload', '{}', 'actor', 'bench', 'language', 'en',
    'facts', p_facts)
  FROM warehouse w WHERE w.code = 'RECALL'
$$;
SELECT jsonb_build_object('scope', 'LOT', 'reason', 'MANUAL', 'ownerId', i.owner_id, 'lots', jsonb_build_array(t.id)) AS facts
FROM item i JOIN lot t ON t.item_id = i.id AND t.lot_number = 'L-B' WHERE i.sku = 'RECALL' \gset
SELECT pg_temp.command('HOLD', :'facts') AS hold \gset
\echo what if
SELECT length(hold_what_if(:'hold')::text);
\echo hold
SELECT verdict, code, facts -> 'hold' ->> 'id' AS hold, facts -> 'hold' -> 'heldUnits' AS held,
  facts -> 'hold' -> 'stoppedTasks' AS stopped, facts -> 'hold' -> 'shortUnits' AS short FROM ledger_command(:'hold');
\echo release
SELECT pg_temp.command('UNHOLD', jsonb_build_object('holds', jsonb_build_array((SELECT max(id) FROM hold)))) AS command \gset
SELECT verdict, code, facts -> 'done' -> 'quantity' AS released FROM ledger_command(:'command');
