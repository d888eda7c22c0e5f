-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- UNHOLD: ends holds, or their part about some lots, places or plates, and frees what they took and caught. Units that
-- another open hold covers pass to it. Arguments in e.facts: holds, and lots, places or plates (all when absent), note.
CREATE OR REPLACE FUNCTION hold_release(e posting) RETURNS posted LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_holds bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'holds')::bigint);
  v_no posted;
  v_rows held[];
  v_kept jsonb;
  v_movements bigint[];
  c record;
BEGIN
  PERFORM hold_gate_again(v_holds);
  v_no := hold_objection(e, v_holds);
  IF v_no.verdict = 'REFUSED' THEN
    RETURN v_no;
  END IF;
  v_rows := hold_ended(e, v_holds);
  v_kept := hold_hand_over(v_holds, v_rows) || hold_hand_over_plates(v_holds, v_rows);
  v_rows := hold_let_go(v_holds, v_rows);
  v_movements := hold_write(e, 'UNHOLD', 'RELEASED_FROM_HOLD', v_rows, v_holds, 0);
  PERFORM hold_decide(e, v_holds, 'RELEASED', v_rows, v_no);
  FOR c IN
    SELECT warehouse_id, item_id FROM unnest(v_rows) WHERE to_state = 'AVAILABLE' GROUP BY 1, 2 ORDER BY 1, 2
  LOOP
    PERFORM claims_drain(c.warehouse_id, c.item_id);
  END LOOP;
  RETURN (v_no.verdict, 'RELEASED_FROM_HOLD', v_no.facts || jsonb_build_object('done', hold_done(v_rows), 'kept', v_kept),
    v_movements)::posted;
END $$;

-- DISPOSE_HELD and RETURN_HELD: units of one hold leave the house. Arguments in e.facts: holds (one), lots, places,
-- plates, quantity; what is absent means all of it.
CREATE OR REPLACE FUNCTION hold_remove(e posting) RETURNS posted LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_holds bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'holds')::bigint);
  v_asked numeric := (e.facts ->> 'quantity')::numeric;
  v_code text := CASE e.operation WHEN 'DISPOSE_HELD' THEN 'DISPOSED' ELSE 'RETURNED' END;
  v_no posted;
  v_rows held[];
  v_units numeric;
  v_movements bigint[];
BEGIN
  PERFORM hold_gate_again(v_holds);
  v_no := hold_objection(e, v_holds);
  IF v_no.verdict = 'REFUSED' THEN
    RETURN v_no;
  END IF;
  v_rows := hold_left(e, v_holds, CASE e.operation WHEN 'DISPOSE_HELD' THEN '@DISPOSAL' ELSE '@SUPPLIER' END);
  v_units := (SELECT coalesce(sum(quantity), 0) FROM unnest(v_rows));
  IF v_units < v_asked OR v_units = 0 THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', trim_scale(v_units)), NULL)::posted;
  END IF;
  IF v_asked IS NOT NULL THEN
    v_rows := ARRAY(
      SELECT ROW(warehouse_id, stock_id, item_id, lot_id, location_id, state, to_location, to_state,
        least(quantity, v_asked - before))::held
      FROM (SELECT *, sum(quantity) OVER (ORDER BY warehouse_id, stock_id) - quantity AS before FROM unnest(v_rows)) r
      WHERE before < v_asked);
  END IF;
  v_movements := hold_write(e, e.operation, v_code, v_rows, v_holds, 0);
  PERFORM hold_give(r.warehouse_id, r.stock_id, v_holds[1], r.quantity) FROM unnest(v_rows) r;
  PERFORM hold_decide(e, v_holds, v_code, v_rows, v_no);
  RETURN (v_no.verdict, v_code, v_no.facts || jsonb_build_object('done', hold_done(v_rows)), v_movements)::posted;
END $$;

