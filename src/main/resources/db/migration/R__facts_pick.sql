-- What scans for pick tasks must know, one row per question in their order; no item_id = there is no such task in this
-- warehouse. The functions facts_… take a group of questions because starting a statement costs more than its lookups,
-- and force plans by key, as ledger_post does.
CREATE OR REPLACE FUNCTION facts_pick(p_asked jsonb)
RETURNS TABLE (owner_id bigint, owner text, item_id bigint, sku text, decimals integer, lot_tracked boolean,
  slot_proves boolean, quantity numeric, picked numeric, place_id bigint, place text, lot_id bigint, lot_number text,
  expiration_date date, item_matches boolean, scanned_lot bigint, scanned_place bigint, tote_id bigint, next jsonb,
  wave_tote text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT i.owner_id, ow.code, r.item_id, i.sku, i.decimals, i.lot_tracked, w.lot_verification = 'SLOT', r.quantity,
    coalesce(k.quantity, 0), r.location_id, p.code, r.lot_id, rt.lot_number, rt.expiration_date,
    CASE WHEN a.sku IS NOT NULL THEN i.sku = a.sku
      WHEN a.code IS NOT NULL THEN coalesce((SELECT true FROM item_barcode b WHERE b.item_id = i.id AND b.code = a.code LIMIT 1), false) END,
    t.id, sp.id, tote.id, n.next, own.code
  FROM jsonb_to_recordset(p_asked) AS a (n integer, warehouse bigint, task bigint, place text, sku text, code text,
    lot text, expiration date, tote text)
  LEFT JOIN reservation r ON r.warehouse_id = a.warehouse AND r.id = a.task
  LEFT JOIN warehouse w ON w.id = r.warehouse_id
  LEFT JOIN item i ON i.id = r.item_id
  LEFT JOIN owner ow ON ow.id = i.owner_id
  LEFT JOIN location p ON p.warehouse_id = r.warehouse_id AND p.id = r.location_id
  LEFT JOIN lot rt ON rt.id = r.lot_id
  LEFT JOIN location sp ON sp.warehouse_id = r.warehouse_id AND sp.code = a.place
  -- on a cart run an order has a tote of its own
  LEFT JOIN LATERAL (SELECT wo.wave_id, wo.tote_id FROM wave_order wo JOIN pick_wave v ON v.id = wo.wave_id
    WHERE wo.order_id = r.order_id AND v.warehouse_id = r.warehouse_id ORDER BY wo.wave_id DESC LIMIT 1) wave ON true
  LEFT JOIN location own ON own.warehouse_id = r.warehouse_id AND own.id = wave.tote_id
  LEFT JOIN location tote ON tote.warehouse_id = r.warehouse_id AND tote.code = coalesce(a.tote, own.code, '@TOTE')
    AND tote.type = 'TOTE'
  LEFT JOIN LATERAL (
    SELECT sum(x.quantity) AS quantity FROM picked x
    WHERE x.warehouse_id = r.warehouse_id AND x.reservation_id = r.id) k ON true
  -- a number that several lots bear means the task's own if it is among them, else one that stands in the place
  LEFT JOIN LATERAL (
    SELECT x.id FROM facts_lots(r.item_id, a.lot, a.expiration) x
    ORDER BY (x.id = r.lot_id) DESC, EXISTS (SELECT FROM stock s WHERE s.warehouse_id = r.warehouse_id
      AND s.item_id = r.item_id AND s.lot_key = x.id AND s.location_id = r.location_id AND s.quantity > 0) DESC,
      x.expiration_date NULLS LAST LIMIT 1) t ON true
  -- the open task of the same order, or run, that comes next on the walk
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('task', x.id, 'location', xl.code, 'sku', xi.sku, 'lotNumber', xt.lot_number,
      'expirationDate', xt.expiration_date, 'quantity', x.quantity) AS next
    FROM (
      SELECT y.id, y.item_id, y.lot_id, y.location_id, y.quantity
      FROM reservation y JOIN location yl ON yl.warehouse_id = y.warehouse_id AND yl.id = y.location_id
      WHERE y.order_id = ANY (array_append(ARRAY(SELECT wo.order_id FROM wave_order wo
          WHERE wo.wave_id = wave.wave_id AND wo.order_id <> r.order_id), r.order_id))
        AND y.warehouse_id = r.warehouse_id AND y.state = 'OPEN' AND y.id <> r.id
      ORDER BY yl.pick_sequence, yl.code, y.id LIMIT 1) x
    JOIN location xl ON xl.warehouse_id = r.warehouse_id AND xl.id = x.location_id
    JOIN item xi ON xi.id = x.item_id LEFT JOIN lot xt ON xt.id = x.lot_id) n ON true
  ORDER BY a.n;
END $$;
