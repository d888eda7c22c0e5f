-- I04 chain
-- when: every committed snapshot · severity: critical
-- The movements of a stock row carry the versions 1, 2, 3 … of that row, and it was never below zero between them.
WITH side AS (
  SELECT warehouse_id, to_stock AS stock, to_version AS version, quantity AS units, recorded_at FROM movement
  WHERE to_stock IS NOT NULL
  UNION ALL
  SELECT warehouse_id, from_stock, from_version, -quantity, recorded_at FROM movement WHERE from_stock IS NOT NULL
), run AS (
  SELECT *, row_number() OVER w AS place, sum(units) OVER w AS balance
  FROM side WINDOW w AS (PARTITION BY warehouse_id, stock ORDER BY version ROWS UNBOUNDED PRECEDING)
)
SELECT 'stock ' || stock || ' in warehouse ' || warehouse_id AS subject, 'versions 1 to n, never below 0' AS expected,
  count(*) FILTER (WHERE version IS DISTINCT FROM place) || ' versions out of place, lowest balance ' || min(balance)
    AS found,
  min(recorded_at) FILTER (WHERE version IS DISTINCT FROM place OR balance < 0) AS since
FROM run GROUP BY warehouse_id, stock
HAVING count(*) FILTER (WHERE version IS DISTINCT FROM place) > 0 OR min(balance) < 0
