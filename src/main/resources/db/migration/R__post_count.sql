-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- COUNT: what stands in a place, all states together but units in totes, without knowing what should. A difference up to
-- the threshold is posted at once, a larger one asks for a second count and waits for a second person. Until then the
-- answer says neither the difference nor what the books say.
CREATE OR REPLACE FUNCTION post_count(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  l count_line;
  v_book numeric;
  v_now numeric;
  v_refusal posted;
  v_movements bigint[];
BEGIN
  IF e.item_id IS NULL THEN
    RETURN count_empty(e);
  END IF;
  IF EXISTS (SELECT FROM location WHERE warehouse_id = e.warehouse_id AND id = e.to_location
    AND type IN ('TOTE', 'PACKING', 'SHIPPING', 'SUPPLIER', 'CUSTOMER', 'ADJUSTMENT', 'DISPOSAL')) THEN
    RETURN ('REFUSED', 'WRONG_LOCATION', '{}'::jsonb, NULL)::posted;
  END IF;
  v_now := count_book(e);
  v_book := v_now - count_since(e, (e.facts ->> 'position')::bigint);
  IF e.quantity > v_book THEN
    v_refusal := adjust_refusal(e, e.to_location, 'AVAILABLE', e.quantity - v_book);
    IF v_refusal.code IS NOT NULL THEN
      RETURN v_refusal;
    END IF;
  END IF;
  l := count_line(e);
  UPDATE count_line SET rounds = rounds + 1, counted = e.quantity, book = v_book, difference = e.quantity - v_book,
    counted_by = e.actor, counted_at = coalesce(e.at, business_now()), counted_event = e.id,
    state = CASE WHEN e.quantity <> v_book AND (v_book - e.quantity > v_now OR adjust_exceeds(e, e.quantity - v_book))
      THEN CASE WHEN rounds = 0 THEN 'RECOUNT' ELSE 'WAITING' END ELSE 'POSTED' END,
    posted_event = NULL
  WHERE warehouse_id = l.warehouse_id AND id = l.id RETURNING * INTO l;
  IF l.state <> 'POSTED' THEN
    RETURN ('WARN', CASE l.state WHEN 'RECOUNT' THEN 'COUNT_AGAIN' ELSE 'SECOND_PERSON_AWAITED' END,
      jsonb_build_object('count', jsonb_build_object('id', l.count_id, 'posted', false)), NULL)::posted;
  END IF;
  v_movements := count_settle(e, l, 1);
  PERFORM count_close(l.warehouse_id, l.count_id);
  RETURN ('OK', 'COUNTED', jsonb_build_object('count', jsonb_build_object('id', l.count_id, 'posted', true,
    'difference', l.difference)), v_movements)::posted;
END $$;

-- What the books say of a posting's goods in its place.
CREATE OR REPLACE FUNCTION count_book(e posting) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF e.lot_id IS NULL AND (e.lot_number IS NOT NULL OR e.expiration_date IS NOT NULL) THEN
    RETURN 0;
  END IF;
  RETURN (SELECT coalesce(sum(quantity), 0) FROM stock WHERE warehouse_id = e.warehouse_id
    AND location_id = e.to_location AND item_id = e.item_id AND lot_key = coalesce(e.lot_id, 0) AND state <> 'PICKED');
END $$;

-- The open question that a count answers; else a new one, in the plan of the place if there is one.
CREATE OR REPLACE FUNCTION count_line(e posting) RETURNS count_line LANGUAGE plpgsql AS $$
DECLARE
  l count_line;
  v_plan bigint;
BEGIN
  SELECT * INTO l FROM count_line c WHERE c.warehouse_id = e.warehouse_id AND c.location_id = e.to_location
    AND c.item_id IS NOT DISTINCT FROM e.item_id AND c.state IN ('OPEN', 'RECOUNT', 'WAITING')
    AND (c.lot_id = e.lot_id OR c.lot_id IS NULL AND (e.lot_id IS NULL OR c.lot_number IS NOT NULL
      OR c.expiration_date IS NOT NULL) AND c.lot_number IS NOT DISTINCT FROM e.lot_number
      AND c.expiration_date IS NOT DISTINCT FROM e.expiration_date)
  ORDER BY c.lot_id NULLS LAST LIMIT 1 FOR NO KEY UPDATE;
  IF FOUND THEN
    RETURN l;
  END IF;
  SELECT count_id INTO v_plan FROM count_line WHERE warehouse_id = e.warehouse_id AND location_id = e.to_location
    AND state IN ('OPEN', 'RECOUNT', 'WAITING') ORDER BY id LIMIT 1;
  v_plan := coalesce(v_plan, count_plan_of(e, 'FLOOR', NULL));
  -- goods in a place that should be empty answer the question whether it is
  UPDATE count_line SET state = 'CANCELLED' WHERE warehouse_id = e.warehouse_id AND location_id = e.to_location
    AND item_id IS NULL AND state = 'OPEN' AND e.item_id IS NOT NULL AND e.quantity > 0;
  INSERT INTO count_line (warehouse_id, count_id, location_id, item_id, lot_id, lot_number, expiration_date)
  VALUES (e.warehouse_id, v_plan, e.to_location, e.item_id, e.lot_id, CASE WHEN e.lot_id IS NULL THEN e.lot_number END,
    CASE WHEN e.lot_id IS NULL THEN e.expiration_date END)
  ON CONFLICT DO NOTHING
  RETURNING * INTO l;
  IF NOT FOUND THEN
    -- two devices found the same place empty at once: both answer one question
    RETURN count_line(e);
  END IF;
  RETURN l;
END $$;

CREATE OR REPLACE FUNCTION count_plan_of(e posting, p_basis text, p_note text) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO count_plan (warehouse_id, event_id, basis, note, asked_by)
  VALUES (e.warehouse_id, e.id, p_basis, p_note, e.actor) RETURNING id
$$;

-- A place was found empty: so it is, or each of the goods that should be there must be counted.
CREATE OR REPLACE FUNCTION count_empty(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  l count_line := count_line(e);
  v_open integer;
BEGIN
  INSERT INTO count_line (warehouse_id, count_id, location_id, item_id, lot_id)
  SELECT DISTINCT s.warehouse_id, l.count_id, s.location_id, s.item_id, s.lot_id FROM stock s
  WHERE s.warehouse_id = e.warehouse_id AND s.location_id = e.to_location AND s.quantity > 0 AND s.state <> 'PICKED'
  ON CONFLICT DO NOTHING;
  UPDATE count_line c SET state = 'POSTED', rounds = rounds + 1, counted = 0, book = 0, difference = 0,
    counted_by = e.actor, counted_at = coalesce(e.at, business_now()), counted_event = e.id, posted_event = e.id
  WHERE c.warehouse_id = e.warehouse_id AND c.location_id = e.to_location AND c.item_id IS NOT NULL AND c.state = 'OPEN'
    AND NOT EXISTS (SELECT FROM stock s WHERE s.warehouse_id = c.warehouse_id AND s.location_id = c.location_id
      AND s.item_id = c.item_id AND s.lot_key = coalesce(c.lot_id, 0) AND s.quantity > 0 AND s.state <> 'PICKED');
  SELECT count(*) INTO v_open FROM count_line WHERE warehouse_id = e.warehouse_id AND location_id = e.to_location
    AND item_id IS NOT NULL AND state IN ('OPEN', 'RECOUNT', 'WAITING');
  UPDATE count_line SET rounds = rounds + 1, counted = 0, book = 0, difference = 0, counted_by = e.actor,
    counted_at = coalesce(e.at, business_now()), counted_event = e.id, posted_event = e.id,
    state = CASE WHEN v_open = 0 THEN 'POSTED' ELSE 'CANCELLED' END
  WHERE warehouse_id = l.warehouse_id AND id = l.id;
  PERFORM count_close(l.warehouse_id, l.count_id);
  RETURN (CASE WHEN v_open = 0 THEN 'OK' ELSE 'WARN' END, CASE WHEN v_open = 0 THEN 'COUNTED' ELSE 'COUNT_EACH' END,
    jsonb_build_object('count', jsonb_build_object('id', l.count_id, 'posted', v_open = 0)), NULL)::posted;
END $$;
