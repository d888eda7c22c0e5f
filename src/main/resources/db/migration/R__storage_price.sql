-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- What the lines of a month cost, from the roll-up: for plans whose lines are priced and rounded one by one (half up), so that
-- nothing has to be carried through memory for a figure of a large house. p_month = the month of the last closed day, p_closed; p_own =
-- it is the month that is asked for, else only what stands on that day is carried on. p_more = days to come, like the last one.
-- p_prices = [{version, rule, key, rate, base, unit}], base = what the sum is divided by, unit = what a quantity is divided by where
-- the rate is for a day. p_items = NULL: all of them; planned for what is asked, so that a page is read by its goods.
CREATE OR REPLACE FUNCTION storage_price(p_owner bigint, p_warehouse bigint, p_month date, p_own boolean, p_closed date,
  p_more integer, p_prices jsonb, p_decimals integer, p_items bigint[])
RETURNS TABLE (item_id bigint, lot_id bigint, location_id bigint, rule text, storage_class text, days integer, average numeric,
  least_rate numeric, most_rate numeric, accrued numeric, whole numeric)
LANGUAGE plpgsql STABLE SET jit = off SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY WITH price AS (
    SELECT x.*, ('1e' || p_decimals)::numeric AS one
    FROM jsonb_to_recordset(p_prices) AS x (version bigint, rule text, key text, rate numeric, base numeric,
      unit numeric)
  ), segment AS (
    SELECT m.item_id, m.lot_id, m.location_id, m.rule, split_part(m.rate_key, ':', 2) AS storage_class,
      CASE WHEN p_own THEN m.days ELSE 0 END AS days, CASE WHEN p_own THEN m.quantity_days ELSE 0 END AS past,
      CASE WHEN m.last_day = p_closed THEN p_more ELSE 0 END AS more, m.last_quantity, p.rate, p.base, p.unit, p.one
    FROM storage_month m JOIN price p ON p.version = m.plan_version AND p.rule = m.rule
      AND p.key = split_part(m.rate_key, ':', 1)
    WHERE m.owner_id = p_owner AND m.warehouse_id = p_warehouse AND m.month = p_month
      AND (p_items IS NULL OR m.item_id = ANY (p_items)) AND (p_own OR m.last_day = p_closed)
  )
  SELECT s.item_id, s.lot_id, s.location_id, s.rule, max(s.storage_class), sum(s.days + s.more)::integer,
    sum(s.past + s.last_quantity * s.more) / coalesce(min(s.unit) * nullif(sum(s.days + s.more), 0), min(s.base)), min(s.rate), max(s.rate),
    div(2 * min(s.one) * sum(s.past * s.rate) + min(s.base), 2 * min(s.base)),
    div(2 * min(s.one) * sum((s.past + s.last_quantity * s.more) * s.rate) + min(s.base), 2 * min(s.base))
  FROM segment s GROUP BY 1, 2, 3, 4;
END $$;

