-- What a scan for a pick task must know; all NULL = there is no such task in this warehouse. A lot number that several
-- lots bear means the task's own if it is among them, else one that stands in the place.
CREATE OR REPLACE FUNCTION facts_pick(p_warehouse bigint, p_task bigint, p_place text, p_sku text, p_code text,
  p_lot text, p_expiration date, p_tote text,
  OUT owner_id bigint, OUT owner text, OUT item_id bigint, OUT sku text, OUT decimals smallint, OUT lot_tracked boolean,
  OUT slot_proves boolean, OUT quantity numeric, OUT picked numeric, OUT place_id bigint, OUT place text,
  OUT lot_id bigint, OUT lot_number text, OUT expiration_date date, OUT item_matches boolean, OUT scanned_lot bigint,
  OUT scanned_place bigint, OUT tote_id bigint, OUT next jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  r reservation;
BEGIN
  SELECT x.* INTO r FROM reservation x WHERE x.warehouse_id = p_warehouse AND x.id = p_task;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  item_id := r.item_id; quantity := r.quantity; place_id := r.location_id; lot_id := r.lot_id;
  SELECT i.owner_id, o.code, i.sku, i.decimals, i.lot_tracked INTO owner_id, owner, sku, decimals, lot_tracked
  FROM item i JOIN owner o ON o.id = i.owner_id WHERE i.id = r.item_id;
  SELECT w.lot_verification = 'SLOT' INTO slot_proves FROM warehouse w WHERE w.id = p_warehouse;
  SELECT l.code INTO place FROM location l WHERE l.warehouse_id = p_warehouse AND l.id = r.location_id;
  SELECT t.lot_number, t.expiration_date INTO lot_number, expiration_date FROM lot t WHERE t.id = r.lot_id;
  SELECT coalesce(sum(k.quantity), 0) INTO picked FROM picked k
  WHERE k.warehouse_id = p_warehouse AND k.reservation_id = r.id;

  IF p_sku IS NOT NULL THEN
    item_matches := sku = p_sku;
  ELSIF p_code IS NOT NULL THEN
    item_matches := EXISTS (SELECT FROM item_barcode b WHERE b.item_id = r.item_id AND b.code = p_code);
  END IF;
  SELECT t.id INTO scanned_lot FROM facts_lots(r.item_id, p_lot, p_expiration) t
  ORDER BY (t.id = r.lot_id) DESC, EXISTS (SELECT FROM stock s WHERE s.warehouse_id = p_warehouse
    AND s.item_id = r.item_id AND s.lot_key = t.id AND s.location_id = r.location_id AND s.quantity > 0) DESC,
    t.expiration_date NULLS LAST
  LIMIT 1;
  SELECT l.id INTO scanned_place FROM location l WHERE l.warehouse_id = p_warehouse AND l.code = p_place;
  SELECT l.id INTO tote_id FROM location l
  WHERE l.warehouse_id = p_warehouse AND l.code = coalesce(p_tote, '@TOTE') AND l.type = 'TOTE';
  next := facts_next_task(r);
END $$;

-- The open task of the same order that comes next on the walk.
CREATE OR REPLACE FUNCTION facts_next_task(r reservation) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_next record;
BEGIN
  SELECT x.id, x.item_id, x.lot_id, x.quantity, l.code INTO v_next
  FROM reservation x JOIN location l ON l.warehouse_id = x.warehouse_id AND l.id = x.location_id
  WHERE x.order_id = r.order_id AND x.state = 'OPEN' AND x.warehouse_id = r.warehouse_id AND x.id <> r.id
  ORDER BY l.pick_sequence, l.code, x.id LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT jsonb_build_object('task', v_next.id, 'location', v_next.code, 'sku', i.sku,
      'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'quantity', v_next.quantity)
    FROM item i LEFT JOIN lot t ON t.id = v_next.lot_id WHERE i.id = v_next.item_id);
END $$;
