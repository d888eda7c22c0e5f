-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Hard claims: allocations become reservations on stock rows, in the order of choice (nearest expiry first, or oldest
-- first by policy). One line or ten thousand go the same way. The gates are held, so what is chosen here is what is
-- there; see also lot_refusal.

-- Reserves what one line has allocated in this warehouse, as far as usable stock stands in places one may pick from.
-- p_avoid: a place to pass over (short pick). Answers the units reserved.
CREATE OR REPLACE FUNCTION claims_take(p_warehouse bigint, p_line bigint, p_avoid bigint DEFAULT NULL)
RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
  RETURN claims_take_round(ARRAY[(1, p_warehouse, p_line, p_avoid)::claim_want]);
END $$;

-- Reserves for many lines as if each had taken its part after the one before it. Answers the units reserved.
CREATE OR REPLACE FUNCTION claims_take_all(p_wants claim_want[]) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  v_left claim_want[] := p_wants;
  v_round claim_want[];
  v_taken numeric := 0;
BEGIN
  -- lines of orders that are served from several warehouses may be written under other gates at the same time
  PERFORM FROM order_line l JOIN customer_order o ON o.id = l.order_id AND o.warehouse_id IS NULL
  WHERE l.id IN (SELECT w.order_line_id FROM unnest(p_wants) w) ORDER BY l.id FOR NO KEY UPDATE OF l;
  WHILE cardinality(v_left) > 0 LOOP
    v_round := claims_round(v_left);
    v_taken := v_taken + claims_take_round(v_round);
    v_left := CASE WHEN cardinality(v_round) < cardinality(v_left) THEN ARRAY(SELECT w FROM unnest(v_left) w
      WHERE NOT EXISTS (SELECT FROM unnest(v_round) r WHERE r.n = w.n) ORDER BY w.n) END;
  END LOOP;
  RETURN v_taken;
END $$;

-- The wants that can be served together: of each item, the first lines that may use the same stock, so that it can be
-- dealt out to them in one go. A line that must have a single lot goes alone, and in one warehouse after the other.
CREATE OR REPLACE FUNCTION claims_round(p_wants claim_want[]) RETURNS claim_want[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT (n, warehouse_id, order_line_id, avoid)::claim_want
    FROM (
      SELECT *, count(*) FILTER (WHERE differs) OVER (PARTITION BY warehouse_id, item_id ORDER BY n) AS run
      FROM (
        SELECT w.*, l.item_id,
          l.single_lot OR lag((l.single_lot, l.lot_number, l.min_shelf_life_days, w.avoid)) OVER item
            IS DISTINCT FROM (l.single_lot, l.lot_number, l.min_shelf_life_days, w.avoid) AS differs,
          l.single_lot AND row_number() OVER (PARTITION BY l.id ORDER BY w.n) > 1 AS waits
        FROM unnest(p_wants) w JOIN order_line l ON l.id = w.order_line_id
        WINDOW item AS (PARTITION BY w.warehouse_id, l.item_id ORDER BY w.n)) compared) numbered
    WHERE run = 1 AND NOT waits
    ORDER BY n);
END $$;

-- Serves a round. The rows that are offered are laid end to end in the order of choice, the wants likewise in theirs:
-- where the two overlap is a task. Like ledger_post it finds its rows by key, whatever the planner believes.
CREATE OR REPLACE FUNCTION claims_take_round(p_wants claim_want[]) RETURNS numeric LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_material = off SET jit = off AS $$
DECLARE
  v_wants claim_stretch[];
  v_offers claim_offer[];
  v_tasks claim_task[];
