-- I10 hold
-- when: every committed snapshot · severity: critical
-- No unit of a held lot is AVAILABLE.
SELECT 'lot ' || t.id AS subject, 'none AVAILABLE, lot is ' || t.hold AS expected,
  sum(s.quantity) || ' AVAILABLE' AS found, NULL::timestamptz AS since
FROM stock s JOIN lot t ON t.id = s.lot_id
WHERE s.state = 'AVAILABLE' AND s.quantity > 0 AND t.hold <> 'NONE'
GROUP BY t.id