-- Gates of everything that these holds cover or keep, then the holds themselves.
CREATE OR REPLACE FUNCTION hold_gate_again(p_holds bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger_gate(array_agg(g.warehouse_id), array_agg(g.item_id)) FROM stock_summary g
  WHERE g.item_id IN (
    SELECT t.item_id FROM hold_lot x JOIN lot t ON t.id = x.lot_id WHERE x.hold_id = ANY (p_holds)
    UNION SELECT s.item_id FROM hold_plates(p_holds) p JOIN plate_content c ON c.warehouse_id = p.warehouse_id
      AND c.plate_id = p.plate_id JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
    UNION SELECT s.item_id FROM hold_stock k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
    WHERE k.hold_id = ANY (p_holds));
  PERFORM FROM hold WHERE id = ANY (p_holds) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- Why these holds may not be decided upon; else WARN where one person decides alone, OK where a second one agrees. Whoever
-- placed a recall or a quality hold does not decide on it; only persons count, and while the house has no two of them
-- for that owner, one suffices.
CREATE OR REPLACE FUNCTION hold_objection(e posting, p_holds bigint[]) RETURNS posted LANGUAGE plpgsql STABLE AS $$
DECLARE
  h hold;
  v_persons integer;
  v_alone boolean := false;
BEGIN
  FOR h IN SELECT * FROM hold WHERE id = ANY (p_holds) ORDER BY id LOOP
    IF h.closed_at IS NOT NULL THEN
      RETURN ('REFUSED', 'ALREADY_RESOLVED', jsonb_build_object('state', 'RELEASED'), NULL)::posted;
    END IF;
    IF h.reason <> 'MANUAL' AND (h.placed_by = e.actor OR NOT EXISTS (SELECT FROM hold_persons(h) p WHERE p = e.actor)) THEN
      v_persons := (SELECT count(*) FROM hold_persons(h));
      IF v_persons > 1 THEN
        RETURN ('REFUSED', 'SECOND_PERSON_REQUIRED', jsonb_build_object('hold', h.id, 'placedBy', h.placed_by),
          NULL)::posted;
      END IF;
      v_alone := true;
    END IF;
  END LOOP;
  RETURN (CASE WHEN v_alone THEN 'WARN' ELSE 'OK' END, NULL, CASE WHEN v_alone
    THEN jsonb_build_object('warning', 'ONE_PERSON_HOUSE') ELSE '{}' END, NULL)::posted;
END $$;

-- The persons who may decide on a hold: credentials of people, neither devices nor programs nor the administrator by
-- environment. Keep in step with RELEASE_LOT in capabilities.csv.
CREATE OR REPLACE FUNCTION hold_persons(h hold) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT c.name FROM credential c
  WHERE c.role IN ('ADMIN', 'SUPERVISOR') AND c.revoked_at IS NULL
    AND (c.owners IS NULL OR (SELECT code FROM owner WHERE id = h.owner_id) = ANY (c.owners))
    AND (c.warehouses IS NULL OR h.scope <> 'LOT'
      AND (SELECT code FROM warehouse WHERE id = h.warehouse_id) = ANY (c.warehouses))
$$;

-- What holds keep of the named lots, places and plates (all when none are named), on its way to a virtual place.
CREATE OR REPLACE FUNCTION hold_left(e posting, p_holds bigint[], p_to text) RETURNS held[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_lots bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'lots')::bigint);
  v_places bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'places')::bigint);
BEGIN
  RETURN ARRAY(
    SELECT ROW(s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.state, l.id, NULL,
      least(sum(k.quantity), min(c.units)))::held
    FROM hold_stock k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
    JOIN location l ON l.warehouse_id = s.warehouse_id AND l.code = p_to
    LEFT JOIN LATERAL (SELECT sum(x.quantity) AS units FROM hold_plates_of(e, e.operation, p_holds) p
      JOIN plate_content x ON x.warehouse_id = p.warehouse_id AND x.plate_id = p.plate_id
      WHERE x.warehouse_id = s.warehouse_id AND x.stock_id = s.id) c ON e.facts ? 'plates'
    WHERE (NOT e.facts ? 'plates' OR c.units > 0) AND k.hold_id = ANY (p_holds) AND (NOT e.facts ? 'lots' OR s.lot_id = ANY (v_lots))
      AND (NOT e.facts ? 'places' OR s.location_id = ANY (v_places))
    GROUP BY s.warehouse_id, s.id, l.id ORDER BY s.warehouse_id, s.id);
END $$;

-- Ends what is named of these holds, or all of it, and takes the marks away. Answers the units that they kept because of
-- that, each with the state that it deserves. A hold of places or plates that ends wholly lets go of units moved elsewhere, too.
CREATE OR REPLACE FUNCTION hold_ended(e posting, p_holds bigint[]) RETURNS held[] LANGUAGE plpgsql AS $$
DECLARE
  v_lots bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'lots')::bigint);
  v_places bigint[] := ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'places')::bigint);