BEGIN
  v_wants := ARRAY(
    SELECT (w.n, w.warehouse_id, l.item_id, g.gate_seq + 1, l.order_id, l.id,
      sum(a.quantity) OVER (PARTITION BY w.warehouse_id, l.item_id ORDER BY w.n) - a.quantity, a.quantity, l.lot_number,
      l.single_lot, CASE WHEN l.single_lot THEN claims_line_lot(l) END, w.avoid)::claim_stretch
    FROM unnest(p_wants) w JOIN order_line l ON l.id = w.order_line_id
    JOIN allocation a ON a.warehouse_id = w.warehouse_id AND a.order_line_id = l.id
    JOIN stock_summary g ON g.warehouse_id = w.warehouse_id AND g.item_id = l.item_id);
  IF cardinality(v_wants) = 0 THEN
    RETURN 0;
  END IF;
  v_offers := ARRAY(
    SELECT (warehouse_id, item_id, seq, place, stock_id, lot_id, lot_number, expiration_date, location_id, location, free,
      reserved, min_days, today, reason, NULL)::claim_offer
    FROM (
      -- as far as it takes to serve all, and the next ten to say why not; of a single lot any may be the one
      SELECT *, max(place) FILTER (WHERE reason IS NULL AND coalesce(ahead, 0) < units)
        OVER (PARTITION BY warehouse_id, item_id) AS last
      FROM (
        SELECT w.warehouse_id, w.item_id, w.seq, w.single_lot, w.of_item AS units, c.place, c.stock_id, c.lot_id,
          c.lot_number, c.expiration_date, c.location_id, c.location, c.free, c.reserved, c.min_days, c.today, c.reason,
          sum(c.free) FILTER (WHERE c.reason IS NULL) OVER (PARTITION BY w.warehouse_id, w.item_id ORDER BY c.place
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ahead
        FROM (SELECT x.*, sum(x.units) OVER (PARTITION BY x.warehouse_id, x.item_id) AS of_item FROM unnest(v_wants) x) w
        JOIN order_line l ON l.id = w.order_line_id
        CROSS JOIN LATERAL claims_candidates(w.warehouse_id, l, w.avoid) c
        WHERE w.before = 0) c) c
    WHERE single_lot OR place <= last + 10);
  v_offers := claims_offered(v_wants, v_offers);
  v_tasks := claims_dealt(v_wants, v_offers);
  IF cardinality(v_tasks) = 0 THEN
    RETURN 0;
  END IF;
  PERFORM claims_note(v_tasks, v_offers);
  RETURN claims_hold(v_tasks);
END $$;

-- Lays what may be used end to end. For a line that must have a single lot only the nearest one that can fill it.
CREATE OR REPLACE FUNCTION claims_offered(p_wants claim_stretch[], p_offers claim_offer[]) RETURNS claim_offer[]
LANGUAGE plpgsql STABLE SET enable_nestloop = off SET enable_hashjoin = on AS $$
BEGIN
  RETURN ARRAY(
    WITH lot AS (
      SELECT DISTINCT ON (o.warehouse_id, o.item_id) o.warehouse_id, o.item_id, coalesce(o.lot_id, 0) AS lot_key
      FROM unnest(p_wants) w JOIN unnest(p_offers) o ON o.warehouse_id = w.warehouse_id AND o.item_id = w.item_id
      WHERE w.single_lot AND o.reason IS NULL AND coalesce(w.held_lot, coalesce(o.lot_id, 0)) = coalesce(o.lot_id, 0)
      GROUP BY o.warehouse_id, o.item_id, o.lot_id, w.units HAVING sum(o.free) >= w.units
      ORDER BY o.warehouse_id, o.item_id, min(o.place)
    ), fitting AS (
      SELECT o, o.reason IS NULL AND (NOT w.single_lot OR t.lot_key IS NOT NULL) AS fits
      FROM unnest(p_offers) o
      JOIN unnest(p_wants) w ON w.warehouse_id = o.warehouse_id AND w.item_id = o.item_id AND w.before = 0
      LEFT JOIN lot t ON t.warehouse_id = o.warehouse_id AND t.item_id = o.item_id AND t.lot_key = coalesce(o.lot_id, 0)
    )
    SELECT ((o).warehouse_id, (o).item_id, (o).seq, (o).place, (o).stock_id, (o).lot_id, (o).lot_number,
      (o).expiration_date, (o).location_id, (o).location, (o).free, (o).reserved, (o).min_days, (o).today, (o).reason,
      CASE WHEN fits THEN sum((o).free) FILTER (WHERE fits)
        OVER (PARTITION BY (o).warehouse_id, (o).item_id ORDER BY (o).place) - (o).free END)::claim_offer
    FROM fitting);
END $$;

CREATE OR REPLACE FUNCTION claims_dealt(p_wants claim_stretch[], p_offers claim_offer[]) RETURNS claim_task[]
LANGUAGE plpgsql STABLE SET enable_nestloop = off SET enable_hashjoin = on AS $$
BEGIN
  RETURN ARRAY(
    SELECT (w, o, least(o.start + o.free, w.before + w.units) - greatest(o.start, w.before))::claim_task
    FROM unnest(p_wants) w JOIN unnest(p_offers) o ON o.warehouse_id = w.warehouse_id AND o.item_id = w.item_id
      AND o.start < w.before + w.units AND o.start + o.free > w.before
    ORDER BY w.n, o.place);
END $$;

-- Why this lot: of each item the first candidates and those beyond them that count, of each line its stretch of them.
CREATE OR REPLACE FUNCTION claims_note(p_tasks claim_task[], p_offers claim_offer[]) RETURNS void LANGUAGE plpgsql
SET enable_nestloop = off SET enable_hashjoin = on AS $$
BEGIN
  INSERT INTO reservation_choice (warehouse_id, order_line_id, chosen_seq, item_id, before, wanted)
  SELECT DISTINCT (t.want).warehouse_id, (t.want).order_line_id, (t.want).seq, (t.want).item_id, (t.want).before,
    (t.want).units
  FROM unnest(p_tasks) t;
  INSERT INTO reservation_candidates (warehouse_id, item_id, chosen_seq, candidates)
  SELECT c.warehouse_id, c.item_id, c.seq, json_agg(json_build_object('place', c.place, 'stock_id', c.stock_id,
    'lot_number', c.lot_number, 'expiration_date', c.expiration_date, 'location', c.location, 'free', c.free,
    'reserved', c.reserved, 'start', c.start, 'reason', c.reason) ORDER BY c.place)
  FROM (
    SELECT o.*, last.place AS last
    FROM unnest(p_offers) o
    JOIN (SELECT (t.offer).warehouse_id, (t.offer).item_id, max((t.offer).place) AS place FROM unnest(p_tasks) t
      GROUP BY 1, 2) last ON last.warehouse_id = o.warehouse_id AND last.item_id = o.item_id) c
  WHERE c.place <= c.last + 10 AND (c.place <= 100 OR c.place <= c.last AND (c.start IS NOT NULL
    OR c.reason LIKE 'LOCATION%'))
  GROUP BY c.warehouse_id, c.item_id, c.seq;
END $$;

-- Writes tasks: stock and totals, what the lines have, and the reservations. Answers their units.
CREATE OR REPLACE FUNCTION claims_hold(p_tasks claim_task[]) RETURNS numeric LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_material = off SET jit = off AS $$
DECLARE
  v_held numeric;
  v_taken numeric;
BEGIN
  WITH given AS MATERIALIZED (
    SELECT (t.want).warehouse_id, (t.want).item_id, (t.want).order_line_id, (t.want).units AS wanted,
      sum(t.units) AS units
    FROM unnest(p_tasks) t GROUP BY 1, 2, 3, 4
  ), held AS (
    UPDATE stock s SET reserved = s.reserved + t.units
    FROM (SELECT (t.offer).warehouse_id, (t.offer).stock_id, sum(t.units) AS units FROM unnest(p_tasks) t
      GROUP BY 1, 2) t
    WHERE s.warehouse_id = t.warehouse_id AND s.id = t.stock_id AND s.quantity - s.reserved >= t.units
    RETURNING t.units
  ), spent AS (
    DELETE FROM allocation a USING given g
    WHERE a.warehouse_id = g.warehouse_id AND a.order_line_id = g.order_line_id AND g.units = g.wanted
  ), lessened AS (
    UPDATE allocation a SET quantity = a.quantity - g.units FROM given g
    WHERE a.warehouse_id = g.warehouse_id AND a.order_line_id = g.order_line_id AND g.units < g.wanted
  ), line AS (
    UPDATE order_line l SET allocated = l.allocated - g.units, reserved = l.reserved + g.units
    FROM (SELECT order_line_id, sum(units) AS units FROM given GROUP BY 1) g WHERE l.id = g.order_line_id
  ), total AS (
    UPDATE stock_summary s SET allocated = s.allocated - g.units, reserved = s.reserved + g.units,
      gate_seq = s.gate_seq + 1, changed_at = now()
    FROM (SELECT warehouse_id, item_id, sum(units) AS units FROM given GROUP BY 1, 2) g
    WHERE s.warehouse_id = g.warehouse_id AND s.item_id = g.item_id
  )
  SELECT sum(units) INTO v_held FROM held;

  WITH claimed AS (
    INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
      planned, opened_seq, min_life_days, business_date, named_lot, single_lot, avoid_location)
    SELECT (w).warehouse_id, (w).order_line_id, (w).order_id, (o).stock_id, (w).item_id, (o).lot_id, (o).location_id,
      units, units, (w).seq, (o).min_days, (o).today, (w).named_lot, (w).single_lot, (w).avoid
    FROM unnest(p_tasks) t (w, o, units)
    RETURNING planned
  )
  SELECT sum(planned) INTO v_taken FROM claimed;
  IF v_held IS DISTINCT FROM v_taken THEN
    RAISE EXCEPTION 'claims_hold: % units were taken by another', v_taken - v_held;
  END IF;
  RETURN v_taken;
