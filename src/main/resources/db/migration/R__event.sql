-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- A batch as rows, each with the business date of its warehouse.
CREATE OR REPLACE FUNCTION event_read(p_batch jsonb) RETURNS posting[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_batch posting[];
  v_dated posting;
  v_warehouse bigint := (p_batch #>> '{0,warehouse_id}')::bigint;
  v_today date;
BEGIN
  -- all have the date of the first one's warehouse, until one is of another
  SELECT business_date(w.time_zone) INTO STRICT v_dated.today FROM warehouse w WHERE w.id = v_warehouse;
  SELECT array_agg(b ORDER BY b.n) INTO v_batch FROM jsonb_populate_recordset(v_dated, p_batch) b;
  FOR i IN 1..cardinality(v_batch) LOOP
    IF v_batch[i].warehouse_id <> v_warehouse THEN
      SELECT business_date(w.time_zone) INTO STRICT v_today FROM warehouse w WHERE w.id = v_batch[i].warehouse_id;
      v_batch[i].today := v_today;
    END IF;
  END LOOP;
  RETURN v_batch;
END $$;

-- From here to the end of the transaction nobody else may record these ids, or these numbers of these devices. In one
-- order, so that two batches can't deadlock. The keys of scan_event hold without it; it turns a clash into a wait.
CREATE OR REPLACE FUNCTION event_lock(p_batch posting[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(k.key)
  FROM (SELECT DISTINCT hashtextextended(x.name, 0) AS key
    FROM unnest(p_batch) b, LATERAL (VALUES (b.id::text), (b.device || ':' || b.seq)) x (name)
    WHERE x.name IS NOT NULL ORDER BY 1) k;
END $$;

-- Which of these are recorded already, under their id or under the number of their device.
CREATE OR REPLACE FUNCTION event_known(p_batch posting[]) RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_known integer[];
BEGIN
  SELECT coalesce(array_agg(b.n), '{}') INTO v_known FROM unnest(p_batch) b
  LEFT JOIN scan_event same ON same.id = b.id
  LEFT JOIN scan_event number ON number.warehouse_id = b.warehouse_id AND number.device = b.device AND number.seq = b.seq
  WHERE same.id IS NOT NULL OR number.id IS NOT NULL;
  RETURN v_known;
END $$;

-- Records judged events, complete, and puts what happened into the outbox, in the order given. The facts of a reply are
-- those that were known before and those that the books added. Those that moved something name their movement: p_written
-- are the movements of them, in the order given. Answers the judgements as they were stored.
CREATE OR REPLACE FUNCTION event_record(p_batch posting[], p_judged judged[], p_written bigint[])
RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_stored judged[];
BEGIN
  WITH stored AS MATERIALIZED (
    SELECT b.*, j.verdict, j.code, coalesce(b.facts, '{}'::jsonb) || coalesce(j.facts, '{}'::jsonb) AS said,
      CASE WHEN (j.moved).n IS NOT NULL
        THEN ARRAY[p_written[count((j.moved).n) OVER (ORDER BY j.n)]] ELSE j.movements END AS ids
    FROM unnest(p_judged) j JOIN unnest(p_batch) b ON b.n = j.n
  ), events AS (
    INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor,
      verdict, code, language, facts, lines, movements, undo_of, undoes, at)
    SELECT warehouse_id, id, device, seq, decode(payload_hash, 'hex'), decode(effect_hash, 'hex'), payload, operation,
      actor, verdict, code, language, said, coalesce(cardinality(ids), 0), ids, undo_of,
      CASE WHEN verdict <> 'REFUSED' THEN undo_of END, coalesce(at, now())
    FROM stored
  ), told AS (
    INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
    SELECT warehouse_id, id, event_topic(operation), warehouse_id || ':' || coalesce(item_id::text, '*'),
      jsonb_build_object('operation', operation, 'code', code, 'facts', said, 'movements', ids)
    FROM stored WHERE verdict <> 'REFUSED' ORDER BY n
  ), labelled AS (
    INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
    SELECT warehouse_id, id, 'lotline.label', warehouse_id || ':label', said -> 'label'
      || jsonb_build_object('operation', 'LABEL_REQUESTED', 'for', operation, 'device', device, 'actor', actor,
        'language', language, 'movements', ids)
    FROM stored WHERE verdict <> 'REFUSED' AND said ? 'label' ORDER BY n
  )
  SELECT array_agg((n, verdict, code, said, NULL, ids)::judged ORDER BY n) INTO v_stored FROM stored;
  RETURN v_stored;
END $$;

CREATE OR REPLACE FUNCTION event_topic(p_operation text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_operation IN ('RECEIVE', 'STOW', 'COMMIT', 'CLOSE', 'CANCEL_RECEIVING', 'ACCEPT_EXCEPTION',
      'REJECT_EXCEPTION', 'CLOSE_PURCHASE', 'RECEIVE_PLATE', 'STOW_PLATE') THEN 'lotline.receiving'
    WHEN p_operation IN ('RELEASE', 'SHIP', 'CANCEL_ORDER', 'WAVE', 'RELEASE_WAVE', 'HAND_OVER') THEN 'lotline.order'
    WHEN p_operation IN ('HOLD', 'UNHOLD', 'DISPOSE_HELD', 'RETURN_HELD') THEN 'lotline.hold'
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
-- whose id follows from that of the command. The caller records it.
CREATE OR REPLACE FUNCTION event_part(e posting, p_warehouse bigint) RETURNS posting LANGUAGE plpgsql AS $$
DECLARE
  v_part posting := e;
BEGIN
  v_part.warehouse_id := p_warehouse; v_part.id := md5(e.id || ':' || p_warehouse)::uuid;
  v_part.seq := NULL; v_part.facts := NULL;
  SELECT business_date(time_zone) INTO STRICT v_part.today FROM warehouse WHERE id = p_warehouse;
  RETURN v_part;
END $$;

-- Records one event with everything it moved.
CREATE OR REPLACE FUNCTION event_record_one(e posting, p posted) RETURNS judged LANGUAGE plpgsql AS $$
DECLARE
  v_stored judged[];
BEGIN
  e.n := coalesce(e.n, 1);
  v_stored := event_record(ARRAY[e], ARRAY[(e.n, p.verdict, p.code, p.facts, NULL, p.movements)::judged], NULL);
  RETURN v_stored[1];
END $$;
