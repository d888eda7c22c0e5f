-- I03 balance
-- when: every committed snapshot · severity: critical
-- A balance is the sum of what went in less what went out, and its version counts those movements.
WITH booked AS (
  SELECT warehouse_id, stock, sum(units) AS quantity, count(*) AS version, max(recorded_at) AS since
  FROM (
    SELECT warehouse_id, to_stock AS stock, quantity AS units, recorded_at FROM movement WHERE to_stock IS NOT NULL
    UNION ALL
    SELECT warehouse_id, from_stock, -quantity, recorded_at FROM movement WHERE from_stock IS NOT NULL) side
  GROUP BY 1, 2
)
SELECT 'stock ' || coalesce(s.id, b.stock) || ' in warehouse ' || coalesce(s.warehouse_id, b.warehouse_id) AS subject,
  coalesce(b.quantity, 0) || ' after ' || coalesce(b.version, 0) || ' movements' AS expected,
  coalesce(s.quantity || ' at version ' || s.version, 'no such row') AS found, b.since
FROM stock s FULL JOIN booked b ON b.warehouse_id = s.warehouse_id AND b.stock = s.id
WHERE s.id IS NULL OR s.quantity <> coalesce(b.quantity, 0) OR s.version <> coalesce(b.version, 0)