BEGIN
  UPDATE hold_place SET released_at = now() WHERE hold_id = ANY (p_holds) AND released_at IS NULL
    AND (NOT e.facts ? 'places' OR location_id = ANY (v_places));
  UPDATE hold_plate SET released_at = now() WHERE hold_id = ANY (p_holds) AND released_at IS NULL
    AND (NOT e.facts ? 'plates' OR plate_id IN (SELECT jsonb_array_elements_text(e.facts -> 'plates')::bigint));
  UPDATE hold_lot x SET released_at = now() FROM hold h
  WHERE h.id = x.hold_id AND h.id = ANY (p_holds) AND h.scope = 'LOT' AND x.released_at IS NULL
    AND (NOT e.facts ? 'lots' OR x.lot_id = ANY (v_lots));
  UPDATE hold h SET closed_at = now() WHERE h.id = ANY (p_holds)
    AND NOT EXISTS (SELECT FROM hold_place k WHERE k.hold_id = h.id AND k.released_at IS NULL)
    AND NOT EXISTS (SELECT FROM hold_plate k WHERE k.hold_id = h.id AND k.released_at IS NULL)
    AND (h.scope <> 'LOT' OR NOT EXISTS (SELECT FROM hold_lot x WHERE x.hold_id = h.id AND x.released_at IS NULL));
  PERFORM hold_mark(ARRAY(SELECT lot_id FROM hold_lot WHERE hold_id = ANY (p_holds)));
  RETURN ARRAY(
    SELECT ROW(s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.state, s.location_id,
      lot_state(coalesce(t.hold, 'NONE'), t.expiration_date, i.min_shelf_life_days, business_date(w.time_zone)),
      sum(k.quantity))::held
    FROM hold_stock k JOIN hold h ON h.id = k.hold_id
    JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.id = k.stock_id
    JOIN item i ON i.id = s.item_id JOIN warehouse w ON w.id = s.warehouse_id LEFT JOIN lot t ON t.id = s.lot_id
    WHERE h.id = ANY (p_holds) AND (h.closed_at IS NOT NULL OR CASE h.scope WHEN 'LOT'
      THEN EXISTS (SELECT FROM hold_lot x WHERE x.hold_id = h.id AND x.lot_id = s.lot_id AND x.released_at IS NOT NULL)
      WHEN 'PLATE' THEN (s.warehouse_id, s.id) IN (SELECT x.warehouse_id, x.stock_id FROM hold_plates_freed(p_holds) p
        JOIN plate_content x ON x.warehouse_id = p.warehouse_id AND x.plate_id = p.plate_id)
      ELSE EXISTS (SELECT FROM hold_place p WHERE p.hold_id = h.id AND p.warehouse_id = s.warehouse_id
        AND p.location_id = s.location_id AND p.released_at IS NOT NULL) END)
    GROUP BY s.warehouse_id, s.id, i.id, w.id, t.id);
END $$;

-- Takes what becomes free of these rows off the accounts of the holds, and answers it. A hold that still covers plates frees
-- what stands on those that it covers no longer, and keeps what stands on the others or came off them loose.
CREATE OR REPLACE FUNCTION hold_let_go(p_holds bigint[], p_rows held[]) RETURNS held[] LANGUAGE plpgsql AS $$
DECLARE
  v_freed held[];
BEGIN
  WITH freed AS MATERIALIZED (
    SELECT k.warehouse_id, k.stock_id, k.hold_id, k.quantity, CASE WHEN h.scope = 'PLATE' AND h.closed_at IS NULL
      THEN greatest(0, least(k.quantity - hold_plated(k), (SELECT sum(x.quantity) FROM hold_plates_freed(p_holds) p
        JOIN plate_content x ON x.warehouse_id = p.warehouse_id AND x.plate_id = p.plate_id
        WHERE x.warehouse_id = k.warehouse_id AND x.stock_id = k.stock_id))) ELSE k.quantity END AS units
    FROM unnest(p_rows) r
    JOIN hold_stock k ON k.warehouse_id = r.warehouse_id AND k.stock_id = r.stock_id AND k.hold_id = ANY (p_holds)
    JOIN hold h ON h.id = k.hold_id
  ), gone AS (
    DELETE FROM hold_stock k USING freed f
    WHERE k.warehouse_id = f.warehouse_id AND k.stock_id = f.stock_id AND k.hold_id = f.hold_id AND f.units = f.quantity
  ), less AS (
    UPDATE hold_stock k SET quantity = k.quantity - f.units FROM freed f
    WHERE k.warehouse_id = f.warehouse_id AND k.stock_id = f.stock_id AND k.hold_id = f.hold_id
      AND f.units > 0 AND f.units < f.quantity
  )
  SELECT array_agg(ROW(r.warehouse_id, r.stock_id, r.item_id, r.lot_id, r.location_id, r.state, r.to_location, r.to_state,
    f.units)::held) INTO v_freed
  FROM unnest(p_rows) r JOIN (SELECT warehouse_id, stock_id, sum(units) AS units FROM freed GROUP BY 1, 2) f
    ON f.warehouse_id = r.warehouse_id AND f.stock_id = r.stock_id AND f.units > 0;
  RETURN coalesce(v_freed, '{}');
