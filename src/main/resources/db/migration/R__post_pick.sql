-- PICK: RESERVED → PICKED, from the place of the task into a tote. A nearer or equal expiry of the same item in that
-- place may be taken instead; then the claim moves to it first.
CREATE OR REPLACE FUNCTION post_pick(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r reservation;
  l order_line;
  v_refusal text;
  v_tote_stock bigint;
  v_movement bigint;
BEGIN
  SELECT * INTO STRICT r FROM reservation WHERE warehouse_id = e.warehouse_id AND id = e.reservation_id
    FOR NO KEY UPDATE;
  SELECT lot_refusal(t.hold, t.expiration_date, r.min_life_days, e.today) INTO v_refusal FROM lot t WHERE t.id = e.lot_id;
  IF v_refusal IS NULL AND r.state <> 'OPEN' THEN
    v_refusal := CASE WHEN r.state IN ('PICKED', 'SWAPPED') THEN 'TASK_ALREADY_PICKED' ELSE 'TASK_STOPPED' END;
  END IF;
  IF v_refusal IS NULL AND e.quantity > r.quantity THEN
    RETURN ('REFUSED', 'MORE_THAN_TASK', jsonb_build_object('available', r.quantity), NULL)::posted;
  END IF;
  IF v_refusal IS NULL AND e.lot_id IS DISTINCT FROM r.lot_id THEN
    r := claims_swap(e, r);
    v_refusal := CASE WHEN r.id IS NULL THEN 'WRONG_LOT' END;
    e.reservation_id := r.id;
  END IF;
  IF v_refusal IS NOT NULL THEN
    RETURN ('REFUSED', v_refusal, '{}'::jsonb, NULL)::posted;
  END IF;

  v_movement := ledger_move(e, 'PICK', 1::smallint, r.location_id, 'AVAILABLE', e.to_location, 'PICKED', e.quantity,
    p_reserved => -e.quantity, p_order_line => r.order_line_id);
  UPDATE reservation SET quantity = quantity - e.quantity,
    state = CASE WHEN quantity = e.quantity THEN 'PICKED' ELSE 'OPEN' END, closed_seq = gate_seq(r)
  WHERE warehouse_id = r.warehouse_id AND id = r.id;
  SELECT id INTO STRICT v_tote_stock FROM stock WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id
    AND lot_key = coalesce(e.lot_id, 0) AND location_id = e.to_location AND state = 'PICKED';
  INSERT INTO picked (warehouse_id, reservation_id, stock_id, order_line_id, quantity)
  VALUES (e.warehouse_id, r.id, v_tote_stock, r.order_line_id, e.quantity)
  ON CONFLICT (warehouse_id, reservation_id, stock_id) DO UPDATE SET quantity = picked.quantity + excluded.quantity;
  UPDATE order_line SET reserved = reserved - e.quantity, picked = picked + e.quantity WHERE id = r.order_line_id
  RETURNING * INTO l;
  RETURN ('OK', 'PICKED', jsonb_build_object('left', r.quantity - e.quantity, 'line',
    jsonb_build_object('done', l.picked + l.shipped, 'expected', l.quantity)), ARRAY[v_movement])::posted;
END $$;

CREATE OR REPLACE FUNCTION gate_seq(r reservation) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT gate_seq FROM stock_summary WHERE warehouse_id = r.warehouse_id AND item_id = r.item_id);
END $$;

-- Moves the claim of a task to the scanned lot in the same place; a null row when that lot may not stand in for it.
CREATE OR REPLACE FUNCTION claims_swap(e posting, r reservation) RETURNS reservation LANGUAGE plpgsql AS $$
DECLARE
  s stock;
  v_new reservation;
BEGIN
  SELECT s1.* INTO s
  FROM stock s1 LEFT JOIN lot scanned ON scanned.id = s1.lot_id LEFT JOIN lot planned ON planned.id = r.lot_id
  WHERE s1.warehouse_id = e.warehouse_id AND s1.item_id = r.item_id AND s1.lot_key = coalesce(e.lot_id, 0)
    AND s1.location_id = r.location_id AND s1.state = 'AVAILABLE' AND s1.quantity - s1.reserved >= e.quantity
    AND r.named_lot IS NULL AND NOT r.single_lot
    AND coalesce(scanned.expiration_date, 'infinity') <= coalesce(planned.expiration_date, 'infinity');
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE stock SET reserved = reserved - e.quantity WHERE warehouse_id = r.warehouse_id AND id = r.stock_id;
  UPDATE stock SET reserved = reserved + e.quantity WHERE warehouse_id = r.warehouse_id AND id = s.id;
  UPDATE reservation SET quantity = quantity - e.quantity,
    state = CASE WHEN quantity = e.quantity THEN 'SWAPPED' ELSE 'OPEN' END, closed_seq = gate_seq(r)
  WHERE warehouse_id = r.warehouse_id AND id = r.id;
  INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
    planned, opened_seq, min_life_days, business_date, named_lot, single_lot, swapped_from)
  VALUES (r.warehouse_id, r.order_line_id, r.order_id, s.id, r.item_id, s.lot_id, r.location_id, e.quantity,
    e.quantity, gate_seq(r), r.min_life_days, r.business_date, r.named_lot, r.single_lot, r.id)
  RETURNING * INTO v_new;
  RETURN v_new;
END $$;
