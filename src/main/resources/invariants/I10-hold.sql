-- I10 hold
-- when: every committed snapshot · severity: critical
-- No unit of a held lot is AVAILABLE, nor one that a held place covers or that stands on a held plate. A lot bears the mark of the gravest open hold on
-- it. Holds answer for units in quarantine only, for no more than are there, and only while they are open.
SELECT 'lot ' || t.id AS subject, 'none AVAILABLE, lot is ' || t.hold AS expected,
  sum(s.quantity) || ' AVAILABLE' AS found, NULL::timestamptz AS since
FROM stock s JOIN lot t ON t.id = s.lot_id
WHERE s.state = 'AVAILABLE' AND s.quantity > 0 AND t.hold <> 'NONE'
GROUP BY t.id
UNION ALL
SELECT 'stock ' || s.id || ' in warehouse ' || s.warehouse_id, 'none AVAILABLE, its place is held',
  s.quantity || ' AVAILABLE', k.since
FROM (SELECT k.warehouse_id, k.location_id, min(h.placed_at) AS since FROM hold_place k JOIN hold h ON h.id = k.hold_id
  WHERE k.released_at IS NULL GROUP BY 1, 2) k
CROSS JOIN LATERAL (SELECT x.* FROM stock x WHERE x.warehouse_id = k.warehouse_id AND x.location_id = k.location_id
  AND x.state = 'AVAILABLE' AND x.quantity > 0 OFFSET 0) s
WHERE hold_of_place(s.warehouse_id, s.location_id, s.item_id, s.lot_id) IS NOT NULL
UNION ALL
SELECT 'plate ' || p.code || ' in warehouse ' || c.warehouse_id, 'nothing of the owner AVAILABLE, it is held',
  c.quantity || ' AVAILABLE', h.placed_at
FROM hold h CROSS JOIN LATERAL hold_plates(ARRAY[h.id]) k
JOIN plate_content c ON c.warehouse_id = k.warehouse_id AND c.plate_id = k.plate_id
JOIN plate p ON p.warehouse_id = c.warehouse_id AND p.id = c.plate_id
JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id AND s.state = 'AVAILABLE'
JOIN item i ON i.id = s.item_id AND i.owner_id = h.owner_id
WHERE h.scope = 'PLATE' AND h.closed_at IS NULL
UNION ALL
SELECT 'lot ' || t.id, coalesce(m.mark, 'NONE'), t.hold, m.since
FROM lot t LEFT JOIN (
  SELECT x.lot_id, CASE WHEN bool_or(h.reason = 'RECALL') THEN 'RECALLED' ELSE 'QUARANTINED' END AS mark,
    max(h.placed_at) AS since
  FROM hold_lot x JOIN hold h ON h.id = x.hold_id AND h.scope = 'LOT' WHERE x.released_at IS NULL GROUP BY 1) m
  ON m.lot_id = t.id
WHERE t.hold <> coalesce(m.mark, 'NONE')
UNION ALL
SELECT 'stock ' || k.stock_id || ' in warehouse ' || k.warehouse_id, 'at least ' || sum(k.quantity) || ' QUARANTINED',
  coalesce(s.quantity || ' ' || s.state, 'no such stock'), NULL
FROM hold_stock k LEFT JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
GROUP BY k.warehouse_id, k.stock_id, s.quantity, s.state
HAVING s.state IS DISTINCT FROM 'QUARANTINED' OR sum(k.quantity) > s.quantity
UNION ALL
SELECT 'hold ' || k.hold_id, 'open while it keeps units', sum(k.quantity) || ' units, '
    || coalesce('released ' || h.closed_at, 'no such hold'), h.closed_at
FROM hold_stock k LEFT JOIN hold h ON h.id = k.hold_id
WHERE h.id IS NULL OR h.closed_at IS NOT NULL
GROUP BY k.hold_id, h.closed_at
