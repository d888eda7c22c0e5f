-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Moves rows into or out of quarantine; what a hold takes is booked on its account. What stands in another warehouse than
-- the command was sent to, and what is more than an event can count, is a part of the event; see event_part. p_after =
-- movements that the event has already; p_cut = claims that the rows give up with it. Answers the movements of the event
-- itself.
CREATE OR REPLACE FUNCTION hold_write(e posting, p_kind text, p_code text, p_rows held[], p_holds bigint[],
  p_after integer, p_cut claim_cut[] DEFAULT '{}')
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_plated plate_units[] := hold_lift(e, p_kind, p_holds, p_rows);
  v_simply boolean := hold_simply(p_rows);
  c record;
  v_part posting;
  v_movements bigint[];
  v_own bigint[] := '{}';
BEGIN
  FOR c IN SELECT * FROM hold_parts(p_rows) LOOP
    v_part := e;
    IF c.warehouse_id <> e.warehouse_id OR c.part > 0 THEN
      v_part := event_part(e, c.warehouse_id);
      v_part.id := CASE WHEN c.part = 0 THEN v_part.id ELSE md5(v_part.id || ':' || c.part)::uuid END;
    END IF;
    IF v_simply THEN
      v_movements := hold_restate(v_part, p_kind, c.rows, CASE p_kind WHEN 'HOLD' THEN p_holds[1] END, p_after,
        CASE c.part WHEN 0 THEN p_cut ELSE '{}' END);
    ELSE
      v_movements := ledger_write(hold_moves(v_part, p_kind, c.rows, p_after, p_rows, p_cut));
      IF p_kind = 'HOLD' THEN
        PERFORM hold_book(p_holds[1], c.rows);
      END IF;
    END IF;
    IF v_part.id = e.id THEN
      v_own := v_movements;
    ELSE
      PERFORM event_record_one(v_part, ('OK', p_code, NULL, v_movements)::posted);
    END IF;
  END LOOP;
  PERFORM plate_put(v_plated);
  RETURN v_own;
END $$;

