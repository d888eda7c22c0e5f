-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Items of an owner, or of all (NULL), of which something may have been written in a warehouse since they were counted in
-- shelf_day. Every change of stock writes the total of its item; the date of a lot never changes.
CREATE OR REPLACE FUNCTION shelf_due(p_warehouse bigint, p_owner bigint) RETURNS TABLE (item_id bigint, owner_id bigint,
  min_days integer, was_days integer, lot_tracked boolean) LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
BEGIN
  RETURN QUERY SELECT i.id, i.owner_id, coalesce(i.min_shelf_life_days, 0), c.min_days, i.lot_tracked
    FROM item i JOIN stock_summary g ON g.warehouse_id = p_warehouse AND g.item_id = i.id
    LEFT JOIN shelf_item c ON c.warehouse_id = p_warehouse AND c.item_id = i.id
    WHERE (p_owner IS NULL OR i.owner_id = p_owner) AND (c.seen IS NULL OR coalesce(i.min_shelf_life_days, 0) <> c.min_days
      OR i.lot_tracked <> c.lot_tracked OR stock_written_by(g.xmin, v_next) >= c.seen);
END $$;

-- Counts up to p_most of them anew, those after item p_after: shelf_day changes by the difference. Answers the last of them,
-- or NULL when none is left. One call at a time, others wait; what was read and how far it reaches is one snapshot, so that
-- nothing is missed, and what was being written meanwhile is counted the next time.
CREATE OR REPLACE FUNCTION shelf_count(p_warehouse bigint, p_owner bigint, p_after bigint, p_most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_last bigint;
  v_gone boolean;
BEGIN
  -- most who look find nothing to count, and wait for nobody
  IF NOT EXISTS (SELECT FROM shelf_due(p_warehouse, p_owner) WHERE item_id > p_after) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('shelf ' || p_warehouse, 0));
  WITH due AS MATERIALIZED (
    SELECT * FROM shelf_due(p_warehouse, p_owner) WHERE item_id > p_after ORDER BY item_id LIMIT p_most
  ), lot_now AS (
    SELECT d.item_id, t.expiration_date AS day,
      coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS available,
      coalesce(sum(s.quantity) FILTER (WHERE s.state = 'SHORT_DATED'), 0) AS short_dated
    FROM due d JOIN stock s ON s.warehouse_id = p_warehouse AND s.item_id = d.item_id AND s.quantity > 0
      AND s.state IN ('AVAILABLE', 'SHORT_DATED')
    JOIN lot t ON t.id = s.lot_id AND t.expiration_date IS NOT NULL
    WHERE d.lot_tracked GROUP BY d.item_id, t.id
  ), now AS MATERIALIZED (
    SELECT item_id, day, sum(available) AS available, sum(short_dated) AS short_dated,
      count(*) FILTER (WHERE available > 0)::integer AS lots
    FROM lot_now GROUP BY 1, 2
  ), change AS MATERIALIZED (
    SELECT owner_id, min_days, day, sum(available) AS available, sum(short_dated) AS short_dated, sum(lots)::integer AS lots
    FROM (
      SELECT d.owner_id, d.min_days, n.day, n.available, n.short_dated, n.lots FROM due d JOIN now n ON n.item_id = d.item_id
      UNION ALL
      SELECT d.owner_id, d.was_days, x.day, -x.available, -x.short_dated, -x.lots
      FROM due d JOIN shelf_item_days c ON c.warehouse_id = p_warehouse AND c.item_id = d.item_id
      CROSS JOIN unnest(c.days, c.available, c.short_dated, c.lots) x (day, available, short_dated, lots)) both_ways
    GROUP BY 1, 2, 3 HAVING sum(available) <> 0 OR sum(short_dated) <> 0 OR sum(lots) <> 0
  ), seen AS (
    INSERT INTO shelf_item (warehouse_id, item_id, min_days, lot_tracked, seen)
    SELECT p_warehouse, item_id, min_days, lot_tracked, pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM due
    ON CONFLICT (warehouse_id, item_id) DO UPDATE SET min_days = excluded.min_days, lot_tracked = excluded.lot_tracked,
      seen = excluded.seen
  ), counted AS (
    INSERT INTO shelf_item_days (warehouse_id, item_id, days, available, short_dated, lots)
    SELECT p_warehouse, d.item_id, coalesce(n.days, '{}'), coalesce(n.available, '{}'), coalesce(n.short_dated, '{}'),
      coalesce(n.lots, '{}')
    FROM due d LEFT JOIN (
      SELECT item_id, array_agg(day) AS days, array_agg(available) AS available, array_agg(short_dated) AS short_dated,
        array_agg(lots) AS lots FROM now GROUP BY 1) n ON n.item_id = d.item_id
    ON CONFLICT (warehouse_id, item_id) DO UPDATE SET days = excluded.days, available = excluded.available,
      short_dated = excluded.short_dated, lots = excluded.lots
  ), changed AS (
    UPDATE shelf_day d SET available = d.available + c.available, short_dated = d.short_dated + c.short_dated,
      lots = d.lots + c.lots
    FROM change c
    WHERE d.warehouse_id = p_warehouse AND d.owner_id = c.owner_id AND d.min_days = c.min_days AND d.day = c.day
    RETURNING d.available = 0 AND d.short_dated = 0 AS gone
  ), born AS (
    INSERT INTO shelf_day (warehouse_id, owner_id, min_days, day, available, short_dated, lots)
    SELECT p_warehouse, c.* FROM change c WHERE NOT EXISTS (SELECT FROM shelf_day d WHERE d.warehouse_id = p_warehouse
      AND d.owner_id = c.owner_id AND d.min_days = c.min_days AND d.day = c.day)
  )
  SELECT (SELECT max(item_id) FROM due HAVING count(*) = p_most), (SELECT bool_or(gone) FROM changed) INTO v_last, v_gone;
  IF v_gone THEN
    DELETE FROM shelf_day WHERE warehouse_id = p_warehouse AND available = 0 AND short_dated = 0;
  END IF;
  RETURN v_last;
END $$;

-- What expires of an owner in a warehouse, counted up to now; more = where to go on, because p_most items were not all.
CREATE OR REPLACE FUNCTION shelf_now(p_warehouse bigint, p_owner bigint, p_most integer, OUT more bigint,
  OUT days shelf_day[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  more := shelf_count(p_warehouse, p_owner, 0, p_most);
  days := ARRAY(SELECT d FROM shelf_day d WHERE d.warehouse_id = p_warehouse AND d.owner_id = p_owner);
END $$;
