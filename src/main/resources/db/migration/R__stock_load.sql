-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- LOAD: quantities of positions as a client says they are. Facts: entries, and, of a batch, job, batch and preprocess.
-- Each entry is judged by itself and one that is refused stops no other; what they move is written as one set.
-- LAST_ON_HAND is what stood in a place at the entry's epoch, the other types are differences.
-- Every statement looks for a few rows in tables that grow meanwhile: a plan made for a small one would be kept.
CREATE OR REPLACE FUNCTION stock_load(e posting) RETURNS posted LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_entry jsonb;
  v_done load_result;
  v_judged record;
  v_results load_result[] := '{}';
  v_moves move[] := '{}';
  v_movements bigint[] := '{}';
  v_day numeric[];
  x posting;
BEGIN
  PERFORM ledger_gate(array_agg(e.warehouse_id), array_agg((j ->> 'item')::bigint))
  FROM jsonb_array_elements(e.facts -> 'entries') j;
  e.at := coalesce(e.at, business_now());
  v_day := adjust_of_day(e);
  FOR v_entry IN SELECT j FROM jsonb_array_elements(e.facts -> 'entries') j ORDER BY (j ->> 'entry')::integer LOOP
    x := stock_load_goods(e, v_entry);
    v_done := stock_load_known(x, v_entry);
    IF v_done.outcome IS NULL THEN
      SELECT * INTO v_judged FROM stock_load_judge(x, v_entry, v_moves, v_day);
      v_done := v_judged.result; v_moves := v_moves || v_judged.moved; v_day := v_judged.day;
    END IF;
    v_done.entry := (v_entry ->> 'entry')::integer;
    v_done.warehouse_id := x.warehouse_id; v_done.item_id := x.item_id; v_done.ref := v_entry ->> 'ref';
    v_done.content := v_entry ->> 'content';
    v_results := v_results || v_done;
  END LOOP;
  IF cardinality(v_moves) > 0 THEN
    PERFORM claims_cut_set(e.warehouse_id, array_agg(s.id), array_agg(m.quantity))
    FROM unnest(v_moves) m JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
      AND s.lot_key = coalesce(m.lot_id, 0) AND s.location_id = m.from_location AND s.state = m.from_state
    WHERE m.from_state IS NOT NULL HAVING count(*) > 0;
    v_movements := ledger_write(v_moves);
    PERFORM claims_drain(e.warehouse_id, i.item_id) FROM (SELECT DISTINCT item_id FROM unnest(v_moves)) i;
  END IF;
  PERFORM stock_epoch(e, i.item_id, 'LOAD', i.seen) FROM (
    SELECT r.item_id, max((r.facts ->> 'epoch')::timestamptz) AS seen FROM unnest(v_results) r
    WHERE r.outcome = 'APPLIED' AND r.facts ->> 'type' = 'LAST_ON_HAND' GROUP BY 1) i;
  INSERT INTO load_result (job_id, batch, entry, ref, outcome, code, facts, warehouse_id, item_id, content)
  SELECT (e.facts ->> 'job')::bigint, (e.facts ->> 'batch')::integer, r.entry, r.ref, r.outcome, r.code,
    coalesce(r.facts, '{}'), r.warehouse_id, r.item_id, r.content
  FROM unnest(v_results) r WHERE e.facts ? 'job'
  ON CONFLICT DO NOTHING;
  RETURN ('OK', 'ADJUSTED', jsonb_build_object('entries', NULL, 'results', (SELECT jsonb_agg(jsonb_build_object('entry',
    r.entry, 'outcome', r.outcome, 'code', r.code, 'facts', r.facts)) FROM unnest(v_results) r)), v_movements)::posted;
END $$;

-- The posting of one entry: its goods and its place. A place or a lot that is left out is the one in which the item has
-- good stock, when there is one only.
CREATE OR REPLACE FUNCTION stock_load_goods(e posting, p_entry jsonb) RETURNS posting LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_places bigint;
BEGIN
  e.item_id := (p_entry ->> 'item')::bigint; e.owner_id := (p_entry ->> 'owner')::bigint;
  e.to_location := (p_entry ->> 'location')::bigint; e.quantity := (p_entry ->> 'quantity')::numeric;
  e.lot_number := p_entry ->> 'lotNumber'; e.expiration_date := (p_entry ->> 'expirationDate')::date;
  e.lot_id := (p_entry ->> 'lot')::bigint;
  e.at := coalesce((p_entry ->> 'epoch')::timestamptz, e.at);
  e.facts := p_entry || jsonb_build_object('preprocess', e.facts -> 'preprocess', 'job', e.facts -> 'job');
  IF e.lot_id IS NULL THEN
    e.lot_id := lot_found(e);
  END IF;
  IF e.to_location IS NULL OR (e.lot_id IS NULL AND e.lot_number IS NULL AND e.expiration_date IS NULL) THEN
    SELECT count(*), min(s.location_id), min(s.lot_id) INTO v_places, e.from_location, e.receiving_lot_id FROM stock s
    WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.state = 'AVAILABLE' AND s.quantity > 0
      AND s.location_id = coalesce(e.to_location, s.location_id)
      AND (e.lot_number IS NULL AND e.expiration_date IS NULL OR s.lot_id = e.lot_id);
    IF v_places = 1 THEN
      e.to_location := e.from_location; e.lot_id := e.receiving_lot_id;
    END IF;
    e.from_location := NULL; e.receiving_lot_id := NULL;
  END IF;
  RETURN e;
