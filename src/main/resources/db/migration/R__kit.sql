-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Gives the kits of a new order a line for each component, empty at first: the bill of materials as it is today. A line
-- that names a lot, or asks for a single one, means units that were made before, and is not broken down.
CREATE OR REPLACE FUNCTION kit_breakdown(p_order bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO order_line (order_id, line_no, item_id, quantity, min_shelf_life_days, kit_line_id, per_kit)
  SELECT l.order_id, (SELECT max(line_no) FROM order_line WHERE order_id = p_order)
      + row_number() OVER (ORDER BY l.line_no, c.component_id), c.component_id, 0, l.min_shelf_life_days, l.id, c.quantity
  FROM order_line l JOIN component c ON c.item_id = l.item_id JOIN item i ON i.id = c.component_id AND i.tracking
  WHERE l.order_id = p_order AND l.lot_number IS NULL AND NOT l.single_lot;
  IF FOUND THEN
    -- a kit without stock of its own waits for its components all the same
    UPDATE order_line k SET kit = true, untracked = false, backordered = quantity
    WHERE k.order_id = p_order AND EXISTS (SELECT FROM order_line c WHERE c.kit_line_id = k.id);
  END IF;
END $$;

-- Breaks down as many whole kits of a line as this warehouse has components for. Answers the kits.
CREATE OR REPLACE FUNCTION kit_allocate(p_warehouse bigint, p_line bigint) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  v_kits numeric;
  c record;
BEGIN
  IF NOT kit_gates(p_warehouse, p_line) THEN
    RETURN 0;
  END IF;
  SELECT floor(least(k.backordered, min(claims_free(p_warehouse, part) / part.per_kit))) INTO v_kits
  FROM order_line k JOIN order_line part ON part.kit_line_id = k.id WHERE k.id = p_line GROUP BY k.id;
  IF v_kits <= 0 THEN
    RETURN 0;
  END IF;
  FOR c IN SELECT id, item_id, per_kit * v_kits AS units FROM order_line WHERE kit_line_id = p_line ORDER BY item_id
  LOOP
    PERFORM claims_allocation_add(p_warehouse, c.id, c.item_id, c.units);
    UPDATE order_line SET quantity = quantity + c.units, allocated = allocated + c.units WHERE id = c.id;
    UPDATE stock_summary SET allocated = allocated + c.units, gate_seq = gate_seq + 1, changed_at = now()
    WHERE warehouse_id = p_warehouse AND item_id = c.item_id;
  END LOOP;
  UPDATE order_line SET backordered = backordered - v_kits, kitted = kitted + v_kits WHERE id = p_line;
  RETURN v_kits;
END $$;

-- Takes the gates of all components. Whoever drains into a kit holds the gate of one of them and may not wait for the
-- others (two that wait for each other would never end): a gate that is busy, or was never made, means no, and
-- kit_retry sees to it later. A statement of its own, so that what follows sees the present.
CREATE OR REPLACE FUNCTION kit_gates(p_warehouse bigint, p_line bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_had bigint;
BEGIN
  SELECT count(*) INTO v_had FROM (
    SELECT FROM stock_summary s WHERE s.warehouse_id = p_warehouse
      AND s.item_id IN (SELECT c.item_id FROM order_line c WHERE c.kit_line_id = p_line)
    FOR NO KEY UPDATE SKIP LOCKED) g;
  RETURN v_had = (SELECT count(*) FROM order_line c WHERE c.kit_line_id = p_line);
END $$;

-- Kits that wait although all their components are free somewhere, because a gate was busy: all gates first, in order.
-- Answers how many item × warehouse pairs were looked at. Called by a clock; safe to call at any time.
CREATE OR REPLACE FUNCTION kit_retry() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_warehouses bigint[];
  v_items bigint[];
BEGIN
  SELECT array_agg(DISTINCT s.warehouse_id), array_agg(DISTINCT s.item_id) INTO v_warehouses, v_items
  FROM order_line k JOIN customer_order o ON o.id = k.order_id JOIN order_line c ON c.kit_line_id = k.id AND c.kit_waits
  JOIN stock_summary s ON s.item_id = c.item_id AND s.warehouse_id = coalesce(o.warehouse_id, s.warehouse_id)
  WHERE NOT EXISTS (
    SELECT FROM order_line x LEFT JOIN stock_summary g ON g.warehouse_id = s.warehouse_id AND g.item_id = x.item_id
    WHERE x.kit_line_id = k.id AND coalesce(g.available - g.allocated - g.reserved, 0) < x.per_kit);
  IF v_items IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM ledger_gate(array_agg(w), array_agg(i)) FROM unnest(v_warehouses) w, unnest(v_items) i;
  PERFORM claims_drain(w, i) FROM unnest(v_warehouses) w, unnest(v_items) i;
  RETURN cardinality(v_items) * cardinality(v_warehouses);
END $$;

-- The first kit of an order of which the parts in totes make no whole kits; NULL = none, the order may leave.
CREATE OR REPLACE FUNCTION kit_incomplete(p_order bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT i.sku FROM order_line k JOIN item i ON i.id = k.item_id
    WHERE k.order_id = p_order AND k.kit AND (
      SELECT count(DISTINCT (c.picked + c.shipped) / c.per_kit) > 1 OR bool_or(mod(c.picked + c.shipped, c.per_kit) <> 0)
      FROM order_line c WHERE c.kit_line_id = k.id)
    ORDER BY k.line_no LIMIT 1);
END $$;

-- Components of a kit whose demand is not met yet wait with it, so that goods that arrive find them.
CREATE OR REPLACE FUNCTION kit_waiting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE order_line SET kit_waits = new.backordered > 0 WHERE kit_line_id = new.id;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS kit_waiting ON order_line;
CREATE TRIGGER kit_waiting AFTER UPDATE OF backordered, kit ON order_line FOR EACH ROW
  WHEN (new.kit AND (new.backordered > 0) <> (old.kit AND old.backordered > 0)) EXECUTE FUNCTION kit_waiting();

-- A kit is made of items, not of kits: what can be made is counted from what stands on the shelf.
CREATE OR REPLACE FUNCTION kit_one_level() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  -- two that make each other's component a kit at the same time: the second waits here and then sees the first
  PERFORM pg_advisory_xact_lock(hashtextextended('bill-of-materials', 0));
  IF EXISTS (SELECT FROM component WHERE item_id = new.component_id OR component_id = new.item_id) THEN
    RAISE EXCEPTION 'component % violates check constraint "component_one_level"', new.component_id
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM item WHERE id = new.component_id AND min_scale(new.quantity) > decimals) THEN
    RAISE EXCEPTION 'component % violates check constraint "component_decimals"', new.component_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
DROP TRIGGER IF EXISTS kit_one_level ON component;
CREATE TRIGGER kit_one_level BEFORE INSERT OR UPDATE ON component FOR EACH ROW EXECUTE FUNCTION kit_one_level();
