-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- claims_cut for many balance rows at once, all of whose units leave AVAILABLE: their reservations fall back to
-- allocations; then promises are cut while they exceed what is left, those that only the lost lots could keep first,
-- then newest order first; what was cut becomes demand again. The caller holds the gates and marked the lots, and moves
-- the rows next. Answers what was cut, reservations and allocations.
CREATE OR REPLACE FUNCTION claims_cut_rows(p_rows held[]) RETURNS claim_cut[] LANGUAGE plpgsql AS $$
DECLARE
  v_tasks claim_cut[];
  v_named claim_cut[];
  v_newest claim_cut[];
BEGIN
  SELECT coalesce(array_agg((r.warehouse_id, r.item_id, r.id, r.order_line_id, r.quantity)::claim_cut), '{}')
  INTO v_tasks
  FROM unnest(p_rows) h
  JOIN reservation r ON r.warehouse_id = h.warehouse_id AND r.stock_id = h.stock_id AND r.state = 'OPEN'
  WHERE h.state = 'AVAILABLE';
  PERFORM claims_unreserve_all(v_tasks);
  v_named := claims_cut_named(p_rows);
  PERFORM claims_demand(v_named);

  WITH lost AS (
    SELECT warehouse_id, item_id, sum(quantity) AS units FROM unnest(p_rows) WHERE state = 'AVAILABLE' GROUP BY 1, 2
  ), promised AS (
    SELECT a.*, g.allocated + g.reserved - (g.available - x.units) AS excess,
      sum(a.quantity) OVER (PARTITION BY a.warehouse_id, a.item_id ORDER BY l.order_id DESC, l.line_no DESC)
        - a.quantity AS before
    FROM lost x JOIN stock_summary g ON g.warehouse_id = x.warehouse_id AND g.item_id = x.item_id
    JOIN allocation a ON a.warehouse_id = x.warehouse_id AND a.item_id = x.item_id
    JOIN order_line l ON l.id = a.order_line_id
    WHERE g.allocated + g.reserved > g.available - x.units
  )
  SELECT coalesce(array_agg((warehouse_id, item_id, NULL, order_line_id,
    least(quantity, excess - before))::claim_cut), '{}')
  INTO v_newest FROM promised WHERE before < excess;
  PERFORM claims_demand(v_newest);
  RETURN v_tasks || v_named || v_newest;
END $$;

