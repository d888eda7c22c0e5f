-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Units without lot get one. They leave their balance and come back under the lot, by way of ADJUSTMENT, in the same place
-- and, unless the lot is held or too old, the same state; tasks on them are planned again. Arguments in e.facts: rows
-- [{location, state, quantity, lotNumber, expirationDate}], each place × state in one lot or several.
CREATE OR REPLACE FUNCTION lot_assign(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_refusal posted;
  v_lines bigint[];
  v_stock bigint[];
  v_moves move[];
  v_movements bigint[];
BEGIN
  PERFORM ledger_gate(array_agg(w.id), array_agg(e.item_id)) FROM warehouse w
  WHERE w.id = e.warehouse_id OR EXISTS (SELECT FROM stock_summary s WHERE s.warehouse_id = w.id AND s.item_id = e.item_id);
  v_refusal := lot_assign_refusal(e);
  IF v_refusal.code IS NOT NULL THEN
    RETURN v_refusal;
  END IF;
  PERFORM set_config('lotline.actor', e.actor, true);
  INSERT INTO lot (item_id, lot_number, expiration_date)
  SELECT DISTINCT e.item_id, r.lot_number, r.expiration_date FROM lot_assign_rows(e) r ORDER BY 2, 3
  ON CONFLICT (item_id, lot_number, expiration_date) DO NOTHING;

  SELECT array_agg(s.id), claims_unreserve_rows(e.warehouse_id, array_agg(s.id), array_agg(s.units))
  INTO v_stock, v_lines
  FROM (SELECT x.stock_id AS id, sum(x.quantity) AS units FROM lot_assign_rows(e) x GROUP BY 1) s;
  v_moves := lot_assign_moves(e);
  PERFORM claims_cut_items(e.warehouse_id, ARRAY[e.item_id], ARRAY[(SELECT coalesce(sum(CASE
    WHEN m.from_state = 'AVAILABLE' THEN m.quantity WHEN m.to_state = 'AVAILABLE' THEN -m.quantity END), 0)
    FROM unnest(v_moves) m)]);
  -- the place changes its lot within this statement, so its row lets go of the slot for that long
  UPDATE stock SET exclusive = false WHERE warehouse_id = e.warehouse_id AND id = ANY (v_stock) AND exclusive;
  v_movements := ledger_write(v_moves);
  UPDATE stock s SET exclusive = true FROM item i, location p
  WHERE s.warehouse_id = e.warehouse_id AND s.id = ANY (v_stock) AND NOT s.exclusive AND i.id = e.item_id
    AND NOT i.allow_mixing_locations AND p.warehouse_id = s.warehouse_id AND p.id = s.location_id
    AND p.type IN ('STORAGE', 'PICK_FACE');
  PERFORM claims_confine(e.warehouse_id, ARRAY[e.item_id]);
  PERFORM claims_drain(s.warehouse_id, s.item_id) FROM stock_summary s WHERE s.item_id = e.item_id;
  PERFORM claims_take(e.warehouse_id, l.id) FROM unnest(v_lines) x (id) JOIN order_line l ON l.id = x.id
  ORDER BY l.order_id, l.line_no;
  RETURN ('OK', 'LOTS_ASSIGNED', jsonb_build_object('assigned', (
    SELECT jsonb_agg(jsonb_build_object('location', p.code, 'lotId', t.id, 'lotNumber', t.lot_number, 'expirationDate',
      t.expiration_date, 'state', m.to_state, 'quantity', m.quantity) ORDER BY m.n)
    FROM unnest(v_moves) m JOIN lot t ON t.id = m.lot_id
    JOIN location p ON p.warehouse_id = m.warehouse_id AND p.id = m.to_location)), v_movements)::posted;
END $$;

-- The rows of the command, each with the balance that its units come from (no stock_id = there is none).
CREATE OR REPLACE FUNCTION lot_assign_rows(e posting)
RETURNS TABLE (n integer, stock_id bigint, location_id bigint, state text, quantity numeric, standing numeric,
  exclusive boolean, lot_number text, expiration_date date) LANGUAGE sql STABLE AS $$
  SELECT x.n, s.id, x.location, x.state, x.quantity, coalesce(s.quantity, 0), coalesce(s.exclusive, false), x."lotNumber",
    x."expirationDate"
  FROM jsonb_to_recordset(e.facts -> 'rows') AS x (n integer, location bigint, state text, quantity numeric,
    "lotNumber" text, "expirationDate" date)
  LEFT JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.lot_key = 0
    AND s.location_id = x.location AND s.state = x.state
$$;

-- Why lots can't be assigned like this; nulls = they can. Of a place that takes one lot everything gets the same one.
CREATE OR REPLACE FUNCTION lot_assign_refusal(e posting) RETURNS posted LANGUAGE plpgsql STABLE AS $$
DECLARE
  c record;
BEGIN
  IF NOT EXISTS (SELECT FROM item WHERE id = e.item_id AND lot_tracked) THEN
    RETURN ('REFUSED', 'ITEM_NOT_LOT_TRACKED', '{}'::jsonb, NULL)::posted;
  END IF;
  FOR c IN
    SELECT p.code, r.state, r.standing, sum(r.quantity) AS asked, bool_or(r.exclusive) AS exclusive, min(r.n) AS n
    FROM lot_assign_rows(e) r JOIN location p ON p.warehouse_id = e.warehouse_id AND p.id = r.location_id
    GROUP BY p.code, r.state, r.standing ORDER BY min(r.n)
  LOOP
    IF c.asked > c.standing OR (c.exclusive AND c.asked < c.standing) THEN
      RETURN ('REFUSED', 'LOT_SUM_MISMATCH', jsonb_build_object('location', c.code, 'state', c.state,
        'scanned', c.asked, 'expected', c.standing), NULL)::posted;
    END IF;
  END LOOP;
  FOR c IN
    SELECT p.code FROM (SELECT x.stock_id, sum(x.quantity) AS asked FROM lot_assign_rows(e) x GROUP BY 1) r
    JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.id = r.stock_id
    JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
    WHERE r.asked > s.quantity - hold_on_plates(s)
  LOOP
    RETURN ('REFUSED', 'LOT_ON_HOLD', jsonb_build_object('location', c.code), NULL)::posted;
  END LOOP;
  FOR c IN
    SELECT p.code FROM (SELECT location_id, lot_number, expiration_date FROM lot_assign_rows(e) r WHERE r.exclusive
      UNION SELECT s.location_id, t.lot_number, t.expiration_date FROM stock s LEFT JOIN lot t ON t.id = s.lot_id
      WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.quantity > 0
        AND s.location_id IN (SELECT r.location_id FROM lot_assign_rows(e) r WHERE r.exclusive)
        AND s.id NOT IN (SELECT r.stock_id FROM lot_assign_rows(e) r WHERE r.stock_id IS NOT NULL)) x
    JOIN location p ON p.warehouse_id = e.warehouse_id AND p.id = x.location_id
    GROUP BY p.code HAVING count(*) > 1
  LOOP
    RETURN ('REFUSED', 'LOT_MIX_FORBIDDEN', jsonb_build_object('location', c.code), NULL)::posted;
  END LOOP;
  RETURN NULL;
END $$;

-- Out of the balance without lot, and in again under the lot.
CREATE OR REPLACE FUNCTION lot_assign_moves(e posting) RETURNS move[] LANGUAGE sql STABLE AS $$
  SELECT array_agg((x.n, e.warehouse_id, e.id, x.n, 'ASSIGN_LOT', e.owner_id, e.item_id, x.lot_id, x.from_location,
    x.from_state, x.to_location, x.to_state, x.quantity, 0, 0, 0, NULL, NULL, NULL, e.actor, e.device, e.today,
    e.at)::move ORDER BY x.n)
  FROM (
    SELECT 2 * r.n - 1 AS n, NULL::bigint AS lot_id, r.location_id AS from_location, r.state AS from_state,
      a.id AS to_location, NULL AS to_state, r.quantity
    FROM lot_assign_rows(e) r JOIN location a ON a.warehouse_id = e.warehouse_id AND a.code = '@ADJUSTMENT'
    UNION ALL
    SELECT 2 * r.n, t.id, a.id, NULL, r.location_id, CASE WHEN r.state = 'AVAILABLE'
        THEN lot_state(t.hold, t.expiration_date, i.min_shelf_life_days, e.today) ELSE r.state END, r.quantity
    FROM lot_assign_rows(e) r JOIN location a ON a.warehouse_id = e.warehouse_id AND a.code = '@ADJUSTMENT'
    JOIN item i ON i.id = e.item_id
    JOIN lot t ON t.item_id = e.item_id AND t.lot_number IS NOT DISTINCT FROM r.lot_number
      AND t.expiration_date IS NOT DISTINCT FROM r.expiration_date) x
$$;
