-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- PLAN_COUNT: what is to be counted, as many lines as asked for; what is being counted already is left out. Facts: basis,
-- size, owners (NULL = all), owner, sku, zone, class, locations, seed, note.
CREATE OR REPLACE FUNCTION count_plan_open(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_count bigint := count_plan_of(e, e.facts ->> 'basis', e.facts ->> 'note');
  v_lines integer;
BEGIN
  INSERT INTO count_line (warehouse_id, count_id, location_id, item_id, lot_id)
  SELECT e.warehouse_id, v_count, c.location_id, c.item_id, c.lot_id FROM count_candidates(e) c
  WHERE NOT EXISTS (SELECT FROM count_line x WHERE x.warehouse_id = e.warehouse_id AND x.location_id = c.location_id
    AND x.item_id IS NOT DISTINCT FROM c.item_id AND x.lot_id IS NOT DISTINCT FROM c.lot_id
    AND x.state IN ('OPEN', 'RECOUNT', 'WAITING'))
  ORDER BY c.place LIMIT (e.facts ->> 'size')::integer
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_lines = ROW_COUNT;
  PERFORM count_close(e.warehouse_id, v_count);
  RETURN ('OK', 'COUNT_PLANNED', jsonb_build_object('count', v_count, 'lines', v_lines), '{}')::posted;
END $$;

-- Goods in places, and empty places, that a plan of this basis looks at, in its order.
CREATE OR REPLACE FUNCTION count_candidates(e posting)
RETURNS TABLE (place bigint, location_id bigint, item_id bigint, lot_id bigint) LANGUAGE sql STABLE AS $$
  WITH asked AS (
    SELECT e.facts ->> 'basis' AS basis, e.facts ->> 'zone' AS zone, e.facts ->> 'class' AS class,
      coalesce(e.facts ->> 'seed', e.id::text) AS seed, e.facts ->> 'owner' AS owner, e.facts ->> 'sku' AS sku,
      CASE WHEN jsonb_typeof(e.facts -> 'owners') = 'array'
        THEN ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'owners')) END AS owners,
      CASE WHEN jsonb_typeof(e.facts -> 'locations') = 'array'
        THEN ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'locations')) END AS locations
  ), places AS (
    SELECT l.id, l.code, l.pick_sequence FROM location l, asked a
    WHERE l.warehouse_id = e.warehouse_id AND l.type IN ('STORAGE', 'PICK_FACE', 'STAGING', 'QUARANTINE', 'DAMAGED')
      AND (a.zone IS NULL OR l.zone = a.zone) AND (a.locations IS NULL OR l.code = ANY (a.locations))
  ), goods AS (
    SELECT s.location_id, s.item_id, s.lot_id, sum(s.quantity) AS units
    FROM stock s JOIN item i ON i.id = s.item_id JOIN owner o ON o.id = i.owner_id, asked a
    WHERE s.warehouse_id = e.warehouse_id AND s.state <> 'PICKED' AND (a.owners IS NULL OR o.code = ANY (a.owners))
      AND (a.owner IS NULL OR o.code = a.owner) AND (a.sku IS NULL OR i.sku = a.sku)
      AND (a.class IS NULL OR a.class = (SELECT r.class FROM count_classes(e.warehouse_id) r WHERE r.item_id = i.id))
    GROUP BY 1, 2, 3
  )
  SELECT row_number() OVER (ORDER BY CASE WHEN a.basis = 'RANDOM'
      THEN md5(concat_ws(':', a.seed, g.location_id, g.item_id, g.lot_id)) END, p.pick_sequence, p.code, g.item_id,
      g.lot_id), p.id, g.item_id, g.lot_id
  FROM asked a, goods g JOIN places p ON p.id = g.location_id
  WHERE a.basis <> 'EMPTY_BIN' AND (g.units > 0) = (a.basis <> 'ZERO_STOCK')
  UNION ALL
  SELECT row_number() OVER (ORDER BY p.pick_sequence, p.code), p.id, NULL, NULL
  FROM asked a, places p JOIN location l ON l.warehouse_id = e.warehouse_id AND l.id = p.id
  WHERE a.basis = 'EMPTY_BIN' AND l.type IN ('STORAGE', 'PICK_FACE') AND NOT EXISTS (SELECT FROM stock s
    WHERE s.warehouse_id = e.warehouse_id AND s.location_id = p.id AND s.quantity > 0)
