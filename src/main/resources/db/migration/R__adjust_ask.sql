-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Above the threshold? Of one change, and of all that one person changed on this business date (ten times as much).
CREATE OR REPLACE FUNCTION adjust_exceeds(e posting, p_delta numeric) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN adjust_exceeds(e, p_delta, adjust_of_day(e));
END $$;

-- Units and value that somebody has changed in a warehouse on this day.
CREATE OR REPLACE FUNCTION adjust_of_day(e posting) RETURNS numeric[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY[coalesce(sum(abs(delta)), 0), coalesce(sum(value), 0)] FROM adjustment
    WHERE warehouse_id = e.warehouse_id AND asked_by = e.actor AND business_date = e.today AND status = 'POSTED');
END $$;

-- The same where what was changed on this day is known.
CREATE OR REPLACE FUNCTION adjust_exceeds(e posting, p_delta numeric, p_day numeric[])
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  w warehouse;
  v_value numeric := (SELECT unit_value FROM item WHERE id = e.item_id);
  v_units numeric;
BEGIN
  SELECT * INTO STRICT w FROM warehouse WHERE id = e.warehouse_id;
  SELECT greatest(w.adjust_units, coalesce(sum(quantity), 0) * w.adjust_percent / 100) INTO v_units FROM stock
  WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id AND lot_key = coalesce(e.lot_id, 0);
  RETURN abs(p_delta) > v_units OR coalesce(abs(p_delta) * v_value > w.adjust_value, false)
    OR p_day[1] + abs(p_delta) > 10 * v_units
    OR coalesce(p_day[2] + abs(p_delta) * v_value > 10 * w.adjust_value, false);
END $$;

-- Writes down a change, posted by this event or waiting, of a quantity that a client has named or of none; answers its id.
DROP FUNCTION IF EXISTS adjust_note(posting, text, bigint, text, numeric, text, boolean);
CREATE OR REPLACE FUNCTION adjust_note(e posting, p_kind text, p_location bigint, p_state text, p_delta numeric,
  p_reason text, p_posted boolean, p_named bigint DEFAULT NULL)
RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO adjustment (warehouse_id, event_id, kind, item_id, lot_id, lot_number, expiration_date, location_id, state,
    delta, value, reason, status, asked_by, business_date, posted_event, named_quantity_id)
  SELECT e.warehouse_id, e.id, p_kind, e.item_id, e.lot_id, e.lot_number, e.expiration_date, p_location, p_state,
    p_delta, abs(p_delta) * i.unit_value, p_reason, CASE WHEN p_posted THEN 'POSTED' ELSE 'WAITING' END, e.actor,
    e.today, CASE WHEN p_posted THEN e.id END, p_named
  FROM item i WHERE i.id = e.item_id
  RETURNING id
$$;

