-- A supervisor accepts an exception: the units are counted after all, under the lot that was captured. An announced
-- row that goes with them keeps its own expectation; a lot or item that was not announced gets a row that expected 0.
CREATE OR REPLACE FUNCTION receiving_accept(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  x receiving_exception;
  r receiving_lot;
BEGIN
  SELECT * INTO STRICT x FROM receiving_exception WHERE id = (e.facts ->> 'exceptionId')::bigint FOR NO KEY UPDATE;
  IF x.state <> 'OPEN' THEN
    RETURN ('REFUSED', 'ALREADY_RESOLVED', jsonb_build_object('state', x.state), NULL)::posted;
  END IF;
  IF EXISTS (SELECT FROM receiving_order WHERE id = x.receiving_order_id AND cancelled_at IS NOT NULL) THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  IF x.code IN ('SHORTAGE_MISSING', 'SHORTAGE_DAMAGED') THEN
    PERFORM receiving_resolve(e, 'ACCEPTED');
    RETURN ('OK', 'ACCEPTED', '{}'::jsonb, NULL)::posted;
  END IF;
  IF x.item_id IS NULL THEN
    RETURN ('REFUSED', 'UNKNOWN_ITEM', '{}'::jsonb, NULL)::posted;
  END IF;
  e.lot_number := x.lot_number; e.expiration_date := x.expiration_date;
  e.item_id := x.item_id; e.quantity := x.quantity;
  SELECT owner_id INTO STRICT e.owner_id FROM item WHERE id = x.item_id;
  IF x.code = 'OVERAGE_COUNTED' THEN
    SELECT * INTO STRICT r FROM receiving_lot WHERE id = x.receiving_lot_id FOR NO KEY UPDATE;
    e.lot_id := r.lot_id;
  ELSE
    e.lot_id := lot_ensure(e);
    IF x.code = 'LOT_MISMATCH' AND EXISTS (SELECT FROM lot WHERE item_id = x.item_id AND lot_number = x.lot_number
      AND id <> e.lot_id) THEN
      INSERT INTO lot_decision (lot_id, actor, reason)
      VALUES (e.lot_id, e.actor, 'same number with another expiration accepted on receipt');
    END IF;
    INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
    SELECT x.receiving_order_id, l.id, x.item_id, e.lot_id, 0
    FROM receiving_line l WHERE l.receiving_order_id = x.receiving_order_id
    ORDER BY (l.item_id = x.item_id) DESC, l.line_no LIMIT 1
    RETURNING * INTO STRICT r;
  END IF;
  e.receiving_lot_id := r.id;
  PERFORM receiving_resolve(e, 'ACCEPTED');
  UPDATE receiving_lot SET received = received + x.quantity WHERE id = r.id;
  RETURN ('OK', 'ACCEPTED', '{}'::jsonb, ARRAY[ledger_move(e, 'RECEIVE', 1::smallint,
    (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@SUPPLIER'), NULL, x.location_id,
    'RECEIVED', x.quantity, p_expected => -least(x.quantity, greatest(r.expected - r.missing - r.received, 0)))])::posted;
END $$;

-- A supervisor rejects an exception: its units stay uncounted.
CREATE OR REPLACE FUNCTION receiving_reject(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_state text;
BEGIN
  SELECT state INTO STRICT v_state FROM receiving_exception WHERE id = (e.facts ->> 'exceptionId')::bigint
    FOR NO KEY UPDATE;
  IF v_state <> 'OPEN' THEN
    RETURN ('REFUSED', 'ALREADY_RESOLVED', jsonb_build_object('state', v_state), NULL)::posted;
  END IF;
  PERFORM receiving_resolve(e, 'REJECTED');
  RETURN ('OK', 'REJECTED', '{}'::jsonb, NULL)::posted;
END $$;

CREATE OR REPLACE FUNCTION receiving_resolve(e posting, p_state text) RETURNS void LANGUAGE sql AS $$
  UPDATE receiving_exception SET state = p_state, resolved_at = now(), resolved_by = e.actor, note = e.facts ->> 'note'
  WHERE id = (e.facts ->> 'exceptionId')::bigint
$$;
