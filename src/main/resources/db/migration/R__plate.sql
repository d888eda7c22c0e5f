-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- How many units of a balance row stand on plates follows from what stands on plates, whoever changes that.
CREATE OR REPLACE FUNCTION plate_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    UPDATE stock s SET plated = s.plated + d.units
    FROM (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM put GROUP BY 1, 2) d
    WHERE s.warehouse_id = d.warehouse_id AND s.id = d.stock_id;
  ELSIF tg_op = 'DELETE' THEN
    UPDATE stock s SET plated = s.plated - d.units
    FROM (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM taken GROUP BY 1, 2) d
    WHERE s.warehouse_id = d.warehouse_id AND s.id = d.stock_id;
  ELSE
    UPDATE stock s SET plated = s.plated + d.units
    FROM (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM (
        SELECT warehouse_id, stock_id, quantity FROM put
        UNION ALL SELECT warehouse_id, stock_id, -quantity FROM taken) x GROUP BY 1, 2 HAVING sum(quantity) <> 0) d
    WHERE s.warehouse_id = d.warehouse_id AND s.id = d.stock_id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER plate_content_put AFTER INSERT ON plate_content
  REFERENCING NEW TABLE AS put FOR EACH STATEMENT EXECUTE FUNCTION plate_counted();
CREATE OR REPLACE TRIGGER plate_content_taken AFTER DELETE ON plate_content
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION plate_counted();
CREATE OR REPLACE TRIGGER plate_content_changed AFTER UPDATE ON plate_content
  REFERENCING OLD TABLE AS taken NEW TABLE AS put FOR EACH STATEMENT EXECUTE FUNCTION plate_counted();

-- Before moves are written: loose units go first; what then still has to leave comes off the plates, the newest plate
-- first. Units that only change their state stay on their plate: they are answered, for plate_put
-- after the moves.
CREATE OR REPLACE FUNCTION plate_make_way(p_moves move[]) RETURNS plate_units[] LANGUAGE plpgsql AS $$
DECLARE
  v_stay plate_units[];
BEGIN
  -- a house without plates has nothing to look at
  IF NOT EXISTS (SELECT FROM plate_content) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM unnest(p_moves) m
    JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id AND s.lot_key = coalesce(m.lot_id, 0)
      AND s.location_id = m.from_location AND s.state = m.from_state
    WHERE s.plated > 0) THEN
    RETURN NULL;
  END IF;
  WITH leaving AS (
    SELECT s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.plated - (s.quantity - sum(m.quantity)) AS excess,
      CASE count(DISTINCT m.to_state) FILTER (WHERE m.to_location = m.from_location) WHEN 1
        THEN sum(m.quantity) FILTER (WHERE m.to_location = m.from_location) ELSE 0 END AS staying,
      min(m.to_state) FILTER (WHERE m.to_location = m.from_location) AS state
    FROM unnest(p_moves) m JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
      AND s.lot_key = coalesce(m.lot_id, 0) AND s.location_id = m.from_location AND s.state = m.from_state
    WHERE s.plated > 0
    GROUP BY s.warehouse_id, s.id
  ), off AS MATERIALIZED (
    SELECT c.warehouse_id, c.plate_id, c.stock_id, c.quantity AS held, x.item_id, x.lot_id, x.location_id, x.state,
      x.staying, c.before, least(c.quantity, x.excess - c.before) AS units
    FROM leaving x JOIN (SELECT c.*, sum(c.quantity) OVER (PARTITION BY c.warehouse_id, c.stock_id
        ORDER BY c.plate_id DESC) - c.quantity AS before FROM plate_content c
        WHERE (c.warehouse_id, c.stock_id) IN (SELECT warehouse_id, id FROM leaving)) c
      ON c.warehouse_id = x.warehouse_id AND c.stock_id = x.id AND c.before < x.excess
  ), emptied AS (
    DELETE FROM plate_content c USING off
    WHERE c.warehouse_id = off.warehouse_id AND c.plate_id = off.plate_id AND c.stock_id = off.stock_id
      AND off.units = off.held
  ), lowered AS (
    UPDATE plate_content c SET quantity = c.quantity - off.units FROM off
    WHERE c.warehouse_id = off.warehouse_id AND c.plate_id = off.plate_id AND c.stock_id = off.stock_id
      AND off.units < off.held
  )
  SELECT array_agg((warehouse_id, plate_id, item_id, lot_id, location_id, state,
    least(units, staying - before))::plate_units) INTO v_stay
  FROM off WHERE before < staying;
  RETURN v_stay;
