-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Soft claims. A line starts wholly as demand (backordered); allocating moves what is free from demand to allocation.
-- The caller holds the gates.

-- Units of a line that the warehouse could still promise: free stock, and of it only what the line may use.
CREATE OR REPLACE FUNCTION claims_free(p_warehouse bigint, l order_line) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_free numeric;
BEGIN
  SELECT available - allocated - reserved INTO v_free FROM stock_summary
  WHERE warehouse_id = p_warehouse AND item_id = l.item_id;
  IF v_free IS NULL OR v_free <= 0 OR (l.lot_number IS NULL AND NOT l.single_lot AND l.min_shelf_life_days IS NULL) THEN
    RETURN greatest(v_free, 0);
  END IF;
  RETURN greatest(0, least(v_free, claims_room(p_warehouse, l)));
END $$;

-- Of a line that may use only some of the stock: what there is of it, less what it and others that may use only the same
-- or less stock were promised already. Below 0 when that is more than there is.
CREATE OR REPLACE FUNCTION claims_room(p_warehouse bigint, l order_line) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_fitting numeric;
  v_confined numeric;
  v_held bigint := CASE WHEN l.single_lot THEN claims_line_lot(l) END;
  v_today date := (SELECT business_date(time_zone) FROM warehouse WHERE id = p_warehouse);
BEGIN
  SELECT CASE WHEN l.single_lot THEN max(units) ELSE sum(units) END INTO v_fitting
  FROM (
    SELECT sum(s.quantity - s.reserved) AS units
    FROM stock s JOIN item i ON i.id = s.item_id LEFT JOIN lot t ON t.id = s.lot_id
    WHERE s.warehouse_id = p_warehouse AND s.item_id = l.item_id AND s.state = 'AVAILABLE' AND s.quantity > s.reserved
      AND (l.lot_number IS NULL OR t.lot_number = l.lot_number)
      AND (v_held IS NULL OR s.lot_key = v_held)
      AND (t.id IS NULL OR lot_refusal(t.hold, t.expiration_date,
        greatest(i.min_shelf_life_days, l.min_shelf_life_days), v_today) IS NULL)
    GROUP BY s.lot_id) by_lot;
  SELECT coalesce(sum(a.quantity), 0) INTO v_confined
  FROM allocation a JOIN order_line o ON o.id = a.order_line_id
  WHERE a.warehouse_id = p_warehouse AND a.item_id = l.item_id AND CASE
    WHEN o.id = l.id THEN true
    WHEN l.lot_number IS NOT NULL THEN o.lot_number = l.lot_number
    WHEN l.min_shelf_life_days IS NOT NULL THEN o.min_shelf_life_days >= l.min_shelf_life_days
    ELSE false END;
  RETURN coalesce(v_fitting, 0) - v_confined;
END $$;

CREATE OR REPLACE FUNCTION claims_allocation_add(p_warehouse bigint, p_line bigint, p_item bigint, p_quantity numeric)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO allocation AS a (warehouse_id, order_line_id, item_id, quantity)
  VALUES (p_warehouse, p_line, p_item, p_quantity)
  ON CONFLICT (warehouse_id, order_line_id) DO UPDATE SET quantity = a.quantity + excluded.quantity;
END $$;

-- Promises a line what one warehouse can give; a single-lot line all or nothing; of a kit first what was made before,
-- then what can be made. Answers the units promised.
CREATE OR REPLACE FUNCTION claims_allocate_line(p_warehouse bigint, p_line bigint) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  l order_line;
  v_take numeric;
BEGIN
  SELECT * INTO STRICT l FROM order_line WHERE id = p_line FOR NO KEY UPDATE;
  v_take := least(l.backordered, claims_free(p_warehouse, l));
  IF v_take <= 0 OR (l.single_lot AND v_take < l.backordered) THEN
    RETURN CASE WHEN l.kit THEN kit_allocate(p_warehouse, p_line) ELSE 0 END;
  END IF;
  PERFORM claims_allocation_add(p_warehouse, l.id, l.item_id, v_take);
  UPDATE order_line SET backordered = backordered - v_take, allocated = allocated + v_take WHERE id = l.id;
  UPDATE stock_summary SET allocated = allocated + v_take, gate_seq = gate_seq + 1, changed_at = now()
  WHERE warehouse_id = p_warehouse AND item_id = l.item_id;
  RETURN v_take + CASE WHEN l.kit THEN kit_allocate(p_warehouse, p_line) ELSE 0 END;
END $$;

-- A new order: every line from the warehouses that may serve it, lower priority number first, then code.
CREATE OR REPLACE FUNCTION claims_allocate(p_order bigint)
RETURNS TABLE (line_no integer, allocated numeric, backordered numeric)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  c record;
BEGIN
  -- what the caller read before it wrote the lines, and waited for whoever was changing an item
  IF EXISTS (SELECT FROM order_line l JOIN item i ON i.id = l.item_id WHERE l.order_id = p_order AND l.untracked = i.tracking)
  THEN
    RAISE EXCEPTION 'an item of order % was changed meanwhile', p_order USING ERRCODE = 'serialization_failure';
  END IF;
  PERFORM kit_breakdown(p_order);
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id))
  FROM customer_order o JOIN order_line l ON l.order_id = o.id JOIN stock_summary s ON s.item_id = l.item_id
  WHERE o.id = p_order AND s.warehouse_id = coalesce(o.warehouse_id, s.warehouse_id);
  FOR c IN
    SELECT l.id, w.id AS warehouse_id FROM customer_order o JOIN order_line l ON l.order_id = o.id
    JOIN warehouse w ON w.id = coalesce(o.warehouse_id, w.id) AND w.active
    WHERE o.id = p_order AND NOT l.untracked AND l.kit_line_id IS NULL AND o.cancelled_at IS NULL
    ORDER BY l.line_no, w.priority, w.code
  LOOP
    PERFORM claims_allocate_line(c.warehouse_id, c.id);
  END LOOP;
  RETURN QUERY SELECT l.line_no, l.allocated, l.backordered FROM order_line l
    WHERE l.order_id = p_order AND l.kit_line_id IS NULL
    ORDER BY l.line_no;