-- Rows by warehouse, thirty thousand at a time.
CREATE OR REPLACE FUNCTION hold_parts(p_rows held[]) RETURNS TABLE (warehouse_id bigint, part bigint, rows held[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF cardinality(p_rows) <= 30000 AND (SELECT min(h.warehouse_id) = max(h.warehouse_id) FROM unnest(p_rows) h) THEN
    RETURN QUERY SELECT (p_rows[1]).warehouse_id, 0::bigint, p_rows;
    RETURN;
  END IF;
  RETURN QUERY SELECT r.warehouse_id, r.part, array_agg(r.row ORDER BY (r.row).stock_id)
    FROM (SELECT (h).warehouse_id, h AS row, (row_number() OVER (PARTITION BY (h).warehouse_id ORDER BY (h).stock_id) - 1)
      / 30000 AS part FROM unnest(p_rows) h) r
    GROUP BY 1, 2 ORDER BY 1, 2;
END $$;

-- Do these rows only change their state where they stand, no two of them into one row, and nothing of them on plates?
CREATE OR REPLACE FUNCTION hold_simply(p_rows held[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT bool_and(to_location = location_id AND to_state IS NOT NULL) AND min(state) = max(state)
      FROM unnest(p_rows)) AND NOT hold_plated(p_rows);
END $$;

-- Does something of these rows stand on plates? Where nothing does, a hold takes whole rows.
CREATE OR REPLACE FUNCTION hold_plated(p_rows held[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM plate_content) AND EXISTS (SELECT FROM unnest(p_rows) h
    JOIN stock s ON s.warehouse_id = h.warehouse_id AND s.id = h.stock_id WHERE s.plated > 0);
END $$;

-- The moves of rows, with the claims that they give up: what ledger_write wants.
CREATE OR REPLACE FUNCTION hold_moves(e posting, p_kind text, p_part held[], p_after integer, p_rows held[],
  p_cut claim_cut[]) RETURNS move[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT array_agg((r.n, r.warehouse_id, e.id, r.n + p_after, p_kind, i.owner_id, r.item_id, r.lot_id,
      r.location_id, r.state, r.to_location, r.to_state, r.quantity, -x.reserved, x.claimed, 0, NULL, NULL, NULL, e.actor,
      e.device, e.today, e.at)::move ORDER BY r.n)
    FROM unnest(p_part) WITH ORDINALITY r (warehouse_id, stock_id, item_id, lot_id, location_id, state, to_location,
      to_state, quantity, n) JOIN item i ON i.id = r.item_id
    LEFT JOIN claims_leaving(p_rows, p_cut) x ON x.warehouse_id = r.warehouse_id AND x.stock_id = r.stock_id);
END $$;

-- ledger_write for rows of a warehouse that only change their state where they stand (hold_simply): their keys are known, so
-- that each is looked up once and nothing has to be told apart. Rows that leave AVAILABLE leave it whole, with their claims;
-- what has come is booked on the account of p_hold. Answers the movements.
CREATE OR REPLACE FUNCTION hold_restate(e posting, p_kind text, p_rows held[], p_hold bigint, p_after integer,
  p_cut claim_cut[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_movements bigint[];
  v_missed bigint;
BEGIN
  WITH m AS MATERIALIZED (
    SELECT h.n, h.stock_id, h.item_id, h.lot_id, h.location_id, h.state, h.to_state, h.quantity, i.owner_id, s.version,
      s.decimals, s.exclusive, CASE h.state WHEN 'AVAILABLE' THEN s.reserved ELSE 0 END AS reserved,
      coalesce(t.id, nextval('stock_id_seq')) AS to_stock, t.id IS NULL AS born, coalesce(t.version, 0) AS to_version,
      g.gate_seq + row_number() OVER (PARTITION BY h.item_id ORDER BY h.n) AS gate_seq
    FROM unnest(p_rows) WITH ORDINALITY h (warehouse_id, stock_id, item_id, lot_id, location_id, state, to_location,
      to_state, quantity, n)
    JOIN item i ON i.id = h.item_id
    JOIN stock_summary g ON g.warehouse_id = e.warehouse_id AND g.item_id = h.item_id
    JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.id = h.stock_id
    LEFT JOIN stock t ON t.warehouse_id = e.warehouse_id AND t.item_id = h.item_id AND t.lot_key = coalesce(h.lot_id, 0)
      AND t.location_id = h.location_id AND t.state = h.to_state
  ), emptied AS (
    UPDATE stock s SET quantity = s.quantity - m.quantity, reserved = s.reserved - m.reserved, version = s.version + 1
    FROM m WHERE s.warehouse_id = e.warehouse_id AND s.id = m.stock_id AND s.version = m.version
    RETURNING s.id
  ), filled AS (
    UPDATE stock s SET quantity = s.quantity + m.quantity, version = s.version + 1
    FROM m WHERE NOT m.born AND s.warehouse_id = e.warehouse_id AND s.id = m.to_stock
  ), born AS (
    INSERT INTO stock (warehouse_id, id, item_id, lot_id, location_id, state, decimals, exclusive, quantity, version)
    SELECT e.warehouse_id, to_stock, item_id, lot_id, location_id, to_state, decimals, exclusive, quantity, 1
    FROM m WHERE born
  ), booked AS (
    INSERT INTO hold_stock AS k (warehouse_id, stock_id, hold_id, quantity)
    SELECT e.warehouse_id, to_stock, p_hold, quantity FROM m WHERE p_hold IS NOT NULL AND NOT born
    ON CONFLICT (warehouse_id, stock_id, hold_id) DO UPDATE SET quantity = k.quantity + excluded.quantity
  ), booked_anew AS (
    INSERT INTO hold_stock (warehouse_id, stock_id, hold_id, quantity)
    SELECT e.warehouse_id, to_stock, p_hold, quantity FROM m WHERE p_hold IS NOT NULL AND born
  ), written AS (
    INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
      to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, actor, device,
      business_date, occurred_at)
    SELECT e.warehouse_id, e.id, n + p_after, p_kind, owner_id, item_id, lot_id, location_id, state, location_id, to_state,
      quantity, stock_id, version + 1, to_stock, to_version + 1, gate_seq, e.actor, e.device, e.today, coalesce(e.at, now())
    FROM m ORDER BY n
    RETURNING id
  ), changed AS (
    SELECT item_id, state, sum(-quantity) AS units, sum(-reserved) AS reserved, 0 AS claimed, count(*) AS moves
    FROM m GROUP BY 1, 2
    UNION ALL SELECT item_id, to_state, sum(quantity), 0, 0, 0 FROM m GROUP BY 1, 2
    UNION ALL SELECT item_id, NULL, 0, 0, sum(CASE WHEN reservation_id IS NULL THEN -quantity ELSE quantity END), 0
    FROM unnest(p_cut) WHERE warehouse_id = e.warehouse_id GROUP BY 1
  ), total AS (
    UPDATE stock_summary g SET available = g.available + x.available, quarantined = g.quarantined + x.quarantined,
      short_dated = g.short_dated + x.short_dated, allocated = g.allocated + x.claimed, reserved = g.reserved + x.reserved,
      gate_seq = g.gate_seq + x.moves, changed_at = now()
    FROM (SELECT item_id, coalesce(sum(units) FILTER (WHERE state = 'AVAILABLE'), 0) AS available,
        coalesce(sum(units) FILTER (WHERE state = 'QUARANTINED'), 0) AS quarantined,
        coalesce(sum(units) FILTER (WHERE state = 'SHORT_DATED'), 0) AS short_dated,
        sum(claimed) AS claimed, sum(reserved) AS reserved, sum(moves) AS moves FROM changed GROUP BY 1) x
    WHERE g.warehouse_id = e.warehouse_id AND g.item_id = x.item_id
  )
  SELECT (SELECT array_agg(id ORDER BY id) FROM written), (SELECT count(*) FROM emptied) - cardinality(p_rows)
  INTO v_movements, v_missed;
  IF v_missed <> 0 OR cardinality(v_movements) IS DISTINCT FROM cardinality(p_rows) THEN
    RAISE EXCEPTION 'hold_restate: % rows, % movements, % balances changed by another', cardinality(p_rows),
      cardinality(v_movements), -v_missed;
  END IF;
  RETURN v_movements;
END $$;

-- The units of rows that have just gone into quarantine are those that this hold answers for.
CREATE OR REPLACE FUNCTION hold_book(p_hold bigint, p_rows held[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hold_stock AS k (warehouse_id, stock_id, hold_id, quantity)
  SELECT r.warehouse_id, s.id, p_hold, sum(r.quantity) FROM unnest(p_rows) r
  JOIN stock s ON s.warehouse_id = r.warehouse_id AND s.item_id = r.item_id AND s.lot_key = coalesce(r.lot_id, 0)
    AND s.location_id = r.location_id AND s.state = 'QUARANTINED'
  GROUP BY 1, 2
  ON CONFLICT (warehouse_id, stock_id, hold_id) DO UPDATE SET quantity = k.quantity + excluded.quantity;
END $$;
