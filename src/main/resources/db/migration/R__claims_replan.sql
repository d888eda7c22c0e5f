-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Reserves again what lines of one item have allocated in a warehouse, oldest order first: those that may take any lot
-- all at once, those that are bound to one by claims_take, at most a hundred; the rest of these waits for its release.
CREATE OR REPLACE FUNCTION claims_replan(p_warehouse bigint, p_item bigint, p_lines bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  IF NOT EXISTS (SELECT FROM stock WHERE warehouse_id = p_warehouse AND item_id = p_item AND state = 'AVAILABLE'
    AND quantity > reserved) THEN
    RETURN;
  END IF;
  FOR c IN
    SELECT l.id FROM order_line l JOIN allocation a ON a.warehouse_id = p_warehouse AND a.order_line_id = l.id
    WHERE l.id = ANY (p_lines) AND (l.lot_number IS NOT NULL OR l.single_lot) ORDER BY l.order_id, l.line_no LIMIT 100
  LOOP
    PERFORM claims_take(p_warehouse, c.id);
  END LOOP;
  FOR c IN
    SELECT l.min_shelf_life_days, array_agg(l.id ORDER BY l.order_id, l.line_no) AS lines
    FROM order_line l JOIN allocation a ON a.warehouse_id = p_warehouse AND a.order_line_id = l.id
    WHERE l.id = ANY (p_lines) AND l.lot_number IS NULL AND NOT l.single_lot
    GROUP BY 1 ORDER BY 1 DESC NULLS LAST
  LOOP
    PERFORM claims_take_all(p_warehouse, p_item, c.lines);
  END LOOP;
END $$;

-- claims_take for lines of one item that ask for the same minimum life and for no lot: what they need, in their order,
-- is laid beside what is free, in the order of choice, and cut wherever either changes.
CREATE OR REPLACE FUNCTION claims_take_all(p_warehouse bigint, p_item bigint, p_lines bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_first order_line;
  v_gate bigint;
  v_taken claim_cut[];
BEGIN
  SELECT * INTO STRICT v_first FROM order_line WHERE id = p_lines[1];
  SELECT gate_seq + 1 INTO STRICT v_gate FROM stock_summary WHERE warehouse_id = p_warehouse AND item_id = p_item;
  WITH free AS MATERIALIZED (
    SELECT c.*, sum(c.free) OVER (ORDER BY c.place) - c.free AS before
    FROM claims_candidates(p_warehouse, v_first) c WHERE c.reason IS NULL
  ), need AS MATERIALIZED (
    SELECT x.place, a.order_line_id, a.quantity, sum(a.quantity) OVER (ORDER BY x.place) - a.quantity AS before
    FROM unnest(p_lines) WITH ORDINALITY x (id, place)
    JOIN allocation a ON a.warehouse_id = p_warehouse AND a.order_line_id = x.id
  ), edge AS (
    SELECT before AS at, place AS line, NULL::bigint AS stock FROM need
    UNION ALL SELECT before, NULL, place FROM free
  ), piece AS (
    SELECT least(lead(at) OVER (ORDER BY at), least((SELECT sum(quantity) FROM need), (SELECT sum(f.free) FROM free f)))
        - at AS units,
      max(line) OVER w AS line, max(stock) OVER w AS stock
    FROM edge WINDOW w AS (ORDER BY at ROWS UNBOUNDED PRECEDING)
  ), made AS (
    INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
      planned, opened_seq, min_life_days, business_date)
    SELECT p_warehouse, l.id, l.order_id, f.stock_id, p_item, f.lot_id, f.location_id, p.units, p.units, v_gate,
      f.min_days, f.today
    FROM piece p JOIN need n ON n.place = p.line JOIN free f ON f.place = p.stock JOIN order_line l ON l.id = n.order_line_id
    WHERE p.units > 0 ORDER BY p.line, p.stock
    RETURNING id, order_line_id, quantity
  )
  SELECT array_agg((p_warehouse, p_item, id, order_line_id, quantity)::claim_cut) INTO v_taken FROM made;
  IF v_taken IS NOT NULL THEN
    PERFORM claims_taken(v_first, v_gate, v_taken);
  END IF;
END $$;

-- What was reserved for lines leaves their allocations.
CREATE OR REPLACE FUNCTION claims_taken(p_first order_line, p_gate bigint, p_taken claim_cut[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_warehouse bigint := p_taken[1].warehouse_id;
BEGIN
  UPDATE stock s SET reserved = s.reserved + c.units
  FROM (SELECT r.stock_id, sum(r.quantity) AS units FROM unnest(p_taken) c JOIN reservation r
    ON r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id GROUP BY 1) c
  WHERE s.warehouse_id = v_warehouse AND s.id = c.stock_id;
  UPDATE stock_summary g SET allocated = g.allocated - c.units, reserved = g.reserved + c.units, gate_seq = p_gate,
    changed_at = now()
  FROM (SELECT sum(quantity) AS units FROM unnest(p_taken)) c
  WHERE g.warehouse_id = v_warehouse AND g.item_id = p_first.item_id;
  UPDATE order_line l SET allocated = l.allocated - c.units, reserved = l.reserved + c.units
  FROM (SELECT order_line_id, sum(quantity) AS units FROM unnest(p_taken) GROUP BY 1) c WHERE l.id = c.order_line_id;
  DELETE FROM allocation a
  USING (SELECT order_line_id, sum(quantity) AS units FROM unnest(p_taken) GROUP BY 1) c
  WHERE a.warehouse_id = v_warehouse AND a.order_line_id = c.order_line_id AND a.quantity = c.units;
  UPDATE allocation a SET quantity = a.quantity - c.units
  FROM (SELECT order_line_id, sum(quantity) AS units FROM unnest(p_taken) GROUP BY 1) c
  WHERE a.warehouse_id = v_warehouse AND a.order_line_id = c.order_line_id AND a.quantity > c.units;
  PERFORM claims_chosen(p_gate, p_taken);
END $$;

-- Keeps why these lots were chosen: of few lines all candidates, as claims_take does; of many what each of them got.
CREATE OR REPLACE FUNCTION claims_chosen(p_gate bigint, p_taken claim_cut[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(p_taken) <= 20 THEN
    INSERT INTO reservation_choice (warehouse_id, order_line_id, chosen_seq, candidates)
    SELECT p_taken[1].warehouse_id, l.id, p_gate, (SELECT jsonb_agg(to_jsonb(c) ORDER BY place)
      FROM (SELECT * FROM claims_candidates(p_taken[1].warehouse_id, l) ORDER BY place LIMIT 100) c)
    FROM order_line l WHERE l.id IN (SELECT order_line_id FROM unnest(p_taken))
    ON CONFLICT DO NOTHING;
    RETURN;
  END IF;
  INSERT INTO reservation_choice (warehouse_id, order_line_id, chosen_seq, candidates)
  SELECT r.warehouse_id, r.order_line_id, p_gate, jsonb_agg(jsonb_build_object('place', r.id, 'stock_id', r.stock_id,
    'lot_number', t.lot_number, 'expiration_date', t.expiration_date, 'location', l.code, 'free', s.quantity - s.reserved,
    'reserved', s.reserved, 'reserved_here', r.quantity) ORDER BY r.id)
  FROM unnest(p_taken) c JOIN reservation r ON r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id
  JOIN stock s ON s.warehouse_id = r.warehouse_id AND s.id = r.stock_id
  JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id LEFT JOIN lot t ON t.id = r.lot_id
  GROUP BY 1, 2
  ON CONFLICT DO NOTHING;
END $$;