END $$;

-- Every stock row that a line could look at, in the order of choice; reason = why it is passed over, NULL = may be used.
CREATE OR REPLACE FUNCTION claims_candidates(p_warehouse bigint, l order_line, p_avoid bigint DEFAULT NULL)
RETURNS TABLE (place bigint, stock_id bigint, lot_id bigint, lot_number text, expiration_date date, location_id bigint,
  location text, free numeric, reserved numeric, reserved_here numeric, min_days integer, today date, reason text)
LANGUAGE sql STABLE AS $$
  SELECT row_number() OVER (ORDER BY
      CASE WHEN i.burn_order = 'FEFO' THEN t.expiration_date END NULLS LAST, t.origination_date NULLS LAST,
      t.expiration_date NULLS LAST, t.id NULLS LAST, p.pick_sequence, p.code),
    s.id, s.lot_id, t.lot_number, t.expiration_date, p.id, p.code, s.quantity - s.reserved, s.reserved,
    coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.warehouse_id = s.warehouse_id AND r.stock_id = s.id
      AND r.state = 'OPEN' AND r.order_line_id = l.id), 0),
    i.min_days, i.today,
    coalesce(
      CASE WHEN t.id IS NOT NULL THEN lot_refusal(t.hold, t.expiration_date, i.min_days, i.today) END,
      CASE WHEN s.state <> 'AVAILABLE' THEN 'STATE_' || s.state END,
      CASE WHEN l.lot_number IS NOT NULL AND t.lot_number IS DISTINCT FROM l.lot_number THEN 'WRONG_LOT' END,
      CASE WHEN p.locked THEN 'LOCATION_LOCKED' WHEN NOT p.pickable THEN 'LOCATION_NOT_PICKABLE' END,
      CASE WHEN p.id = p_avoid THEN 'LOCATION_SHORT' END,
      CASE WHEN s.quantity = s.reserved THEN 'RESERVED' END)
  FROM (
    -- once for all rows
    SELECT i.id, i.burn_order, greatest(i.min_shelf_life_days, l.min_shelf_life_days) AS min_days,
      business_date(w.time_zone) AS today
    FROM item i, warehouse w WHERE i.id = l.item_id AND w.id = p_warehouse OFFSET 0) i
  JOIN stock s ON s.item_id = i.id
  JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
  LEFT JOIN lot t ON t.id = s.lot_id
  WHERE s.warehouse_id = p_warehouse AND s.item_id = l.item_id AND s.quantity > 0
    AND s.state IN ('AVAILABLE', 'QUARANTINED', 'SHORT_DATED')