-- Sums of all lines, in minor units. Lines of one segment that measured the same are priced once.
CREATE OR REPLACE FUNCTION storage_price_total(p_owner bigint, p_warehouse bigint, p_month date, p_own boolean, p_closed date,
  p_more integer, p_prices jsonb, p_decimals integer) RETURNS TABLE (lines bigint, accrued numeric, whole numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
  SELECT count(*), coalesce(sum(p.accrued), 0), coalesce(sum(p.whole), 0)
  FROM storage_price(p_owner, p_warehouse, p_month, p_own, p_closed, p_more, p_prices, p_decimals, NULL) p
$$;

-- Groups of lines (LOT, SKU, LOCATION, CLASS) behind p_after in the order of their keys, amounts in minor units. The goods of a page
-- are found first where the order is theirs, so that a page costs what is on it.
CREATE OR REPLACE FUNCTION storage_price_page(p_owner bigint, p_warehouse bigint, p_month date, p_own boolean, p_closed date,
  p_more integer, p_prices jsonb, p_decimals integer, p_by text, p_after text[], p_limit integer)
RETURNS TABLE (key text[], lot text, places bigint, days integer, average numeric, least_rate numeric, most_rate numeric,
  accrued numeric, whole numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
  WITH goods AS (
    SELECT CASE WHEN p_by IN ('LOT', 'SKU') THEN ARRAY(
      SELECT i.id FROM item i
      WHERE i.owner_id = p_owner AND (p_after IS NULL OR i.sku COLLATE "C" >= p_after[1] COLLATE "C")
        AND EXISTS (SELECT FROM storage_month m WHERE m.owner_id = p_owner AND m.warehouse_id = p_warehouse
          AND m.month = p_month AND m.item_id = i.id)
      -- the first of them may be behind p_after to its last lot
      ORDER BY i.sku COLLATE "C" LIMIT p_limit + 1) END AS items
  ), grouped AS (
    SELECT CASE WHEN p_by IN ('LOT', 'SKU') THEN l.item_id END AS item_id, CASE WHEN p_by = 'LOT' THEN l.lot_id END AS lot_id,
      CASE WHEN p_by = 'LOCATION' THEN l.location_id END AS location_id, CASE WHEN p_by = 'CLASS' THEN l.storage_class END
        AS storage_class, l.rule, count(*) AS places, max(l.days) AS days, sum(l.average) AS average,
      min(l.least_rate) AS least_rate, max(l.most_rate) AS most_rate, sum(l.accrued) AS accrued, sum(l.whole) AS whole
    FROM goods g CROSS JOIN LATERAL storage_price(p_owner, p_warehouse, p_month, p_own, p_closed, p_more, p_prices, p_decimals,
      g.items) l
    GROUP BY 1, 2, 3, 4, 5
  ), named AS (
    SELECT g.*, ARRAY[coalesce(i.sku, ''), coalesce(nullif(g.lot_id, 0)::text, ''), coalesce(c.code, ''),
      coalesce(g.storage_class, ''), g.rule] COLLATE "C" AS key
    FROM grouped g LEFT JOIN item i ON i.id = g.item_id
    LEFT JOIN location c ON c.warehouse_id = p_warehouse AND c.id = g.location_id
  )
  SELECT n.key, coalesce(t.lot_number, t.expiration_date::text), n.places, n.days, n.average, n.least_rate, n.most_rate,
    n.accrued, n.whole
  FROM named n LEFT JOIN lot t ON t.id = n.lot_id
  WHERE p_after IS NULL OR n.key > p_after COLLATE "C" ORDER BY n.key LIMIT p_limit
$$;

-- The lots whose days to come cost most, in minor units.
CREATE OR REPLACE FUNCTION storage_price_coming(p_owner bigint, p_warehouse bigint, p_month date, p_own boolean, p_closed date,
  p_more integer, p_prices jsonb, p_decimals integer, p_limit integer)
RETURNS TABLE (sku text, lot_id bigint, lot text, coming numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
  SELECT i.sku, c.lot_id, coalesce(t.lot_number, t.expiration_date::text), c.coming FROM (
    SELECT p.item_id, p.lot_id, sum(p.whole - p.accrued) AS coming
    FROM storage_price(p_owner, p_warehouse, p_month, p_own, p_closed, p_more, p_prices, p_decimals, NULL) p
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT p_limit) c
  JOIN item i ON i.id = c.item_id LEFT JOIN lot t ON t.id = c.lot_id
  ORDER BY c.coming DESC, i.sku, c.lot_id
$$;

-- What the lots of one item cost in a month, in the smallest units of money; lot 0 = goods without one.
CREATE OR REPLACE FUNCTION storage_price_item(p_owner bigint, p_warehouse bigint, p_month date, p_own boolean, p_closed date,
  p_more integer, p_prices jsonb, p_decimals integer, p_sku text)
RETURNS TABLE (lot_id bigint, whole numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
  SELECT l.lot_id, sum(l.whole)
  FROM storage_price(p_owner, p_warehouse, p_month, p_own, p_closed, p_more, p_prices, p_decimals,
    ARRAY(SELECT id FROM item WHERE owner_id = p_owner AND sku = p_sku)) l
  GROUP BY 1
$$;
