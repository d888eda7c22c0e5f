-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- claims_cut for many balance rows at once whose units leave AVAILABLE, all of them or those of a plate: as many of their
-- tasks as are in the way end, newest order first, and fall back to allocations; then promises are cut while they exceed
-- what is left, those that only the lost lots could keep first, then newest order first; what was cut becomes demand again.
-- Each line is written once. The caller holds the gates, has marked the lots, and moves the rows next: balances and totals
-- give up their claims with those moves (claims_leaving). Answers the tasks that ended and the units that lines lost.
CREATE OR REPLACE FUNCTION claims_cut_rows(p_rows held[]) RETURNS claim_cut[] LANGUAGE plpgsql AS $$
DECLARE
  v_tasks claim_cut[];
  v_lines claim_line[];
BEGIN
  v_tasks := claims_cut_tasks(p_rows);
  v_lines := claims_cut_lines(p_rows, v_tasks);
  PERFORM claims_cut_write(v_tasks, v_lines);
  RETURN v_tasks || ARRAY(SELECT ROW(warehouse_id, item_id, NULL, order_line_id, cut, NULL)::claim_cut FROM unnest(v_lines)
    WHERE cut > 0);
END $$;

-- The open tasks that are in the way: all of a row that goes whole, else the newest ones beyond what is free of it.
CREATE OR REPLACE FUNCTION claims_cut_tasks(p_rows held[]) RETURNS claim_cut[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT hold_plated(p_rows) THEN
    RETURN ARRAY(
      SELECT ROW(h.warehouse_id, h.item_id, r.id, r.order_line_id, r.quantity, h.stock_id)::claim_cut FROM unnest(p_rows) h
      JOIN reservation r ON r.warehouse_id = h.warehouse_id AND r.stock_id = h.stock_id AND r.state = 'OPEN'
      WHERE h.state = 'AVAILABLE');
  END IF;
  RETURN ARRAY(
    SELECT ROW(q.warehouse_id, q.item_id, q.id, q.order_line_id, q.quantity, q.stock_id)::claim_cut
    FROM (
      SELECT r.*, h.quantity - (s.quantity - s.reserved) AS over,
        sum(r.quantity) OVER (PARTITION BY r.warehouse_id, r.stock_id ORDER BY r.order_id DESC, r.id DESC) - r.quantity
          AS before
      FROM unnest(p_rows) h JOIN stock s ON s.warehouse_id = h.warehouse_id AND s.id = h.stock_id
      JOIN reservation r ON r.warehouse_id = h.warehouse_id AND r.stock_id = h.stock_id AND r.state = 'OPEN'
      WHERE h.state = 'AVAILABLE') q
    WHERE q.before < q.over);
END $$;

-- What the moves of these rows take along, in the order of the rows: reserved = units that their tasks gave back; claimed =
-- what that adds to the allocated total, less what was cut of it, with the first row of each item and warehouse.
CREATE OR REPLACE FUNCTION claims_leaving(p_rows held[], p_cut claim_cut[])
RETURNS TABLE (stock_id bigint, warehouse_id bigint, reserved numeric, claimed numeric) LANGUAGE sql STABLE AS $$
  SELECT r.stock_id, r.warehouse_id, coalesce(t.units, 0),
    CASE WHEN row_number() OVER (PARTITION BY r.warehouse_id, r.item_id ORDER BY r.stock_id) = 1 THEN c.units ELSE 0 END
  FROM unnest(p_rows) r
  JOIN (SELECT x.warehouse_id, x.item_id, sum(CASE WHEN x.reservation_id IS NULL THEN -x.quantity ELSE x.quantity END)
    AS units FROM unnest(p_cut) x GROUP BY 1, 2) c ON c.warehouse_id = r.warehouse_id AND c.item_id = r.item_id
  LEFT JOIN (SELECT x.warehouse_id, x.stock_id, sum(x.quantity) AS units FROM unnest(p_cut) x
    WHERE x.reservation_id IS NOT NULL GROUP BY 1, 2) t ON t.warehouse_id = r.warehouse_id AND t.stock_id = r.stock_id
  WHERE r.state = 'AVAILABLE'
$$;

-- What each line has allocated, gets back from its tasks, and must give up.
CREATE OR REPLACE FUNCTION claims_cut_lines(p_rows held[], p_tasks claim_cut[]) RETURNS claim_line[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_lines claim_line[];
BEGIN
  WITH lost AS MATERIALIZED (
    SELECT warehouse_id, item_id, sum(quantity) AS units FROM unnest(p_rows) WHERE state = 'AVAILABLE' GROUP BY 1, 2
  ), back AS (
    SELECT warehouse_id, item_id, order_line_id, sum(quantity) AS units FROM unnest(p_tasks) GROUP BY 1, 2, 3
  ), had AS (
    SELECT a.* FROM lost x JOIN allocation a ON a.warehouse_id = x.warehouse_id AND a.item_id = x.item_id
  ), promised AS MATERIALIZED (
    SELECT p.*, p.had + p.back AS units, l.order_id, l.line_no, l.lot_number
    FROM (
      SELECT coalesce(b.warehouse_id, a.warehouse_id) AS warehouse_id, coalesce(b.item_id, a.item_id) AS item_id,
        coalesce(b.order_line_id, a.order_line_id) AS order_line_id, coalesce(a.quantity, 0) AS had,
        coalesce(b.units, 0) AS back
      FROM back b FULL JOIN had a ON a.warehouse_id = b.warehouse_id AND a.order_line_id = b.order_line_id) p
    JOIN order_line l ON l.id = p.order_line_id
  ), named AS MATERIALIZED (
    -- beyond what is left of the lot number that they name
    SELECT p.warehouse_id, p.item_id, p.order_line_id, greatest(0, least(p.units, sum(p.units) OVER (
        PARTITION BY p.warehouse_id, p.item_id, p.lot_number) - s.free - (sum(p.units) OVER (
        PARTITION BY p.warehouse_id, p.item_id, p.lot_number ORDER BY p.order_id DESC, p.line_no DESC) - p.units))) AS cut
    FROM promised p JOIN claims_cut_named(p_rows, p_tasks) s ON s.warehouse_id = p.warehouse_id AND s.item_id = p.item_id
      AND s.lot_number = p.lot_number
    -- asked once, so that what is left is only counted if it matters
    WHERE EXISTS (SELECT FROM promised WHERE lot_number IS NOT NULL)
  ), excess AS MATERIALIZED (
    SELECT x.warehouse_id, x.item_id, g.allocated + g.reserved - (g.available - x.units) - coalesce((SELECT sum(n.cut)
      FROM named n WHERE n.warehouse_id = x.warehouse_id AND n.item_id = x.item_id), 0) AS units
    FROM lost x JOIN stock_summary g ON g.warehouse_id = x.warehouse_id AND g.item_id = x.item_id
  ), first AS (
    SELECT p.*, coalesce(n.cut, 0) AS cut FROM promised p
    LEFT JOIN named n ON n.warehouse_id = p.warehouse_id AND n.order_line_id = p.order_line_id
  ), told AS (
    SELECT f.warehouse_id, f.item_id, f.order_line_id, f.had, f.back, f.cut + greatest(0, least(f.units - f.cut, x.units
      - (sum(f.units - f.cut) OVER (PARTITION BY f.warehouse_id, f.item_id ORDER BY f.order_id DESC, f.line_no DESC)
        - (f.units - f.cut)))) AS cut
    FROM first f JOIN excess x ON x.warehouse_id = f.warehouse_id AND x.item_id = f.item_id
  )
  SELECT coalesce(array_agg((warehouse_id, item_id, order_line_id, had, back, cut)::claim_line), '{}') INTO v_lines
  FROM told WHERE back > 0 OR cut > 0;
  RETURN v_lines;
END $$;

-- What stays free or reserved of the lot numbers that lose units.
CREATE OR REPLACE FUNCTION claims_cut_named(p_rows held[], p_tasks claim_cut[])
RETURNS TABLE (warehouse_id bigint, item_id bigint, lot_number text, free numeric) LANGUAGE sql STABLE AS $$
  SELECT x.warehouse_id, x.item_id, x.lot_number, coalesce(sum(s.quantity - s.reserved - coalesce(h.units, 0)
    + coalesce(c.units, 0)), 0)
  FROM (SELECT DISTINCT r.warehouse_id, r.item_id, t.lot_number FROM unnest(p_rows) r JOIN lot t ON t.id = r.lot_id
    WHERE r.state = 'AVAILABLE' AND t.lot_number IS NOT NULL) x
  JOIN lot t ON t.item_id = x.item_id AND t.lot_number = x.lot_number
  LEFT JOIN stock s ON s.warehouse_id = x.warehouse_id AND s.item_id = x.item_id AND s.lot_key = t.id
    AND s.state = 'AVAILABLE'
  LEFT JOIN (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM unnest(p_rows) GROUP BY 1, 2) h
    ON h.warehouse_id = s.warehouse_id AND h.stock_id = s.id
  LEFT JOIN (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM unnest(p_tasks) GROUP BY 1, 2) c
    ON c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
  GROUP BY 1, 2, 3
$$;

CREATE OR REPLACE FUNCTION claims_cut_write(p_tasks claim_cut[], p_lines claim_line[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  -- in one warehouse a line stands once
  v_once boolean := (SELECT min(warehouse_id) = max(warehouse_id) FROM unnest(p_lines));
BEGIN
  UPDATE stock_summary g SET gate_seq = g.gate_seq + 1
  WHERE (g.warehouse_id, g.item_id) IN (SELECT DISTINCT warehouse_id, item_id FROM unnest(p_lines));
  UPDATE reservation r SET quantity = 0, closed_seq = g.gate_seq, state = CASE WHEN EXISTS (SELECT FROM picked p
    WHERE p.warehouse_id = r.warehouse_id AND p.reservation_id = r.id) THEN 'PICKED' ELSE 'CUT' END
  FROM unnest(p_tasks) c JOIN stock_summary g ON g.warehouse_id = c.warehouse_id AND g.item_id = c.item_id
  WHERE r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id;
  UPDATE order_line l SET reserved = l.reserved - c.back, allocated = l.allocated + c.back - c.cut,
    backordered = l.backordered + c.cut
  FROM (SELECT order_line_id, back, cut FROM unnest(p_lines) WHERE v_once
    UNION ALL SELECT order_line_id, sum(back), sum(cut) FROM unnest(p_lines) WHERE NOT v_once GROUP BY 1) c
  WHERE l.id = c.order_line_id;
  DELETE FROM allocation a USING unnest(p_lines) c
  WHERE a.warehouse_id = c.warehouse_id AND a.order_line_id = c.order_line_id AND c.had + c.back = c.cut;
  INSERT INTO allocation AS a (warehouse_id, order_line_id, item_id, quantity)
  SELECT warehouse_id, order_line_id, item_id, had + back - cut FROM unnest(p_lines) WHERE had + back > cut
  ON CONFLICT (warehouse_id, order_line_id) DO UPDATE SET quantity = excluded.quantity;
END $$;