$$;

-- Releases an order: reserves every line as far as it can be. The answer is read from the rows afterwards.
CREATE OR REPLACE FUNCTION claims_reserve(e posting) RETURNS posted LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_reserved numeric := 0;
BEGIN
  IF EXISTS (SELECT FROM customer_order WHERE id = e.order_id AND (cancelled_at IS NOT NULL OR shipped_at IS NOT NULL)) THEN
    RETURN ('REFUSED', 'ORDER_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  v_reserved := claims_take_all(ARRAY(
    SELECT (row_number() OVER (ORDER BY l.line_no, w.priority, w.code), a.warehouse_id, l.id, NULL)::claim_want
    FROM order_line l JOIN allocation a ON a.order_line_id = l.id JOIN warehouse w ON w.id = a.warehouse_id
    WHERE l.order_id = e.order_id));
  -- what could not be reserved stands where nobody picks
  PERFORM replenish_line(a.warehouse_id, a.order_line_id)
  FROM order_line l JOIN allocation a ON a.order_line_id = l.id WHERE l.order_id = e.order_id;
  UPDATE customer_order SET released_at = now() WHERE id = e.order_id AND released_at IS NULL;
  RETURN ('OK', 'RELEASED', jsonb_build_object('reserved', v_reserved), NULL)::posted;
END $$;
