-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The contents that a command names by code, each with the balance row at that place it may mean: of the state named,
-- else good stock first. code = why it can't be: the item, the lot or enough of it is not there. plate NULL = loose units.
CREATE OR REPLACE FUNCTION plate_named(e posting, p_location bigint, p_plate bigint)
RETURNS TABLE (item_id bigint, stock_id bigint, lot_id bigint, state text, units numeric, code text, facts jsonb)
LANGUAGE sql STABLE AS $$
  SELECT i.id, s.id, s.lot_id, s.state, a.quantity,
    CASE WHEN i.id IS NULL THEN 'UNKNOWN_ITEM' WHEN coalesce(s.units, 0) < sum(a.quantity) OVER (PARTITION BY s.id)
      THEN 'NOT_ENOUGH_STOCK' END,
    CASE WHEN i.id IS NULL THEN jsonb_build_object('sku', a.sku)
      ELSE jsonb_build_object('sku', a.sku, 'lot', a."lotNumber", 'available', coalesce(s.units, 0)) END
  FROM jsonb_to_recordset(e.facts -> 'contents') AS a (owner text, sku text, "lotNumber" text, "expirationDate" date,
    state text, quantity numeric)
  LEFT JOIN owner o ON o.code = a.owner
  LEFT JOIN item i ON i.owner_id = o.id AND i.sku = a.sku
  LEFT JOIN LATERAL (
    SELECT x.id, x.lot_id, x.state, y.units FROM stock x LEFT JOIN lot t ON t.id = x.lot_id
    LEFT JOIN plate_content c ON c.warehouse_id = x.warehouse_id AND c.stock_id = x.id AND c.plate_id = p_plate
    CROSS JOIN LATERAL (SELECT CASE WHEN p_plate IS NULL THEN x.quantity - x.plated ELSE c.quantity END AS units) y
    WHERE x.warehouse_id = e.warehouse_id AND x.location_id = p_location AND x.item_id = i.id AND y.units > 0
      AND x.state <> 'PICKED' AND (a.state IS NULL OR x.state = a.state)
      AND t.lot_number IS NOT DISTINCT FROM coalesce(a."lotNumber", t.lot_number)
      AND t.expiration_date IS NOT DISTINCT FROM coalesce(a."expirationDate", t.expiration_date)
      AND (t.id IS NULL OR a."lotNumber" IS NOT NULL OR a."expirationDate" IS NOT NULL)
    ORDER BY (x.state = 'AVAILABLE') DESC, y.units DESC, x.id LIMIT 1) s ON true
$$;

-- Puts loose units of a place onto a plate, which is made if it is new. Arguments: e.facts plate, contents; e.to_location.
CREATE OR REPLACE FUNCTION plate_build(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_tree bigint[];
  v_plate bigint;
  c record;
BEGIN
  v_tree := plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate'],
    ARRAY(SELECT n.item_id FROM plate_named(e, e.to_location, NULL) n WHERE n.item_id IS NOT NULL));
  FOR c IN SELECT n.code, n.facts FROM plate_named(e, e.to_location, NULL) n WHERE n.code IS NOT NULL LOOP
    RETURN ('REFUSED', c.code, c.facts, NULL)::posted;
  END LOOP;
  v_plate := plate_at(e.warehouse_id, e.facts ->> 'plate', e.to_location);
  IF v_plate IS NULL OR hold_of_plate(e.warehouse_id, v_plate, NULL) IS NOT NULL THEN
    RETURN ('REFUSED', 'PLATE_IN_USE', jsonb_build_object('plate', e.facts ->> 'plate'), NULL)::posted;
  END IF;
  PERFORM plate_put(array_agg((e.warehouse_id, v_plate, n.item_id, n.lot_id, e.to_location, n.state, n.units)::plate_units))
  FROM plate_named(e, e.to_location, NULL) n;
  RETURN ('OK', 'PLATE_BUILT', jsonb_build_object('label', jsonb_build_object('lpn', e.facts ->> 'plate')), NULL)::posted;
END $$;

