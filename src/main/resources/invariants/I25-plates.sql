-- I25 plates
-- when: every committed snapshot, held by CHECK, FOREIGN KEY and trigger · severity: high
-- What stands on plates is a part of what is there, in the place where its plate stands; and no plate stands on itself.
WITH RECURSIVE content AS (
  SELECT c.warehouse_id, c.stock_id, sum(c.quantity) AS units, bool_and(s.location_id = p.location_id) AS there
  FROM plate_content c JOIN plate p ON p.warehouse_id = c.warehouse_id AND p.id = c.plate_id
  JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
  GROUP BY 1, 2
), up AS (
  SELECT warehouse_id, id, parent_id, 1 AS level FROM plate WHERE parent_id IS NOT NULL
  UNION ALL
  SELECT u.warehouse_id, u.id, p.parent_id, u.level + 1 FROM up u
  JOIN plate p ON p.warehouse_id = u.warehouse_id AND p.id = u.parent_id
  WHERE p.parent_id IS NOT NULL AND u.level <= 5
)
SELECT 'stock ' || s.id || ' in warehouse ' || s.warehouse_id AS subject,
  'at most ' || s.quantity || ' on plates, in its place' AS expected,
  coalesce(c.units, 0) || ' on plates, ' || s.plated || ' said' || CASE WHEN NOT c.there THEN ', elsewhere' ELSE '' END
    AS found, NULL::timestamptz AS since
FROM stock s LEFT JOIN content c ON c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
WHERE (s.plated <> 0 OR c.units IS NOT NULL)
  AND (s.plated <> coalesce(c.units, 0) OR s.plated > s.quantity OR NOT coalesce(c.there, true))
UNION ALL
SELECT 'plate ' || p.code, 'where the plate under it stands', 'elsewhere', p.created_at
FROM plate p JOIN plate u ON u.warehouse_id = p.warehouse_id AND u.id = p.parent_id
WHERE u.location_id <> p.location_id
UNION ALL
SELECT 'plate ' || p.code, 'at most five high', 'higher, or on itself', p.created_at
FROM up JOIN plate p ON p.warehouse_id = up.warehouse_id AND p.id = up.id WHERE up.level > 5
