-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The one place that writes balances, totals and movements: a set of moves at once. The caller holds the gates of all of
-- them and has judged each one; several moves may touch the same row, in the order of n. p_apart = no two of them pass one
-- gate. A guard that fails here is a fault and takes the transaction with it. Answers the ids of the movements in the
-- order of n.
CREATE OR REPLACE FUNCTION ledger_write(p_moves move[], p_apart boolean DEFAULT false) RETURNS bigint[]
LANGUAGE plpgsql AS $$
DECLARE
  v_movements bigint[];
  v_born bigint[];
  v_plated plate_units[];
BEGIN
  v_born := ledger_rows(p_moves);
  v_plated := plate_make_way(p_moves);

  v_movements := CASE WHEN p_apart AND v_born IS NULL THEN ledger_write_apart(p_moves)
    ELSE ledger_write_mixed(p_moves, v_born) END;
  IF v_plated IS NOT NULL THEN
    PERFORM plate_put(v_plated);
  END IF;
  RETURN v_movements;
END $$;

-- Moves of which several may touch one row or pass one gate, in the order of n; p_born = rows that have got all of it.
CREATE OR REPLACE FUNCTION ledger_write_mixed(p_moves move[], p_born bigint[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_movements bigint[];
  v_rows bigint;
BEGIN
  WITH m AS MATERIALIZED (
    SELECT n, warehouse_id, event_id, coalesce(line, 1) AS line, kind, owner_id, item_id, lot_id, from_location,
      from_state, to_location, to_state, quantity, coalesce(reserved, 0) AS reserved, coalesce(claimed, 0) AS claimed,
      coalesce(expected, 0) AS expected, reservation_id, order_line_id, receiving_lot_id, actor, device, today, at
    FROM unnest(p_moves)
  ), side AS MATERIALIZED (
    -- a move as its two sides, each with the version that its balance row gets by it
    SELECT x.n, x.leaves, s.warehouse_id, s.id, x.units, x.reserved, s.version AS was, b.id IS NOT NULL AS born,
      CASE WHEN b.id IS NULL THEN s.version ELSE 0 END
        + row_number() OVER (PARTITION BY s.warehouse_id, s.id ORDER BY x.n, x.leaves DESC) AS becomes
    FROM (
      SELECT n, true AS leaves, warehouse_id, item_id, lot_id, from_location AS location_id, from_state AS state,
        -quantity AS units, least(reserved, 0) AS reserved FROM m WHERE from_state IS NOT NULL
      UNION ALL
      SELECT n, false, warehouse_id, item_id, lot_id, to_location, to_state, quantity, greatest(reserved, 0)
      FROM m WHERE to_state IS NOT NULL) x
    JOIN stock s ON s.warehouse_id = x.warehouse_id AND s.item_id = x.item_id AND s.lot_key = coalesce(x.lot_id, 0)
      AND s.location_id = x.location_id AND s.state = x.state
    LEFT JOIN unnest(p_born) b (id) ON b.id = s.id
  ), gate AS MATERIALIZED (
    SELECT m.n, g.gate_seq + row_number() OVER (PARTITION BY m.warehouse_id, m.item_id ORDER BY m.n) AS becomes
    FROM m JOIN stock_summary g ON g.warehouse_id = m.warehouse_id AND g.item_id = m.item_id
  ), balance AS (
    UPDATE stock s SET quantity = s.quantity + x.units, reserved = s.reserved + x.reserved, version = x.becomes
    FROM (SELECT warehouse_id, id, sum(units) AS units, sum(reserved) AS reserved, min(was) AS was,
        max(becomes) AS becomes FROM side WHERE NOT born GROUP BY 1, 2) x
    WHERE s.warehouse_id = x.warehouse_id AND s.id = x.id AND s.version = x.was
    RETURNING s.version - x.was AS sides
  ), total AS (
    UPDATE stock_summary g SET received = g.received + x.received, stowed = g.stowed + x.stowed,
      available = g.available + x.available, picked = g.picked + x.picked, quarantined = g.quarantined + x.quarantined,
      short_dated = g.short_dated + x.short_dated, damaged = g.damaged + x.damaged,
      allocated = g.allocated + x.allocated, reserved = g.reserved + x.reserved, expected = g.expected + x.expected,
      gate_seq = g.gate_seq + x.moves, changed_at = now()
    FROM ledger_totals(p_moves) x
    WHERE g.warehouse_id = x.warehouse_id AND g.item_id = x.item_id
  ), written AS (
    INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
      to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, reservation_id,
      order_line_id, receiving_lot_id, actor, device, business_date, occurred_at)
    SELECT m.warehouse_id, m.event_id, m.line, m.kind, m.owner_id, m.item_id, m.lot_id, m.from_location, m.from_state,
      m.to_location, m.to_state, m.quantity, f.id, f.becomes, t.id, t.becomes, g.becomes, m.reservation_id,
      m.order_line_id, m.receiving_lot_id, m.actor, m.device, m.today, coalesce(m.at, now())
    FROM m JOIN gate g ON g.n = m.n
    LEFT JOIN side f ON f.n = m.n AND f.leaves
    LEFT JOIN side t ON t.n = m.n AND NOT t.leaves
    ORDER BY m.n
    RETURNING id
  )
  SELECT (SELECT array_agg(id ORDER BY id) FROM written),
    coalesce((SELECT sum(sides) FROM balance), 0) - (SELECT count(*) FROM side WHERE NOT born)
  INTO v_movements, v_rows;
  IF v_rows <> 0 OR cardinality(v_movements) IS DISTINCT FROM cardinality(p_moves) THEN
    RAISE EXCEPTION 'ledger_write: % moves, % movements, % balances changed by another', cardinality(p_moves),
      cardinality(v_movements), -v_rows;
  END IF;
  RETURN v_movements;
END $$;

-- What a move changes in the total of one state.
CREATE OR REPLACE FUNCTION ledger_units(p_state text, p_from text, p_to text, p_quantity numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_to = p_state THEN p_quantity ELSE 0 END - CASE WHEN p_from = p_state THEN p_quantity ELSE 0 END
$$;

-- Moves each through a gate of its own and between rows that are there: nothing has to be added up.
CREATE OR REPLACE FUNCTION ledger_write_apart(p_moves move[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_movements bigint[];
BEGIN
  WITH m AS MATERIALIZED (
    SELECT n, warehouse_id, event_id, coalesce(line, 1) AS line, kind, owner_id, item_id, lot_id, from_location,
      from_state, to_location, to_state, quantity, coalesce(reserved, 0) AS reserved, coalesce(claimed, 0) AS claimed,
      coalesce(expected, 0) AS expected, reservation_id, order_line_id, receiving_lot_id, actor, device, today, at
    FROM unnest(p_moves)
  ), f AS (
    UPDATE stock s SET quantity = s.quantity - m.quantity, reserved = s.reserved + least(m.reserved, 0),
      version = s.version + 1
    FROM m WHERE s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id AND s.lot_key = coalesce(m.lot_id, 0)
      AND s.location_id = m.from_location AND s.state = m.from_state
    RETURNING m.n, s.id, s.version
  ), t AS (
    UPDATE stock s SET quantity = s.quantity + m.quantity, reserved = s.reserved + greatest(m.reserved, 0),
      version = s.version + 1
    FROM m WHERE s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id AND s.lot_key = coalesce(m.lot_id, 0)
      AND s.location_id = m.to_location AND s.state = m.to_state
    RETURNING m.n, s.id, s.version
  ), g AS (
    UPDATE stock_summary g SET
      received = g.received + ledger_units('RECEIVED', m.from_state, m.to_state, m.quantity),
      stowed = g.stowed + ledger_units('STOWED', m.from_state, m.to_state, m.quantity),
      available = g.available + ledger_units('AVAILABLE', m.from_state, m.to_state, m.quantity),
      picked = g.picked + ledger_units('PICKED', m.from_state, m.to_state, m.quantity),
      quarantined = g.quarantined + ledger_units('QUARANTINED', m.from_state, m.to_state, m.quantity),
      short_dated = g.short_dated + ledger_units('SHORT_DATED', m.from_state, m.to_state, m.quantity),
      damaged = g.damaged + ledger_units('DAMAGED', m.from_state, m.to_state, m.quantity),
      allocated = g.allocated + m.claimed, reserved = g.reserved + m.reserved, expected = g.expected + m.expected,
      gate_seq = g.gate_seq + 1, changed_at = now()
    FROM m WHERE g.warehouse_id = m.warehouse_id AND g.item_id = m.item_id
    RETURNING m.n, g.gate_seq
  ), written AS (
    INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
      to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, reservation_id,
      order_line_id, receiving_lot_id, actor, device, business_date, occurred_at)
    SELECT m.warehouse_id, m.event_id, m.line, m.kind, m.owner_id, m.item_id, m.lot_id, m.from_location, m.from_state,
      m.to_location, m.to_state, m.quantity, f.id, f.version, t.id, t.version, g.gate_seq, m.reservation_id,
      m.order_line_id, m.receiving_lot_id, m.actor, m.device, m.today, coalesce(m.at, now())
    FROM m JOIN g ON g.n = m.n LEFT JOIN f ON f.n = m.n LEFT JOIN t ON t.n = m.n
    WHERE (m.from_state IS NULL) = (f.n IS NULL) AND (m.to_state IS NULL) = (t.n IS NULL)
    ORDER BY m.n
    RETURNING id
  )
  SELECT array_agg(id ORDER BY id) INTO v_movements FROM written;
  IF cardinality(v_movements) IS DISTINCT FROM cardinality(p_moves) THEN
    RAISE EXCEPTION 'ledger_write: % moves, % movements', cardinality(p_moves), cardinality(v_movements);
  END IF;
  RETURN v_movements;
END $$;

-- Balance rows that moves are the first to use, with all that these moves do to them, together with the slot of a place that
-- takes only one lot. The lock on a place that units come to from elsewhere is what holds newcomers back while it is being
-- held (hold_gate). Answers the rows that were born.
CREATE OR REPLACE FUNCTION ledger_rows(p_moves move[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_born bigint[];
BEGIN
  IF NOT EXISTS (SELECT FROM unnest(p_moves) m WHERE m.to_state IS NOT NULL AND NOT EXISTS (
    SELECT FROM stock s WHERE s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
      AND s.lot_key = coalesce(m.lot_id, 0) AND s.location_id = m.to_location AND s.state = m.to_state
      AND s.quantity > 0)) THEN
    RETURN NULL;
  END IF;
  WITH entered AS MATERIALIZED (
    SELECT m.warehouse_id, m.item_id, m.lot_id, m.to_location, m.to_state, i.decimals,
      i.lot_tracked AND NOT i.allow_mixing_locations AND l.type IN ('STORAGE', 'PICK_FACE') AS exclusive,
      m.quantity AS units, greatest(m.reserved, 0) AS reserved
    FROM unnest(p_moves) m JOIN item i ON i.id = m.item_id
    JOIN location l ON l.warehouse_id = m.warehouse_id AND l.id = m.to_location
    LEFT JOIN LATERAL (SELECT k.id FROM location k WHERE k.warehouse_id = m.warehouse_id AND k.id = m.to_location
      AND m.to_location <> m.from_location FOR KEY SHARE) k ON true
    WHERE m.to_state IS NOT NULL
  ), place AS MATERIALIZED (
    SELECT warehouse_id, item_id, lot_id, to_location, to_state, decimals, exclusive, sum(units) AS units,
      sum(reserved) AS reserved, count(*) AS sides FROM entered GROUP BY 1, 2, 3, 4, 5, 6, 7
  ), slotted AS (
    INSERT INTO slot (warehouse_id, location_id, item_id, lot_key)
    SELECT DISTINCT p.warehouse_id, p.to_location, p.item_id, coalesce(p.lot_id, 0) FROM place p
    WHERE exclusive AND NOT EXISTS (SELECT FROM slot o WHERE o.warehouse_id = p.warehouse_id
      AND o.location_id = p.to_location AND o.item_id = p.item_id AND o.lot_key = coalesce(p.lot_id, 0))
    ON CONFLICT (warehouse_id, location_id, item_id) DO UPDATE SET lot_key = excluded.lot_key
  ), born AS (
    INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, decimals, exclusive, quantity, reserved, version)
    SELECT p.warehouse_id, p.item_id, p.lot_id, p.to_location, p.to_state, p.decimals, p.exclusive,
      p.units - coalesce(o.units, 0), p.reserved + coalesce(o.reserved, 0), p.sides + coalesce(o.sides, 0)
    FROM place p LEFT JOIN (SELECT warehouse_id, item_id, lot_id, from_location, from_state, sum(quantity) AS units,
        sum(least(reserved, 0)) AS reserved, count(*) AS sides FROM unnest(p_moves) GROUP BY 1, 2, 3, 4, 5) o
      ON o.warehouse_id = p.warehouse_id AND o.item_id = p.item_id AND o.lot_id IS NOT DISTINCT FROM p.lot_id
        AND o.from_location = p.to_location AND o.from_state = p.to_state
    WHERE NOT EXISTS (SELECT FROM stock s WHERE s.warehouse_id = p.warehouse_id AND s.item_id = p.item_id
      AND s.lot_key = coalesce(p.lot_id, 0) AND s.location_id = p.to_location AND s.state = p.to_state)
    RETURNING id
  )
  SELECT array_agg(id) INTO v_born FROM born;
  RETURN v_born;
END $$;

-- What moves change in the totals of each gate, and how many of them pass it.
CREATE OR REPLACE FUNCTION ledger_totals(p_moves move[])
RETURNS TABLE (warehouse_id bigint, item_id bigint, received numeric, stowed numeric, available numeric,
  picked numeric, quarantined numeric, short_dated numeric, damaged numeric, allocated numeric, reserved numeric,
  expected numeric, moves bigint)
LANGUAGE sql IMMUTABLE AS $$
  SELECT x.warehouse_id, x.item_id, coalesce(sum(x.units) FILTER (WHERE x.state = 'RECEIVED'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'STOWED'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'AVAILABLE'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'PICKED'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'QUARANTINED'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'SHORT_DATED'), 0),
    coalesce(sum(x.units) FILTER (WHERE x.state = 'DAMAGED'), 0),
    sum(x.claimed), sum(x.reserved), sum(x.expected), count(*) FILTER (WHERE x.first)
  FROM (
    SELECT m.warehouse_id, m.item_id, m.from_state AS state, -m.quantity AS units, coalesce(m.claimed, 0) AS claimed,
      coalesce(m.reserved, 0) AS reserved, coalesce(m.expected, 0) AS expected, true AS first
    FROM unnest(p_moves) m
    UNION ALL
    SELECT m.warehouse_id, m.item_id, m.to_state, m.quantity, 0, 0, 0, false FROM unnest(p_moves) m) x
  GROUP BY 1, 2
$$;

-- One move of a posting; see type move for what the changes mean.
CREATE OR REPLACE FUNCTION ledger_move(e posting, p_kind text, p_line smallint,
  p_from_location bigint, p_from_state text, p_to_location bigint, p_to_state text, p_quantity numeric,
  p_reserved numeric DEFAULT 0, p_claimed numeric DEFAULT 0, p_expected numeric DEFAULT 0,
  p_order_line bigint DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_written bigint[];
BEGIN
  v_written := ledger_write(ARRAY[(1, e.warehouse_id, e.id, p_line, p_kind, e.owner_id, e.item_id, e.lot_id,
    p_from_location, p_from_state, p_to_location, p_to_state, p_quantity, p_reserved, p_claimed, p_expected,
    e.reservation_id, p_order_line, e.receiving_lot_id, e.actor, e.device, e.today, e.at)::move], true);
  RETURN v_written[1];
END $$;