-- Takes units off a plate, onto another one in the same place, or down to loose. Arguments: e.facts plate, contents, into
-- (NULL = loose).
CREATE OR REPLACE FUNCTION plate_split(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  p plate;
  v_into bigint;
  v_units plate_units[];
  c record;
BEGIN
  PERFORM plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate', e.facts ->> 'into'], NULL);
  SELECT * INTO STRICT p FROM plate WHERE warehouse_id = e.warehouse_id AND code = e.facts ->> 'plate';
  FOR c IN SELECT n.code, n.facts FROM plate_named(e, p.location_id, p.id) n WHERE n.code IS NOT NULL LOOP
    RETURN ('REFUSED', c.code, c.facts, NULL)::posted;
  END LOOP;
  IF EXISTS (SELECT FROM plate_named(e, p.location_id, p.id) n JOIN stock s ON s.warehouse_id = e.warehouse_id
    AND s.id = n.stock_id JOIN item i ON i.id = s.item_id
    WHERE hold_of_plate(e.warehouse_id, p.id, i.owner_id) IS NOT NULL AND hold_keeps(s) > 0) THEN
    RETURN ('REFUSED', 'LOT_ON_HOLD', jsonb_build_object('plate', p.code), NULL)::posted;
  END IF;
  IF e.facts ->> 'into' IS NOT NULL THEN
    v_into := plate_at(e.warehouse_id, e.facts ->> 'into', p.location_id);
    IF v_into IS NULL OR v_into = p.id OR hold_of_plate(e.warehouse_id, v_into, NULL) IS NOT NULL THEN
      RETURN ('REFUSED', 'PLATE_IN_USE', jsonb_build_object('plate', e.facts ->> 'into'), NULL)::posted;
    END IF;
  END IF;
  SELECT array_agg((e.warehouse_id, v_into, n.item_id, n.lot_id, p.location_id, n.state, n.units)::plate_units) INTO v_units
  FROM plate_named(e, p.location_id, p.id) n;
  PERFORM plate_take(e.warehouse_id, ARRAY[p.id], n.stock_id, n.units) FROM plate_named(e, p.location_id, p.id) n;
  IF v_into IS NOT NULL THEN
    PERFORM plate_put(v_units);
  END IF;
  RETURN ('OK', 'PLATE_SPLIT', '{}'::jsonb, NULL)::posted;
END $$;

-- Takes units of one balance row off these plates, the newest first; false when they hold fewer.
CREATE OR REPLACE FUNCTION plate_take(p_warehouse bigint, p_plates bigint[], p_stock bigint, p_units numeric)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  c plate_content;
  v_left numeric := p_units;
BEGIN
  FOR c IN SELECT * FROM plate_content WHERE warehouse_id = p_warehouse AND plate_id = ANY (p_plates)
    AND stock_id = p_stock ORDER BY plate_id DESC
  LOOP
    EXIT WHEN v_left = 0;
    IF c.quantity <= v_left THEN
      DELETE FROM plate_content WHERE warehouse_id = p_warehouse AND plate_id = c.plate_id AND stock_id = p_stock;
    ELSE
      UPDATE plate_content SET quantity = quantity - v_left
      WHERE warehouse_id = p_warehouse AND plate_id = c.plate_id AND stock_id = p_stock;
    END IF;
    v_left := v_left - least(v_left, c.quantity);
  END LOOP;
  RETURN v_left = 0;
END $$;

-- Puts a plate on another one in the same place, or takes it down. Arguments: e.facts plate, parent (NULL = down).
CREATE OR REPLACE FUNCTION plate_nest(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  p plate;
  v_on plate;
BEGIN
  PERFORM plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate', e.facts ->> 'parent'], NULL);
  SELECT * INTO STRICT p FROM plate WHERE warehouse_id = e.warehouse_id AND code = e.facts ->> 'plate';
  SELECT * INTO v_on FROM plate WHERE warehouse_id = e.warehouse_id AND code = e.facts ->> 'parent';
  IF hold_keeps_plate(e.warehouse_id, p.code) AND v_on.id IS DISTINCT FROM p.parent_id THEN
    RETURN ('REFUSED', 'LOT_ON_HOLD', jsonb_build_object('plate', p.code), NULL)::posted;
  END IF;
  IF v_on.location_id <> p.location_id THEN
    RETURN ('REFUSED', 'WRONG_LOCATION', (SELECT jsonb_build_object('location', a.code, 'expected', b.code)
      FROM location a, location b WHERE a.warehouse_id = e.warehouse_id AND a.id = p.location_id
        AND b.warehouse_id = e.warehouse_id AND b.id = v_on.location_id), NULL)::posted;
  END IF;
  IF v_on.id = ANY (plate_tree(e.warehouse_id, ARRAY[p.code])) OR plate_depth(v_on) + plate_height(p) > 5
    OR hold_of_plate(e.warehouse_id, v_on.id, NULL) IS NOT NULL THEN
    RETURN ('REFUSED', 'PLATE_IN_USE', jsonb_build_object('plate', v_on.code), NULL)::posted;
  END IF;
  UPDATE plate SET parent_id = v_on.id WHERE warehouse_id = p.warehouse_id AND id = p.id;
  RETURN ('OK', 'PLATE_NESTED', '{}'::jsonb, NULL)::posted;
END $$;

-- Plates from the lowest to this one, and from this one to the uppermost; 0 for none.
CREATE OR REPLACE FUNCTION plate_depth(p plate) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    WITH RECURSIVE under AS (
      SELECT p.id, p.parent_id WHERE p.id IS NOT NULL
      UNION ALL
      SELECT u.id, u.parent_id FROM plate u JOIN under ON u.id = under.parent_id WHERE u.warehouse_id = p.warehouse_id)
    SELECT count(*) FROM under);
END $$;
CREATE OR REPLACE FUNCTION plate_height(p plate) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    WITH RECURSIVE over AS (
      SELECT p.id, 1 AS level
      UNION ALL
      SELECT u.id, level + 1 FROM plate u JOIN over ON u.parent_id = over.id WHERE u.warehouse_id = p.warehouse_id)
    SELECT max(level) FROM over);
