-- I28 shelf days
-- when: every committed snapshot · severity: warning
-- Sums by expiry day are those of their items; and an item of which nothing was written since it was counted is counted as
-- its lots stand.
WITH next AS MATERIALIZED (
  SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS tx
), part AS MATERIALIZED (
  SELECT c.warehouse_id, c.item_id, i.owner_id, c.min_days, x.day, x.available, x.short_dated, x.lots,
    coalesce(i.min_shelf_life_days, 0) = c.min_days AND i.lot_tracked = c.lot_tracked
      AND stock_written_by(g.xmin, next.tx) < c.seen AS settled
  FROM shelf_item c CROSS JOIN next JOIN item i ON i.id = c.item_id
  JOIN stock_summary g ON g.warehouse_id = c.warehouse_id AND g.item_id = c.item_id
  JOIN shelf_item_days l ON l.warehouse_id = c.warehouse_id AND l.item_id = c.item_id
  -- an item of which nothing is left has a row, too
  LEFT JOIN unnest(l.days, l.available, l.short_dated, l.lots) x (day, available, short_dated, lots) ON true
), lot_now AS (
  SELECT p.warehouse_id, p.item_id, t.expiration_date AS day,
    coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS available,
    coalesce(sum(s.quantity) FILTER (WHERE s.state = 'SHORT_DATED'), 0) AS short_dated
  FROM (SELECT DISTINCT warehouse_id, item_id FROM part WHERE settled) p
  JOIN item i ON i.id = p.item_id AND i.lot_tracked
  JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.item_id = p.item_id AND s.quantity > 0
    AND s.state IN ('AVAILABLE', 'SHORT_DATED')
  JOIN lot t ON t.id = s.lot_id AND t.expiration_date IS NOT NULL
  GROUP BY 1, 2, 3, t.id
), found AS (
  SELECT 'warehouse ' || warehouse_id || ', owner ' || owner_id || ', minimum ' || min_days || ', ' || day AS subject,
    coalesce(p.told, '-') AS expected, coalesce(d.told, '-') AS found
  FROM (SELECT warehouse_id, owner_id, min_days, day,
      concat_ws(' ', trim_scale(sum(available)), trim_scale(sum(short_dated)), sum(lots)) AS told
    FROM part WHERE day IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(available) + sum(short_dated) > 0) p
  FULL JOIN (SELECT warehouse_id, owner_id, min_days, day,
      concat_ws(' ', trim_scale(available), trim_scale(short_dated), lots) AS told FROM shelf_day) d
    USING (warehouse_id, owner_id, min_days, day)
  WHERE p.told IS DISTINCT FROM d.told
  UNION ALL
  SELECT 'warehouse ' || warehouse_id || ', item ' || item_id || ', ' || day, coalesce(n.told, '-'), coalesce(p.told, '-')
  FROM (SELECT warehouse_id, item_id, day, concat_ws(' ', trim_scale(available), trim_scale(short_dated), lots) AS told
    FROM part WHERE settled AND day IS NOT NULL) p
  FULL JOIN (SELECT warehouse_id, item_id, day, concat_ws(' ', trim_scale(sum(available)), trim_scale(sum(short_dated)),
      count(*) FILTER (WHERE available > 0)) AS told FROM lot_now GROUP BY 1, 2, 3) n USING (warehouse_id, item_id, day)
  WHERE p.told IS DISTINCT FROM n.told
)
SELECT subject, expected || ' available, short-dated, lots' AS expected, found || ' available, short-dated, lots' AS found,
  NULL::timestamptz AS since
FROM found
