-- I27 storage ledger
-- when: every committed snapshot · severity: critical
-- Units that an owner pays for on its last closed day are the units that the movements up to that day left in the place.
-- Days that a late fact is still on its way to are left out until they are closed again.
WITH last AS (
  SELECT DISTINCT ON (warehouse_id, owner_id) warehouse_id, owner_id, day, ledger_sequence, plan_version
  FROM storage_day ORDER BY warehouse_id, owner_id, day DESC, revision DESC
), paid AS (
  SELECT l.warehouse_id, l.owner_id, l.day, a.item_id, a.lot_id, a.location_id, a.rule, sum(a.units) AS units
  FROM last l
  JOIN storage_accrual a ON a.warehouse_id = l.warehouse_id AND a.day = l.day AND a.owner_id = l.owner_id AND a.location_id > 0
  JOIN rate_plan_version v ON v.id = a.plan_version
  JOIN LATERAL jsonb_array_elements(v.measures -> 'rules') r (rule) ON r.rule ->> 'code' = a.rule
    AND r.rule -> 'holds' = '[]' AND r.rule ->> 'sampling' <> 'DAILY_ANY'
  WHERE NOT EXISTS (SELECT FROM movement m WHERE m.warehouse_id = l.warehouse_id AND m.owner_id = l.owner_id
    AND m.id > l.ledger_sequence AND m.business_date <= l.day)
  GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT 'item ' || p.item_id || ', lot ' || p.lot_id || ' in place ' || p.location_id || ' on ' || p.day AS subject,
  trim_scale(m.units) || ' units' AS expected, trim_scale(p.units) || ' units' AS found, NULL::timestamptz AS since
FROM paid p
CROSS JOIN LATERAL (
  SELECT coalesce(sum(CASE WHEN x.to_location = p.location_id AND x.to_state IS NOT NULL THEN x.quantity ELSE 0 END
    - CASE WHEN x.from_location = p.location_id AND x.from_state IS NOT NULL THEN x.quantity ELSE 0 END), 0) AS units
  FROM movement x
  WHERE x.warehouse_id = p.warehouse_id AND x.item_id = p.item_id AND coalesce(x.lot_id, 0) = p.lot_id
    AND x.business_date <= p.day AND p.location_id IN (x.to_location, x.from_location)) m
WHERE m.units <> p.units
