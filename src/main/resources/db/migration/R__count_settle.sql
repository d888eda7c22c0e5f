-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Posts what a count found. Units that short picks are looking for come first: those that are there become free, those
-- that are not are written off. The rest of a shortage is taken from good units, then from units on their way to it,
-- then from held ones; a surplus is good until hold or shelf life say otherwise. The caller holds the gate and has seen
-- to it that the units are there. Answers the movements, numbered from p_line.
CREATE OR REPLACE FUNCTION count_settle(e posting, l count_line, p_line integer) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_short numeric := greatest(-l.difference, 0);
  v_missing numeric := least(l.missing, stock_there(e, e.to_location, 'QUARANTINED'));
  v_take numeric := least(v_short, v_missing);
  v_state text := adjust_free_state(e, e.to_location);
  v_movements bigint[] := '{}';
BEGIN
  e.at := coalesce(e.at, business_now());
  IF v_take > 0 THEN
    v_movements := adjust_apply(e, 'COUNT', p_line, e.to_location, 'QUARANTINED', -v_take);
  END IF;
  IF v_missing > v_take AND v_state <> 'QUARANTINED' THEN
    v_movements := v_movements || ledger_move(e, 'COUNT', (p_line + cardinality(v_movements))::smallint, e.to_location,
      'QUARANTINED', e.to_location, v_state, v_missing - v_take);
  END IF;
  v_short := v_short - v_take;
  FOREACH v_state IN ARRAY ARRAY['AVAILABLE', 'STOWED', 'RECEIVED', 'SHORT_DATED', 'QUARANTINED', 'DAMAGED'] LOOP
    v_take := least(v_short, stock_there(e, e.to_location, v_state));
    IF v_take > 0 THEN
      v_movements := v_movements || adjust_apply(e, 'COUNT', p_line + cardinality(v_movements), e.to_location, v_state,
        -v_take);
      v_short := v_short - v_take;
    END IF;
  END LOOP;
  IF l.difference > 0 THEN
    v_movements := v_movements || adjust_apply(e, 'COUNT', p_line + cardinality(v_movements), e.to_location, 'AVAILABLE',
      l.difference);
    e.lot_id := coalesce(e.lot_id, lot_found(e));
  END IF;
  PERFORM claims_drain_all(e.item_id);
  UPDATE count_line SET state = 'POSTED', posted_event = e.id, lot_id = e.lot_id
  WHERE warehouse_id = l.warehouse_id AND id = l.id;
  PERFORM stock_epoch(e, e.item_id, 'COUNT', business_now());
  IF l.difference <> 0 THEN
    INSERT INTO adjustment (warehouse_id, event_id, kind, item_id, lot_id, location_id, delta, value, reason, status,
      asked_by, business_date, posted_event, decided_by, decided_at)
    SELECT e.warehouse_id, l.counted_event, 'COUNT', e.item_id, e.lot_id, e.to_location, l.difference,
      abs(l.difference) * i.unit_value, 'count ' || l.count_id, 'POSTED', l.counted_by, e.today, e.id,
      CASE WHEN e.id <> l.counted_event THEN e.actor END, CASE WHEN e.id <> l.counted_event THEN now() END
    FROM item i WHERE i.id = e.item_id;
  END IF;
  RETURN v_movements;
END $$;

-- A plan is closed while none of its lines is open.
CREATE OR REPLACE FUNCTION count_close(p_warehouse bigint, p_count bigint) RETURNS void LANGUAGE sql AS $$
  UPDATE count_plan SET closed_at = CASE WHEN NOT EXISTS (SELECT FROM count_line WHERE warehouse_id = p_warehouse
    AND count_id = p_count AND state IN ('OPEN', 'RECOUNT', 'WAITING')) THEN now() END
  WHERE warehouse_id = p_warehouse AND id = p_count
$$;

-- POST_COUNT: a second person agrees to the differences of a plan that wait. The differences stay what they were;
-- units that have gone since can't go again, so such a line is counted once more. Facts: count, owners (NULL = all).
CREATE OR REPLACE FUNCTION count_post(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  l count_line;
  v_count bigint := (e.facts ->> 'count')::bigint;
  v_second text;
  v_warning text;
  v_movements bigint[] := '{}';
  v_again integer := 0;
  v_posted integer := 0;
BEGIN
  PERFORM ledger_gate_all(e.warehouse_id, array_agg(item_id)) FROM count_line
  WHERE warehouse_id = e.warehouse_id AND count_id = v_count AND state IN ('RECOUNT', 'WAITING');
  FOR l IN SELECT * FROM count_line c WHERE warehouse_id = e.warehouse_id AND count_id = v_count
    AND state IN ('RECOUNT', 'WAITING') AND (jsonb_typeof(e.facts -> 'owners') IS DISTINCT FROM 'array'
      OR e.facts -> 'owners' ? (SELECT o.code FROM item i JOIN owner o ON o.id = i.owner_id WHERE i.id = c.item_id))
    ORDER BY id FOR NO KEY UPDATE
  LOOP
    SELECT owner_id INTO STRICT e.owner_id FROM item WHERE id = l.item_id;
    e.item_id := l.item_id; e.lot_id := l.lot_id; e.to_location := l.location_id; e.quantity := l.counted;
    e.lot_number := l.lot_number; e.expiration_date := l.expiration_date;
    e.lot_id := coalesce(e.lot_id, CASE WHEN num_nonnulls(l.lot_number, l.expiration_date) > 0 THEN lot_found(e) END);
    v_second := adjust_second_person(e, l.counted_by);
    IF v_second = 'SECOND_PERSON_REQUIRED' THEN
      -- the first line decides: none has been posted by one who may not
      RETURN ('REFUSED', v_second, jsonb_build_object('askedBy', l.counted_by), NULL)::posted;
    END IF;
    v_warning := coalesce(v_warning, v_second);
    IF count_book(e) + l.difference < 0
      OR l.difference > 0 AND (adjust_refusal(e, e.to_location, 'AVAILABLE', l.difference)).code IS NOT NULL THEN
      UPDATE count_line SET state = 'RECOUNT' WHERE warehouse_id = l.warehouse_id AND id = l.id;
      v_again := v_again + 1;
    ELSE
      v_movements := v_movements || count_settle(e, l, cardinality(v_movements) + 1);
      v_posted := v_posted + 1;
    END IF;
  END LOOP;
  IF v_posted + v_again = 0 THEN
    RETURN ('REFUSED', 'NOTHING_TO_POST', jsonb_build_object('reference', v_count), NULL)::posted;
  END IF;
  PERFORM count_close(e.warehouse_id, v_count);
  RETURN ('OK', 'COUNTED', jsonb_build_object('posted', v_posted, 'again', v_again)
    || CASE WHEN v_warning IS NULL THEN '{}' ELSE jsonb_build_object('warning', v_warning) END, v_movements)::posted;
END $$;
