-- I12 picked what was reserved
-- when: every committed snapshot · severity: critical
-- A PICK takes item, lot and place of its task. Another lot may stand in only through a swap, which opens a task of its
-- own on the nearer or equal expiry of the same item, and never for a line that names a lot or asks for a single one.
SELECT 'movement ' || m.id AS subject,
  coalesce(format('item %s, lot %s, place %s', r.item_id, r.lot_id, r.location_id), 'a task') AS expected,
  format('item %s, lot %s, place %s', m.item_id, m.lot_id, m.from_location) AS found, m.recorded_at AS since
FROM movement m LEFT JOIN reservation r ON r.warehouse_id = m.warehouse_id AND r.id = m.reservation_id
WHERE m.kind = 'PICK' AND (r.id IS NULL OR r.item_id <> m.item_id OR r.lot_id IS DISTINCT FROM m.lot_id
  OR r.location_id <> m.from_location)
UNION ALL
SELECT 'task ' || n.id || ' in warehouse ' || n.warehouse_id, 'a lot that may stand in for lot ' || planned.id,
  'lot ' || coalesce(n.lot_id::text, 'none') || ' expires ' || coalesce(taken.expiration_date::text, 'never'),
  n.opened_at
FROM reservation n
JOIN reservation r ON r.warehouse_id = n.warehouse_id AND r.id = n.swapped_from
LEFT JOIN lot planned ON planned.id = r.lot_id
LEFT JOIN lot taken ON taken.id = n.lot_id
WHERE n.item_id <> r.item_id OR n.lot_id IS DISTINCT FROM r.lot_id AND (r.named_lot IS NOT NULL OR r.single_lot
  OR coalesce(taken.expiration_date, 'infinity') > coalesce(planned.expiration_date, 'infinity'))
