-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Units that appear or disappear without a document. The caller holds the gate of the item.

-- Why units can't be added to or taken from this row: code and facts, or NULLs.
CREATE OR REPLACE FUNCTION adjust_refusal(e posting, p_location bigint, p_state text, p_delta numeric)
RETURNS posted LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_type text := (SELECT type FROM location WHERE warehouse_id = e.warehouse_id AND id = p_location);
  v_place jsonb := jsonb_build_object('location',
    (SELECT code FROM location WHERE warehouse_id = e.warehouse_id AND id = p_location));
  v_there numeric := stock_there(e, p_location, p_state);
  v_other bigint;
BEGIN
  IF p_state = 'PICKED' THEN
    RETURN ('REFUSED', 'PICKED_UNITS', v_place, NULL)::posted;
  END IF;
  IF p_delta < 0 THEN
    RETURN CASE WHEN v_there + p_delta < 0
      THEN ('REFUSED', 'NOT_ENOUGH_STOCK', v_place || jsonb_build_object('available', v_there), NULL)::posted END;
  END IF;
  IF p_state IN ('RECEIVED', 'STOWED') THEN
    RETURN ('REFUSED', 'STATE_NEEDS_DOCUMENT', v_place || jsonb_build_object('state', p_state), NULL)::posted;
  END IF;
  IF v_type NOT IN ('STORAGE', 'PICK_FACE', 'STAGING')
    AND (p_state NOT IN ('QUARANTINED', 'DAMAGED') OR v_type NOT IN ('RECEIVING', 'QUARANTINE', 'DAMAGED')) THEN
    RETURN ('REFUSED', 'WRONG_LOCATION', v_place, NULL)::posted;
  END IF;
  IF NOT stock_room(e, p_delta) THEN
    RETURN ('REFUSED', 'CAPACITY_EXCEEDED', v_place, NULL)::posted;
  END IF;
  IF v_type IN ('STORAGE', 'PICK_FACE') AND EXISTS (SELECT FROM item WHERE id = e.item_id AND lot_tracked
    AND NOT allow_mixing_locations) THEN
    SELECT o.lot_key INTO v_other FROM ledger_other_lot(e.warehouse_id, e.item_id, coalesce(e.lot_id, -1), p_location) o;
    IF FOUND THEN
      RETURN ('REFUSED', 'LOT_MIX_FORBIDDEN', v_place || jsonb_build_object('otherLot',
        (SELECT coalesce(lot_number, expiration_date::text) FROM lot WHERE id = v_other)), NULL)::posted;
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Can so many more units of an item be kept in the books of a warehouse?
CREATE OR REPLACE FUNCTION stock_room(e posting, p_units numeric) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(received + stowed + available + picked + quarantined + short_dated + damaged), 0) + p_units
    < 10000000000
  FROM stock_summary WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id
$$;

-- All units of a posting's item and lot in a place and state, claimed ones too.
CREATE OR REPLACE FUNCTION stock_there(e posting, p_location bigint, p_state text)
RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF e.lot_id IS NULL AND (e.lot_number IS NOT NULL OR e.expiration_date IS NOT NULL) THEN
    RETURN 0;
  END IF;
  RETURN coalesce((SELECT quantity FROM stock WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id
    AND lot_key = coalesce(e.lot_id, 0) AND location_id = p_location AND state = p_state), 0);
END $$;

-- Takes units in or out of the house. Claims on units that leave are cut first; units that appear as good are judged by
-- hold and shelf life. Answers the movements, numbered from p_line.
CREATE OR REPLACE FUNCTION adjust_apply(e posting, p_kind text, p_line integer, p_location bigint, p_state text,
  p_delta numeric)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  v_outside bigint := (SELECT id FROM location WHERE warehouse_id = e.warehouse_id
    AND code = CASE WHEN p_kind = 'DISPOSE' THEN '@DISPOSAL' ELSE '@ADJUSTMENT' END);
BEGIN
  IF p_delta > 0 THEN
    e.lot_id := coalesce(e.lot_id, lot_ensure(e));
    RETURN ARRAY[ledger_move(e, p_kind, p_line::smallint, v_outside, NULL, p_location,
      CASE WHEN p_state = 'AVAILABLE' THEN adjust_free_state(e, p_location) ELSE p_state END, p_delta)];
  END IF;
  IF p_state IN ('RECEIVED', 'STOWED') THEN
    RETURN adjust_write_off(e, p_kind, p_line, p_location, v_outside, p_state, -p_delta);
  END IF;
  PERFORM adjust_unclaim(e, p_location, p_state, -p_delta);
  RETURN ARRAY[ledger_move(e, p_kind, p_line::smallint, p_location, p_state, v_outside, NULL, -p_delta)];
END $$;

-- What good units become in this place.
CREATE OR REPLACE FUNCTION adjust_free_state(e posting, p_location bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE WHEN hold_of_place(e.warehouse_id, p_location, e.item_id, e.lot_id) IS NULL THEN item_free_state(e)
    ELSE 'QUARANTINED' END;
END $$;

-- Makes room for units to leave a row of good stock.
CREATE OR REPLACE FUNCTION adjust_unclaim(e posting, p_location bigint, p_state text, p_units numeric)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_state = 'AVAILABLE' THEN
    PERFORM claims_cut(e.warehouse_id, s.id, p_units) FROM stock s
    WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.lot_key = coalesce(e.lot_id, 0)
      AND s.location_id = p_location AND s.state = p_state;
  END IF;
END $$;

-- Units that a receiving order still waits for, on the dock or in their place: what is written off will never be put
-- away or committed, so it counts as done there, oldest order first. One movement for each of its rows.
CREATE OR REPLACE FUNCTION adjust_write_off(e posting, p_kind text, p_line integer, p_location bigint, p_outside bigint,
  p_state text, p_units numeric)
RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_left numeric := p_units;
  v_take numeric;
  v_movements bigint[] := '{}';
BEGIN
  FOR c IN
    SELECT r.id, CASE WHEN p_state = 'RECEIVED' THEN r.received - r.stowed ELSE r.stowed - r.committed END AS open
    FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id
    WHERE o.warehouse_id = e.warehouse_id AND r.item_id = e.item_id AND r.lot_id IS NOT DISTINCT FROM e.lot_id
      AND CASE WHEN p_state = 'RECEIVED' THEN r.received > r.stowed ELSE r.stowed > r.committed END
    ORDER BY r.id FOR NO KEY UPDATE OF r
  LOOP
    EXIT WHEN v_left = 0;
    v_take := least(v_left, c.open);
    UPDATE receiving_lot SET committed = committed + v_take,
      stowed = stowed + CASE WHEN p_state = 'RECEIVED' THEN v_take ELSE 0 END
    WHERE id = c.id;
    e.receiving_lot_id := c.id;
    v_movements := v_movements || ledger_move(e, p_kind, (p_line + cardinality(v_movements))::smallint, p_location,
      p_state, p_outside, NULL, v_take);
    v_left := v_left - v_take;
  END LOOP;
  IF v_left > 0 THEN
    RAISE EXCEPTION 'adjust_write_off: no receiving order waits for % units of item % lot %', v_left, e.item_id, e.lot_id;
  END IF;
  RETURN v_movements;
END $$;
