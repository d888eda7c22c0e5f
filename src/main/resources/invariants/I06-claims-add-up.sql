-- I06 claims add up
-- when: every committed snapshot · severity: critical
-- Stock, summary and order line agree with the claims that name them, and a line is wholly accounted for; the lines of a
-- kit's components are those of the kits that were broken down.
WITH reserved AS (
  SELECT warehouse_id, stock_id, order_line_id, sum(quantity) AS units FROM reservation WHERE state = 'OPEN'
  GROUP BY 1, 2, 3
), on_stock AS (
  SELECT warehouse_id, stock_id, sum(units) AS units FROM reserved GROUP BY 1, 2
), allocated AS (
  SELECT warehouse_id, item_id, sum(quantity) AS units FROM allocation GROUP BY 1, 2
), of_line AS (
  SELECT order_line_id, sum(allocated) AS allocated, sum(reserved) AS reserved, sum(picked) AS picked
  FROM (
    SELECT order_line_id, quantity AS allocated, 0 AS reserved, 0 AS picked FROM allocation
    UNION ALL SELECT order_line_id, 0, units, 0 FROM reserved
    UNION ALL SELECT order_line_id, 0, 0, quantity FROM picked) claim
  GROUP BY 1
)
SELECT 'stock ' || coalesce(s.id, r.stock_id) || ' in warehouse ' || coalesce(s.warehouse_id, r.warehouse_id)
    AS subject,
  'reserved ' || coalesce(r.units, 0) AS expected, 'reserved ' || coalesce(s.reserved, 0) AS found,
  NULL::timestamptz AS since
FROM stock s FULL JOIN on_stock r ON r.warehouse_id = s.warehouse_id AND r.stock_id = s.id
WHERE coalesce(s.reserved, 0) <> coalesce(r.units, 0)
UNION ALL
SELECT 'item ' || coalesce(g.item_id, a.item_id) || ' in warehouse ' || coalesce(g.warehouse_id, a.warehouse_id),
  'allocated ' || coalesce(a.units, 0), 'allocated ' || coalesce(g.allocated, 0), g.changed_at
FROM stock_summary g FULL JOIN allocated a ON a.warehouse_id = g.warehouse_id AND a.item_id = g.item_id
WHERE coalesce(g.allocated, 0) <> coalesce(a.units, 0)
UNION ALL
SELECT 'order line ' || l.id, 'ordered ' || l.quantity, 'accounted for '
    || l.allocated + l.reserved + l.picked + l.shipped + l.backordered + l.cancelled + l.kitted, o.created_at
FROM order_line l JOIN customer_order o ON o.id = l.order_id
WHERE NOT l.untracked
  AND l.allocated + l.reserved + l.picked + l.shipped + l.backordered + l.cancelled + l.kitted <> l.quantity
UNION ALL
SELECT 'order line ' || c.id, 'the components of ' || k.kitted || ' kits', c.quantity || ' units', o.created_at
FROM order_line c JOIN order_line k ON k.id = c.kit_line_id JOIN customer_order o ON o.id = c.order_id
WHERE c.quantity <> c.per_kit * k.kitted OR c.kit_waits <> (k.backordered > 0)
UNION ALL
SELECT 'order line ' || l.id, format('allocated %s, reserved %s, picked %s', coalesce(c.allocated, 0),
    coalesce(c.reserved, 0), coalesce(c.picked, 0)),
  format('allocated %s, reserved %s, picked %s', l.allocated, l.reserved, l.picked), o.created_at
FROM order_line l JOIN customer_order o ON o.id = l.order_id LEFT JOIN of_line c ON c.order_line_id = l.id
WHERE (l.allocated, l.reserved, l.picked)
  IS DISTINCT FROM (coalesce(c.allocated, 0), coalesce(c.reserved, 0), coalesce(c.picked, 0))
UNION ALL
SELECT 'allocation of order line ' || a.order_line_id || ' in warehouse ' || a.warehouse_id, 'a line of its item',
  coalesce('a line of item ' || l.item_id, 'no line'), NULL
FROM allocation a LEFT JOIN order_line l ON l.id = a.order_line_id
WHERE l.item_id IS DISTINCT FROM a.item_id
