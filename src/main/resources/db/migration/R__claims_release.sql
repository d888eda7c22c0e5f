-- Cancels an order: every claim is given back and drains into older demand. Picked units must be put back first.
CREATE OR REPLACE FUNCTION claims_release(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  IF EXISTS (SELECT FROM customer_order WHERE id = e.order_id AND (cancelled_at IS NOT NULL OR shipped_at IS NOT NULL)) THEN
    RETURN ('REFUSED', 'ORDER_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  IF EXISTS (SELECT FROM order_line WHERE order_id = e.order_id AND picked > 0) THEN
    RETURN ('REFUSED', 'PICKED_UNITS', jsonb_build_object('picked',
      (SELECT sum(picked) FROM order_line WHERE order_id = e.order_id)), NULL)::posted;
  END IF;
  UPDATE customer_order SET cancelled_at = now() WHERE id = e.order_id;
  PERFORM print_cancel(NULL, e.order_id, e.actor);
  PERFORM claims_unreserve_set(r.warehouse_id, array_agg(r.id), array_agg(r.quantity), 'RELEASED') FROM reservation r
  WHERE r.order_id = e.order_id AND r.state = 'OPEN' GROUP BY r.warehouse_id;
  FOR c IN
    SELECT a.* FROM allocation a JOIN order_line l ON l.id = a.order_line_id WHERE l.order_id = e.order_id
  LOOP
    PERFORM claims_allocation_take(c.warehouse_id, c.order_line_id, c.item_id, c.quantity, 'CANCELLED');
  END LOOP;
  UPDATE order_line SET cancelled = cancelled + backordered, backordered = 0 WHERE order_id = e.order_id;
  FOR c IN
    SELECT s.warehouse_id, s.item_id FROM stock_summary s
    WHERE s.item_id IN (SELECT item_id FROM order_line WHERE order_id = e.order_id) ORDER BY 1, 2
  LOOP
    PERFORM claims_drain(c.warehouse_id, c.item_id);
  END LOOP;
  RETURN ('OK', 'CANCELLED', '{}'::jsonb, NULL)::posted;
END $$;

-- The lot that a line has in hand already: reserved, in a tote or shipped. 0 = units without lot, NULL = none yet.
CREATE OR REPLACE FUNCTION claims_line_lot(l order_line) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT coalesce(lot_id, 0) FROM (
    SELECT r.lot_id FROM reservation r WHERE r.order_id = l.order_id AND r.order_line_id = l.id AND r.state = 'OPEN'
    UNION ALL
    SELECT s.lot_id FROM picked p JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.id = p.stock_id
    WHERE p.order_line_id = l.id AND p.quantity > 0
    UNION ALL
    SELECT n.lot_id FROM shipment h JOIN shipment_line n ON n.shipment_id = h.id
    WHERE h.order_id = l.order_id AND n.order_line_id = l.id) held
  LIMIT 1);
END $$;
