-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- RECEIVE of a whole carton by its SSCC: what was announced in it is counted as if scanned one by one, and stands on a
-- plate of that code. Arguments: e.facts plate; e.receiving_order_id, e.to_location.
CREATE OR REPLACE FUNCTION plate_receive(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c receiving_carton;
  v_plate bigint;
  v_judged judged[];
  v_moves move[];
  v_over numeric;
  v_movements bigint[];
BEGIN
  PERFORM plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate'], ARRAY(SELECT r.item_id
    FROM receiving_carton_content x JOIN receiving_lot r ON r.id = x.receiving_lot_id
    WHERE x.receiving_order_id = e.receiving_order_id AND x.sscc = e.facts ->> 'plate'));
  SELECT * INTO STRICT c FROM receiving_carton
  WHERE receiving_order_id = e.receiving_order_id AND sscc = e.facts ->> 'plate' FOR NO KEY UPDATE;
  IF c.received_at IS NOT NULL THEN
    RETURN ('REFUSED', 'ALREADY_COUNTED', jsonb_build_object('plate', c.sscc), NULL)::posted;
  END IF;
  IF EXISTS (SELECT FROM receiving_carton_content x JOIN receiving_lot r ON r.id = x.receiving_lot_id
    JOIN item i ON i.id = r.item_id WHERE x.receiving_order_id = c.receiving_order_id AND x.sscc = c.sscc
      AND i.status <> 'ACTIVE') THEN
    RETURN ('REFUSED', 'ITEM_INACTIVE', '{}'::jsonb, NULL)::posted;
  END IF;
  v_judged := plate_counts(e);
  IF v_judged[1].verdict = 'REFUSED' THEN
    RETURN ('REFUSED', v_judged[1].code, '{}'::jsonb, NULL)::posted;
  END IF;
  v_plate := plate_at(e.warehouse_id, c.sscc, e.to_location);
  IF v_plate IS NULL OR EXISTS (SELECT FROM plate_content WHERE warehouse_id = e.warehouse_id AND plate_id = v_plate) THEN
    RAISE EXCEPTION 'plate % is in use', c.sscc USING ERRCODE = 'serialization_failure';
  END IF;
  UPDATE receiving_carton SET received_at = now() WHERE receiving_order_id = c.receiving_order_id AND sscc = c.sscc;
  SELECT array_agg(j.moved ORDER BY j.n) FILTER (WHERE (j.moved).n IS NOT NULL),
    coalesce(sum((j.facts ->> 'exception')::numeric), 0) INTO v_moves, v_over FROM unnest(v_judged) j;
  IF v_moves IS NOT NULL THEN
    v_movements := ledger_write(v_moves);
    PERFORM plate_put(array_agg((m.warehouse_id, v_plate, m.item_id, m.lot_id, m.to_location, m.to_state,
      m.quantity)::plate_units)) FROM unnest(v_moves) m;
  END IF;
  RETURN (CASE WHEN v_over > 0 THEN 'WARN' ELSE 'OK' END, CASE WHEN v_over > 0 THEN 'OVERAGE_COUNTED' ELSE 'RECEIVED' END,
    jsonb_build_object('quantity', (SELECT coalesce(sum(m.quantity), 0) FROM unnest(v_moves) m), 'exception', v_over, 'line',
      (SELECT jsonb_build_object('done', sum(received), 'expected', sum(expected)) FROM receiving_lot
      WHERE receiving_order_id = c.receiving_order_id)), v_movements)::posted;
END $$;

-- The parts of a carton judged one after the other; their moves are numbered through.
CREATE OR REPLACE FUNCTION plate_counts(e posting) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_one judged[];
  v_moved move;
  v_line smallint := 0;
  v_judged judged[] := '{}';
BEGIN
  e.operation := 'RECEIVE';
  FOR c IN
    SELECT r.id, r.item_id, r.lot_id, i.owner_id, t.lot_number, t.expiration_date, x.quantity
    FROM receiving_carton_content x JOIN receiving_lot r ON r.id = x.receiving_lot_id JOIN item i ON i.id = r.item_id
    LEFT JOIN lot t ON t.id = r.lot_id
    WHERE x.receiving_order_id = e.receiving_order_id AND x.sscc = e.facts ->> 'plate' ORDER BY r.item_id, r.id
  LOOP
    e.n := cardinality(v_judged) + 1;
    e.receiving_lot_id := c.id; e.item_id := c.item_id; e.lot_id := c.lot_id; e.owner_id := c.owner_id;
    e.lot_number := c.lot_number; e.expiration_date := c.expiration_date; e.quantity := c.quantity;
    v_one := post_receive(ARRAY[e]);
    v_moved := v_one[1].moved;
    IF v_moved.n IS NOT NULL THEN
      v_line := v_line + 1;
      v_moved.line := v_line;
      v_one[1].moved := v_moved;
    END IF;
    v_judged := v_judged || v_one;
  END LOOP;
  RETURN v_judged;
END $$;

-- Serials of the house's own SSCCs: the next ones of the lowest extension digit that has any left; fewer than asked for
-- at its end, no row when there are none. Committed before they are used, so that none is given twice.
CREATE OR REPLACE FUNCTION plate_serials(p_prefix text, p_count integer)
RETURNS TABLE (extension smallint, first bigint, beyond bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  r sscc_range;
BEGIN
  FOR r IN SELECT * FROM sscc_range x WHERE x.prefix = p_prefix ORDER BY x.extension FOR UPDATE LOOP
    IF r.next < r.beyond THEN
      UPDATE sscc_range x SET next = least(r.next + p_count, r.beyond)
      WHERE x.prefix = r.prefix AND x.extension = r.extension;
      RETURN QUERY SELECT r.extension, r.next, least(r.next + p_count, r.beyond);
      RETURN;
    END IF;
  END LOOP;
END $$;
