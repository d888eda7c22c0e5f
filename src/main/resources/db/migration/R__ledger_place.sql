-- The other lot of an item (0 = units without lot) that stands in a place which takes only one; no row when free.
CREATE OR REPLACE FUNCTION ledger_other_lot(p_warehouse bigint, p_item bigint, p_lot_key bigint, p_location bigint)
RETURNS TABLE (lot_key bigint) LANGUAGE sql STABLE AS $$
  SELECT o.lot_key FROM slot o
  WHERE o.warehouse_id = p_warehouse AND o.location_id = p_location AND o.item_id = p_item AND o.lot_key <> p_lot_key
    AND EXISTS (SELECT FROM stock s WHERE s.warehouse_id = p_warehouse AND s.item_id = p_item
      AND s.lot_key = o.lot_key AND s.location_id = p_location AND s.quantity > 0 AND s.exclusive)
$$;

-- May units be put into this place? A held place takes nothing in. One row: the refusal and its facts, or NULLs. lot_key 0 = units without lot. In SQL,
-- so that it becomes part of the statement that asks.
CREATE OR REPLACE FUNCTION ledger_place(p_warehouse bigint, p_item bigint, p_lot_key bigint, p_location bigint,
  p_quantity numeric)
RETURNS TABLE (code text, facts jsonb) LANGUAGE sql STABLE AS $$
  SELECT x.code, CASE x.code
    WHEN 'LOCATION_LOCKED' THEN jsonb_build_object('location', x.location)
    WHEN 'WRONG_LOCATION' THEN jsonb_build_object('location', x.location, 'type', x.type)
    WHEN 'WRONG_TEMPERATURE' THEN jsonb_build_object('location', x.location, 'expected', x.temperature)
    WHEN 'LOT_MIX_FORBIDDEN' THEN jsonb_build_object('location', x.location, 'otherLot',
      (SELECT coalesce(t.lot_number, t.expiration_date::text) FROM lot t WHERE t.id = x.other))
    WHEN 'CAPACITY_EXCEEDED' THEN jsonb_build_object('location', x.location,
      'available', greatest(0, trunc((x.capacity - x.filled) / x.unit_volume))) END
  FROM (
    SELECT l.code AS location, l.type, i.temperature_class AS temperature, l.capacity_volume AS capacity, i.volume_cubic_feet AS unit_volume, f.filled,
      o.lot_key AS other,
      CASE WHEN l.locked OR EXISTS (SELECT FROM hold_place k WHERE k.warehouse_id = p_warehouse
          AND k.location_id = p_location AND k.released_at IS NULL
          AND hold_of_place(k.warehouse_id, k.location_id, p_item, p_lot_key) IS NOT NULL) THEN 'LOCATION_LOCKED'
        WHEN l.type NOT IN ('STORAGE', 'PICK_FACE', 'STAGING') THEN 'WRONG_LOCATION'
        WHEN i.temperature_class <> coalesce(l.temperature_class, '') AND l.type <> 'STAGING' THEN 'WRONG_TEMPERATURE'
        WHEN o.lot_key IS NOT NULL THEN 'LOT_MIX_FORBIDDEN'
        WHEN f.filled + p_quantity * i.volume_cubic_feet > l.capacity_volume THEN 'CAPACITY_EXCEEDED' END AS code
    FROM location l JOIN item i ON i.id = p_item
    LEFT JOIN LATERAL (
      SELECT o.lot_key FROM ledger_other_lot(p_warehouse, p_item, p_lot_key, p_location) o
      WHERE i.lot_tracked AND NOT i.allow_mixing_locations AND l.type IN ('STORAGE', 'PICK_FACE')) o ON true
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(s.quantity * x.volume_cubic_feet), 0) AS filled FROM stock s JOIN item x ON x.id = s.item_id
      WHERE s.warehouse_id = p_warehouse AND s.location_id = p_location AND s.quantity > 0
        AND l.capacity_volume IS NOT NULL AND i.volume_cubic_feet IS NOT NULL) f ON true
    WHERE l.warehouse_id = p_warehouse AND l.id = p_location) x
$$;
