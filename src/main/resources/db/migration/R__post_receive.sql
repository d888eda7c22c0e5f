-- RECEIVE: SUPPLIER → dock, RECEIVED. What is announced and within tolerance is counted; the part above it, and a lot
-- or item that was not announced, becomes an exception and moves no figure.
CREATE OR REPLACE FUNCTION post_receive(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  o receiving_order;
  r receiving_lot;
  v_within numeric;
  v_movements bigint[];
BEGIN
  SELECT * INTO o FROM receiving_order WHERE id = e.receiving_order_id;
  IF o.closed_at IS NOT NULL OR o.cancelled_at IS NOT NULL THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', NULL, NULL)::posted;
  END IF;
  IF e.exception IS NOT NULL THEN
    PERFORM post_receive_exception(e, e.exception, e.quantity);
    RETURN ('WARN', e.exception, jsonb_build_object('exception', e.quantity), NULL)::posted;
  END IF;

  SELECT * INTO STRICT r FROM receiving_lot WHERE id = e.receiving_lot_id FOR NO KEY UPDATE;
  v_within := greatest(0, least(e.quantity, r.expected + receiving_tolerance(e, r.expected) - r.received));
  IF v_within > 0 THEN
    e.lot_id := coalesce(e.lot_id, lot_ensure(e));
    v_movements := ARRAY[ledger_move(e, 'RECEIVE', 1::smallint,
      (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@SUPPLIER'), NULL,
      e.to_location, 'RECEIVED', v_within,
      p_expected => -least(v_within, greatest(r.expected - r.received, 0)))];
    UPDATE receiving_lot SET received = received + v_within, lot_id = e.lot_id WHERE id = r.id;
  END IF;
  IF v_within < e.quantity THEN
    PERFORM post_receive_exception(e, 'OVERAGE_COUNTED', e.quantity - v_within);
  END IF;
  RETURN (CASE WHEN v_within < e.quantity THEN 'WARN' ELSE 'OK' END,
    CASE WHEN v_within < e.quantity THEN 'OVERAGE_COUNTED' ELSE 'RECEIVED' END,
    jsonb_build_object('line', jsonb_build_object('done', r.received + v_within, 'expected', r.expected),
      'counted', v_within, 'exception', e.quantity - v_within),
    v_movements)::posted;
END $$;

-- Units that may be counted above what was announced: the smaller of the warehouse's percentage and its units.
CREATE OR REPLACE FUNCTION receiving_tolerance(e posting, p_expected numeric) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT trunc(least(p_expected * w.over_receipt_percent / 100, w.over_receipt_units), i.decimals)
  FROM warehouse w, item i WHERE w.id = e.warehouse_id AND i.id = e.item_id);
END $$;

CREATE OR REPLACE FUNCTION post_receive_exception(e posting, p_code text, p_quantity numeric)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_id bigint;
BEGIN
  INSERT INTO receiving_exception (receiving_order_id, receiving_lot_id, item_id, event_id, code, lot_number,
    expiration_date, location_id, quantity)
  VALUES (e.receiving_order_id, e.receiving_lot_id, e.item_id, e.id, p_code, e.lot_number, e.expiration_date,
    e.to_location, p_quantity)
  RETURNING id INTO v_id;
  RETURN v_id;
END $$;

-- The lot of this identity, made if it is new; NULL when neither number nor expiration was captured.
CREATE OR REPLACE FUNCTION lot_ensure(e posting) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_lot bigint;
BEGIN
  IF e.lot_number IS NULL AND e.expiration_date IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO lot (item_id, lot_number, expiration_date, origination_date)
  VALUES (e.item_id, e.lot_number, e.expiration_date, e.origination_date)
  ON CONFLICT (item_id, lot_number, expiration_date) DO NOTHING
  RETURNING id INTO v_lot;
  RETURN coalesce(v_lot, (SELECT id FROM lot WHERE item_id = e.item_id
    AND lot_number IS NOT DISTINCT FROM e.lot_number AND expiration_date IS NOT DISTINCT FROM e.expiration_date));
END $$;
