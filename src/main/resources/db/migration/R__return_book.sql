-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- A refusal from within: what was written so far goes with it. Caught by post_return and return_take.
CREATE OR REPLACE FUNCTION return_refuse(p_code text, p_facts jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'LL002', MESSAGE = p_code, DETAIL = p_facts::text;
END $$;

-- Books units that came back, from the customer into their place, and thrown away from there if so decided. e.order_id =
-- the order they were shipped with, NULL = not said; p_line = the line of a returns document, NULL = none. Answers the
-- movements, numbered from p_from, and what was decided. The caller holds the gate.
CREATE OR REPLACE FUNCTION return_book(e posting, p_kind text, p_line bigint, p_asked text, p_from integer,
  OUT movements bigint[], OUT decided text, OUT why text)
LANGUAGE plpgsql AS $$
DECLARE
  i item;
  t lot;
BEGIN
  SELECT * INTO STRICT i FROM item WHERE id = e.item_id;
  IF p_kind = 'CUSTOMER' AND p_asked = 'RESTOCK' AND i.lot_tracked THEN
    PERFORM return_refuse('RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT', jsonb_build_object('sku', i.sku));
  END IF;
  PERFORM return_shipped(e);
  e.lot_id := coalesce(e.lot_id, lot_ensure(e));
  SELECT * INTO t FROM lot WHERE id = e.lot_id;
  SELECT a.action, a.reason INTO decided, why FROM return_action(p_kind, p_asked, i.customer_returns,
    i.returned_to_sender, i.rts_backup, CASE WHEN e.lot_id IS NOT NULL
      THEN lot_refusal(t.hold, t.expiration_date, i.min_shelf_life_days, e.today) END) a;
  PERFORM return_place(e, decided);
  movements := ARRAY[ledger_move(e, 'RETURN', p_from::smallint,
    (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@CUSTOMER'), NULL, e.to_location,
    CASE decided WHEN 'RESTOCK' THEN 'AVAILABLE' ELSE 'QUARANTINED' END, e.quantity)];
  IF decided = 'DISPOSE' THEN
    movements := movements || ledger_move(e, 'DISPOSE', (p_from + 1)::smallint, e.to_location, 'QUARANTINED',
      (SELECT id FROM location WHERE warehouse_id = e.warehouse_id AND code = '@DISPOSAL'), NULL, e.quantity);
  END IF;
  INSERT INTO returned (warehouse_id, event_id, return_line_id, order_id, item_id, lot_id, location_id, kind, action,
    reason, quantity)
  VALUES (e.warehouse_id, e.id, p_line, e.order_id, e.item_id, e.lot_id, e.to_location, p_kind, decided, why, e.quantity);
  UPDATE return_line SET booked = booked + e.quantity WHERE id = p_line;
  PERFORM claims_drain(e.warehouse_id, e.item_id);
END $$;

-- Where an order is named, no more can come back of a lot than was shipped with it.
CREATE OR REPLACE FUNCTION return_shipped(e posting) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_left numeric;
BEGIN
  IF e.order_id IS NULL THEN
    RETURN;
  END IF;
  PERFORM FROM customer_order WHERE id = e.order_id FOR NO KEY UPDATE;
  SELECT coalesce((SELECT sum(n.quantity) FROM shipment h JOIN shipment_line n ON n.shipment_id = h.id
      JOIN order_line l ON l.id = n.order_line_id
      WHERE h.order_id = e.order_id AND l.item_id = e.item_id AND n.lot_id IS NOT DISTINCT FROM e.lot_id), 0)
    - coalesce((SELECT sum(quantity) FROM returned WHERE order_id = e.order_id AND item_id = e.item_id
      AND lot_id IS NOT DISTINCT FROM e.lot_id AND NOT undone), 0) INTO v_left;
  IF e.lot_id IS NULL AND (e.lot_number IS NOT NULL OR e.expiration_date IS NOT NULL) THEN
    v_left := 0;
  END IF;
  IF v_left < e.quantity THEN
    PERFORM return_refuse('MORE_THAN_SHIPPED', jsonb_build_object('available', v_left));
  END IF;
END $$;

-- Goods that come back are put on the dock, where they will be kept, or apart; good ones not among the held.
CREATE OR REPLACE FUNCTION return_place(e posting, p_action text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  l location;
  v_no record;
BEGIN
  IF NOT stock_room(e, e.quantity) THEN
    PERFORM return_refuse('CAPACITY_EXCEEDED', '{}');
  END IF;
  SELECT * INTO STRICT l FROM location WHERE warehouse_id = e.warehouse_id AND id = e.to_location;
  SELECT p.code, p.facts INTO v_no
  FROM ledger_place(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), e.to_location, e.quantity) p;
  IF v_no.code = 'WRONG_LOCATION' AND (l.type = 'RECEIVING'
    OR p_action <> 'RESTOCK' AND l.type IN ('QUARANTINE', 'DAMAGED')) THEN
    RETURN;
  END IF;
  -- what is thrown away at once is not kept in the place
  IF v_no.code IS NOT NULL AND NOT (p_action = 'DISPOSE' AND v_no.code = 'CAPACITY_EXCEEDED') THEN
    PERFORM return_refuse(v_no.code, v_no.facts);
  END IF;
END $$;
