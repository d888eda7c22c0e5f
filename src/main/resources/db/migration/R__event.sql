-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- A batch as rows. Every function of it has one idea of today.
CREATE OR REPLACE FUNCTION event_read(p_batch jsonb) RETURNS posting[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_batch posting[];
BEGIN
  SELECT array_agg(b ORDER BY b.n) INTO v_batch
  FROM jsonb_populate_recordset(NULL::posting, p_batch) b;
  RETURN v_batch;
END $$;

-- Claims the ids of a batch, in sorted order so that two batches can't deadlock. Answers those that are new; an id that
-- another transaction is writing right now is waited for.
CREATE OR REPLACE FUNCTION event_open(p_batch posting[]) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  v_fresh uuid[];
BEGIN
  WITH arrived AS (
    INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor,
      language, undo_of, at)
    SELECT warehouse_id, id, device, seq, decode(payload_hash, 'hex'), decode(effect_hash, 'hex'), payload, operation,
      actor, language, undo_of, coalesce(at, now())
    FROM unnest(p_batch)
    ORDER BY warehouse_id, id
    ON CONFLICT DO NOTHING
    RETURNING id)
  SELECT coalesce(array_agg(id), '{}') INTO v_fresh FROM arrived;
  RETURN v_fresh;
END $$;

-- What became of an event: the facts of its reply are those that were known before and those the books added.
CREATE OR REPLACE FUNCTION event_closing(e posting, p posted) RETURNS closing LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (e.warehouse_id, e.id, e.operation, e.item_id, p.verdict, p.code,
    coalesce(e.facts, '{}'::jsonb) || coalesce(p.facts, '{}'::jsonb), p.movements)::closing;
END $$;

-- Completes events with their verdicts and puts what happened into the outbox, in the order given.
CREATE OR REPLACE FUNCTION event_close(p_closed closing[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE scan_event s SET verdict = c.verdict, code = c.code, facts = c.facts,
    lines = coalesce(cardinality(c.movements), 0), movements = c.movements,
    undoes = CASE WHEN c.verdict <> 'REFUSED' THEN s.undo_of END
  FROM unnest(p_closed) c
  WHERE s.warehouse_id = c.warehouse_id AND s.id = c.id;

  INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
  SELECT warehouse_id, id, event_topic(operation), warehouse_id || ':' || coalesce(item_id::text, '*'),
    jsonb_build_object('operation', operation, 'code', code, 'facts', facts, 'movements', movements)
  FROM unnest(p_closed) WITH ORDINALITY c
  WHERE verdict <> 'REFUSED'
  ORDER BY ordinality;
END $$;

CREATE OR REPLACE FUNCTION event_topic(p_operation text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_operation IN ('RECEIVE', 'STOW', 'COMMIT', 'CLOSE', 'CANCEL_RECEIVING', 'ACCEPT_EXCEPTION',
      'REJECT_EXCEPTION') THEN 'lotline.receiving'
    WHEN p_operation IN ('RELEASE', 'SHIP', 'CANCEL_ORDER') THEN 'lotline.order'
    ELSE 'lotline.movement' END
$$;

-- The stored answer of an event that was here before, or why this one can't be it. A new statement, so that it sees
-- what the transaction it waited for has committed.
CREATE OR REPLACE FUNCTION event_replay(e posting, OUT verdict text, OUT code text, OUT language text, OUT facts jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  s scan_event;
BEGIN
  SELECT * INTO s FROM scan_event WHERE id = e.id;
  IF FOUND AND s.payload_hash = decode(e.payload_hash, 'hex') THEN
    verdict := s.verdict; code := s.code; language := s.language; facts := s.facts;
    RETURN;
  END IF;
  verdict := 'REFUSED'; language := e.language; facts := '{}'::jsonb;
  code := CASE WHEN s.id IS NULL THEN 'DEVICE_SEQ_REUSED' ELSE 'KEY_REUSED' END;
  INSERT INTO scan_conflict (warehouse_id, event_id, code, device, payload)
  VALUES (e.warehouse_id, e.id, code, e.device, e.payload)
  ON CONFLICT DO NOTHING;
END $$;

-- A command that moves matter in another warehouse than the one it was sent to has a part there: an event of its own,
-- whose id follows from that of the command. The caller closes it.
CREATE OR REPLACE FUNCTION event_part(e posting, p_warehouse bigint) RETURNS posting LANGUAGE plpgsql AS $$
DECLARE
  v_part posting := e;
BEGIN
  v_part.warehouse_id := p_warehouse;
  v_part.id := md5(e.id || ':' || p_warehouse)::uuid;
  SELECT business_date(time_zone) INTO STRICT v_part.today FROM warehouse WHERE id = p_warehouse;
  INSERT INTO scan_event (warehouse_id, id, device, payload_hash, effect_hash, payload, operation, actor, language, at)
  SELECT v_part.warehouse_id, v_part.id, device, payload_hash, effect_hash, payload, operation, actor, language, at
  FROM scan_event WHERE warehouse_id = e.warehouse_id AND id = e.id;
  RETURN v_part;
END $$;
