-- How far the outbox can be read without a gap: numbers are drawn in one order and committed in another. Every number up
-- to "highest" is there, or never will be, as soon as no transaction before "next" is open any more; those before
-- "finished" are not. The order of the statements is what makes it true: first the number, then a transaction id, which is
-- higher than that of everybody who has drawn one so far, then the snapshot. The end of a snapshot would not do for it: a
-- transaction may be open beyond it. p_known = what is safe already; while there is nothing new no id is spent.
CREATE OR REPLACE FUNCTION outbox_mark(p_known bigint, OUT highest bigint, OUT finished bigint, OUT next bigint)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END INTO highest FROM outbox_number;
  IF highest <= p_known THEN
    finished := 0; next := 0;
    RETURN;
  END IF;
  next := pg_current_xact_id()::text::bigint;
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint INTO finished;
END $$;

-- The events of numbers after p_after up to p_to, the first p_most, in order, each with at most p_moves of its movements.
-- Movements were written in the transaction of their event, so they have its very moment; everything is found by key, and
-- that is said to the planner: by its own estimates it read every location for every event.
CREATE OR REPLACE FUNCTION outbox_next(p_after bigint, p_to bigint, p_most integer, p_moves integer)
RETURNS TABLE (id bigint, event_id uuid, topic text, recorded_at timestamptz, warehouse text, owner text, sku text,
  operation text, data text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT x.id, x.event_id, x.topic, x.recorded_at, w.code, said.owner, i.sku, said.operation,
    (x.payload || jsonb_strip_nulls(jsonb_build_object('operation', said.operation, 'warehouse', w.code, 'owner',
      said.owner, 'sku', i.sku)) || jsonb_build_object('movements', coalesce(m.moves, '[]'), 'movementCount',
      said.moves))::text
  FROM outbox x
  LEFT JOIN warehouse w ON w.id = x.warehouse_id
  LEFT JOIN item i ON i.id = CASE WHEN x.topic IN ('lotline.movement', 'lotline.receiving', 'lotline.order',
    'lotline.hold') AND x.key ~ '^[0-9]+:[0-9]+$' THEN split_part(x.key, ':', 2)::bigint END
  LEFT JOIN owner o ON o.id = i.owner_id
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(DISTINCT mo.code) = 1 THEN min(mo.code) END AS owner,
      jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', v.kind, 'owner', mo.code, 'sku', mi.sku,
        'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'quantity', v.quantity,
        'from', jsonb_build_object('location', f.code, 'state', v.from_state),
        'to', jsonb_build_object('location', l.code, 'state', v.to_state))) ORDER BY v.line) AS moves
    FROM (SELECT e.id::bigint AS id FROM jsonb_array_elements_text(CASE jsonb_typeof(x.payload -> 'movements')
        WHEN 'array' THEN x.payload -> 'movements' ELSE '[]' END) e (id) LIMIT p_moves) n
    CROSS JOIN LATERAL (SELECT y.* FROM movement y WHERE y.warehouse_id = x.warehouse_id AND y.id = n.id
      AND y.recorded_at = x.recorded_at OFFSET 0) v
    JOIN item mi ON mi.id = v.item_id JOIN owner mo ON mo.id = v.owner_id
    JOIN location f ON f.warehouse_id = v.warehouse_id AND f.id = v.from_location
    JOIN location l ON l.warehouse_id = v.warehouse_id AND l.id = v.to_location
    LEFT JOIN lot t ON t.id = v.lot_id) m ON true
  CROSS JOIN LATERAL (SELECT coalesce(x.payload ->> 'operation', 'CHANGED') AS operation,
    coalesce(o.code, m.owner, x.payload #>> '{facts,owner}', x.payload ->> 'owner') AS owner,
    CASE jsonb_typeof(x.payload -> 'movements') WHEN 'array' THEN jsonb_array_length(x.payload -> 'movements')
      ELSE 0 END AS moves) said
  WHERE x.id > p_after AND x.id <= p_to AND x.topic <> 'lotline.label'
  ORDER BY x.id LIMIT p_most;
END $$;

-- Forgets at most p_most events that every relay has told and that are older than p_keep, from the oldest on, without a
-- gap. Requests for labels are of printing. Answers how many rows it has looked through; 0 = nothing is old enough.
CREATE OR REPLACE FUNCTION outbox_forget(p_keep interval, p_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_past outbox_past;
  v_before timestamptz := now() - p_keep;
  v_to bigint;
  v_looked integer;
  v_gone integer;
BEGIN
  SELECT * INTO v_past FROM outbox_past FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  SELECT count(*), max(id) INTO v_looked, v_to FROM (
    SELECT id, count(*) FILTER (WHERE young) OVER (ORDER BY id) AS younger
    FROM (SELECT id, recorded_at >= v_before AS young FROM outbox
      WHERE id > v_past.forgotten_to AND id <= (SELECT min(told_to) FROM relay) ORDER BY id LIMIT p_most) o) old
  WHERE younger = 0;
  IF v_looked = 0 THEN
    RETURN 0;
  END IF;
  DELETE FROM outbox WHERE id > v_past.forgotten_to AND id <= v_to AND topic <> 'lotline.label';
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  UPDATE outbox_past SET forgotten_to = v_to, forgotten = forgotten + v_gone, before = greatest(before, v_before);
  RETURN v_looked;
END $$;
