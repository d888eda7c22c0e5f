-- I15 lot identity
-- when: every committed snapshot · severity: critical
-- One lot per item, number and expiration; the same number under another expiration only by a recorded decision; lots,
-- stock and movements only where the item keeps them; one lot in a place that takes only one, and its slot names that lot.
SELECT 'item ' || item_id || ' lot ' || coalesce(lot_number, 'without number') || ' expires '
    || coalesce(expiration_date::text, 'never') AS subject,
  'one lot' AS expected, count(*) || ' lots' AS found, max(created_at) AS since
FROM lot GROUP BY item_id, lot_number, expiration_date HAVING count(*) > 1
UNION ALL
SELECT 'lot ' || t.id || ' number ' || t.lot_number, 'a decision about its second expiration', 'none', t.created_at
FROM lot t
WHERE t.lot_number IS NOT NULL AND NOT EXISTS (SELECT FROM lot_decision d WHERE d.lot_id = t.id)
  AND EXISTS (SELECT FROM lot other WHERE other.item_id = t.item_id AND other.lot_number = t.lot_number
    AND other.id < t.id AND other.expiration_date IS DISTINCT FROM t.expiration_date)
UNION ALL
-- known to have been lot-tracked since its first lot
SELECT 'movement ' || m.id, 'a lot', 'received without', m.recorded_at
FROM movement m JOIN item i ON i.id = m.item_id AND i.lot_tracked
WHERE m.kind = 'RECEIVE' AND m.lot_id IS NULL
  AND m.recorded_at > (SELECT min(t.created_at) FROM lot t WHERE t.item_id = m.item_id)
UNION ALL
SELECT 'item ' || i.id, 'no lot, stock or movement', concat_ws(', ',
    CASE WHEN EXISTS (SELECT FROM lot t WHERE t.item_id = i.id) THEN 'lot' END,
    CASE WHEN EXISTS (SELECT FROM stock s WHERE s.item_id = i.id) THEN 'stock' END,
    CASE WHEN EXISTS (SELECT FROM movement m WHERE m.item_id = i.id) THEN 'movement' END), NULL
FROM item i
WHERE NOT i.tracking AND (EXISTS (SELECT FROM lot t WHERE t.item_id = i.id)
  OR EXISTS (SELECT FROM stock s WHERE s.item_id = i.id) OR EXISTS (SELECT FROM movement m WHERE m.item_id = i.id))
UNION ALL
SELECT 'location ' || s.location_id || ' in warehouse ' || s.warehouse_id || ' item ' || s.item_id, 'one lot',
  count(DISTINCT s.lot_key) || ' lots', NULL
FROM stock s
JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id AND p.type IN ('STORAGE', 'PICK_FACE')
JOIN item i ON i.id = s.item_id AND i.lot_tracked AND NOT i.allow_mixing_locations
WHERE s.quantity > 0
GROUP BY s.warehouse_id, s.location_id, s.item_id HAVING count(DISTINCT s.lot_key) > 1
UNION ALL
SELECT 'stock ' || s.id || ' in warehouse ' || s.warehouse_id, 'slot of lot ' || s.lot_key,
  coalesce('slot of lot ' || o.lot_key, 'no slot'), NULL
FROM stock s LEFT JOIN slot o ON o.warehouse_id = s.warehouse_id AND o.location_id = s.location_id
  AND o.item_id = s.item_id
WHERE s.slot_lot IS NOT NULL AND s.slot_lot IS DISTINCT FROM o.lot_key
