-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- What one entry does: its fate and its move, if it has one. p_moves are those of the entries before it, p_day what has
-- been changed on this day, theirs included.
DROP FUNCTION IF EXISTS stock_load_judge(posting, jsonb, move[]);
CREATE OR REPLACE FUNCTION stock_load_judge(e posting, p_entry jsonb, p_moves move[], p_day numeric[],
  OUT result load_result, OUT moved move[], OUT day numeric[])
LANGUAGE plpgsql AS $$
DECLARE
  q named_quantity := stock_load_named(e, p_entry);
  v_delta numeric;
  v_refusal posted := stock_load_refusal(e, p_entry, q);
  v_adjustment bigint;
  v_named bigint;
  v_exceeds boolean;
BEGIN
  moved := '{}';
  day := p_day;
  result.facts := jsonb_build_object('type', p_entry ->> 'type', 'epoch', e.at);
  IF v_refusal.code IS NULL THEN
    v_delta := stock_load_delta(e, p_entry, q);
    IF v_delta IS NULL THEN
      v_refusal := CASE WHEN e.to_location IS NULL
        THEN ('REFUSED', 'VALIDATION_FAILED', '{"field": "storageAreaRef", "message": "is required"}', NULL)
        ELSE ('REFUSED', 'LOT_OR_EXPIRY_REQUIRED', '{}', NULL) END;
    ELSIF v_delta <> 0 THEN
      v_refusal := adjust_refusal(e, e.to_location, 'AVAILABLE', v_delta);
      IF v_refusal.code IS NULL AND EXISTS (SELECT FROM unnest(p_moves) m WHERE m.item_id = e.item_id
        AND e.to_location IN (m.from_location, m.to_location)) THEN
        -- two lots of an item in one place, or twice the same: the books are judged as they stand, so one at a time
        v_refusal := ('REFUSED', 'LOT_MIX_FORBIDDEN', '{}', NULL)::posted;
      END IF;
    END IF;
  END IF;
  IF v_refusal.code IS NOT NULL THEN
    result.outcome := 'REFUSED'; result.code := v_refusal.code; result.facts := result.facts || v_refusal.facts;
    RETURN;
  END IF;
  IF stock_load_idle(e, p_entry, q, v_delta) THEN
    result.outcome := 'UNCHANGED';
    RETURN;
  END IF;
  result.outcome := 'APPLIED';
  v_exceeds := v_delta <> 0 AND adjust_exceeds(e, v_delta, p_day);
  IF v_delta > 0 AND NOT v_exceeds THEN
    e.lot_id := coalesce(e.lot_id, lot_ensure(e));
  END IF;
  v_named := stock_load_name(e, p_entry, q);
  IF v_exceeds THEN
    v_adjustment := adjust_note(e, 'ADJUST', e.to_location, 'AVAILABLE', v_delta, p_entry ->> 'reason', false, v_named);
    result.outcome := 'PENDING'; result.code := 'SECOND_PERSON_AWAITED';
  ELSIF v_delta <> 0 THEN
    moved := ARRAY[stock_load_move(e, cardinality(p_moves) + 1, v_delta)];
    v_adjustment := adjust_note(e, 'ADJUST', e.to_location, 'AVAILABLE', v_delta, p_entry ->> 'reason', true, v_named);
    day := ARRAY[p_day[1] + abs(v_delta), p_day[2] + coalesce(abs(v_delta)
      * (SELECT unit_value FROM item WHERE id = e.item_id), 0)];
  END IF;
  result.facts := result.facts || jsonb_build_object('delta', v_delta, 'adjustment', v_adjustment);
END $$;

-- Why an entry can't be done whatever stands there.
CREATE OR REPLACE FUNCTION stock_load_refusal(e posting, p_entry jsonb, q named_quantity)
RETURNS posted LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_entry ->> 'type' <> 'LAST_ON_HAND' AND q.id IS NOT NULL AND q.type <> 'EXPECTED'
    AND q.epoch_n < stock_epoch_now(e.warehouse_id, e.item_id) THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', jsonb_build_object('reference', q.ref), NULL)::posted;
  END IF;
  IF p_entry ->> 'type' NOT IN ('LAST_ON_HAND', 'EXPECTED') AND e.to_location IS NULL THEN
    RETURN ('REFUSED', 'VALIDATION_FAILED', '{"field": "storageAreaRef", "message": "is required"}', NULL)::posted;
  END IF;
  IF q.id IS NOT NULL AND q.location_id <> e.to_location THEN
    RETURN ('REFUSED', 'VALIDATION_FAILED',
      '{"field": "storageAreaRef", "message": "must stay what it was: units are moved by a MOVE"}', NULL)::posted;
  END IF;
  RETURN NULL;
END $$;

-- By how many units good stock in the place of an entry must change; NULL when it doesn't say of which units it speaks.
CREATE OR REPLACE FUNCTION stock_load_delta(e posting, p_entry jsonb, q named_quantity)
RETURNS numeric LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_vague boolean := e.to_location IS NULL OR num_nonnulls(e.lot_id, e.lot_number, e.expiration_date) = 0
    AND EXISTS (SELECT FROM item WHERE id = e.item_id AND lot_tracked);
  v_total numeric;
