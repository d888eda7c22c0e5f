-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- RETURN: goods scanned at the returns desk. Facts: kind, returnOrder (its id) or NULL. Not announced = booked all the
-- same, and said aloud.
CREATE OR REPLACE FUNCTION post_return(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_line return_line;
  v_booked record;
  v_extra boolean := false;
  v_code text;
  v_facts text;
BEGIN
  IF e.facts ->> 'returnOrder' IS NOT NULL THEN
    e.order_id := coalesce(e.order_id,
      (SELECT order_id FROM return_order WHERE id = (e.facts ->> 'returnOrder')::bigint));
    v_line := return_line_of(e, (e.facts ->> 'returnOrder')::bigint);
    v_extra := v_line.booked + e.quantity > v_line.quantity;
  END IF;
  v_booked := return_book(e, e.facts ->> 'kind', v_line.id, v_line.action, 1);
  RETURN (CASE WHEN v_extra THEN 'WARN' ELSE 'OK' END, CASE WHEN v_extra THEN 'RETURN_UNANNOUNCED' ELSE 'RETURNED' END,
    jsonb_build_object('action', v_booked.decided, 'why', v_booked.why, 'label', '{"returned": true}'::jsonb),
    v_booked.movements)::posted;
EXCEPTION WHEN SQLSTATE 'LL002' THEN
  GET STACKED DIAGNOSTICS v_code = MESSAGE_TEXT, v_facts = PG_EXCEPTION_DETAIL;
  RETURN ('REFUSED', v_code, v_facts::jsonb, NULL)::posted;
END $$;

-- The line of a returns document that goods belong to: announced by their lot, else by their item, with units still to
-- come first; a new one when they were not announced at all.
CREATE OR REPLACE FUNCTION return_line_of(e posting, p_return bigint) RETURNS return_line LANGUAGE plpgsql AS $$
DECLARE
  r return_line;
BEGIN
  PERFORM FROM return_order WHERE id = p_return FOR NO KEY UPDATE;
  SELECT x.* INTO r FROM return_line x LEFT JOIN lot t ON t.id = e.lot_id
  WHERE x.return_order_id = p_return AND x.item_id = e.item_id
    AND (x.lot_number IS NULL OR x.lot_number = coalesce(t.lot_number, e.lot_number))
    AND (x.expiration_date IS NULL OR x.expiration_date = coalesce(t.expiration_date, e.expiration_date))
  ORDER BY x.booked < x.quantity DESC, num_nonnulls(x.lot_number, x.expiration_date) DESC, x.line_no LIMIT 1;
  IF NOT FOUND THEN
    INSERT INTO return_line (return_order_id, line_no, item_id, lot_number, expiration_date, quantity)
    SELECT p_return, max(x.line_no) + 1, e.item_id, e.lot_number, e.expiration_date, 0 FROM return_line x
    WHERE x.return_order_id = p_return
    RETURNING * INTO r;
  END IF;
  RETURN r;
END $$;

-- TAKE_RETURN: a returns document, whole or not at all; lines with a place are booked at once. Facts: ownerId, reference,
-- kind, hash, orderId (here, so that its other items' gates are not taken), lines [{item, owner, lot, lotNumber, expirationDate, quantity, place, action}].
CREATE OR REPLACE FUNCTION return_take(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_return bigint;
  v_line bigint;
  v_booked record;
  v_movements bigint[] := '{}';
  v_code text;
  v_facts text;
BEGIN
  PERFORM ledger_gate(array_agg(e.warehouse_id), array_agg((x ->> 'item')::bigint))
  FROM jsonb_array_elements(e.facts -> 'lines') x WHERE x ->> 'place' IS NOT NULL;
  e.order_id := (e.facts ->> 'orderId')::bigint;
  e.owner_id := (e.facts ->> 'ownerId')::bigint;
  INSERT INTO return_order (owner_id, reference, kind, warehouse_id, order_id, body_hash)
  VALUES (e.owner_id, e.facts ->> 'reference', e.facts ->> 'kind', e.warehouse_id, e.order_id,
    decode(e.facts ->> 'hash', 'hex'))
  ON CONFLICT DO NOTHING RETURNING id INTO v_return;
  IF v_return IS NULL THEN
    -- another call stored it while this one was looking
    RETURN return_known(e);
  END IF;
  e.at := coalesce(e.at, business_now());
  FOR c IN
    SELECT x.* FROM jsonb_to_recordset(e.facts -> 'lines') AS x (line integer, item bigint, lot bigint,
      "lotNumber" text, "expirationDate" date, quantity numeric, place bigint, action text) ORDER BY x.line
  LOOP
    INSERT INTO return_line (return_order_id, line_no, item_id, lot_number, expiration_date, action, quantity)
    VALUES (v_return, c.line, c.item, c."lotNumber", c."expirationDate", c.action, c.quantity) RETURNING id INTO v_line;
    IF c.place IS NOT NULL THEN
      e.item_id := c.item; e.lot_number := c."lotNumber"; e.expiration_date := c."expirationDate";
      -- an earlier line may have made the lot
      e.lot_id := coalesce(c.lot, CASE WHEN num_nonnulls(c."lotNumber", c."expirationDate") > 0 THEN lot_found(e) END);
      e.quantity := c.quantity; e.to_location := c.place;
      v_booked := return_book(e, e.facts ->> 'kind', v_line, c.action, cardinality(v_movements) + 1);
      v_movements := v_movements || v_booked.movements;
    END IF;
  END LOOP;
  RETURN ('OK', 'RETURNED', jsonb_build_object('created', true) || CASE WHEN cardinality(v_movements) > 0
    THEN '{"label": {"returned": true}}' ELSE '{}' END::jsonb, v_movements)::posted;
EXCEPTION WHEN SQLSTATE 'LL002' THEN
  GET STACKED DIAGNOSTICS v_code = MESSAGE_TEXT, v_facts = PG_EXCEPTION_DETAIL;
  RETURN ('REFUSED', v_code, v_facts::jsonb, NULL)::posted;
END $$;

CREATE OR REPLACE FUNCTION return_known(e posting) RETURNS posted LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM return_order WHERE owner_id = e.owner_id AND reference = e.facts ->> 'reference'
    AND body_hash = decode(e.facts ->> 'hash', 'hex')) THEN
    RETURN ('OK', 'RETURNED', jsonb_build_object('created', false), '{}')::posted;
  END IF;
  RETURN ('REFUSED', 'REFERENCE_REUSED', '{}'::jsonb, NULL)::posted;
END $$;

-- What an undone RETURN had brought is as if it had never come.
CREATE OR REPLACE FUNCTION undo_return(e posting, p_event uuid) RETURNS void LANGUAGE sql AS $$
  WITH gone AS (
    UPDATE returned SET undone = true WHERE warehouse_id = e.warehouse_id AND event_id = p_event RETURNING *
  )
  UPDATE return_line l SET booked = l.booked - g.quantity FROM gone g WHERE l.id = g.return_line_id
$$;
