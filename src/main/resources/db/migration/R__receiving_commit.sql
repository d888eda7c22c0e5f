-- Commits a receiving order: what it has put away becomes AVAILABLE, or what hold and shelf life make of it; then
-- backorders drain. Units of one lot are alike, so they are taken from any place where they stand STOWED.
CREATE OR REPLACE FUNCTION receiving_commit(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r receiving_lot;
  c record;
  v_left numeric;
  v_state text;
  v_movements bigint[] := '{}';
BEGIN
  IF EXISTS (SELECT FROM receiving_order WHERE id = e.receiving_order_id AND cancelled_at IS NOT NULL) THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  FOR r IN SELECT * FROM receiving_lot WHERE receiving_order_id = e.receiving_order_id AND stowed > committed
    ORDER BY item_id, id FOR NO KEY UPDATE
  LOOP
    SELECT owner_id INTO STRICT e.owner_id FROM item WHERE id = r.item_id;
    e.item_id := r.item_id; e.lot_id := r.lot_id; e.receiving_lot_id := r.id;
    SELECT return_state(o.kind, i.customer_returns, item_free_state(e)) INTO v_state FROM receiving_order o, item i
    WHERE o.id = e.receiving_order_id AND i.id = r.item_id;
    v_left := r.stowed - r.committed;
    FOR c IN SELECT s.location_id, s.quantity FROM stock s WHERE s.warehouse_id = e.warehouse_id
      AND s.item_id = r.item_id AND s.lot_key = coalesce(r.lot_id, 0) AND s.state = 'STOWED' AND s.quantity > 0
      ORDER BY s.id
    LOOP
      EXIT WHEN v_left = 0;
      v_movements := v_movements || ledger_move(e, 'COMMIT', (cardinality(v_movements) + 1)::smallint, c.location_id,
        'STOWED', c.location_id, CASE WHEN hold_of_place(e.warehouse_id, c.location_id, r.item_id, r.lot_id) IS NULL
          THEN v_state ELSE 'QUARANTINED' END, least(v_left, c.quantity));
      v_left := v_left - least(v_left, c.quantity);
    END LOOP;
    IF v_left > 0 THEN
      RAISE EXCEPTION 'receiving_commit: % units of receiving lot % are not STOWED anywhere', v_left, r.id;
    END IF;
    UPDATE receiving_lot SET committed = stowed WHERE id = r.id;
    v_movements := v_movements || hold_plates_again(e, cardinality(v_movements));
    PERFORM claims_drain(e.warehouse_id, r.item_id);
  END LOOP;
  PERFORM receiving_finish(ARRAY[e.receiving_order_id]);
  RETURN ('OK', 'COMMITTED', '{}'::jsonb, v_movements)::posted;
END $$;

-- Closes a receiving order: what was not counted is no longer expected and is recorded as a shortage.
CREATE OR REPLACE FUNCTION receiving_close(e posting, p_cancel boolean) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r receiving_lot;
BEGIN
  IF EXISTS (SELECT FROM receiving_order WHERE id = e.receiving_order_id
    AND (cancelled_at IS NOT NULL OR closed_at IS NOT NULL)) THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  IF p_cancel AND EXISTS (SELECT FROM receiving_lot WHERE receiving_order_id = e.receiving_order_id AND received > 0) THEN
    RETURN ('REFUSED', 'ALREADY_COUNTED', '{}'::jsonb, NULL)::posted;
  END IF;
  FOR r IN SELECT * FROM receiving_lot WHERE receiving_order_id = e.receiving_order_id AND received < expected
    ORDER BY item_id, id FOR NO KEY UPDATE
  LOOP
    UPDATE stock_summary SET expected = expected - (r.expected - r.received), gate_seq = gate_seq + 1,
      changed_at = now()
    WHERE warehouse_id = e.warehouse_id AND item_id = r.item_id;
    UPDATE receiving_lot SET missing = expected - received WHERE id = r.id;
    IF NOT p_cancel THEN
      INSERT INTO receiving_exception (receiving_order_id, receiving_lot_id, item_id, event_id, code, lot_number,
        expiration_date, quantity)
      SELECT e.receiving_order_id, r.id, r.item_id, e.id, 'SHORTAGE_MISSING', t.lot_number, t.expiration_date,
        r.expected - r.received
      FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id WHERE x.id = r.id;
    END IF;
  END LOOP;
  UPDATE receiving_order SET closed_at = CASE WHEN NOT p_cancel THEN now() END,
    cancelled_at = CASE WHEN p_cancel THEN now() END
  WHERE id = e.receiving_order_id;
  IF p_cancel THEN
    PERFORM print_cancel(e.receiving_order_id, NULL, e.actor);
  END IF;
  RETURN ('OK', CASE WHEN p_cancel THEN 'CANCELLED' ELSE 'CLOSED' END, '{}'::jsonb, '{}')::posted;
END $$;

-- Announces a receiving order: what its lots expect counts from now on.
CREATE OR REPLACE FUNCTION receiving_announce(p_order bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM ledger_gate(array_agg(o.warehouse_id), array_agg(r.item_id))
  FROM receiving_order o JOIN receiving_lot r ON r.receiving_order_id = o.id WHERE o.id = p_order;
  UPDATE stock_summary s SET expected = s.expected + r.units, gate_seq = s.gate_seq + 1, changed_at = now()
  FROM (SELECT o.warehouse_id, r.item_id, sum(r.expected - r.received) AS units
    FROM receiving_order o JOIN receiving_lot r ON r.receiving_order_id = o.id
    WHERE o.id = p_order GROUP BY 1, 2) r
  WHERE s.warehouse_id = r.warehouse_id AND s.item_id = r.item_id;
END $$;