BEGIN
  IF p_entry ->> 'type' = 'EXPECTED' THEN
    RETURN 0;
  ELSIF p_entry ->> 'type' <> 'LAST_ON_HAND' THEN
    RETURN CASE WHEN v_vague THEN NULL
      ELSE CASE WHEN coalesce((p_entry ->> 'active')::boolean, q.active, true) THEN e.quantity ELSE 0 END
        - coalesce((SELECT sum(a.delta) FROM adjustment a WHERE a.named_quantity_id = q.id
          AND a.status IN ('POSTED', 'WAITING')), 0) END;
  ELSIF NOT v_vague THEN
    RETURN e.quantity + stock_load_since(e) - stock_there(e, e.to_location, 'AVAILABLE');
  END IF;
  SELECT coalesce(sum(s.quantity), 0) INTO v_total FROM stock s
  WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.state = 'AVAILABLE'
    AND s.location_id = coalesce(e.to_location, s.location_id);
  RETURN CASE WHEN v_total = e.quantity THEN 0 END;
END $$;

-- Would an entry change nothing at all? Without pre-processing a last on hand always begins an epoch.
CREATE OR REPLACE FUNCTION stock_load_idle(e posting, p_entry jsonb, q named_quantity, p_delta numeric)
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_delta <> 0 OR q.id IS NOT NULL AND (q.condition, q.expected_on, q.attributes, q.quantity)
    IS DISTINCT FROM (coalesce(p_entry ->> 'condition', q.condition),
      coalesce((p_entry ->> 'expectedOn')::timestamptz, q.expected_on), coalesce(nullif(p_entry -> 'attributes', 'null'), q.attributes),
      e.quantity) THEN
    RETURN false;
  END IF;
  IF p_entry ->> 'type' <> 'LAST_ON_HAND' THEN
    RETURN q.id IS NOT NULL AND q.active = coalesce((p_entry ->> 'active')::boolean, q.active);
  END IF;
  RETURN (e.facts ->> 'preprocess')::boolean AND (q.id IS NOT NULL OR e.to_location IS NULL)
    AND EXISTS (SELECT FROM position_epoch p WHERE p.warehouse_id = e.warehouse_id AND p.item_id = e.item_id
      AND p.n = stock_epoch_now(e.warehouse_id, e.item_id) AND NOT EXISTS (
        SELECT FROM movement m WHERE m.warehouse_id = p.warehouse_id AND m.item_id = p.item_id AND m.id > p.first_id
          AND (m.id > p.last_id OR m.occurred_at > p.epoch_at) AND 'AVAILABLE' IN (m.from_state, m.to_state)));
END $$;

CREATE OR REPLACE FUNCTION stock_load_move(e posting, p_n integer, p_delta numeric) RETURNS move LANGUAGE plpgsql AS $$
DECLARE
  v_outside bigint := (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@ADJUSTMENT');
BEGIN
  RETURN CASE WHEN p_delta > 0 THEN (p_n, e.warehouse_id, e.id, p_n::smallint, 'ADJUST', e.owner_id, e.item_id, e.lot_id,
      v_outside, NULL, e.to_location, adjust_free_state(e, e.to_location), p_delta, 0, 0, 0, NULL, NULL, NULL, e.actor,
      e.device, e.today, e.at)::move
    ELSE (p_n, e.warehouse_id, e.id, p_n::smallint, 'ADJUST', e.owner_id, e.item_id, e.lot_id, e.to_location,
      'AVAILABLE', v_outside, NULL, -p_delta, 0, 0, 0, NULL, NULL, NULL, e.actor, e.device, e.today, e.at)::move END;
END $$;

-- Writes down what a quantity is called and what its client said of it; answers its id, NULL for one that speaks of all
-- places of a position.
CREATE OR REPLACE FUNCTION stock_load_name(e posting, p_entry jsonb, q named_quantity) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_id bigint;
BEGIN
  IF p_entry ->> 'type' = 'LAST_ON_HAND' AND e.to_location IS NULL THEN
    RETURN NULL;
  END IF;
  IF q.id IS NOT NULL THEN
    -- a last on hand that the house has named, or another client, is called as it was called last
    UPDATE named_quantity SET ref = CASE WHEN (p_entry ->> 'named')::boolean THEN p_entry ->> 'ref' ELSE ref END,
      quantity = e.quantity, active = coalesce((p_entry ->> 'active')::boolean, active),
      condition = coalesce(p_entry ->> 'condition', condition),
      expected_on = coalesce((p_entry ->> 'expectedOn')::timestamptz, expected_on),
      attributes = coalesce(nullif(p_entry -> 'attributes', 'null'), attributes), epoch_at = e.at, updated_at = now()
    WHERE id = q.id;
    RETURN q.id;
  END IF;
  INSERT INTO named_quantity (warehouse_id, item_id, ref, type, active, quantity, condition, expected_on, location_id,
    lot_id, attributes, epoch_at, epoch_n)
  VALUES (e.warehouse_id, e.item_id, CASE WHEN (p_entry ->> 'named')::boolean THEN p_entry ->> 'ref'
      ELSE stock_quantity_ref(e.warehouse_id, e.item_id, p_entry ->> 'type', e.to_location, e.lot_id) END,
    p_entry ->> 'type', coalesce((p_entry ->> 'active')::boolean, true), e.quantity, p_entry ->> 'condition',
    (p_entry ->> 'expectedOn')::timestamptz, e.to_location, e.lot_id, coalesce(nullif(p_entry -> 'attributes', 'null'), '[]'), e.at,
    stock_epoch_now(e.warehouse_id, e.item_id))
  RETURNING id INTO v_id;
  RETURN v_id;
END $$;