$$;

-- A: items with the first 80 % of the units picked in 90 days; B: up to 95 %; C: the rest, and what was never picked.
CREATE OR REPLACE FUNCTION count_classes(p_warehouse bigint) RETURNS TABLE (item_id bigint, class text)
LANGUAGE sql STABLE AS $$
  SELECT x.item_id, CASE WHEN x.units = 0 OR x.before >= 0.95 * x.total THEN 'C' WHEN x.before >= 0.8 * x.total THEN 'B'
    ELSE 'A' END
  FROM (
    SELECT s.item_id, coalesce(m.units, 0) AS units, sum(coalesce(m.units, 0)) OVER () AS total,
      sum(coalesce(m.units, 0)) OVER (ORDER BY coalesce(m.units, 0) DESC, s.item_id) - coalesce(m.units, 0) AS before
    FROM stock_summary s LEFT JOIN (SELECT item_id, sum(quantity) AS units FROM movement
      WHERE warehouse_id = p_warehouse AND kind = 'PICK' AND recorded_at > now() - interval '90 days' GROUP BY 1) m
      ON m.item_id = s.item_id
    WHERE s.warehouse_id = p_warehouse) x
$$;

-- A short pick asks at once what is really there; units that it takes back (p_units < 0) are no longer looked for.
CREATE OR REPLACE FUNCTION count_short(e posting, p_location bigint, p_units numeric) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  l count_line;
BEGIN
  e.to_location := p_location; e.lot_number := NULL; e.expiration_date := NULL;
  IF p_units > 0 AND NOT EXISTS (SELECT FROM count_line c WHERE c.warehouse_id = e.warehouse_id
    AND c.location_id = p_location AND c.item_id = e.item_id AND c.lot_id IS NOT DISTINCT FROM e.lot_id
    AND c.state IN ('OPEN', 'RECOUNT', 'WAITING')) THEN
    INSERT INTO count_line (warehouse_id, count_id, location_id, item_id, lot_id)
    VALUES (e.warehouse_id, count_plan_of(e, 'SHORT', NULL), p_location, e.item_id, e.lot_id);
  END IF;
  UPDATE count_line c SET missing = greatest(0, missing + p_units),
    state = CASE WHEN missing + p_units <= 0 AND rounds = 0 AND EXISTS (SELECT FROM count_plan p
      WHERE p.warehouse_id = c.warehouse_id AND p.id = c.count_id AND p.basis = 'SHORT') THEN 'CANCELLED' ELSE state END
  WHERE c.warehouse_id = e.warehouse_id AND c.location_id = p_location AND c.item_id = e.item_id
    AND c.lot_id IS NOT DISTINCT FROM e.lot_id AND c.state IN ('OPEN', 'RECOUNT', 'WAITING')
  RETURNING * INTO l;
  IF l.id IS NOT NULL THEN
    PERFORM count_close(l.warehouse_id, l.count_id);
  END IF;
END $$;

-- An undone COUNT asks its question again; one that a second person has posted, or that was counted again, stays.
CREATE OR REPLACE FUNCTION undo_count(e posting, p_event uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  l count_line;
BEGIN
  FOR l IN SELECT * FROM count_line WHERE warehouse_id = e.warehouse_id AND counted_event = p_event
    ORDER BY id FOR NO KEY UPDATE
  LOOP
    IF l.posted_event <> p_event OR l.state IN ('POSTED', 'CANCELLED') AND EXISTS (
      SELECT FROM count_line c WHERE c.warehouse_id = l.warehouse_id AND c.location_id = l.location_id
        AND c.item_id IS NOT DISTINCT FROM l.item_id AND c.lot_id IS NOT DISTINCT FROM l.lot_id
        AND c.state IN ('OPEN', 'RECOUNT', 'WAITING')) THEN
      RAISE EXCEPTION 'too late' USING ERRCODE = 'LL001';
    END IF;
    UPDATE count_line SET state = 'OPEN', rounds = rounds - 1, counted = NULL, book = NULL, difference = NULL,
      counted_by = NULL, counted_at = NULL, counted_event = NULL, posted_event = NULL
    WHERE warehouse_id = l.warehouse_id AND id = l.id;
    PERFORM count_close(l.warehouse_id, l.count_id);
  END LOOP;
  IF l.id IS NULL THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'LL001';
  END IF;
END $$;
