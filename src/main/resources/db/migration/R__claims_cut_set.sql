-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- claims_cut for many stock rows of a warehouse at once: makes room for p_units[n] to leave AVAILABLE from row
-- p_stock[n]. Reservations on the rows fall back to allocations, newest order first; then allocations of each item are
-- cut while claims would exceed what is left, newest order first. Answers the order lines whose tasks were cut. The
-- caller holds the gates.
CREATE OR REPLACE FUNCTION claims_cut_set(p_warehouse bigint, p_stock bigint[], p_units numeric[])
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_lines bigint[];
BEGIN
  v_lines := claims_unreserve_rows(p_warehouse, p_stock, p_units);
  PERFORM claims_cut_items(p_warehouse, array_agg(x.item_id), array_agg(x.units))
  FROM (SELECT s.item_id, sum(l.units) AS units
    FROM unnest(p_stock, p_units) AS l (id, units) JOIN stock s ON s.warehouse_id = p_warehouse AND s.id = l.id
    GROUP BY 1) x;
  RETURN v_lines;
END $$;

-- Its first half: reservations fall back to allocations as far as p_units[n] is more than row p_stock[n] has free.
CREATE OR REPLACE FUNCTION claims_unreserve_rows(p_warehouse bigint, p_stock bigint[], p_units numeric[])
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_tasks bigint[];
  v_units numeric[];
BEGIN
  SELECT array_agg(q.id), array_agg(least(q.quantity, q.over - q.before)) INTO v_tasks, v_units
  FROM (
    SELECT r.id, r.quantity, l.units - (s.quantity - s.reserved) AS over,
      sum(r.quantity) OVER (PARTITION BY r.stock_id ORDER BY r.order_id DESC, r.id DESC) - r.quantity AS before
    FROM unnest(p_stock, p_units) AS l (id, units)
    JOIN stock s ON s.warehouse_id = p_warehouse AND s.id = l.id AND s.reserved > 0
    JOIN reservation r ON r.warehouse_id = p_warehouse AND r.stock_id = s.id AND r.state = 'OPEN') q
  WHERE q.before < q.over;
  RETURN claims_unreserve_set(p_warehouse, v_tasks, v_units, 'CUT');
END $$;

-- Takes p_units[n] back from task p_tasks[n]: they are allocations of their lines again. A task that has none left ends
-- as p_state says, or as PICKED where something of it lies in a tote. Answers the lines.
CREATE OR REPLACE FUNCTION claims_unreserve_set(p_warehouse bigint, p_tasks bigint[], p_units numeric[], p_state text)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_lines bigint[];
BEGIN
  IF coalesce(cardinality(p_tasks), 0) = 0 THEN
    RETURN '{}';
  END IF;
  WITH cut AS MATERIALIZED (
    SELECT r.id, r.order_line_id, r.stock_id, r.item_id, x.units, g.gate_seq + 1 AS seq
    FROM unnest(p_tasks, p_units) AS x (id, units)
    JOIN reservation r ON r.warehouse_id = p_warehouse AND r.id = x.id
    JOIN stock_summary g ON g.warehouse_id = p_warehouse AND g.item_id = r.item_id
  ), row AS (
    UPDATE stock s SET reserved = s.reserved - c.units
    FROM (SELECT stock_id, sum(units) AS units FROM cut GROUP BY 1) c
    WHERE s.warehouse_id = p_warehouse AND s.id = c.stock_id
  ), gate AS (
    UPDATE stock_summary g SET reserved = g.reserved - c.units, allocated = g.allocated + c.units,
      gate_seq = g.gate_seq + 1, changed_at = now()
    FROM (SELECT item_id, sum(units) AS units FROM cut GROUP BY 1) c
    WHERE g.warehouse_id = p_warehouse AND g.item_id = c.item_id
  ), task AS (
    UPDATE reservation r SET quantity = r.quantity - c.units, closed_seq = c.seq, state = CASE
      WHEN r.quantity > c.units THEN 'OPEN'
      WHEN EXISTS (SELECT FROM picked p WHERE p.warehouse_id = p_warehouse AND p.reservation_id = r.id) THEN 'PICKED'
      ELSE p_state END
    FROM cut c WHERE r.warehouse_id = p_warehouse AND r.id = c.id
  ), line AS (
    UPDATE order_line l SET reserved = l.reserved - c.units, allocated = l.allocated + c.units
    FROM (SELECT order_line_id, sum(units) AS units FROM cut GROUP BY 1) c WHERE l.id = c.order_line_id
  ), soft AS (
    INSERT INTO allocation AS a (warehouse_id, order_line_id, item_id, quantity)
    SELECT p_warehouse, order_line_id, item_id, sum(units) FROM cut GROUP BY 2, 3
    ON CONFLICT (warehouse_id, order_line_id) DO UPDATE SET quantity = a.quantity + excluded.quantity
  )
  SELECT array_agg(DISTINCT order_line_id) INTO v_lines FROM cut;
  RETURN v_lines;
