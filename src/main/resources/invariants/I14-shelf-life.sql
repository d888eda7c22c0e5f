-- I14 shelf life
-- when: every committed snapshot · severity: critical
-- No task and no pick is below the minimum life of its line on its business date; nothing expired is claimed, picked or
-- shipped. An expiration that was corrected later, with a recorded decision, is not held against what was done before.
SELECT subject, 'at least ' || life || ' days' AS expected,
  t.expiration_date - done.day || ' days, lot ' || t.id || ' expires ' || t.expiration_date AS found, since
FROM (
  SELECT 'task ' || id || ' in warehouse ' || warehouse_id AS subject, lot_id, business_date AS day,
    greatest(min_life_days, 0) AS life, opened_at AS since
  FROM reservation
  UNION ALL
  SELECT 'movement ' || m.id, m.lot_id, m.business_date, greatest(r.min_life_days, 0), m.recorded_at
  FROM movement m LEFT JOIN reservation r ON r.warehouse_id = m.warehouse_id AND r.id = m.reservation_id
  WHERE m.kind = 'PICK'
  UNION ALL
  SELECT 'movement ' || id, lot_id, business_date, 0, recorded_at FROM movement WHERE kind = 'SHIP') done
JOIN lot t ON t.id = done.lot_id
WHERE t.expiration_date - done.day < life
  AND NOT EXISTS (SELECT FROM lot_decision d WHERE d.lot_id = t.id AND d.decided_at > done.since)
