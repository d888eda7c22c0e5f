-- I05 bounds
-- when: every committed snapshot, held by CHECK · severity: critical
-- Nothing is below zero, nothing is claimed twice, and only good stock is claimed.
SELECT 'stock ' || id || ' in warehouse ' || warehouse_id AS subject,
  'reserved between 0 and quantity, in AVAILABLE only' AS expected,
  quantity || ' ' || state || ', reserved ' || reserved AS found, NULL::timestamptz AS since
FROM stock
WHERE quantity < 0 OR reserved < 0 OR reserved > quantity OR reserved <> 0 AND state <> 'AVAILABLE'
UNION ALL
SELECT 'item ' || item_id || ' in warehouse ' || warehouse_id, 'totals from 0, claims within AVAILABLE',
  'available ' || available || ', allocated ' || allocated || ', reserved ' || reserved || ', lowest total '
    || least(received, stowed, available, picked, quarantined, short_dated, damaged, allocated, reserved, expected),
  changed_at
FROM stock_summary
WHERE least(received, stowed, available, picked, quarantined, short_dated, damaged, allocated, reserved, expected) < 0
  OR allocated + reserved > available