END $$;

-- Units onto plates; their balance rows hold them already. NULL = none.
CREATE OR REPLACE FUNCTION plate_put(p_units plate_units[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_units IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO plate_content AS c (warehouse_id, plate_id, stock_id, location_id, quantity)
  SELECT u.warehouse_id, u.plate_id, s.id, s.location_id, sum(u.quantity)
  FROM unnest(p_units) u JOIN stock s ON s.warehouse_id = u.warehouse_id AND s.item_id = u.item_id
    AND s.lot_key = coalesce(u.lot_id, 0) AND s.location_id = u.location_id AND s.state = u.state
  GROUP BY u.warehouse_id, u.plate_id, s.id, s.location_id
  ON CONFLICT (warehouse_id, plate_id, stock_id) DO UPDATE SET quantity = c.quantity + excluded.quantity;
END $$;

-- The plates with these codes and all that stand on them.
CREATE OR REPLACE FUNCTION plate_tree(p_warehouse bigint, p_codes text[]) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    WITH RECURSIVE tree AS (
      SELECT id FROM plate WHERE warehouse_id = p_warehouse AND code = ANY (p_codes)
      UNION
      SELECT p.id FROM plate p JOIN tree ON p.parent_id = tree.id WHERE p.warehouse_id = p_warehouse)
    SELECT id FROM tree ORDER BY id);
END $$;

-- Opens plates for work: the gates of all that stands on them and of the items given, all at once, then the plates
-- themselves. Answers their tree. Whoever comes while another puts a new item on one of them is told to come again.
CREATE OR REPLACE FUNCTION plate_open(p_warehouse bigint, p_codes text[], p_items bigint[]) RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
  v_tree bigint[] := plate_tree(p_warehouse, p_codes);
  v_items bigint[];
BEGIN
  v_items := coalesce(p_items, '{}') || plate_items(p_warehouse, v_tree);
  PERFORM ledger_gate(array_fill(p_warehouse, ARRAY[cardinality(v_items)]), v_items);
  PERFORM FROM plate WHERE warehouse_id = p_warehouse AND id = ANY (v_tree) ORDER BY id FOR UPDATE;
  IF plate_tree(p_warehouse, p_codes) <> v_tree OR NOT plate_items(p_warehouse, v_tree) <@ v_items THEN
    RAISE EXCEPTION 'plates % changed while they were opened', p_codes USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN v_tree;
END $$;

CREATE OR REPLACE FUNCTION plate_items(p_warehouse bigint, p_plates bigint[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT s.item_id FROM plate_content c
    JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
    WHERE c.warehouse_id = p_warehouse AND c.plate_id = ANY (p_plates));
END $$;

-- The plate of this code at this place; made, or brought there if it is empty and alone. NULL when it is in use elsewhere.
CREATE OR REPLACE FUNCTION plate_at(p_warehouse bigint, p_code text, p_location bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  v_plate bigint;
BEGIN
  INSERT INTO plate AS p (warehouse_id, code, kind, location_id)
  VALUES (p_warehouse, p_code, CASE WHEN p_code ~ '^[0-9]{18}$' THEN 'SSCC' ELSE 'LPN' END, p_location)
  ON CONFLICT (warehouse_id, code) DO UPDATE SET location_id = excluded.location_id,
    parent_id = CASE WHEN p.location_id = excluded.location_id THEN p.parent_id END
  WHERE p.location_id = excluded.location_id OR NOT EXISTS (SELECT FROM plate_content c
      WHERE c.warehouse_id = p.warehouse_id AND c.plate_id = p.id)
    AND NOT EXISTS (SELECT FROM plate x WHERE x.warehouse_id = p.warehouse_id AND x.parent_id = p.id)
  RETURNING id INTO v_plate;
  RETURN v_plate;
END $$;
