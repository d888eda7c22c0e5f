-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- HOLD: one transaction. Gates of the items in every warehouse, then the hold and the mark, then the claims, then the
-- units. What other lots can serve stays allocated; the next release of its order makes tasks of it. Arguments in e.facts: scope, reason, note, ownerId, itemId, lots, places, plates (of the
-- warehouse of the posting). Its own plans every time: a set of ten thousand wants others than a single scan.
CREATE OR REPLACE FUNCTION hold_place_on(e posting) RETURNS posted LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_hold bigint;
  v_rows held[];
  v_cut claim_cut[] := '{}';
  v_movements bigint[] := '{}';
  v_before jsonb;
BEGIN
  PERFORM hold_gate(e);
  v_hold := hold_record(e);
  v_rows := hold_rows(v_hold);
  IF cardinality(v_rows) > 0 THEN
    v_before := hold_demand(v_rows);
    v_cut := claims_cut_rows(v_rows);
    v_movements := hold_write(e, 'HOLD', 'HELD', v_rows, ARRAY[v_hold], 0, v_cut);
    PERFORM claims_drain_all(r.item_id) FROM (SELECT DISTINCT item_id FROM unnest(v_rows) WHERE state = 'AVAILABLE') r;
  END IF;
  -- what is held gets a label wherever it is
  INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
  SELECT r.warehouse_id, e.id, 'lotline.label', r.warehouse_id || ':label', jsonb_build_object('operation',
    'LABEL_REQUESTED', 'hold', v_hold, 'device', e.device, 'actor', e.actor, 'language', e.language)
  FROM (SELECT DISTINCT warehouse_id FROM unnest(v_rows)) r;
  RETURN ('OK', 'HELD', jsonb_build_object('hold', hold_answer(v_hold, v_rows, v_cut, v_before)),
    v_movements)::posted;
END $$;

-- What a hold would do: the very same, taken back.
CREATE OR REPLACE FUNCTION hold_what_if(p_command jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v_batch posting[] := event_read(jsonb_build_array(p_command));
  v_done posted;
BEGIN
  BEGIN
    v_done := hold_place_on(v_batch[1]);
    RAISE EXCEPTION 'only asked' USING ERRCODE = 'LL001';
  EXCEPTION WHEN SQLSTATE 'LL001' THEN
    RETURN v_done.facts -> 'hold';
  END;
END $$;

-- The gates of everything that the hold may touch: its items in all warehouses. A place is locked against goods of other
-- items that arrive there for the first time; if one came in between, the command is to be sent again.
CREATE OR REPLACE FUNCTION hold_gate(e posting) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_items bigint[];
BEGIN
  v_items := hold_items(e);
  PERFORM ledger_gate(array_agg(g.warehouse_id), array_agg(g.item_id)) FROM stock_summary g
  WHERE g.item_id = ANY (v_items);
  IF e.facts ? 'places' OR e.facts ? 'plates' THEN
    PERFORM FROM plate WHERE warehouse_id = e.warehouse_id AND id = ANY (hold_named_plates(e)) ORDER BY id FOR UPDATE;
    PERFORM FROM location WHERE warehouse_id = e.warehouse_id
      AND id IN (SELECT jsonb_array_elements_text(e.facts -> 'places')::bigint) ORDER BY id FOR UPDATE;
    IF NOT hold_items(e) <@ v_items THEN
      RAISE EXCEPTION 'goods arrived in a place that is being held' USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION hold_items(e posting) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT item_id FROM lot WHERE id IN (SELECT jsonb_array_elements_text(e.facts -> 'lots')::bigint)
    UNION SELECT unnest(plate_items(e.warehouse_id, hold_named_plates(e)))
    UNION
    SELECT s.item_id FROM stock s JOIN item i ON i.id = s.item_id
    WHERE s.warehouse_id = e.warehouse_id AND i.owner_id = (e.facts ->> 'ownerId')::bigint
      AND s.location_id IN (SELECT jsonb_array_elements_text(e.facts -> 'places')::bigint));
END $$;

CREATE OR REPLACE FUNCTION hold_named_plates(e posting) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN plate_tree(e.warehouse_id, ARRAY(SELECT p.code FROM plate p WHERE p.warehouse_id = e.warehouse_id
    AND p.id IN (SELECT jsonb_array_elements_text(e.facts -> 'plates')::bigint)));
END $$;

CREATE OR REPLACE FUNCTION hold_record(e posting) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_hold bigint;
BEGIN
  INSERT INTO hold (owner_id, scope, reason, item_id, note, warehouse_id, event_id, placed_by)
  VALUES ((e.facts ->> 'ownerId')::bigint, e.facts ->> 'scope', e.facts ->> 'reason', (e.facts ->> 'itemId')::bigint,
    e.facts ->> 'note', e.warehouse_id, e.id, e.actor)
  RETURNING id INTO v_hold;
  INSERT INTO hold_lot (hold_id, lot_id)
  SELECT DISTINCT v_hold, jsonb_array_elements_text(e.facts -> 'lots')::bigint;
  INSERT INTO hold_place (warehouse_id, hold_id, location_id)
  SELECT DISTINCT e.warehouse_id, v_hold, jsonb_array_elements_text(e.facts -> 'places')::bigint;
  INSERT INTO hold_plate (warehouse_id, hold_id, plate_id)
  SELECT DISTINCT e.warehouse_id, v_hold, jsonb_array_elements_text(e.facts -> 'plates')::bigint;
  IF e.facts ->> 'scope' = 'LOT' THEN
    PERFORM hold_mark(ARRAY(SELECT lot_id FROM hold_lot WHERE hold_id = v_hold));
  END IF;
  RETURN v_hold;
END $$;