END $$;

-- Backorders of an item that a warehouse may serve, and kits that wait for it, oldest order first, for as long as anything
-- is free. Lines that may use any of the stock are served in runs, between those that may not.
CREATE OR REPLACE FUNCTION claims_drain(p_warehouse bigint, p_item bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  IF NOT EXISTS (SELECT FROM order_line WHERE item_id = p_item AND backordered > 0)
    AND NOT EXISTS (SELECT FROM order_line WHERE item_id = p_item AND kit_waits) THEN
    RETURN;
  END IF;
  FOR c IN
    WITH waiting AS MATERIALIZED (
      SELECT l.id, l.lot_number IS NOT NULL OR l.single_lot OR l.min_shelf_life_days IS NOT NULL OR l.kit AS alone,
        row_number() OVER (ORDER BY o.id, l.line_no) AS n
      FROM (SELECT * FROM order_line WHERE item_id = p_item AND backordered > 0
        UNION ALL SELECT k.* FROM order_line k WHERE k.backordered > 0 AND k.item_id <> p_item
          AND k.id IN (SELECT kit_line_id FROM order_line WHERE item_id = p_item AND kit_waits)) l
      JOIN customer_order o ON o.id = l.order_id
      WHERE o.cancelled_at IS NULL AND coalesce(o.warehouse_id, p_warehouse) = p_warehouse
        AND (SELECT available > allocated + reserved FROM stock_summary
          WHERE warehouse_id = p_warehouse AND item_id = p_item)
    )
    SELECT alone, array_agg(id ORDER BY n) AS lines
    FROM (SELECT *, CASE WHEN alone THEN -n ELSE count(*) FILTER (WHERE alone) OVER (ORDER BY n) END AS run FROM waiting) r
    GROUP BY run, alone ORDER BY min(n)
  LOOP
    EXIT WHEN (SELECT available - allocated - reserved FROM stock_summary
      WHERE warehouse_id = p_warehouse AND item_id = p_item) <= 0;
    IF c.alone THEN
      PERFORM claims_allocate_line(p_warehouse, c.lines[1]);
    ELSE
      PERFORM claims_allocate_run(p_warehouse, p_item, c.lines);
    END IF;
  END LOOP;
END $$;

-- Promises lines that may use any of the stock what is free, in the order given. A line may meanwhile be served from another
-- warehouse: only those that will get something are locked, then read again, until nothing is free or nobody waits.
CREATE OR REPLACE FUNCTION claims_allocate_run(p_warehouse bigint, p_item bigint, p_lines bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_free numeric;
  v_next bigint[];
BEGIN
  LOOP
    SELECT available - allocated - reserved INTO v_free FROM stock_summary
    WHERE warehouse_id = p_warehouse AND item_id = p_item;
    v_next := ARRAY(SELECT q.id FROM (
        SELECT l.id, x.n, l.backordered, sum(l.backordered) OVER (ORDER BY x.n) - l.backordered AS before
        FROM unnest(p_lines) WITH ORDINALITY x (id, n) JOIN order_line l ON l.id = x.id) q
      WHERE q.backordered > 0 AND q.before < v_free ORDER BY q.n);
    EXIT WHEN cardinality(v_next) = 0;
    PERFORM FROM order_line WHERE id = ANY (v_next) ORDER BY order_id, line_no FOR NO KEY UPDATE;
    WITH given AS MATERIALIZED (
      SELECT q.id, least(q.backordered, v_free - q.before) AS units
      FROM (SELECT l.id, l.backordered, sum(l.backordered) OVER (ORDER BY x.n) - l.backordered AS before
        FROM unnest(v_next) WITH ORDINALITY x (id, n) JOIN order_line l ON l.id = x.id) q
      WHERE q.backordered > 0
    ), soft AS (
      INSERT INTO allocation AS a (warehouse_id, order_line_id, item_id, quantity)
      SELECT p_warehouse, id, p_item, units FROM given
      ON CONFLICT (warehouse_id, order_line_id) DO UPDATE SET quantity = a.quantity + excluded.quantity
    ), line AS (
      UPDATE order_line l SET backordered = l.backordered - g.units, allocated = l.allocated + g.units
      FROM given g WHERE l.id = g.id
    )
    UPDATE stock_summary SET allocated = allocated + g.units, gate_seq = gate_seq + 1, changed_at = now()
    FROM (SELECT sum(units) AS units FROM given HAVING count(*) > 0) g
    WHERE warehouse_id = p_warehouse AND item_id = p_item;
  END LOOP;
END $$;

-- Demand that has just grown is served from wherever the item is free, in the order in which warehouses serve. The caller
-- holds its gates in all warehouses.
CREATE OR REPLACE FUNCTION claims_drain_all(p_item bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  w bigint;
BEGIN
  FOR w IN
    SELECT s.warehouse_id FROM stock_summary s JOIN warehouse x ON x.id = s.warehouse_id AND x.active
    WHERE s.item_id = p_item ORDER BY x.priority, x.code
  LOOP
    PERFORM claims_drain(w, p_item);
  END LOOP;
END $$;