END $$;

-- Units of a balance row on plates that this hold, of all open ones the oldest, covers.
CREATE OR REPLACE FUNCTION hold_plated(k hold_stock) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(sum(x.quantity), 0) FROM plate_content x JOIN hold h ON h.id = k.hold_id
    WHERE x.warehouse_id = k.warehouse_id AND x.stock_id = k.stock_id
      AND hold_of_plate(x.warehouse_id, x.plate_id, h.owner_id) = k.hold_id);
END $$;

-- Units that another open hold covers pass from these holds to it. Answers how many passed to which.
CREATE OR REPLACE FUNCTION hold_hand_over(p_holds bigint[], p_rows held[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb;
BEGIN
  WITH covered AS MATERIALIZED (
    SELECT r.warehouse_id, r.stock_id, least(lots.hold_id, CASE WHEN EXISTS (SELECT FROM hold_place k
      WHERE k.warehouse_id = r.warehouse_id AND k.location_id = r.location_id AND k.released_at IS NULL)
      THEN hold_of_place(r.warehouse_id, r.location_id, r.item_id, r.lot_id) END) AS heir
    FROM unnest(p_rows) r
    LEFT JOIN (SELECT x.lot_id, min(x.hold_id) AS hold_id FROM hold_lot x JOIN hold h ON h.id = x.hold_id
      WHERE h.scope = 'LOT' AND x.released_at IS NULL AND x.lot_id IN (SELECT lot_id FROM unnest(p_rows)) GROUP BY 1) lots
      ON lots.lot_id = r.lot_id
  ), passed AS (
    DELETE FROM hold_stock k USING covered c
    WHERE c.heir IS NOT NULL AND k.warehouse_id = c.warehouse_id AND k.stock_id = c.stock_id AND k.hold_id = ANY (p_holds)
    RETURNING k.warehouse_id, k.stock_id, c.heir, k.quantity
  ), inherited AS (
    INSERT INTO hold_stock AS k (warehouse_id, stock_id, hold_id, quantity)
    SELECT warehouse_id, stock_id, heir, sum(quantity) FROM passed GROUP BY 1, 2, 3
    ON CONFLICT (warehouse_id, stock_id, hold_id) DO UPDATE SET quantity = k.quantity + excluded.quantity
  )
  SELECT jsonb_agg(jsonb_build_object('hold', heir, 'quantity', trim_scale(units)) ORDER BY heir) INTO v_kept
  FROM (SELECT heir, sum(quantity) AS units FROM passed GROUP BY 1) x;
  RETURN coalesce(v_kept, '[]');
END $$;

CREATE OR REPLACE FUNCTION hold_decide(e posting, p_holds bigint[], p_decision text, p_rows held[], p_no posted)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO hold_decision (hold_id, decision, units, second_person, note, event_id, decided_by)
  SELECT h.id, p_decision, (SELECT coalesce(sum(quantity), 0) FROM unnest(p_rows)), p_no.verdict = 'OK',
    e.facts ->> 'note', e.id, e.actor
  FROM unnest(p_holds) h (id)
$$;

-- Units by place, with the state they have now; the list is cut at 500 rows, the sum counts all.
CREATE OR REPLACE FUNCTION hold_done(p_rows held[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('quantity', coalesce(trim_scale(sum(r.quantity)), 0), 'units', coalesce(jsonb_agg(
    jsonb_build_object('warehouse', w.code, 'location', l.code, 'sku', i.sku, 'lotId', r.lot_id, 'lotNumber', t.lot_number,
      'expirationDate', t.expiration_date, 'state', r.to_state, 'quantity', trim_scale(r.quantity)) ORDER BY r.n)
    FILTER (WHERE r.n <= 500), '[]'))
  FROM (SELECT *, row_number() OVER (ORDER BY warehouse_id, stock_id) AS n FROM unnest(p_rows)) r
  JOIN warehouse w ON w.id = r.warehouse_id JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id
  JOIN item i ON i.id = r.item_id LEFT JOIN lot t ON t.id = r.lot_id
$$;
