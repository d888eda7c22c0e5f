-- Days with something that could not be rated, and for which what was lacking may be there now: a plan, or measures that
-- came since the last look. To compute a day again takes as long as the first time, so it is not done in vain.
CREATE OR REPLACE FUNCTION storage_lacking(p_warehouse bigint) RETURNS TABLE (owner_id bigint, day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
  WITH lacking AS (
    SELECT * FROM (
      SELECT DISTINCT ON (d.owner_id, d.day) d.owner_id, d.day, d.plan_version, d.unrated FROM storage_day d
      WHERE d.warehouse_id = p_warehouse ORDER BY d.owner_id, d.day, d.revision DESC) d
    WHERE d.unrated > 0
  ), measured AS MATERIALIZED (
    SELECT p.item_id, 0::bigint AS location_id FROM item_past p
    WHERE p.tx >= coalesce((SELECT n.oldest_open FROM storage_seen n WHERE n.warehouse_id = p_warehouse), '0'::xid8)
    UNION
    SELECT 0, p.location_id FROM location_past p WHERE p.warehouse_id = p_warehouse
      AND p.tx >= coalesce((SELECT n.oldest_open FROM storage_seen n WHERE n.warehouse_id = p_warehouse), '0'::xid8)
  )
  SELECT l.owner_id, l.day FROM lacking l
  WHERE l.plan_version IS DISTINCT FROM (SELECT v.id FROM storage_plan(l.owner_id, p_warehouse, l.day) v)
    OR l.plan_version IS NOT NULL AND EXISTS (
      SELECT FROM measured m JOIN storage_unrated u ON u.warehouse_id = p_warehouse AND u.owner_id = l.owner_id AND u.day = l.day
        -- 0 and 0: all goods of the owner together
        AND (u.item_id = m.item_id OR u.location_id = m.location_id AND m.location_id > 0 OR u.item_id = 0 AND u.location_id = 0))
$$;

-- Days of a warehouse that wait to be closed, or closed again: oldest first, owner by owner. An owner's first day is the one
-- its first plan holds from, or, without a plan, the first of yesterday's month; never before its first movement. Closed again is
-- what a late fact reaches, and what could not be measured.
CREATE OR REPLACE FUNCTION storage_due(p_warehouse bigint) RETURNS TABLE (owner_id bigint, day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
  WITH today AS (
    SELECT business_date(time_zone) AS date FROM warehouse WHERE id = p_warehouse
  ), closed AS (
    SELECT d.owner_id, max(d.day) AS last FROM storage_day d WHERE d.warehouse_id = p_warehouse GROUP BY 1
  ), owners AS (
    SELECT i.owner_id, array_agg(i.id) AS items FROM stock_summary g JOIN item i ON i.id = g.item_id
    WHERE g.warehouse_id = p_warehouse GROUP BY 1
  ), firsts AS (
    SELECT o.owner_id, coalesce(c.last + 1, greatest((
      SELECT min(m.business_date) FROM movement m WHERE m.item_id = ANY (o.items) AND m.warehouse_id = p_warehouse),
      coalesce((SELECT min(a.from_day) FROM rate_plan_assignment a WHERE a.owner_id = o.owner_id
        AND (a.warehouse_id = p_warehouse OR a.warehouse_id IS NULL)), date_trunc('month', t.date - 1)::date))) AS day
    FROM owners o CROSS JOIN today t LEFT JOIN closed c ON c.owner_id = o.owner_id
    WHERE c.last IS NOT NULL
      OR EXISTS (SELECT FROM stock s WHERE s.warehouse_id = p_warehouse AND s.item_id = ANY (o.items))
  ), late AS (
    SELECT m.owner_id, min(m.business_date) AS since FROM storage_seen n
    JOIN movement m ON m.warehouse_id = n.warehouse_id AND m.id > n.movement_id - 100000 AND m.tx >= n.oldest_open
    WHERE n.warehouse_id = p_warehouse GROUP BY 1
  )
  SELECT x.owner_id, x.day::date FROM (
    SELECT f.owner_id, generate_series(f.day::timestamp, (t.date - 1)::timestamp, '1 day') AS day
    FROM firsts f CROSS JOIN today t WHERE f.day IS NOT NULL
    UNION
    SELECT l.owner_id, generate_series(l.since::timestamp, c.last::timestamp, '1 day')
    FROM late l JOIN closed c ON c.owner_id = l.owner_id
    UNION
    SELECT d.owner_id, d.day::timestamp FROM storage_lacking(p_warehouse) d) x
  WHERE NOT EXISTS (SELECT FROM closed c WHERE c.owner_id = x.owner_id AND x.day < (
    SELECT min(d.day) FROM storage_day d WHERE d.warehouse_id = p_warehouse AND d.owner_id = x.owner_id))
  ORDER BY 2, 1
$$;

-- Where the ledger stands, to be read before the days are looked for and noted when they are closed.
CREATE OR REPLACE FUNCTION storage_stand() RETURNS TABLE (movement_id bigint, oldest_open text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(pg_sequence_last_value('movement_id'), 0), pg_snapshot_xmin(pg_current_snapshot())::text
$$;

CREATE OR REPLACE FUNCTION storage_looked(p_warehouse bigint, p_movement bigint, p_oldest text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO storage_seen AS s (warehouse_id, movement_id, oldest_open) VALUES (p_warehouse, p_movement, p_oldest::xid8)
  ON CONFLICT (warehouse_id) DO UPDATE SET movement_id = excluded.movement_id, oldest_open = excluded.oldest_open
  WHERE s.movement_id <= excluded.movement_id AND s.oldest_open <= excluded.oldest_open
$$;
