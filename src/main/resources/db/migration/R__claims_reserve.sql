-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Hard claims: allocations of a line become reservations on stock rows, in the order of choice (nearest expiry first,
-- or oldest first by policy). The gate is held, so what is chosen here is what is there; see also lot_refusal.

-- Reserves what the line has allocated in this warehouse, as far as usable stock stands in places one may pick from.
-- p_avoid: a place to pass over (short pick). Answers the units reserved.
CREATE OR REPLACE FUNCTION claims_take(p_warehouse bigint, p_line bigint, p_avoid bigint DEFAULT NULL)
RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  l order_line;
  v_need numeric;
  v_taken numeric;
  v_gate bigint;
  v_lot bigint;
  v_held bigint;
BEGIN
  SELECT quantity INTO v_need FROM allocation WHERE warehouse_id = p_warehouse AND order_line_id = p_line;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  SELECT * INTO STRICT l FROM order_line WHERE id = p_line;
  SELECT gate_seq INTO STRICT v_gate FROM stock_summary WHERE warehouse_id = p_warehouse AND item_id = l.item_id;
  IF l.single_lot THEN
    v_held := claims_line_lot(l);
    SELECT lot_id INTO v_lot FROM claims_candidates(p_warehouse, l, p_avoid) c WHERE reason IS NULL
      AND (v_held IS NULL OR coalesce(lot_id, 0) = v_held)
    GROUP BY lot_id HAVING sum(free) >= v_need ORDER BY min(c.place) LIMIT 1;
    IF NOT FOUND THEN
      RETURN 0;
    END IF;
  END IF;

  WITH ranked AS (
    SELECT c.*, sum(free) OVER (ORDER BY place) - free AS before
    FROM claims_candidates(p_warehouse, l, p_avoid) c
    WHERE reason IS NULL AND (NOT l.single_lot OR lot_id IS NOT DISTINCT FROM v_lot)
  ), taken AS (
    SELECT *, least(free, v_need - before) AS units FROM ranked WHERE before < v_need
  ), held AS (
    UPDATE stock s SET reserved = s.reserved + t.units FROM taken t
    WHERE s.warehouse_id = p_warehouse AND s.id = t.stock_id AND s.quantity - s.reserved >= t.units
    RETURNING s.id
  ), claimed AS (
    INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
      planned, opened_seq, min_life_days, business_date, named_lot, single_lot, avoid_location)
    SELECT p_warehouse, l.id, l.order_id, t.stock_id, l.item_id, t.lot_id, t.location_id, t.units, t.units, v_gate + 1,
      t.min_days, t.today, l.lot_number, l.single_lot, p_avoid
    FROM taken t JOIN held ON held.id = t.stock_id ORDER BY t.place
    RETURNING planned
  )
  SELECT coalesce(sum(planned), 0) INTO v_taken FROM claimed;

  IF v_taken > 0 THEN
    INSERT INTO reservation_choice (warehouse_id, order_line_id, chosen_seq, candidates)
    SELECT p_warehouse, p_line, v_gate + 1, jsonb_agg(to_jsonb(c) ORDER BY place)
    FROM (SELECT * FROM claims_candidates(p_warehouse, l, p_avoid) ORDER BY place LIMIT 100) c
    ON CONFLICT DO NOTHING;
    PERFORM claims_allocation_take(p_warehouse, p_line, l.item_id, v_taken, 'RESERVED');
  END IF;
  RETURN v_taken;
END $$;

-- Every stock row that a line could look at, in the order of choice; reason = why it is passed over, NULL = may be used.
CREATE OR REPLACE FUNCTION claims_candidates(p_warehouse bigint, l order_line, p_avoid bigint DEFAULT NULL)
RETURNS TABLE (place bigint, stock_id bigint, lot_id bigint, lot_number text, expiration_date date, location_id bigint,
  location text, free numeric, reserved numeric, reserved_here numeric, min_days integer, today date, reason text)
LANGUAGE sql STABLE AS $$
  SELECT row_number() OVER (ORDER BY
      CASE WHEN i.burn_order = 'FEFO' THEN t.expiration_date END NULLS LAST, t.origination_date NULLS LAST,
      t.expiration_date NULLS LAST, t.id NULLS LAST, p.pick_sequence, p.code),
    s.id, s.lot_id, t.lot_number, t.expiration_date, p.id, p.code, s.quantity - s.reserved, s.reserved,
    coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.warehouse_id = s.warehouse_id AND r.stock_id = s.id
      AND r.state = 'OPEN' AND r.order_line_id = l.id), 0),
    greatest(i.min_shelf_life_days, l.min_shelf_life_days), w.today,
    coalesce(
      CASE WHEN t.id IS NOT NULL THEN lot_refusal(t.hold, t.expiration_date,
        greatest(i.min_shelf_life_days, l.min_shelf_life_days), w.today) END,
      CASE WHEN s.state <> 'AVAILABLE' THEN 'STATE_' || s.state END,
      CASE WHEN l.lot_number IS NOT NULL AND t.lot_number IS DISTINCT FROM l.lot_number THEN 'WRONG_LOT' END,
      CASE WHEN p.locked THEN 'LOCATION_LOCKED' WHEN NOT p.pickable THEN 'LOCATION_NOT_PICKABLE' END,
      CASE WHEN p.id = p_avoid THEN 'LOCATION_SHORT' END,
      CASE WHEN s.quantity = s.reserved THEN 'RESERVED' END)
  -- OFFSET 0: the day is looked up once, not for every row
  FROM (SELECT id, business_date(time_zone) AS today FROM warehouse WHERE id = p_warehouse OFFSET 0) w
  JOIN stock s ON s.warehouse_id = w.id
  JOIN item i ON i.id = s.item_id
  JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
  LEFT JOIN lot t ON t.id = s.lot_id
  WHERE s.item_id = l.item_id AND s.quantity > 0
    AND s.state IN ('AVAILABLE', 'QUARANTINED', 'SHORT_DATED')
$$;

-- Releases an order: reserves every line as far as it can be. The answer is read from the rows afterwards.
CREATE OR REPLACE FUNCTION claims_reserve(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_reserved numeric := 0;
BEGIN
  IF EXISTS (SELECT FROM customer_order WHERE id = e.order_id AND (cancelled_at IS NOT NULL OR shipped_at IS NOT NULL)) THEN
    RETURN ('REFUSED', 'ORDER_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  FOR c IN
    SELECT a.warehouse_id, l.id FROM order_line l JOIN allocation a ON a.order_line_id = l.id
    JOIN warehouse w ON w.id = a.warehouse_id
    WHERE l.order_id = e.order_id ORDER BY l.line_no, w.priority, w.code
  LOOP
    v_reserved := v_reserved + claims_take(c.warehouse_id, c.id);
  END LOOP;
  UPDATE customer_order SET released_at = now() WHERE id = e.order_id AND released_at IS NULL;
  RETURN ('OK', 'RELEASED', jsonb_build_object('reserved', v_reserved), NULL)::posted;
END $$;