-- ADJUST: units in one place and state by a difference, or to what was counted. Facts: state, reason, delta or counted.
CREATE OR REPLACE FUNCTION adjust_ask(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_state text := e.facts ->> 'state';
  v_delta numeric := (e.facts ->> 'delta')::numeric;
BEGIN
  PERFORM ledger_gate_all(e.warehouse_id, ARRAY[e.item_id]);
  e.at := coalesce(e.at, business_now());
  v_delta := coalesce(v_delta, (e.facts ->> 'counted')::numeric - stock_there(e, e.to_location, v_state));
  IF v_delta = 0 THEN
    RETURN ('OK', 'ADJUSTED', jsonb_build_object('delta', 0, 'posted', true), '{}')::posted;
  END IF;
  RETURN adjust_or_wait(e, 'ADJUST', v_state, v_delta);
END $$;

-- Posts a change, or lets it wait for a second person when it is above the threshold.
CREATE OR REPLACE FUNCTION adjust_or_wait(e posting, p_kind text, p_state text, p_delta numeric)
RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_refusal posted := adjust_refusal(e, e.to_location, p_state, p_delta);
  v_reason text := e.facts ->> 'reason';
  v_movements bigint[] := '{}';
  v_id bigint;
BEGIN
  IF v_refusal.code IS NOT NULL THEN
    RETURN v_refusal;
  END IF;
  IF adjust_exceeds(e, p_delta) THEN
    v_id := adjust_note(e, p_kind, e.to_location, p_state, p_delta, v_reason, false);
    RETURN ('WARN', 'SECOND_PERSON_AWAITED', jsonb_build_object('adjustment', v_id, 'delta', p_delta, 'posted', false),
      '{}')::posted;
  END IF;
  v_movements := adjust_apply(e, p_kind, 1, e.to_location, p_state, p_delta);
  PERFORM claims_drain_all(e.item_id);
  e.lot_id := coalesce(e.lot_id, lot_ensure(e));
  v_id := adjust_note(e, p_kind, e.to_location, p_state, p_delta, v_reason, true);
  RETURN ('OK', CASE p_kind WHEN 'DISPOSE' THEN 'DISPOSED' ELSE 'ADJUSTED' END,
    jsonb_build_object('adjustment', v_id, 'delta', p_delta, 'posted', true), v_movements)::posted;
END $$;

-- APPROVE_ADJUSTMENT, REJECT_ADJUSTMENT: a second person decides; the difference stays what it was, whatever has moved.
CREATE OR REPLACE FUNCTION adjust_decide(e posting, p_approve boolean) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  a adjustment;
  v_refusal posted;
  v_second text;
  v_movements bigint[] := '{}';
BEGIN
  PERFORM ledger_gate_all(warehouse_id, ARRAY[item_id]) FROM adjustment
  WHERE warehouse_id = e.warehouse_id AND id = (e.facts ->> 'adjustment')::bigint;
  SELECT * INTO STRICT a FROM adjustment WHERE warehouse_id = e.warehouse_id
    AND id = (e.facts ->> 'adjustment')::bigint FOR NO KEY UPDATE;
  IF a.status <> 'WAITING' THEN
    RETURN ('REFUSED', 'ALREADY_RESOLVED', jsonb_build_object('state', a.status), NULL)::posted;
  END IF;
  SELECT owner_id INTO STRICT e.owner_id FROM item WHERE id = a.item_id;
  e.item_id := a.item_id; e.lot_id := a.lot_id; e.lot_number := a.lot_number; e.expiration_date := a.expiration_date;
  e.at := coalesce(e.at, business_now());
  IF p_approve THEN
    v_second := adjust_second_person(e, a.asked_by);
    IF v_second = 'SECOND_PERSON_REQUIRED' THEN
      RETURN ('REFUSED', v_second, jsonb_build_object('askedBy', a.asked_by), NULL)::posted;
    END IF;
    -- made by somebody else meanwhile
    e.lot_id := coalesce(e.lot_id, lot_found(e));
    v_refusal := adjust_refusal(e, a.location_id, a.state, a.delta);
    IF v_refusal.code IS NOT NULL THEN
      RETURN v_refusal;
    END IF;
    v_movements := adjust_apply(e, a.kind, 1, a.location_id, a.state, a.delta);
    PERFORM claims_drain_all(e.item_id);
    e.lot_id := coalesce(e.lot_id, lot_ensure(e));
  END IF;
  UPDATE adjustment SET status = CASE WHEN p_approve THEN 'POSTED' ELSE 'REJECTED' END, decided_by = e.actor,
    decided_at = now(), note = e.facts ->> 'note', posted_event = CASE WHEN p_approve THEN e.id END, lot_id = e.lot_id
  WHERE warehouse_id = a.warehouse_id AND id = a.id;
  RETURN ('OK', CASE WHEN p_approve THEN 'ADJUSTED' ELSE 'REJECTED' END, jsonb_build_object('delta', a.delta,
    'posted', p_approve) || CASE WHEN v_second IS NULL THEN '{}' ELSE jsonb_build_object('warning', v_second) END,
    v_movements)::posted;
END $$;

-- NULL when this actor may agree to what another asked for. ONE_PERSON_HOUSE: the house has no two people who could, so
-- one is enough, said aloud. People are credentials of supervisors and administrators that cover the place; tokens of
-- the environment and of integrations are nobody.
CREATE OR REPLACE FUNCTION adjust_second_person(e posting, p_asked_by text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_people text[];
BEGIN
  SELECT coalesce(array_agg(c.name), '{}') INTO v_people FROM credential c
  WHERE c.role IN ('SUPERVISOR', 'ADMIN') AND c.revoked_at IS NULL
    AND (c.warehouses IS NULL OR (SELECT code FROM warehouse WHERE id = e.warehouse_id) = ANY (c.warehouses))
    AND (c.owners IS NULL OR (SELECT code FROM owner WHERE id = e.owner_id) = ANY (c.owners));
  IF e.actor = ANY (v_people) AND e.actor <> p_asked_by THEN
    RETURN NULL;
  END IF;
  RETURN CASE WHEN cardinality(v_people) < 2 THEN 'ONE_PERSON_HOUSE' ELSE 'SECOND_PERSON_REQUIRED' END;
END $$;

-- The lot of a posting's identity; NULL when there is none yet.
CREATE OR REPLACE FUNCTION lot_found(e posting) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT id FROM lot WHERE item_id = e.item_id AND lot_number IS NOT DISTINCT FROM e.lot_number
    AND expiration_date IS NOT DISTINCT FROM e.expiration_date
$$;
