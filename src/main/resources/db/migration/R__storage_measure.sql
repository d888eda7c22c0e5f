-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- What a rule measures of the cells of a day; the same as Quantities does in Java, and a story holds the two together.
CREATE OR REPLACE FUNCTION storage_measure(p_rule jsonb, p_plan jsonb, p_day date, p_cells storage_cell[], p_came bigint[])
RETURNS SETOF storage_amount LANGUAGE plpgsql STABLE SET jit = off AS $$
DECLARE
  v_mmdd integer := CASE WHEN to_char(p_day, 'MMDD') = '0229' THEN 228 ELSE to_char(p_day, 'MMDD')::integer END;
  v_last boolean := (p_day + 1) = date_trunc('month', p_day + 1)::date;
  v_rates jsonb;
  -- the one rate for all, where there is only one
  v_plain text;
  v_free integer := (p_rule ->> 'freeDays')::integer;
  v_tiers boolean := p_rule ->> 'tiers' IS NOT NULL;
  v_over boolean := p_rule ->> 'kind' = 'OVERAGE';
  v_half text := CASE WHEN p_rule ->> 'gap' = 'HALF' AND extract(day FROM p_day) > 1 THEN 'h' ELSE '' END;
BEGIN
  IF (p_rule ->> 'weekday')::integer <> extract(isodow FROM p_day)
    OR (p_rule ->> 'sampling' = 'SNAPSHOT_LAST' AND NOT v_last)
    OR (p_rule ->> 'sampling' = 'SNAPSHOT_FIRST' AND p_rule ->> 'gap' = 'NONE' AND extract(day FROM p_day) > 1)
    OR ((p_rule ->> 'ageDay')::integer > 0 AND (p_rule ->> 'ageDay')::integer <> extract(day FROM p_day)) THEN
    RETURN;
  END IF;
  -- the rates whose season it is, with their places in the plan
  SELECT jsonb_agg(r.rate || jsonb_build_object('n', r.n - 1) ORDER BY r.n) INTO v_rates
  FROM jsonb_array_elements(p_rule -> 'rates') WITH ORDINALITY r (rate, n)
  WHERE r.rate -> 'from' IS NULL OR CASE WHEN (r.rate ->> 'from')::integer <= (r.rate ->> 'to')::integer
    THEN v_mmdd BETWEEN (r.rate ->> 'from')::integer AND (r.rate ->> 'to')::integer
    ELSE v_mmdd >= (r.rate ->> 'from')::integer OR v_mmdd <= (r.rate ->> 'to')::integer END;
  v_plain := CASE WHEN v_rates -> 0 ->> 'plain' = 'true' THEN v_rates -> 0 ->> 'n' END;
  RETURN QUERY
  SELECT q.item_id, q.lot_id, q.location_id, p_rule ->> 'code',
    CASE WHEN q.reason IS NOT NULL THEN NULL
      WHEN q.band IS NOT NULL THEN 'A' || q.band || ':' || q.storage_class
      WHEN v_over THEN 'O0:'
      WHEN q.received IS NOT NULL AND p_day < q.received + v_free THEN 'F0:' || q.storage_class
      WHEN v_tiers THEN 'T0:' || q.storage_class
      ELSE 'R' || coalesce(v_plain, storage_rate(v_rates, p_plan, q.sides, q.weight, q.temperature_class, q.storage_class,
        q.zone)::text) || v_half || ':' || q.storage_class END,
    q.units, q.quantity, q.reason
  FROM storage_quantities(p_rule, p_plan, p_day, p_cells) q
  WHERE CASE WHEN p_rule ->> 'proration' = 'ANNIVERSARY' THEN extract(day FROM p_day) = least(extract(day FROM q.received),
      extract(day FROM date_trunc('month', p_day) + interval '1 month - 1 day'))
    -- the snapshot of the first day, and what came since: cells that have no row of this month yet
    WHEN p_rule ->> 'sampling' = 'SNAPSHOT_FIRST' THEN extract(day FROM p_day) = 1
      OR NOT storage_cell_key(q.item_id, q.lot_id, q.location_id) = ANY (p_came)
    ELSE true END;
END $$;