END $$;

-- Its second half: allocations of item p_items[n] are cut, newest order first, while claims would exceed what is left
-- once p_leaving[n] units have left AVAILABLE.
CREATE OR REPLACE FUNCTION claims_cut_items(p_warehouse bigint, p_items bigint[], p_leaving numeric[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM claims_backorder_set(p_warehouse, array_agg(q.id), array_agg(least(q.quantity, q.over - q.before)))
  FROM (
    SELECT l.id, a.quantity, g.allocated + g.reserved - g.available + x.leaving AS over,
      sum(a.quantity) OVER (PARTITION BY a.item_id ORDER BY l.order_id DESC, l.line_no DESC) - a.quantity AS before
    FROM unnest(p_items, p_leaving) AS x (item_id, leaving)
    JOIN stock_summary g ON g.warehouse_id = p_warehouse AND g.item_id = x.item_id
      AND g.allocated + g.reserved > g.available - x.leaving
    JOIN allocation a ON a.warehouse_id = p_warehouse AND a.item_id = x.item_id
    JOIN order_line l ON l.id = a.order_line_id) q
  WHERE q.before < q.over;
END $$;

-- Takes p_units[n] out of the allocation of line p_lines[n]: they are demand again.
CREATE OR REPLACE FUNCTION claims_backorder_set(p_warehouse bigint, p_lines bigint[], p_units numeric[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(cardinality(p_lines), 0) = 0 THEN
    RETURN;
  END IF;
  WITH cut AS MATERIALIZED (
    SELECT a.order_line_id, a.item_id, x.units, a.quantity = x.units AS wholly
    FROM unnest(p_lines, p_units) AS x (id, units)
    JOIN allocation a ON a.warehouse_id = p_warehouse AND a.order_line_id = x.id
  ), gone AS (
    DELETE FROM allocation a USING cut c
    WHERE c.wholly AND a.warehouse_id = p_warehouse AND a.order_line_id = c.order_line_id
  ), less AS (
    UPDATE allocation a SET quantity = a.quantity - c.units FROM cut c
    WHERE NOT c.wholly AND a.warehouse_id = p_warehouse AND a.order_line_id = c.order_line_id
  ), gate AS (
    UPDATE stock_summary g SET allocated = g.allocated - c.units, gate_seq = g.gate_seq + 1, changed_at = now()
    FROM (SELECT item_id, sum(units) AS units FROM cut GROUP BY 1) c
    WHERE g.warehouse_id = p_warehouse AND g.item_id = c.item_id
  )
  UPDATE order_line l SET allocated = l.allocated - c.units, backordered = l.backordered + c.units
  FROM cut c WHERE l.id = c.order_line_id;
END $$;

-- Lines that may use only some of the stock (a lot, a single lot, a minimum life) keep no more than such stock can give,
-- newest order first; of a single lot all or nothing.
CREATE OR REPLACE FUNCTION claims_confine(p_warehouse bigint, p_items bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_over numeric;
BEGIN
  FOR c IN
    SELECT l, a.quantity FROM allocation a JOIN order_line l ON l.id = a.order_line_id
    WHERE a.warehouse_id = p_warehouse AND a.item_id = ANY (p_items)
      AND (l.lot_number IS NOT NULL OR l.single_lot OR l.min_shelf_life_days IS NOT NULL)
    ORDER BY l.order_id DESC, l.line_no DESC
  LOOP
    v_over := least(c.quantity, -claims_room(p_warehouse, c.l));
    IF v_over > 0 THEN
      PERFORM claims_allocation_take(p_warehouse, (c.l).id, (c.l).item_id,
        CASE WHEN (c.l).single_lot THEN c.quantity ELSE v_over END, 'BACKORDERED');
    END IF;
  END LOOP;
END $$;
