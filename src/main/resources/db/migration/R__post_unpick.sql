-- UNPICK: out of the totes of a task, back to stock, to its place or another. What comes back is judged first: usable
-- units keep their claim, units in a place that may not be picked from fall back to an allocation, held ones to demand.
CREATE OR REPLACE FUNCTION post_unpick(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r reservation;
  p record;
  v_left numeric := e.quantity;
  v_refusal posted;
  v_state text;
  v_movements bigint[] := '{}';
BEGIN
  SELECT * INTO STRICT r FROM reservation WHERE warehouse_id = e.warehouse_id AND id = e.reservation_id
    FOR NO KEY UPDATE;
  SELECT coalesce(sum(quantity), 0) AS quantity INTO p FROM picked
  WHERE warehouse_id = r.warehouse_id AND reservation_id = r.id;
  IF p.quantity < e.quantity THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', p.quantity), NULL)::posted;
  END IF;
  SELECT x.code, x.facts INTO v_refusal.code, v_refusal.facts
  FROM ledger_place(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), e.to_location, e.quantity) x;
  IF v_refusal.code IS NOT NULL THEN
    v_refusal.verdict := 'REFUSED';
    RETURN v_refusal;
  END IF;
  v_state := item_free_state(e);
  FOR p IN
    SELECT k.stock_id, s.location_id, k.quantity
    FROM picked k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
    WHERE k.warehouse_id = r.warehouse_id AND k.reservation_id = r.id AND k.quantity > 0 ORDER BY k.stock_id
  LOOP
    EXIT WHEN v_left = 0;
    v_movements := v_movements || claims_return(e, r, p.location_id, v_state, least(v_left, p.quantity),
      (cardinality(v_movements) + 1)::smallint);
    UPDATE picked SET quantity = quantity - least(v_left, p.quantity)
    WHERE warehouse_id = r.warehouse_id AND reservation_id = r.id AND stock_id = p.stock_id;
    v_left := v_left - least(v_left, p.quantity);
  END LOOP;
  PERFORM claims_drain_all(e.item_id);
  RETURN ('OK', 'UNPICKED', jsonb_build_object('state', v_state), v_movements)::posted;
END $$;

-- Moves units from a tote to a place and gives their order line the strongest claim that they still allow.
CREATE OR REPLACE FUNCTION claims_return(e posting, r reservation, p_tote bigint, p_state text, p_quantity numeric,
  p_line smallint)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_reserve boolean;
  v_movement bigint;
BEGIN
  SELECT p_state = 'AVAILABLE' AND l.pickable AND NOT l.locked
      AND lot_usable(e.lot_id, r.min_life_days, e.today) INTO v_reserve
  FROM location l
  WHERE l.warehouse_id = e.warehouse_id AND l.id = e.to_location;
  v_movement := ledger_move(e, 'UNPICK', p_line, p_tote, 'PICKED', e.to_location, p_state, p_quantity,
    p_reserved => CASE WHEN v_reserve THEN p_quantity ELSE 0 END,
    p_claimed => CASE WHEN p_state = 'AVAILABLE' AND NOT v_reserve THEN p_quantity ELSE 0 END,
    p_order_line => r.order_line_id);
  UPDATE order_line SET picked = picked - p_quantity,
    reserved = reserved + CASE WHEN v_reserve THEN p_quantity ELSE 0 END,
    allocated = allocated + CASE WHEN p_state = 'AVAILABLE' AND NOT v_reserve THEN p_quantity ELSE 0 END,
    backordered = backordered + CASE WHEN p_state <> 'AVAILABLE' THEN p_quantity ELSE 0 END
  WHERE id = r.order_line_id;
  IF v_reserve AND e.to_location = r.location_id THEN
    UPDATE reservation SET quantity = quantity + p_quantity, state = 'OPEN', closed_seq = NULL
    WHERE warehouse_id = r.warehouse_id AND id = r.id;
  ELSIF v_reserve THEN
    INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
      planned, opened_seq, min_life_days, business_date, named_lot, single_lot, swapped_from)
    SELECT r.warehouse_id, r.order_line_id, r.order_id, s.id, r.item_id, s.lot_id, s.location_id, p_quantity,
      p_quantity, gate_seq(r), r.min_life_days, r.business_date, r.named_lot, r.single_lot, r.id
    FROM stock s WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id
      AND s.lot_key = coalesce(e.lot_id, 0) AND s.location_id = e.to_location AND s.state = 'AVAILABLE';
  ELSIF p_state = 'AVAILABLE' THEN
    PERFORM claims_allocation_add(e.warehouse_id, r.order_line_id, e.item_id, p_quantity);
  END IF;
  RETURN v_movement;
END $$;