-- one number for a cell
CREATE OR REPLACE FUNCTION storage_cell_key(p_item bigint, p_lot bigint, p_location bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(p_item || ' ' || p_lot || ' ' || p_location, 0)
$$;

-- The first rate whose conditions hold.
CREATE OR REPLACE FUNCTION storage_rate(p_rates jsonb, p_plan jsonb, p_sides numeric[], p_weight numeric, p_temperature text,
  p_storage text, p_zone text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT (
    SELECT (r.rate ->> 'n')::integer FROM jsonb_array_elements(p_rates) WITH ORDINALITY r (rate, nth)
    WHERE coalesce(r.rate ->> 'storageClass' = p_storage, r.rate ->> 'storageClass' IS NULL)
      AND coalesce(r.rate ->> 'temperatureClass' = p_temperature, r.rate ->> 'temperatureClass' IS NULL)
      AND coalesce(r.rate ->> 'zone' = p_zone, r.rate ->> 'zone' IS NULL)
      AND coalesce(r.rate ->> 'hazmat' = 'false', true)
      AND (r.rate ->> 'sizeClass' IS NULL OR r.rate ->> 'sizeClass' = coalesce((
        SELECT c.size ->> 'class' FROM jsonb_array_elements(p_plan -> 'sizeClasses') WITH ORDINALITY c (size, nth)
        WHERE p_sides IS NOT NULL AND coalesce(p_sides[1] <= (c.size ->> 'longest')::numeric, c.size ->> 'longest' IS NULL)
          AND coalesce(p_sides[2] <= (c.size ->> 'median')::numeric, c.size ->> 'median' IS NULL)
          AND coalesce(p_sides[3] <= (c.size ->> 'shortest')::numeric, c.size ->> 'shortest' IS NULL)
          AND coalesce(p_weight <= (c.size ->> 'weight')::numeric, c.size ->> 'weight' IS NULL)
        ORDER BY c.nth LIMIT 1), 'OVERSIZE'))
    ORDER BY r.nth LIMIT 1)
$$;

-- Quantities of the cells that the rule charges for, or of what it sums up; band = of age.
CREATE OR REPLACE FUNCTION storage_quantities(p_rule jsonb, p_plan jsonb, p_day date, p_cells storage_cell[])
RETURNS TABLE (item_id bigint, lot_id bigint, location_id bigint, units numeric, quantity numeric, reason text, band integer,
  received date, sides numeric[], weight numeric, temperature_class text, storage_class text, zone text)
LANGUAGE sql STABLE SET jit = off AS $$
  WITH charged AS MATERIALIZED (
    SELECT c.*, greatest(c.units - CASE WHEN jsonb_array_length(p_rule -> 'holds') = 0 THEN 0 ELSE coalesce((
      SELECT sum(h.value::numeric) FROM jsonb_each_text(c.held) h WHERE p_rule -> 'holds' ? h.key), 0) END, 0) AS paid,
      CASE WHEN p_rule ->> 'freeOf' = 'CELL' THEN c.came ELSE c.received END AS since
    FROM unnest(p_cells) c WHERE p_rule -> 'types' ? c.type
  ), alone AS (
    SELECT c.*, CASE p_rule ->> 'basis'
        WHEN 'OCCUPIED_VOLUME' THEN c.volume_part
        WHEN 'UNIT_VOLUME' THEN c.paid * greatest(c.unit_volume, (p_rule ->> 'minUnitVolume')::numeric)
        WHEN 'LOCATION_TYPE' THEN c.place_part
        WHEN 'LPN' THEN c.plate_part
        WHEN 'UNIT' THEN c.paid END AS measured,
      CASE p_rule ->> 'basis'
        WHEN 'OCCUPIED_VOLUME' THEN CASE WHEN c.volume IS NULL THEN 'LOCATION_VOLUME_MISSING' END
        WHEN 'UNIT_VOLUME' THEN CASE WHEN c.unit_volume IS NULL THEN 'ITEM_DIMENSIONS_MISSING' END END AS lacks
    FROM charged c WHERE c.paid > 0
  ), together AS (
    SELECT CASE WHEN p_rule ->> 'grain' <> 'OWNER' THEN c.item_id ELSE 0 END AS item_id,
      CASE WHEN p_rule ->> 'grain' = 'LOT' THEN c.lot_id ELSE 0 END AS lot_id, sum(c.paid) AS paid, min(c.since) AS since,
      min(c.sides) AS sides, min(c.weight) AS weight, min(coalesce((p_rule ->> 'unitsPerLocation')::numeric,
        div((p_rule ->> 'locationVolume')::numeric * (p_rule ->> 'fill')::numeric, c.unit_volume))) AS each
    FROM charged c WHERE c.paid > 0 GROUP BY 1, 2
  )
  SELECT a.item_id, a.lot_id, a.location_id, a.paid, a.measured, a.lacks, NULL::integer, a.since, a.sides, a.weight,
    a.temperature_class, a.storage_class, a.zone
  FROM alone a
  WHERE p_rule ->> 'kind' NOT IN ('AGED', 'OVERAGE') AND p_rule ->> 'basis' NOT IN ('CALCULATED_LOCATION', 'FLAT')
    -- what stands on no plate is no plate
    AND (p_rule ->> 'basis' <> 'LPN' OR a.plate_part IS NOT NULL)
  UNION ALL
  SELECT t.item_id, t.lot_id, 0, t.paid, CASE WHEN p_rule ->> 'basis' = 'FLAT' THEN 1 ELSE ceil(t.paid / nullif(t.each, 0)) END,
    CASE WHEN p_rule ->> 'basis' = 'FLAT' THEN NULL WHEN t.each IS NULL THEN 'ITEM_DIMENSIONS_MISSING'
      WHEN t.each = 0 THEN 'ITEM_LARGER_THAN_LOCATION' END, NULL, t.since, t.sides, t.weight, NULL, '', NULL
  FROM together t WHERE p_rule ->> 'basis' IN ('CALCULATED_LOCATION', 'FLAT')
  UNION ALL
  SELECT a.item_id, a.lot_id, a.location_id, a.paid, CASE WHEN (b.band ->> 'volume')::boolean THEN a.measured ELSE 0 END,
    CASE WHEN (b.band ->> 'volume')::boolean THEN a.lacks END, (b.n - 1)::integer, NULL, NULL, NULL, NULL, a.storage_class, NULL
  FROM alone a JOIN jsonb_array_elements(p_rule -> 'bands') WITH ORDINALITY b (band, n)
    ON p_day - a.received BETWEEN (b.band ->> 'from')::integer AND coalesce((b.band ->> 'to')::integer, 2147483647)
  WHERE p_rule ->> 'kind' = 'AGED'
  UNION ALL
  SELECT 0, 0, 0, 0, sum(a.measured) - (p_rule ->> 'limit')::numeric, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL
  FROM alone a WHERE p_rule ->> 'kind' = 'OVERAGE' HAVING sum(a.measured) > (p_rule ->> 'limit')::numeric
  UNION ALL
  SELECT a.item_id, a.lot_id, a.location_id, 0, NULL, a.lacks, NULL, NULL, NULL, NULL, NULL, '', NULL
  FROM alone a WHERE p_rule ->> 'kind' = 'OVERAGE' AND a.lacks IS NOT NULL
$$;
