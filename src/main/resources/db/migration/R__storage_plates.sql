-- Units on license plates at the end of a business date, of whoever shares a plate with this owner: plates of now without what was
-- changed since. A plate on a plate is a part of the lowest one, which is what is paid for.
CREATE OR REPLACE FUNCTION storage_plates(p_warehouse bigint, p_owner bigint, p_day date)
RETURNS TABLE (plate_id bigint, owner_id bigint, item_id bigint, lot_id bigint, location_id bigint, state text, units numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
  WITH RECURSIVE edge AS (
    SELECT ((p_day + 1)::timestamp AT TIME ZONE time_zone) AS night FROM warehouse WHERE id = p_warehouse
  ), content AS (
    SELECT plate_id, stock_id, CASE WHEN p.quantity IS NULL THEN c.quantity ELSE p.quantity END AS units
    FROM (SELECT x.plate_id, x.stock_id, x.quantity FROM plate_content x WHERE x.warehouse_id = p_warehouse) c
    FULL JOIN (SELECT DISTINCT ON (x.plate_id, x.stock_id) x.plate_id, x.stock_id, x.quantity
      FROM plate_content_past x CROSS JOIN edge e WHERE x.warehouse_id = p_warehouse AND x.until >= e.night
      ORDER BY x.plate_id, x.stock_id, x.until) p USING (plate_id, stock_id)
  ), nested AS (
    SELECT l.id, CASE WHEN p.plate_id IS NULL THEN l.parent_id ELSE p.parent_id END AS parent_id
    FROM plate l LEFT JOIN (SELECT DISTINCT ON (x.plate_id) x.plate_id, x.parent_id
      FROM plate_past x CROSS JOIN edge e WHERE x.warehouse_id = p_warehouse AND x.until >= e.night
      ORDER BY x.plate_id, x.until) p ON p.plate_id = l.id
    WHERE l.warehouse_id = p_warehouse
  ), under AS (
    SELECT n.id, n.id AS at, n.parent_id FROM nested n
    UNION ALL
    SELECT u.id, n.id, n.parent_id FROM under u JOIN nested n ON n.id = u.parent_id
  ), stood AS MATERIALIZED (
    SELECT u.at AS plate_id, i.owner_id, s.item_id, s.lot_key, s.location_id, s.state, sum(c.units) AS units
    FROM content c JOIN under u ON u.id = c.plate_id AND u.parent_id IS NULL
    JOIN stock s ON s.warehouse_id = p_warehouse AND s.id = c.stock_id JOIN item i ON i.id = s.item_id
    WHERE c.units > 0 GROUP BY 1, 2, 3, 4, 5, 6
  )
  SELECT t.* FROM stood t WHERE t.plate_id IN (SELECT o.plate_id FROM stood o WHERE o.owner_id = p_owner)
$$;

-- Cells with their part of license plates, where a rule asks for it: by volume of the goods, in equal parts where one is not known; the
-- last one takes the rest of a plate.
CREATE OR REPLACE FUNCTION storage_with_plates(p_warehouse bigint, p_owner bigint, p_day date, p_plan jsonb,
  p_cells storage_cell[]) RETURNS storage_cell[] LANGUAGE plpgsql STABLE SET jit = off AS $$
DECLARE
  v_cells storage_cell[];
BEGIN
  IF p_cells IS NULL OR p_plan ->> 'plates' IS DISTINCT FROM 'true' THEN
    RETURN p_cells;
  END IF;
  WITH edge AS (
    SELECT ((p_day + 1)::timestamp AT TIME ZONE time_zone) AS night FROM warehouse WHERE id = p_warehouse
  ), sized AS (
    SELECT s.plate_id, s.owner_id, s.item_id, s.lot_id, s.location_id, s.units * k.sides[1] * k.sides[2] * k.sides[3] AS own
    FROM (SELECT x.plate_id, x.owner_id, x.item_id, x.lot_id, x.location_id, sum(x.units) AS units
      FROM storage_plates(p_warehouse, p_owner, p_day) x GROUP BY 1, 2, 3, 4, 5) s
    JOIN item i ON i.id = s.item_id CROSS JOIN edge e
    CROSS JOIN LATERAL (SELECT coalesce((SELECT x.sides FROM item_past x WHERE x.item_id = s.item_id AND x.until >= e.night
      AND x.sides IS NOT NULL ORDER BY x.until LIMIT 1), i.sides) AS sides) k
  ), weighed AS (
    SELECT s.*, count(*) OVER p AS cells, row_number() OVER (p ORDER BY s.owner_id, s.item_id, s.lot_id) AS nth,
      CASE WHEN count(s.own) OVER p = count(*) OVER p THEN sum(s.own) OVER p END AS all_of_it
    FROM sized s WINDOW p AS (PARTITION BY s.plate_id)
  ), parted AS (
    SELECT w.*, CASE WHEN w.cells = 1 THEN 1 WHEN w.all_of_it IS NULL THEN storage_part(1, 1, w.cells, 12)
      ELSE storage_part(1, w.own, w.all_of_it, 12) END AS down
    FROM weighed w
  ), shared AS (
    SELECT d.item_id, d.lot_id, d.location_id, sum(d.part) AS part FROM (
      SELECT x.*, CASE WHEN x.nth = x.cells THEN 1 - sum(x.down) OVER p + x.down ELSE x.down END AS part
      FROM parted x WINDOW p AS (PARTITION BY x.plate_id)) d
    WHERE d.owner_id = p_owner GROUP BY 1, 2, 3
  )
  SELECT array_agg((c.item_id, c.lot_id, c.location_id, c.units, c.held, c.sides, c.unit_volume, c.weight, c.type, c.storage_class,
    c.temperature_class, c.zone, c.volume, c.volume_part, c.place_part, c.received, c.came, s.part)::storage_cell
    ORDER BY c.item_id, c.lot_id, c.location_id)
  INTO v_cells
  FROM unnest(p_cells) c
  LEFT JOIN shared s ON s.item_id = c.item_id AND s.lot_id = c.lot_id AND s.location_id = c.location_id;
  RETURN v_cells;
END $$;