END $$;

-- PICK of units that stand on the plate that was scanned; without a plate the loose ones go first. Argument beside those
-- of a pick: e.facts plate.
CREATE OR REPLACE FUNCTION plate_pick(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_tree bigint[] := plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate'], ARRAY[e.item_id]);
  v_judged judged[];
  v_stock bigint;
  v_held numeric;
  v_moves move[];
  v_movements bigint[];
BEGIN
  SELECT s.id, sum(c.quantity) INTO v_stock, v_held
  FROM reservation r JOIN stock s ON s.warehouse_id = r.warehouse_id AND s.item_id = r.item_id
    AND s.lot_key = coalesce(e.lot_id, 0) AND s.location_id = r.location_id AND s.state = 'AVAILABLE'
  JOIN plate_content c ON c.warehouse_id = s.warehouse_id AND c.stock_id = s.id AND c.plate_id = ANY (v_tree)
  WHERE r.warehouse_id = e.warehouse_id AND r.id = e.reservation_id
  GROUP BY s.id;
  IF v_held IS NULL THEN
    RETURN ('REFUSED', 'WRONG_LOT', jsonb_build_object('scanned', e.facts -> 'plate', 'expected', e.facts -> 'lot'),
      NULL)::posted;
  END IF;
  IF v_held < e.quantity THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', v_held), NULL)::posted;
  END IF;
  e.n := 1;
  v_judged := post_pick(ARRAY[e]);
  IF (v_judged[1].moved).n IS NOT NULL THEN
    v_moves := ARRAY[v_judged[1].moved];
    PERFORM plate_take(e.warehouse_id, v_tree, v_stock, e.quantity);
    v_movements := ledger_write(v_moves);
    PERFORM claims_picked(v_moves);
    PERFORM claims_follow(v_moves);
  END IF;
  RETURN (v_judged[1].verdict, v_judged[1].code, v_judged[1].facts, v_movements)::posted;
END $$;
