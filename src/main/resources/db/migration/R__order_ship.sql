-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Ships what lies in the totes of an order and leaves the rest open. Every lot is judged once more: a held or expired
-- unit stops the whole shipment. Arguments in e.facts: carrier, trackingNumber, packages, complete.
CREATE OR REPLACE FUNCTION order_ship(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c record;
  w bigint;
  v_shipment bigint;
  v_part posting;
  v_movements bigint[] := '{}';
BEGIN
  IF EXISTS (SELECT FROM customer_order WHERE id = e.order_id AND (cancelled_at IS NOT NULL OR shipped_at IS NOT NULL)) THEN
    RETURN ('REFUSED', 'ORDER_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  IF (e.facts ->> 'complete')::boolean AND EXISTS (SELECT FROM order_line WHERE order_id = e.order_id
    AND allocated + reserved + backordered > 0) THEN
    RETURN ('REFUSED', 'NOT_FULLY_PICKED', jsonb_build_object('open', (SELECT sum(allocated + reserved + backordered)
      FROM order_line WHERE order_id = e.order_id)), NULL)::posted;
  END IF;
  IF NOT EXISTS (SELECT FROM order_line WHERE order_id = e.order_id AND (picked > 0 OR untracked AND shipped = 0)) THEN
    RETURN ('REFUSED', 'NOTHING_PICKED', '{}'::jsonb, NULL)::posted;
  END IF;
  FOR c IN SELECT * FROM order_totes(e.order_id) WHERE refusal IS NOT NULL LOOP
    RETURN ('REFUSED', c.refusal, jsonb_build_object('lot', c.lot_number), NULL)::posted;
  END LOOP;

  IF kit_incomplete(e.order_id) IS NOT NULL THEN
    RETURN ('REFUSED', 'KIT_INCOMPLETE', jsonb_build_object('sku', kit_incomplete(e.order_id)), NULL)::posted;
  END IF;
  IF transfer_clash(e.order_id) IS NOT NULL THEN
    RETURN ('REFUSED', 'REFERENCE_REUSED', jsonb_build_object('reference', transfer_clash(e.order_id)), NULL)::posted;
  END IF;

  INSERT INTO shipment (order_id, carrier, tracking_number, packages)
  VALUES (e.order_id, e.facts ->> 'carrier', e.facts ->> 'trackingNumber', (e.facts ->> 'packages')::integer)
  RETURNING id INTO v_shipment;
  -- an order without warehouse may leave from several: what leaves the others is a part of this event there
  FOR w IN SELECT DISTINCT t.warehouse_id FROM order_totes(e.order_id) t ORDER BY 1 LOOP
    IF w = e.warehouse_id THEN
      v_movements := order_ship_from(e, v_shipment);
    ELSE
      v_part := event_part(e, w);
      PERFORM event_record_one(v_part, ('OK', 'SHIPPED', NULL, order_ship_from(v_part, v_shipment))::posted);
    END IF;
  END LOOP;
  PERFORM transfer_announce(e.order_id, v_shipment);
  UPDATE order_line SET shipped = quantity WHERE order_id = e.order_id AND untracked;
  UPDATE customer_order SET shipped_at = now() WHERE id = e.order_id AND NOT EXISTS (SELECT FROM order_line
    WHERE order_id = e.order_id AND allocated + reserved + backordered > 0);
  RETURN ('OK', 'SHIPPED', jsonb_build_object('shipment', v_shipment), v_movements)::posted;
END $$;

-- Ships what lies in the totes of the warehouse of the posting. Answers the movements.
CREATE OR REPLACE FUNCTION order_ship_from(e posting, p_shipment bigint)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_movements bigint[] := '{}';
BEGIN
  FOR c IN SELECT * FROM order_totes(e.order_id) t WHERE t.warehouse_id = e.warehouse_id LOOP
    e.owner_id := c.owner_id; e.item_id := c.item_id; e.lot_id := c.lot_id; e.reservation_id := c.reservation_id;
    v_movements := v_movements || ledger_move(e, 'SHIP', (cardinality(v_movements) + 1)::smallint, c.location_id,
      'PICKED', (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@CUSTOMER'), NULL, c.quantity,
      p_order_line => c.order_line_id);
    UPDATE picked SET quantity = 0 WHERE warehouse_id = e.warehouse_id AND reservation_id = c.reservation_id
      AND stock_id = c.stock_id;
    UPDATE order_line SET picked = picked - c.quantity, shipped = shipped + c.quantity WHERE id = c.order_line_id;
    INSERT INTO shipment_line (shipment_id, order_line_id, lot_id, quantity)
    VALUES (p_shipment, c.order_line_id, c.lot_id, c.quantity);
  END LOOP;
  RETURN v_movements;
END $$;

-- What lies in totes for an order, and why it may not leave the house (NULL = it may).
CREATE OR REPLACE FUNCTION order_totes(p_order bigint)
RETURNS TABLE (warehouse_id bigint, owner_id bigint, item_id bigint, lot_id bigint, lot_number text, stock_id bigint,
  location_id bigint, reservation_id bigint, order_line_id bigint, quantity numeric, refusal text)
LANGUAGE sql STABLE AS $$
  SELECT p.warehouse_id, i.owner_id, s.item_id, s.lot_id, t.lot_number, s.id, s.location_id, p.reservation_id,
    p.order_line_id, p.quantity,
    CASE WHEN t.id IS NOT NULL
      THEN lot_refusal(t.hold, t.expiration_date, r.min_life_days, business_date(w.time_zone)) END
  FROM order_line l
  JOIN picked p ON p.order_line_id = l.id AND p.quantity > 0
  JOIN reservation r ON r.warehouse_id = p.warehouse_id AND r.id = p.reservation_id
  JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.id = p.stock_id
  JOIN item i ON i.id = s.item_id
  JOIN warehouse w ON w.id = p.warehouse_id
  LEFT JOIN lot t ON t.id = s.lot_id
  WHERE l.order_id = p_order
  ORDER BY l.line_no, p.reservation_id
$$;
