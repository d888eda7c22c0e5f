-- The first close of a day: rows, and the roll-up fed by exactly the rows that were written.
CREATE OR REPLACE FUNCTION storage_first(p_warehouse bigint, p_owner bigint, p_day date, p_version bigint,
  p_amounts storage_amount[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_written integer;
BEGIN
  WITH written AS (
    INSERT INTO storage_accrual (warehouse_id, day, owner_id, item_id, lot_id, location_id, rule, plan_version, rate_key,
      revision, units, quantity)
    SELECT p_warehouse, p_day, p_owner, a.item_id, a.lot_id, a.location_id, a.rule, p_version, a.rate_key, 0, a.units,
      a.quantity
    FROM unnest(p_amounts) a WHERE a.reason IS NULL
    ON CONFLICT DO NOTHING
    RETURNING *
  ), rolled AS (
    INSERT INTO storage_month AS m (owner_id, warehouse_id, month, item_id, lot_id, location_id, rule, plan_version, rate_key,
      first_day, last_day, days, quantity_days, unit_days, peak, last_quantity, last_units)
    SELECT p_owner, p_warehouse, date_trunc('month', p_day)::date, w.item_id, w.lot_id, w.location_id, w.rule, w.plan_version,
      w.rate_key, p_day, p_day, 1, w.quantity, w.units, w.quantity, w.quantity, w.units
    FROM written w
    ON CONFLICT (owner_id, warehouse_id, month, item_id, lot_id, location_id, rule, plan_version, rate_key) DO UPDATE
    SET last_day = excluded.last_day, days = m.days + 1, quantity_days = m.quantity_days + excluded.quantity_days,
      unit_days = m.unit_days + excluded.unit_days, peak = greatest(m.peak, excluded.peak),
      last_quantity = excluded.last_quantity, last_units = excluded.last_units
    RETURNING 1
  )
  SELECT count(*) INTO v_written FROM rolled;
  RETURN v_written;
END $$;

-- A later close of a day: signed differences, and the roll-up of the lines they belong to summed anew.
CREATE OR REPLACE FUNCTION storage_revise(p_warehouse bigint, p_owner bigint, p_day date, p_revision integer,
  p_version bigint, p_amounts storage_amount[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_written integer;
  v_lines storage_amount[];
BEGIN
  WITH stands AS (
    SELECT a.item_id, a.lot_id, a.location_id, a.rule, a.plan_version, a.rate_key, sum(a.units) AS units,
      sum(a.quantity) AS quantity
    FROM storage_accrual a WHERE a.warehouse_id = p_warehouse AND a.day = p_day AND a.owner_id = p_owner
    GROUP BY 1, 2, 3, 4, 5, 6
  ), wanted AS (
    SELECT a.item_id, a.lot_id, a.location_id, a.rule, p_version AS plan_version, a.rate_key, a.units, a.quantity
    FROM unnest(p_amounts) a WHERE a.reason IS NULL
  ), written AS (
    INSERT INTO storage_accrual (warehouse_id, day, owner_id, item_id, lot_id, location_id, rule, plan_version, rate_key,
      revision, units, quantity)
    SELECT p_warehouse, p_day, p_owner, item_id, lot_id, location_id, rule, plan_version, rate_key, p_revision + 1,
      coalesce(w.units, 0) - coalesce(s.units, 0), coalesce(w.quantity, 0) - coalesce(s.quantity, 0)
    FROM wanted w FULL JOIN stands s USING (item_id, lot_id, location_id, rule, plan_version, rate_key)
    WHERE coalesce(w.units, 0) <> coalesce(s.units, 0) OR coalesce(w.quantity, 0) <> coalesce(s.quantity, 0)
    RETURNING *
  )
  SELECT array_agg((w.item_id, w.lot_id, w.location_id, w.rule, w.rate_key, 0, w.plan_version, NULL)::storage_amount),
    count(*) INTO v_lines, v_written FROM written w;
  PERFORM storage_roll_up(p_warehouse, p_owner, date_trunc('month', p_day)::date, v_lines);
  RETURN v_written;
END $$;

-- Lines of a month summed anew from the accrual; quantity of a line = its plan version.
CREATE OR REPLACE FUNCTION storage_roll_up(p_warehouse bigint, p_owner bigint, p_month date, p_lines storage_amount[])
RETURNS void LANGUAGE sql AS $$
  DELETE FROM storage_month m USING unnest(p_lines) l
  WHERE m.owner_id = p_owner AND m.warehouse_id = p_warehouse AND m.month = p_month AND m.item_id = l.item_id
    AND m.lot_id = l.lot_id AND m.location_id = l.location_id AND m.rule = l.rule AND m.plan_version = l.quantity
    AND m.rate_key = l.rate_key;
  INSERT INTO storage_month (owner_id, warehouse_id, month, item_id, lot_id, location_id, rule, plan_version, rate_key,
    first_day, last_day, days, quantity_days, unit_days, peak, last_quantity, last_units)
  SELECT p_owner, p_warehouse, p_month, d.item_id, d.lot_id, d.location_id, d.rule, d.plan_version, d.rate_key,
    min(d.day), max(d.day), count(*), sum(d.quantity), sum(d.units), max(d.quantity),
    (array_agg(d.quantity ORDER BY d.day DESC))[1], (array_agg(d.units ORDER BY d.day DESC))[1]
  FROM (
    SELECT a.day, a.item_id, a.lot_id, a.location_id, a.rule, a.plan_version, a.rate_key, sum(a.units) AS units,
      sum(a.quantity) AS quantity
    FROM unnest(p_lines) l JOIN storage_accrual a ON a.warehouse_id = p_warehouse AND a.owner_id = p_owner
      AND a.day >= p_month AND a.day < p_month + interval '1 month' AND a.item_id = l.item_id AND a.lot_id = l.lot_id
      AND a.location_id = l.location_id AND a.rule = l.rule AND a.plan_version = l.quantity AND a.rate_key = l.rate_key
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(a.units) <> 0 OR sum(a.quantity) <> 0) d
  GROUP BY 3, d.item_id, d.lot_id, d.location_id, d.rule, d.plan_version, d.rate_key
$$;

-- Sums of a day that tiers, free and minimum volume go by.
CREATE OR REPLACE FUNCTION storage_levels(p_warehouse bigint, p_owner bigint, p_day date, p_plan jsonb)
RETURNS void LANGUAGE sql AS $$
  DELETE FROM storage_level l WHERE l.owner_id = p_owner AND l.warehouse_id = p_warehouse AND l.day = p_day;
  INSERT INTO storage_level (owner_id, warehouse_id, day, rule, plan_version, rate_key, item_id, quantity)
  SELECT p_owner, p_warehouse, p_day, a.rule, a.plan_version, a.rate_key,
    CASE WHEN r.rule ->> 'tiers' = 'ITEM' THEN a.item_id ELSE 0 END, sum(a.quantity)
  FROM jsonb_array_elements(p_plan -> 'rules') r (rule)
  JOIN storage_accrual a ON a.warehouse_id = p_warehouse AND a.owner_id = p_owner AND a.day = p_day
    AND a.rule = r.rule ->> 'code'
  WHERE (r.rule ->> 'level')::boolean AND a.rate_key NOT LIKE 'F%'
  GROUP BY 4, 5, 6, 7 HAVING sum(a.quantity) <> 0
$$;