END $$;

-- What is known of an entry without looking at the stock: sent before in this job, or older than what is there.
CREATE OR REPLACE FUNCTION stock_load_known(e posting, p_entry jsonb) RETURNS load_result LANGUAGE plpgsql STABLE AS $$
DECLARE
  r load_result;
  q named_quantity := stock_load_named(e, p_entry);
  v_newest timestamptz := q.epoch_at;
BEGIN
  r.facts := jsonb_build_object('type', p_entry ->> 'type');
  IF e.facts ? 'job' AND EXISTS (SELECT FROM load_result k WHERE k.job_id = (e.facts ->> 'job')::bigint
    AND k.warehouse_id = e.warehouse_id AND k.item_id = e.item_id AND k.ref = p_entry ->> 'ref'
    AND k.content = p_entry ->> 'content' AND k.outcome IN ('APPLIED', 'UNCHANGED', 'PENDING')) THEN
    r.outcome := 'REPLAYED';
  ELSIF e.at > business_now() + interval '5 minutes' THEN
    r.outcome := 'REFUSED'; r.code := 'VALIDATION_FAILED';
    r.facts := r.facts || jsonb_build_object('field', 'epoch', 'message', 'must not lie in the future');
  ELSIF q.id IS NOT NULL AND q.type <> p_entry ->> 'type' THEN
    r.outcome := 'REFUSED'; r.code := 'REFERENCE_REUSED'; r.facts := r.facts || jsonb_build_object('reference', q.ref);
  ELSE
    IF q.id IS NULL AND p_entry ->> 'type' = 'LAST_ON_HAND' AND e.to_location IS NULL THEN
      SELECT epoch_at INTO v_newest FROM position_epoch WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id
        AND source = 'LOAD' ORDER BY n DESC LIMIT 1;
    END IF;
    IF v_newest > e.at THEN
      r.outcome := 'STALE'; r.facts := r.facts || jsonb_build_object('epoch', v_newest);
    END IF;
  END IF;
  RETURN r;
END $$;

-- The quantity that an entry is about: the one of its name, else the last on hand of its place and lot.
CREATE OR REPLACE FUNCTION stock_load_named(e posting, p_entry jsonb) RETURNS named_quantity LANGUAGE sql STABLE AS $$
  SELECT q FROM named_quantity q WHERE q.warehouse_id = e.warehouse_id AND q.item_id = e.item_id
    AND (q.ref = p_entry ->> 'ref' OR p_entry ->> 'type' = 'LAST_ON_HAND' AND q.type = 'LAST_ON_HAND'
      AND q.location_id = e.to_location AND coalesce(q.lot_id, 0) = coalesce(e.lot_id, 0)
      AND (e.lot_id IS NOT NULL OR num_nonnulls(e.lot_number, e.expiration_date) = 0))
  ORDER BY q.ref = p_entry ->> 'ref' DESC, q.id LIMIT 1
$$;

-- Units by which good stock in the place of a posting has grown since its epoch, as far as the books know it already.
CREATE OR REPLACE FUNCTION stock_load_since(e posting) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(CASE WHEN m.to_state = 'AVAILABLE' AND m.to_location = e.to_location THEN m.quantity ELSE 0 END
    - CASE WHEN m.from_state = 'AVAILABLE' AND m.from_location = e.to_location THEN m.quantity ELSE 0 END), 0)
  FROM (
    SELECT * FROM movement WHERE item_id = e.item_id AND lot_id = e.lot_id
    UNION ALL SELECT * FROM movement WHERE item_id = e.item_id AND lot_id IS NULL AND e.lot_id IS NULL) m
  WHERE m.warehouse_id = e.warehouse_id AND m.occurred_at > e.at AND e.at < business_now()
    AND m.recorded_at > now() - interval '31 days'
$$;
