-- UNDO: the mirror of one earlier event of the same device, as a new event, while nothing depends on it.
CREATE OR REPLACE FUNCTION post_undo(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  o scan_event;
  m movement;
  v_movement bigint;
  v_posted posted;
BEGIN
  SELECT * INTO o FROM scan_event WHERE warehouse_id = e.warehouse_id AND id = e.undo_of;
  IF NOT FOUND OR o.device <> e.device OR o.verdict = 'REFUSED' OR o.operation NOT IN ('RECEIVE', 'STOW', 'MOVE', 'PICK', 'SHORT',
    'DAMAGE', 'DISPOSE', 'COUNT', 'RETURN', 'STOW_PLATE', 'MOVE_PLATE', 'REPLENISH') THEN
    RETURN ('REFUSED', 'NOTHING_TO_UNDO', '{}'::jsonb, NULL)::posted;
  END IF;
  IF EXISTS (SELECT FROM scan_event WHERE warehouse_id = e.warehouse_id AND undoes = o.id)
    OR (SELECT count(*) FROM (SELECT FROM scan_event WHERE warehouse_id = o.warehouse_id AND device = o.device
      AND seq > o.seq AND id <> e.id LIMIT 21) later) > 20 THEN
    RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
  END IF;
  IF EXISTS (SELECT FROM receiving_exception WHERE event_id = o.id AND state IN ('ACCEPTED', 'REJECTED')) THEN
    RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
  END IF;
  IF o.operation IN ('DAMAGE', 'DISPOSE', 'COUNT', 'RETURN') THEN
    RETURN undo_adjusted(e, o);
  ELSIF o.operation IN ('STOW_PLATE', 'MOVE_PLATE') THEN
    RETURN undo_plate(e, o);
  END IF;
  IF o.lines = 0 THEN
    PERFORM undo_exceptions(e, o.id);
    RETURN ('OK', 'UNDONE', '{}'::jsonb, NULL)::posted;
  END IF;
  SELECT * INTO STRICT m FROM movement WHERE warehouse_id = o.warehouse_id AND id = ANY (o.movements)
    AND recorded_at = o.recorded_at;
  -- the posting of an undo may name no item, so that its gates are not among those of the batch
  PERFORM ledger_gate_all(m.warehouse_id, ARRAY[m.item_id]);
  e.owner_id := m.owner_id; e.item_id := m.item_id; e.lot_id := m.lot_id;
  e.receiving_lot_id := m.receiving_lot_id; e.reservation_id := m.reservation_id;
  IF o.operation = 'PICK' THEN
    e.to_location := m.from_location; e.quantity := m.quantity;
    v_posted := post_unpick(e);
    v_posted.code := CASE WHEN v_posted.verdict = 'OK' THEN 'UNDONE' ELSE v_posted.code END;
    RETURN v_posted;
  END IF;
  IF stock_free(e, m.to_location, m.to_state) < m.quantity
    OR (m.from_state = 'AVAILABLE' AND m.to_state <> 'AVAILABLE' AND item_free_state(e) <> 'AVAILABLE')
    OR (m.from_state IS NOT NULL AND hold_of_place(m.warehouse_id, m.from_location, m.item_id, m.lot_id) IS NOT NULL) THEN
    RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
  END IF;
  IF m.from_state IS NOT NULL AND m.from_location <> m.to_location THEN
    IF EXISTS (SELECT FROM ledger_other_lot(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), m.from_location)) THEN
      RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
    END IF;
  END IF;
  v_movement := undo_move(e, m);
  IF v_movement IS NULL THEN
    RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
  END IF;
  IF o.operation = 'SHORT' THEN
    PERFORM count_short(e, m.from_location, -m.quantity);
  ELSIF o.operation = 'REPLENISH' THEN
    PERFORM undo_replenished(e, o, m);
  END IF;
  PERFORM undo_exceptions(e, o.id);
  PERFORM claims_drain_all(e.item_id);
  RETURN ('OK', 'UNDONE', '{}'::jsonb, ARRAY[v_movement])::posted;
END $$;

-- What the undone event had put before a supervisor is no question any more.
CREATE OR REPLACE FUNCTION undo_exceptions(e posting, p_event uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE receiving_exception SET state = 'VOIDED', resolved_at = now(), resolved_by = e.actor
  WHERE event_id = p_event AND state = 'OPEN'
$$;

-- The mirror movement with the document figures that went with the first one; NULL when a document stands against it.
CREATE OR REPLACE FUNCTION undo_move(e posting, m movement) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  r receiving_lot;
  v_reopened numeric := 0;
BEGIN
  IF m.kind = 'RECEIVE' THEN
    IF EXISTS (SELECT FROM receiving_lot rl JOIN receiving_order o ON o.id = rl.receiving_order_id
      WHERE rl.id = m.receiving_lot_id AND o.closed_at IS NOT NULL) THEN
      RETURN NULL;
    END IF;
    SELECT * INTO r FROM receiving_lot WHERE id = m.receiving_lot_id FOR NO KEY UPDATE;
    IF r.received - r.stowed < m.quantity THEN
      RETURN NULL;
    END IF;
    v_reopened := greatest(r.expected - r.received + m.quantity, 0) - greatest(r.expected - r.received, 0);
    UPDATE receiving_lot SET received = received - m.quantity WHERE id = r.id;
  ELSIF m.kind = 'STOW' THEN
    IF m.to_state = 'STOWED' AND EXISTS (SELECT FROM receiving_lot WHERE id = m.receiving_lot_id
      AND stowed - committed < m.quantity) THEN
      RETURN NULL;
    END IF;
    UPDATE receiving_lot SET stowed = stowed - m.quantity,
      committed = committed - CASE WHEN m.to_state = 'STOWED' THEN 0 ELSE m.quantity END
    WHERE id = m.receiving_lot_id;
  END IF;
  IF m.to_state = 'AVAILABLE' AND m.from_state IS DISTINCT FROM 'AVAILABLE' THEN
    PERFORM claims_cut(e.warehouse_id, m.to_stock, m.quantity);
  END IF;
  RETURN ledger_move(e, 'UNDO', 1::smallint, m.to_location, m.to_state, m.from_location, m.from_state, m.quantity,
    p_expected => v_reopened, p_order_line => m.order_line_id);
END $$;
