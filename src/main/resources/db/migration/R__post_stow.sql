-- STOW: RECEIVED on the dock → STOWED in its place; AVAILABLE (or what hold and shelf life make of it) when the
-- receiving order commits by itself. MOVE: from place to place within one state.
CREATE OR REPLACE FUNCTION post_stow(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  r receiving_lot;
  v_commit boolean;
  v_there numeric;
  v_state text := 'STOWED';
  v_refusal posted;
  v_movement bigint;
BEGIN
  SELECT * INTO STRICT r FROM receiving_lot WHERE id = e.receiving_lot_id FOR NO KEY UPDATE;
  SELECT auto_commit INTO v_commit FROM receiving_order WHERE id = r.receiving_order_id;
  v_there := least(r.received - r.stowed, stock_free(e, e.from_location, 'RECEIVED'));
  IF v_there < e.quantity THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', v_there), NULL)::posted;
  END IF;
  v_refusal := ledger_place_refusal(e, e.to_location, e.quantity);
  IF v_refusal.code IS NOT NULL THEN
    RETURN v_refusal;
  END IF;
  IF v_commit THEN
    v_state := item_free_state(e);
  END IF;
  v_movement := ledger_move(e, 'STOW', 1::smallint, e.from_location, 'RECEIVED', e.to_location, v_state, e.quantity);
  UPDATE receiving_lot SET stowed = stowed + e.quantity,
    committed = committed + CASE WHEN v_commit THEN e.quantity ELSE 0 END
  WHERE id = r.id;
  IF v_state = 'AVAILABLE' THEN
    PERFORM claims_drain(e.warehouse_id, e.item_id);
  END IF;
  PERFORM receiving_finish(r.receiving_order_id);
  RETURN ('OK', 'STOWED', jsonb_build_object('state', v_state, 'line',
    jsonb_build_object('done', r.stowed + e.quantity, 'expected', r.received)), ARRAY[v_movement])::posted;
END $$;

CREATE OR REPLACE FUNCTION post_move(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_state text := coalesce(e.exception, 'AVAILABLE');
  v_free numeric := stock_free(e, e.from_location, v_state);
  v_refusal posted;
BEGIN
  IF v_free < e.quantity THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', v_free), NULL)::posted;
  END IF;
  v_refusal := ledger_place_refusal(e, e.to_location, e.quantity);
  IF v_refusal.code IS NOT NULL THEN
    RETURN v_refusal;
  END IF;
  RETURN ('OK', 'MOVED', '{}'::jsonb, ARRAY[ledger_move(e, 'MOVE', 1::smallint, e.from_location, v_state,
    e.to_location, v_state, e.quantity)])::posted;
END $$;

-- Units of the posting's item and lot in a place that no claim holds; 0 when there are none.
CREATE OR REPLACE FUNCTION stock_free(e posting, p_location bigint, p_state text) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT coalesce((SELECT quantity - reserved FROM stock WHERE warehouse_id = e.warehouse_id AND item_id = e.item_id
    AND lot_key = coalesce(e.lot_id, 0) AND location_id = p_location AND state = p_state), 0));
END $$;

-- The state that units of this posting take when they become free.
CREATE OR REPLACE FUNCTION item_free_state(e posting) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT lot_free_state(e.lot_id, i.min_shelf_life_days, e.today) FROM item i WHERE i.id = e.item_id);
END $$;

-- Closes an order that asked for it once everything announced is counted and committed.
CREATE OR REPLACE FUNCTION receiving_finish(p_order bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receiving_order o SET closed_at = now()
  WHERE o.id = p_order AND o.auto_close AND o.closed_at IS NULL AND NOT EXISTS (
    SELECT FROM receiving_lot r WHERE r.receiving_order_id = o.id
      AND (r.received < r.expected OR r.committed < r.received));
END $$;
