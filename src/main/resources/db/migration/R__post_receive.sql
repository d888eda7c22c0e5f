-- RECEIVE: SUPPLIER → dock, RECEIVED. What is announced and within tolerance is counted; the part above it, and a lot
-- or item that was not announced, becomes an exception and moves no figure. Judges those of a
-- round, each of another item.
CREATE OR REPLACE FUNCTION post_receive(p_scans posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_judged judged[];
BEGIN
  WITH scan AS MATERIALIZED (
    SELECT e.*, r.expected, r.received, s.id AS supplier, i.receiving_labels,
      o.closed_at IS NOT NULL OR o.cancelled_at IS NOT NULL AS closed,
      -- above what was announced: the smaller of the warehouse's percentage and its units
      CASE WHEN o.closed_at IS NULL AND o.cancelled_at IS NULL AND e.exception IS NULL
        THEN greatest(0, least(e.quantity, r.expected - r.received
          + trunc(least(r.expected * w.over_receipt_percent / 100, w.over_receipt_units), i.decimals)))
        ELSE 0 END AS within
    FROM unnest(p_scans) e
    JOIN receiving_order o ON o.id = e.receiving_order_id
    JOIN warehouse w ON w.id = e.warehouse_id
    JOIN location s ON s.warehouse_id = e.warehouse_id AND s.code = '@SUPPLIER'
    LEFT JOIN item i ON i.id = e.item_id
    LEFT JOIN receiving_lot r ON r.id = e.receiving_lot_id
    WHERE e.operation = 'RECEIVE' AND e.refusal IS NULL
  ), made AS (
    -- a lot captured in more detail than it was announced; the update is there to answer one that exists
    INSERT INTO lot (item_id, lot_number, expiration_date, origination_date)
    SELECT item_id, lot_number, expiration_date, origination_date FROM scan
    WHERE within > 0 AND lot_id IS NULL AND (lot_number IS NOT NULL OR expiration_date IS NOT NULL)
    ON CONFLICT (item_id, lot_number, expiration_date) DO UPDATE SET active = lot.active
    RETURNING id, item_id
  ), counted AS (
    UPDATE receiving_lot r SET received = r.received + s.within, lot_id = coalesce(s.lot_id, made.id)
    FROM scan s LEFT JOIN made ON made.item_id = s.item_id
    WHERE r.id = s.receiving_lot_id AND s.within > 0
  ), excepted AS (
    INSERT INTO receiving_exception (receiving_order_id, receiving_lot_id, item_id, event_id, code, lot_number,
      expiration_date, location_id, quantity)
    SELECT receiving_order_id, receiving_lot_id, item_id, id, coalesce(exception, 'OVERAGE_COUNTED'), lot_number,
      expiration_date, to_location, quantity - within
    FROM scan WHERE NOT closed AND within < quantity
  )
  SELECT array_agg((s.n, CASE WHEN s.closed THEN 'REFUSED' WHEN s.within < s.quantity THEN 'WARN' ELSE 'OK' END,
    CASE WHEN s.closed THEN 'DOCUMENT_CLOSED' WHEN s.within < s.quantity THEN coalesce(s.exception, 'OVERAGE_COUNTED')
      ELSE 'RECEIVED' END,
    CASE WHEN s.closed THEN NULL WHEN s.exception IS NOT NULL THEN jsonb_build_object('exception', s.quantity)
      ELSE jsonb_build_object('line', jsonb_build_object('done', s.received + s.within, 'expected', s.expected),
        'counted', s.within, 'exception', s.quantity - s.within)
        || CASE WHEN s.receiving_labels <> 'NEVER' AND s.within > 0 THEN '{"label": {}}' ELSE '{}' END::jsonb END,
    CASE WHEN s.within > 0 THEN (s.n, s.warehouse_id, s.id, 1, 'RECEIVE', s.owner_id, s.item_id,
      coalesce(s.lot_id, made.id), s.supplier, NULL, s.to_location, 'RECEIVED', s.within, 0, 0,
      -least(s.within, greatest(s.expected - s.received, 0)), NULL, NULL, s.receiving_lot_id, s.actor, s.device,
      s.today, s.at)::move END, NULL)::judged ORDER BY s.n)
  INTO v_judged FROM scan s LEFT JOIN made ON made.item_id = s.item_id;
  RETURN v_judged;
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
