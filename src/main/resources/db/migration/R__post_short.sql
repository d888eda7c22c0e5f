-- SHORT: units of a task that are not there. They go to QUARANTINED in their place, to be investigated; the demand is
-- drained and planned again at once, away from that place, which is to be counted.
CREATE OR REPLACE FUNCTION post_short(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r reservation;
  l order_line;
  v_movement bigint;
  v_planned numeric;
BEGIN
  SELECT * INTO STRICT r FROM reservation WHERE warehouse_id = e.warehouse_id AND id = e.reservation_id
    FOR NO KEY UPDATE;
  IF r.state <> 'OPEN' THEN
    RETURN ('REFUSED', CASE WHEN r.state IN ('PICKED', 'SWAPPED') THEN 'TASK_ALREADY_PICKED' ELSE 'TASK_STOPPED' END,
      '{}'::jsonb, NULL)::posted;
  END IF;
  IF e.quantity > r.quantity THEN
    RETURN ('REFUSED', 'MORE_THAN_TASK', jsonb_build_object('available', r.quantity), NULL)::posted;
  END IF;
  v_movement := ledger_move(e, 'SHORT', 1::smallint, r.location_id, 'AVAILABLE', r.location_id, 'QUARANTINED',
    e.quantity, p_reserved => -e.quantity, p_order_line => r.order_line_id);
  UPDATE reservation SET quantity = quantity - e.quantity, closed_seq = gate_seq(r),
    state = CASE WHEN quantity > e.quantity THEN 'OPEN'
      WHEN EXISTS (SELECT FROM picked p WHERE p.warehouse_id = r.warehouse_id AND p.reservation_id = r.id)
        THEN 'PICKED' ELSE 'CUT' END
  WHERE warehouse_id = r.warehouse_id AND id = r.id;
  UPDATE order_line SET reserved = reserved - e.quantity, backordered = backordered + e.quantity
  WHERE id = r.order_line_id;
  PERFORM count_short(e, r.location_id, e.quantity);
  PERFORM claims_drain_all(e.item_id);
  v_planned := claims_take(e.warehouse_id, r.order_line_id, r.location_id);
  SELECT * INTO l FROM order_line WHERE id = r.order_line_id;
  RETURN ('OK', 'SHORT', jsonb_build_object('left', r.quantity - e.quantity, 'replanned', v_planned,
    'backordered', l.backordered, 'line',
    jsonb_build_object('done', l.picked + l.shipped, 'expected', l.quantity)), ARRAY[v_movement])::posted;
END $$;
