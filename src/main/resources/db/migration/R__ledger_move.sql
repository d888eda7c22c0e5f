-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The one statement chain that moves matter: guarded source row, destination row, summary, movement. The caller holds
-- the gate and has already judged the move; a guard that fails here is a fault and takes the transaction with it.
CREATE OR REPLACE FUNCTION ledger_move(e posting, p_kind text, p_line smallint,
  p_from_location bigint, p_from_state text, p_to_location bigint, p_to_state text, p_quantity numeric,
  p_reserved numeric DEFAULT 0, p_claimed numeric DEFAULT 0, p_expected numeric DEFAULT 0,
  p_order_line bigint DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql AS $$
-- p_reserved: change of the reserved units, on the source row when negative, on the destination row when positive.
-- p_claimed: change of the allocated total. p_expected: change of the expected total.
DECLARE
  v_from_stock bigint; v_from_version bigint; v_to_stock bigint; v_to_version bigint;
  v_gate bigint; v_movement bigint;
BEGIN
  IF p_from_state IS NOT NULL THEN
    UPDATE stock s SET quantity = quantity - p_quantity, reserved = reserved + least(p_reserved, 0),
      version = version + 1
    WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.lot_key = coalesce(e.lot_id, 0)
      AND s.location_id = p_from_location AND s.state = p_from_state
      AND s.quantity - s.reserved >= p_quantity + least(p_reserved, 0) AND s.reserved + least(p_reserved, 0) >= 0
    RETURNING s.id, s.version INTO v_from_stock, v_from_version;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ledger_move: % of item % is not at location % as %', p_quantity, e.item_id, p_from_location,
        p_from_state;
    END IF;
  END IF;

  IF p_to_state IS NOT NULL THEN
    UPDATE stock s SET quantity = s.quantity + p_quantity, reserved = s.reserved + greatest(p_reserved, 0),
      version = s.version + 1
    WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.lot_key = coalesce(e.lot_id, 0)
      AND s.location_id = p_to_location AND s.state = p_to_state AND s.quantity > 0
    RETURNING s.id, s.version INTO v_to_stock, v_to_version;
    IF NOT FOUND THEN
      SELECT t.stock_id, t.version INTO v_to_stock, v_to_version
      FROM ledger_put(e, p_to_location, p_to_state, p_quantity, greatest(p_reserved, 0)) t;
    END IF;
  END IF;

  UPDATE stock_summary g SET
    received = received + ledger_change('RECEIVED', p_from_state, p_to_state, p_quantity),
    stowed = stowed + ledger_change('STOWED', p_from_state, p_to_state, p_quantity),
    available = available + ledger_change('AVAILABLE', p_from_state, p_to_state, p_quantity),
    picked = picked + ledger_change('PICKED', p_from_state, p_to_state, p_quantity),
    quarantined = quarantined + ledger_change('QUARANTINED', p_from_state, p_to_state, p_quantity),
    short_dated = short_dated + ledger_change('SHORT_DATED', p_from_state, p_to_state, p_quantity),
    damaged = damaged + ledger_change('DAMAGED', p_from_state, p_to_state, p_quantity),
    reserved = reserved + p_reserved, allocated = allocated + p_claimed, expected = expected + p_expected,
    gate_seq = gate_seq + 1, changed_at = now()
  WHERE g.warehouse_id = e.warehouse_id AND g.item_id = e.item_id
  RETURNING g.gate_seq INTO STRICT v_gate;

  INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
    to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, reservation_id,
    order_line_id, receiving_lot_id, actor, device, business_date, occurred_at)
  VALUES (e.warehouse_id, e.id, p_line, p_kind, e.owner_id, e.item_id, e.lot_id, p_from_location, p_from_state,
    p_to_location, p_to_state, p_quantity, v_from_stock, v_from_version, v_to_stock, v_to_version, v_gate,
    e.reservation_id, p_order_line, e.receiving_lot_id, e.actor, e.device, e.today, coalesce(e.at, now()))
  RETURNING id INTO v_movement;
  RETURN v_movement;
END $$;

CREATE OR REPLACE FUNCTION ledger_change(p_state text, p_from text, p_to text, p_quantity numeric)
RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_from IS NOT DISTINCT FROM p_to THEN 0 WHEN p_to = p_state THEN p_quantity
    WHEN p_from = p_state THEN -p_quantity ELSE 0 END
$$;

-- Adds units to an empty balance row, made on first use together with the slot of a place that takes only one lot.
CREATE OR REPLACE FUNCTION ledger_put(e posting, p_location bigint, p_state text, p_quantity numeric,
  p_reserved numeric, OUT stock_id bigint, OUT version bigint)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO slot (warehouse_id, location_id, item_id, lot_key)
  SELECT e.warehouse_id, p_location, e.item_id, coalesce(e.lot_id, 0)
  FROM location l, item i
  WHERE l.warehouse_id = e.warehouse_id AND l.id = p_location AND l.type IN ('STORAGE', 'PICK_FACE')
    AND i.id = e.item_id AND i.lot_tracked AND NOT i.allow_mixing_locations
  ON CONFLICT (warehouse_id, location_id, item_id) DO UPDATE SET lot_key = excluded.lot_key
    WHERE slot.lot_key <> excluded.lot_key;

  INSERT INTO stock AS s (warehouse_id, item_id, lot_id, location_id, state, quantity, reserved, version, decimals,
    exclusive)
  SELECT e.warehouse_id, e.item_id, e.lot_id, p_location, p_state, p_quantity, p_reserved, 1, i.decimals,
    i.lot_tracked AND NOT i.allow_mixing_locations AND l.type IN ('STORAGE', 'PICK_FACE')
  FROM location l, item i
  WHERE l.warehouse_id = e.warehouse_id AND l.id = p_location AND i.id = e.item_id
  ON CONFLICT (warehouse_id, item_id, lot_key, location_id, state) DO UPDATE
    SET quantity = s.quantity + excluded.quantity, reserved = s.reserved + excluded.reserved, version = s.version + 1
  RETURNING s.id, s.version INTO STRICT stock_id, version;
END $$;

-- The other lot of the item (0 = units without lot) that stands in a place which takes only one; NULL when free.
CREATE OR REPLACE FUNCTION ledger_other_lot(e posting, p_location bigint)
RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT s.lot_key FROM stock s
  JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
  JOIN item i ON i.id = s.item_id
  WHERE s.warehouse_id = e.warehouse_id AND s.item_id = e.item_id AND s.location_id = p_location AND s.quantity > 0
    AND s.lot_key <> coalesce(e.lot_id, 0) AND i.lot_tracked AND NOT i.allow_mixing_locations
    AND l.type IN ('STORAGE', 'PICK_FACE')
  LIMIT 1);
END $$;
