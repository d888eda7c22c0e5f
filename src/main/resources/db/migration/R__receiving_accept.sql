-- A supervisor accepts an exception: the units are counted after all, under the lot that was captured. An announced
-- row that goes with them keeps its own expectation; a lot or item that was not announced gets a row that expected 0.
-- Relabelled, they are counted as the item and lot of the posting instead, and get its label.
CREATE OR REPLACE FUNCTION receiving_accept(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  x receiving_exception;
  r receiving_lot;
  v_relabelled boolean := e.facts ? 'relabelled';
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
  IF v_relabelled THEN
    r := receiving_announced(e);
  ELSIF x.item_id IS NULL THEN
    RETURN ('REFUSED', 'UNKNOWN_ITEM', '{}'::jsonb, NULL)::posted;
  ELSE
    e.lot_number := x.lot_number; e.expiration_date := x.expiration_date; e.item_id := x.item_id;
    SELECT owner_id INTO STRICT e.owner_id FROM item WHERE id = x.item_id;
    IF x.code = 'OVERAGE_COUNTED' THEN
      SELECT * INTO STRICT r FROM receiving_lot WHERE id = x.receiving_lot_id FOR NO KEY UPDATE;
    END IF;
  END IF;
  e.quantity := x.quantity;
  IF r.id IS NOT NULL THEN
    e.lot_id := r.lot_id;
  ELSE
    e.lot_id := lot_ensure(e);
    IF (x.code = 'LOT_MISMATCH' OR v_relabelled) AND EXISTS (SELECT FROM lot WHERE item_id = e.item_id
      AND lot_number = e.lot_number AND id <> e.lot_id) THEN
      INSERT INTO lot_decision (lot_id, actor, reason)
      VALUES (e.lot_id, e.actor, 'same number with another expiration accepted on receipt');
    END IF;
    INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
    SELECT x.receiving_order_id, l.id, e.item_id, e.lot_id, 0
    FROM receiving_line l WHERE l.receiving_order_id = x.receiving_order_id
    ORDER BY (l.item_id = e.item_id) DESC, l.line_no LIMIT 1
    RETURNING * INTO STRICT r;
  END IF;
  e.receiving_lot_id := r.id;
  PERFORM receiving_resolve(e, 'ACCEPTED');
  UPDATE receiving_lot SET received = received + x.quantity WHERE id = r.id;
  RETURN ('OK', 'ACCEPTED', CASE WHEN v_relabelled THEN receiving_label(e) ELSE '{}' END, ARRAY[ledger_move(e, 'RECEIVE', 1::smallint,
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
  UPDATE receiving_exception SET state = p_state, resolved_at = now(), resolved_by = e.actor, note = e.facts ->> 'note',
    accepted_as = CASE WHEN e.facts ? 'relabelled' THEN e.receiving_lot_id END
  WHERE id = (e.facts ->> 'exceptionId')::bigint
$$;

-- The row of the order that this item and lot were announced or counted under: every field that is given must agree.
-- NULL where there is none.
CREATE OR REPLACE FUNCTION receiving_announced(e posting) RETURNS receiving_lot LANGUAGE plpgsql AS $$
DECLARE
  r receiving_lot;
BEGIN
  SELECT x.* INTO r FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id
  WHERE x.receiving_order_id = e.receiving_order_id AND x.item_id = e.item_id
    AND (e.lot_number IS NULL OR t.lot_number = e.lot_number)
    AND (e.expiration_date IS NULL OR t.expiration_date = e.expiration_date)
  ORDER BY (t.lot_number IS NOT DISTINCT FROM e.lot_number)::int
      + (t.expiration_date IS NOT DISTINCT FROM e.expiration_date)::int DESC,
    (x.received < x.expected) DESC, x.id
  LIMIT 1 FOR NO KEY UPDATE OF x;
  RETURN r;
END $$;

-- The label that relabelled units get whatever the item's policy says: one for all of them, or where it says so for each.
CREATE OR REPLACE FUNCTION receiving_label(e posting) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('label', jsonb_build_object('kind', 'ITEM_LOT',
    'quantity', CASE i.receiving_labels WHEN 'EACH' THEN least(500, ceil(e.quantity))::int ELSE 1 END,
    'subject', jsonb_strip_nulls(jsonb_build_object('owner', o.code, 'sku', i.sku, 'lotNumber', t.lot_number,
      'expirationDate', t.expiration_date))))
  FROM item i JOIN owner o ON o.id = i.owner_id LEFT JOIN lot t ON t.id = e.lot_id WHERE i.id = e.item_id
$$;