-- Promises to lines that name a lot, beyond what is left of that lot number, newest order first.
CREATE OR REPLACE FUNCTION claims_cut_named(p_rows held[]) RETURNS claim_cut[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_cut claim_cut[];
BEGIN
  WITH lost AS (
    SELECT DISTINCT r.warehouse_id, r.item_id, t.lot_number FROM unnest(p_rows) r JOIN lot t ON t.id = r.lot_id
    WHERE r.state = 'AVAILABLE' AND t.lot_number IS NOT NULL
  ), promised AS (
    SELECT a.*, x.lot_number,
      sum(a.quantity) OVER (PARTITION BY a.warehouse_id, a.item_id, x.lot_number) AS units,
      sum(a.quantity) OVER (PARTITION BY a.warehouse_id, a.item_id, x.lot_number ORDER BY l.order_id DESC,
        l.line_no DESC) - a.quantity AS before
    FROM lost x JOIN order_line l ON l.item_id = x.item_id AND l.allocated > 0 AND l.lot_number = x.lot_number
    JOIN allocation a ON a.warehouse_id = x.warehouse_id AND a.order_line_id = l.id
  ), standing AS (
    SELECT x.*, coalesce(sum(s.quantity - s.reserved), 0) AS free
    FROM (SELECT DISTINCT warehouse_id, item_id, lot_number FROM promised) x
    JOIN lot t ON t.item_id = x.item_id AND t.lot_number = x.lot_number
    LEFT JOIN stock s ON s.warehouse_id = x.warehouse_id AND s.item_id = x.item_id AND s.lot_key = t.id
      AND s.state = 'AVAILABLE' AND NOT EXISTS (SELECT FROM unnest(p_rows) r WHERE r.stock_id = s.id
        AND r.warehouse_id = s.warehouse_id)
    GROUP BY 1, 2, 3
  )
  SELECT array_agg((p.warehouse_id, p.item_id, NULL, p.order_line_id,
    least(p.quantity, p.units - s.free - p.before))::claim_cut)
  INTO v_cut
  FROM promised p JOIN standing s ON s.warehouse_id = p.warehouse_id AND s.item_id = p.item_id
    AND s.lot_number = p.lot_number
  WHERE p.before < p.units - s.free;
  RETURN coalesce(v_cut, '{}');
END $$;

-- Whole reservations fall back to allocations of their lines; see claims_unreserve.
CREATE OR REPLACE FUNCTION claims_unreserve_all(p_tasks claim_cut[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(p_tasks) = 0 THEN
    RETURN;
  END IF;
  UPDATE stock_summary g SET reserved = g.reserved - c.units, allocated = g.allocated + c.units,
    gate_seq = g.gate_seq + 1, changed_at = now()
  FROM (SELECT warehouse_id, item_id, sum(quantity) AS units FROM unnest(p_tasks) GROUP BY 1, 2) c
  WHERE g.warehouse_id = c.warehouse_id AND g.item_id = c.item_id;
  UPDATE stock s SET reserved = s.reserved - c.units
  FROM (SELECT r.warehouse_id, r.stock_id, sum(r.quantity) AS units FROM unnest(p_tasks) c JOIN reservation r
    ON r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id GROUP BY 1, 2) c
  WHERE s.warehouse_id = c.warehouse_id AND s.id = c.stock_id;
  UPDATE reservation r SET quantity = 0, closed_seq = g.gate_seq, state = CASE WHEN EXISTS (SELECT FROM picked p
    WHERE p.warehouse_id = r.warehouse_id AND p.reservation_id = r.id) THEN 'PICKED' ELSE 'CUT' END
  FROM unnest(p_tasks) c JOIN stock_summary g ON g.warehouse_id = c.warehouse_id AND g.item_id = c.item_id
  WHERE r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id;
  UPDATE order_line l SET reserved = l.reserved - c.units, allocated = l.allocated + c.units
  FROM (SELECT order_line_id, sum(quantity) AS units FROM unnest(p_tasks) GROUP BY 1) c WHERE l.id = c.order_line_id;
  INSERT INTO allocation AS a (warehouse_id, order_line_id, item_id, quantity)
  SELECT warehouse_id, order_line_id, item_id, sum(quantity) FROM unnest(p_tasks) GROUP BY 1, 2, 3
  ON CONFLICT (warehouse_id, order_line_id) DO UPDATE SET quantity = a.quantity + excluded.quantity;
END $$;

-- Allocations become demand again; at most one cut of each.
CREATE OR REPLACE FUNCTION claims_demand(p_cut claim_cut[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(p_cut) = 0 THEN
    RETURN;
  END IF;
  UPDATE stock_summary g SET allocated = g.allocated - c.units, gate_seq = g.gate_seq + 1, changed_at = now()
  FROM (SELECT warehouse_id, item_id, sum(quantity) AS units FROM unnest(p_cut) GROUP BY 1, 2) c
  WHERE g.warehouse_id = c.warehouse_id AND g.item_id = c.item_id;
  UPDATE order_line l SET allocated = l.allocated - c.units, backordered = l.backordered + c.units
  FROM (SELECT order_line_id, sum(quantity) AS units FROM unnest(p_cut) GROUP BY 1) c WHERE l.id = c.order_line_id;
  DELETE FROM allocation a USING unnest(p_cut) c
  WHERE a.warehouse_id = c.warehouse_id AND a.order_line_id = c.order_line_id AND a.quantity = c.quantity;
  UPDATE allocation a SET quantity = a.quantity - c.quantity FROM unnest(p_cut) c
  WHERE a.warehouse_id = c.warehouse_id AND a.order_line_id = c.order_line_id AND a.quantity > c.quantity;
END $$;
