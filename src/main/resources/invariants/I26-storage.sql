-- I26 storage
-- when: every committed snapshot · severity: critical
-- The roll-up of storage fees is the sum of what was accrued, days are closed without a gap, and no place is shared out
-- to more than it is.
WITH summed AS (
  SELECT owner_id, warehouse_id, month, item_id, lot_id, location_id, rule, plan_version, rate_key, count(*) AS days,
    sum(quantity) AS quantity_days, sum(units) AS unit_days
  FROM (
    SELECT owner_id, warehouse_id, date_trunc('month', day)::date AS month, day, item_id, lot_id, location_id, rule,
      plan_version, rate_key, sum(quantity) AS quantity, sum(units) AS units
    FROM storage_accrual GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 HAVING sum(quantity) <> 0 OR sum(units) <> 0) d
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
)
SELECT 'storage of item ' || coalesce(m.item_id, s.item_id) || ' in place ' || coalesce(m.location_id, s.location_id)
    || ' in ' || coalesce(m.month, s.month) AS subject,
  coalesce(s.days || ' days, ' || trim_scale(s.quantity_days), 'no line') AS expected,
  coalesce(m.days || ' days, ' || trim_scale(m.quantity_days), 'no line') AS found, NULL::timestamptz AS since
FROM storage_month m FULL JOIN summed s USING (owner_id, warehouse_id, month, item_id, lot_id, location_id, rule,
  plan_version, rate_key)
WHERE (m.days IS DISTINCT FROM s.days OR m.quantity_days IS DISTINCT FROM s.quantity_days
    OR m.unit_days IS DISTINCT FROM s.unit_days)
  -- of old months only the roll-up is kept
  AND coalesce(m.month, s.month) NOT IN (SELECT f.month FROM storage_forgotten f)
UNION ALL
SELECT 'storage days of owner ' || owner_id || ' in warehouse ' || warehouse_id,
  (max(day) - min(day) + 1) || ' days', count(DISTINCT day) || ' days', max(closed_at)
FROM storage_day GROUP BY owner_id, warehouse_id HAVING count(DISTINCT day) <> max(day) - min(day) + 1
UNION ALL
SELECT 'place ' || a.location_id || ' on ' || a.day, 'at most its volume', trim_scale(sum(a.quantity))::text, NULL
FROM storage_accrual a JOIN rate_plan_version v ON v.id = a.plan_version
JOIN LATERAL jsonb_array_elements(v.measures -> 'rules') r (rule) ON r.rule ->> 'code' = a.rule
  AND r.rule ->> 'basis' = 'LOCATION_TYPE'
WHERE a.location_id > 0
GROUP BY a.warehouse_id, a.day, a.location_id, a.rule HAVING sum(a.quantity) > 1
