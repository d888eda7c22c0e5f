-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The cells of an owner as they stood at the end of a business date (any: as they stood at their fullest during it): the
-- balances of now without what moved since, so that a close that runs a month late finds the same. A place is shared by all
-- who stand in it, whoever owns them; the last one takes the rest of the parts. p_items = NULL: all goods of the owner, else these and
-- what stands with them. Planned for what is asked, for one item and a whole house are read in other ways.
DROP FUNCTION IF EXISTS storage_cells(bigint, bigint, date, boolean, jsonb);
CREATE OR REPLACE FUNCTION storage_cells(p_warehouse bigint, p_owner bigint, p_day date, p_any boolean, p_plan jsonb,
  p_items bigint[] DEFAULT NULL) RETURNS storage_cell[] LANGUAGE plpgsql STABLE SET jit = off SET work_mem = '64MB'
SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN (WITH edge AS (
    SELECT ((p_day + 1)::timestamp AT TIME ZONE time_zone) AS night, time_zone FROM warehouse WHERE id = p_warehouse
  ), later AS MATERIALIZED (
    SELECT x.item_id, x.lot_key, x.location_id, x.state, sum(x.units) AS units FROM (
      SELECT item_id, coalesce(lot_id, 0) AS lot_key, to_location AS location_id, to_state AS state, quantity AS units
      FROM movement WHERE warehouse_id = p_warehouse AND business_date > p_day AND to_state IS NOT NULL
      UNION ALL
      SELECT item_id, coalesce(lot_id, 0), from_location, from_state, -quantity
      FROM movement WHERE warehouse_id = p_warehouse AND business_date > p_day AND from_state IS NOT NULL) x
    GROUP BY 1, 2, 3, 4
  ), moved AS MATERIALIZED (
    SELECT y.item_id, y.lot_key, y.location_id, max(y.reached) AS highest, max(y.total) AS total FROM (
      SELECT x.item_id, x.lot_key, x.location_id,
        sum(x.units) OVER (PARTITION BY x.item_id, x.lot_key, x.location_id ORDER BY x.id, x.units) AS reached,
        sum(x.units) OVER (PARTITION BY x.item_id, x.lot_key, x.location_id) AS total
      FROM (
        SELECT id, item_id, coalesce(lot_id, 0) AS lot_key, to_location AS location_id, quantity AS units
        FROM movement WHERE p_any AND warehouse_id = p_warehouse AND business_date = p_day AND to_state IS NOT NULL
        UNION ALL
        SELECT id, item_id, coalesce(lot_id, 0), from_location, -quantity
        FROM movement WHERE p_any AND warehouse_id = p_warehouse AND business_date = p_day AND from_state IS NOT NULL) x) y
    GROUP BY 1, 2, 3
  ), mine AS (
    SELECT DISTINCT s.location_id FROM item i JOIN stock s ON s.warehouse_id = p_warehouse AND s.item_id = i.id
    LEFT JOIN later l ON l.item_id = s.item_id AND l.lot_key = s.lot_key AND l.location_id = s.location_id
      AND l.state = s.state
    WHERE i.owner_id = p_owner AND (p_items IS NULL OR i.id = ANY (p_items)) AND (s.quantity > 0 OR l.item_id IS NOT NULL OR p_any)
  ), balance AS (
    SELECT s.item_id, s.lot_key, s.location_id, sum(s.quantity - coalesce(l.units, 0)) AS units,
      jsonb_object_agg(s.state, s.quantity - coalesce(l.units, 0)) FILTER (WHERE s.state IN ('QUARANTINED', 'SHORT_DATED',
        'DAMAGED') AND s.quantity > coalesce(l.units, 0)) AS held
    FROM mine m JOIN stock s ON s.warehouse_id = p_warehouse AND s.location_id = m.location_id
    LEFT JOIN later l ON l.item_id = s.item_id AND l.lot_key = s.lot_key AND l.location_id = s.location_id
      AND l.state = s.state
    GROUP BY 1, 2, 3
  ), there AS (
    SELECT b.item_id, b.lot_key, b.location_id, b.held,
      CASE WHEN v.item_id IS NULL THEN b.units ELSE greatest(b.units, b.units - v.total + greatest(v.highest, 0)) END AS units
    FROM balance b
    LEFT JOIN moved v ON v.item_id = b.item_id AND v.lot_key = b.lot_key AND v.location_id = b.location_id
  ), item_then AS MATERIALIZED (
    SELECT DISTINCT ON (x.item_id) x.item_id, x.sides, x.weight FROM item_past x CROSS JOIN edge e
    WHERE x.until >= e.night AND x.sides IS NOT NULL ORDER BY x.item_id, x.until
  ), place_then AS MATERIALIZED (
    SELECT DISTINCT ON (x.location_id) x.* FROM location_past x CROSS JOIN edge e
    WHERE x.warehouse_id = p_warehouse AND x.until >= e.night ORDER BY x.location_id, x.until
  ), volume_then AS MATERIALIZED (
    SELECT DISTINCT ON (x.location_id) x.location_id, x.volume FROM location_past x CROSS JOIN edge e
    WHERE x.warehouse_id = p_warehouse AND x.until >= e.night AND x.volume IS NOT NULL ORDER BY x.location_id, x.until
  ), known AS MATERIALIZED (
    SELECT t.*, i.owner_id, coalesce(p.sides, i.sides) AS sides,
      CASE WHEN p.item_id IS NULL THEN i.weight ELSE p.weight END AS weight, g.type,
      coalesce(c.storage_class, g.storage_class) AS storage_class,
      CASE WHEN c.location_id IS NULL THEN g.temperature_class ELSE c.temperature_class END AS temperature_class,
      CASE WHEN c.location_id IS NULL THEN g.zone ELSE c.zone END AS zone,
      coalesce(w.volume, g.capacity_volume * 28316846.592,
        (p_plan -> 'defaultVolumes' ->> coalesce(c.storage_class, g.storage_class))::numeric) AS volume
    FROM there t
    JOIN item i ON i.id = t.item_id
    JOIN location g ON g.warehouse_id = p_warehouse AND g.id = t.location_id
    LEFT JOIN item_then p ON p.item_id = t.item_id
    LEFT JOIN place_then c ON c.location_id = t.location_id
    LEFT JOIN volume_then w ON w.location_id = t.location_id
    WHERE t.units > 0
  ), sized AS MATERIALIZED (
    SELECT k.*, k.sides[1] * k.sides[2] * k.sides[3] AS unit_volume, k.units * k.sides[1] * k.sides[2] * k.sides[3] AS own
    FROM known k
  ), weighed AS MATERIALIZED (
    SELECT k.*, count(*) OVER p AS cells, row_number() OVER (p ORDER BY k.owner_id, k.item_id, k.lot_key) AS nth,
      CASE WHEN count(k.own) OVER p = count(*) OVER p THEN sum(k.own) OVER p END AS all_of_it
    FROM sized k WINDOW p AS (PARTITION BY k.location_id)
  ), parted AS MATERIALIZED (
    SELECT w.*,
      CASE WHEN w.cells = 1 THEN w.volume WHEN w.all_of_it IS NULL THEN storage_part(w.volume, 1, w.cells, 6)
        ELSE storage_part(w.volume, w.own, w.all_of_it, 6) END AS volume_down,
      CASE WHEN w.cells = 1 THEN 1 WHEN w.all_of_it IS NULL THEN storage_part(1, 1, w.cells, 12)
        ELSE storage_part(1, w.own, w.all_of_it, 12) END AS place_down
    FROM weighed w
  ), shared AS (
    SELECT d.*,
      CASE WHEN d.nth = d.cells THEN d.volume - sum(d.volume_down) OVER p + d.volume_down ELSE d.volume_down END AS volume_part,
      CASE WHEN d.nth = d.cells THEN 1 - sum(d.place_down) OVER p + d.place_down ELSE d.place_down END AS place_part
    FROM parted d WINDOW p AS (PARTITION BY d.location_id)
  )
  SELECT array_agg((s.item_id, s.lot_key, s.location_id, s.units, s.held, s.sides, s.unit_volume, s.weight, s.type,
    s.storage_class, s.temperature_class, s.zone, s.volume, s.volume_part, s.place_part, NULL, NULL, NULL)::storage_cell
    ORDER BY s.item_id, s.lot_key, s.location_id)
  FROM shared s WHERE s.owner_id = p_owner);
END $$;

-- whole × own ÷ all, cut off after so many decimals; exact, unlike a division that is cut off afterwards
CREATE OR REPLACE FUNCTION storage_part(p_whole numeric, p_own numeric, p_all numeric, p_decimals integer)
RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT div(p_whole * p_own * ('1e' || p_decimals)::numeric, p_all) * ('1e-' || p_decimals)::numeric
$$;
