-- I17 views
-- when: every committed snapshot · severity: critical
-- The totals that every vocabulary is read from are the sums of the rows; and what identities remain between totals and
-- rows: lots hold what is available or promised, no plain backorder waits beside free stock that could serve it.
WITH standing AS (
  SELECT warehouse_id, item_id, sum(reserved) AS reserved,
    coalesce(sum(quantity) FILTER (WHERE state = 'RECEIVED'), 0) AS received,
    coalesce(sum(quantity) FILTER (WHERE state = 'STOWED'), 0) AS stowed,
    coalesce(sum(quantity) FILTER (WHERE state = 'AVAILABLE'), 0) AS available,
    coalesce(sum(quantity) FILTER (WHERE state = 'PICKED'), 0) AS picked,
    coalesce(sum(quantity) FILTER (WHERE state = 'QUARANTINED'), 0) AS quarantined,
    coalesce(sum(quantity) FILTER (WHERE state = 'SHORT_DATED'), 0) AS short_dated,
    coalesce(sum(quantity) FILTER (WHERE state = 'DAMAGED'), 0) AS damaged
  FROM stock GROUP BY 1, 2
), arriving AS (
  SELECT o.warehouse_id, r.item_id, sum(greatest(r.expected - r.received, 0)) AS units
  FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id
  WHERE o.closed_at IS NULL AND o.cancelled_at IS NULL GROUP BY 1, 2
), summed AS (
  SELECT coalesce(s.warehouse_id, a.warehouse_id) AS warehouse_id, coalesce(s.item_id, a.item_id) AS item_id,
    jsonb_build_object('received', trim_scale(coalesce(s.received, 0)), 'stowed', trim_scale(coalesce(s.stowed, 0)),
      'available', trim_scale(coalesce(s.available, 0)), 'picked', trim_scale(coalesce(s.picked, 0)),
      'quarantined', trim_scale(coalesce(s.quarantined, 0)), 'shortDated', trim_scale(coalesce(s.short_dated, 0)),
      'damaged', trim_scale(coalesce(s.damaged, 0)), 'reserved', trim_scale(coalesce(s.reserved, 0)),
      'expected', trim_scale(coalesce(a.units, 0))) AS totals
  FROM standing s FULL JOIN arriving a ON a.warehouse_id = s.warehouse_id AND a.item_id = s.item_id
), told AS (
  SELECT warehouse_id, item_id, changed_at,
    jsonb_build_object('received', trim_scale(received), 'stowed', trim_scale(stowed),
      'available', trim_scale(available), 'picked', trim_scale(picked), 'quarantined', trim_scale(quarantined),
      'shortDated', trim_scale(short_dated),
      'damaged', trim_scale(damaged), 'reserved', trim_scale(reserved), 'expected', trim_scale(expected)) AS totals
  FROM stock_summary
), nothing AS (
  SELECT jsonb_object_agg(key, 0) AS totals FROM unnest(ARRAY['received', 'stowed', 'available', 'picked',
    'quarantined', 'shortDated', 'damaged', 'reserved', 'expected']) key
)
SELECT 'item ' || coalesce(t.item_id, s.item_id) || ' in warehouse ' || coalesce(t.warehouse_id, s.warehouse_id)
    AS subject,
  coalesce(s.totals, n.totals)::text AS expected, coalesce(t.totals, n.totals)::text AS found, t.changed_at AS since
FROM told t FULL JOIN summed s ON s.warehouse_id = t.warehouse_id AND s.item_id = t.item_id CROSS JOIN nothing n
WHERE coalesce(s.totals, n.totals) <> coalesce(t.totals, n.totals)
UNION ALL
SELECT 'item ' || g.item_id || ' in warehouse ' || g.warehouse_id, 'nothing free while order line ' || l.id || ' waits',
  g.available - g.allocated - g.reserved || ' free, ' || l.backordered || ' backordered', g.changed_at
FROM order_line l
JOIN customer_order o ON o.id = l.order_id
JOIN stock_summary g ON g.item_id = l.item_id AND g.warehouse_id = coalesce(o.warehouse_id, g.warehouse_id)
JOIN warehouse w ON w.id = g.warehouse_id AND w.active
WHERE l.backordered > 0 AND l.lot_number IS NULL AND NOT l.single_lot AND l.min_shelf_life_days IS NULL
  AND g.available > g.allocated + g.reserved
