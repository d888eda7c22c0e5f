-- I16 over-receipt
-- when: every committed snapshot · severity: high
-- No more is counted than was announced, the tolerance, and what a supervisor accepted, under the lot that was
-- captured or relabelled. A row that expected nothing was made by accepting a lot or an item that was not announced.
SELECT 'receiving lot ' || r.id AS subject,
  'at most ' || r.expected || ' + ' || tolerance.units || ' tolerance + ' || accepted.units || ' accepted' AS expected,
  'received ' || r.received AS found, o.created_at AS since
FROM receiving_lot r
JOIN receiving_order o ON o.id = r.receiving_order_id
JOIN warehouse w ON w.id = o.warehouse_id
JOIN item i ON i.id = r.item_id
LEFT JOIN lot t ON t.id = r.lot_id
CROSS JOIN LATERAL (
  SELECT trunc(least(r.expected * w.over_receipt_percent / 100, w.over_receipt_units), i.decimals) AS units) tolerance
CROSS JOIN LATERAL (
  SELECT coalesce(sum(x.quantity), 0) AS units FROM receiving_exception x
  WHERE x.receiving_order_id = r.receiving_order_id AND x.state = 'ACCEPTED' AND CASE
    WHEN x.accepted_as IS NOT NULL THEN x.accepted_as = r.id
    WHEN x.code = 'OVERAGE_COUNTED' THEN x.receiving_lot_id = r.id
    WHEN x.code IN ('OVERAGE_UNEXPECTED', 'LOT_MISMATCH', 'UNKNOWN_ITEM') THEN r.expected = 0 AND x.item_id = r.item_id
      AND (x.lot_number, x.expiration_date) IS NOT DISTINCT FROM (t.lot_number, t.expiration_date)
    ELSE false END) accepted
WHERE r.received > r.expected + tolerance.units + accepted.units
