-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Release could not reserve all of a line, because its stock stands where one may not pick: asks for what is missing to be
-- brought to where one may, in the order of choice of that line. The gate is held.
CREATE OR REPLACE FUNCTION replenish_line(p_warehouse bigint, p_line bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  l order_line;
  c record;
  v_need numeric;
  v_units numeric;
  v_to record;
BEGIN
  SELECT quantity INTO v_need FROM allocation WHERE warehouse_id = p_warehouse AND order_line_id = p_line;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT * INTO STRICT l FROM order_line WHERE id = p_line;
  PERFORM replenish_forget(p_warehouse, l.item_id);
  SELECT v_need - coalesce(sum(quantity - done), 0) INTO v_need FROM replenishment
  WHERE warehouse_id = p_warehouse AND item_id = l.item_id AND order_line_id = p_line AND state = 'OPEN';
  FOR c IN
    SELECT x.lot_id, x.location_id,
      x.free - replenish_promised(p_warehouse, l.item_id, x.lot_id, x.location_id) AS free
    FROM claims_candidates(p_warehouse, l, NULL) x WHERE x.reason = 'LOCATION_NOT_PICKABLE' AND x.free > 0
    ORDER BY x.place
  LOOP
    EXIT WHEN v_need <= 0;
    CONTINUE WHEN c.free <= 0;
    v_units := least(c.free, v_need);
    SELECT * INTO v_to FROM replenish_place(p_warehouse, l.item_id, c.lot_id, v_units);
    CONTINUE WHEN NOT FOUND;
    INSERT INTO replenishment (warehouse_id, item_id, lot_id, from_location, to_location, quantity, reason, order_line_id)
    VALUES (p_warehouse, l.item_id, c.lot_id, c.location_id, v_to.location_id, v_to.units, 'RELEASE', p_line);
    v_need := v_need - v_to.units;
  END LOOP;
END $$;

-- Where units can be brought to be picked: a pick face of the item, a place of the lot, an empty one; never one that is
-- bound to another lot or is another item's pick face. units = those of p_units that fit.
CREATE OR REPLACE FUNCTION replenish_place(p_warehouse bigint, p_item bigint, p_lot bigint, p_units numeric)
RETURNS TABLE (location_id bigint, units numeric) LANGUAGE sql STABLE AS $$
  WITH near AS MATERIALIZED (
    SELECT p.id, p.code, p.pick_sequence, p.type, f.item_id IS NOT NULL AS own, s.id IS NOT NULL AS same
    FROM location p
    LEFT JOIN pick_face f ON f.warehouse_id = p.warehouse_id AND f.location_id = p.id AND f.item_id = p_item
    LEFT JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.location_id = p.id AND s.item_id = p_item
      AND s.lot_key = coalesce(p_lot, 0) AND s.state = 'AVAILABLE' AND s.quantity > 0
    WHERE p.warehouse_id = p_warehouse AND p.type IN ('STORAGE', 'PICK_FACE') AND p.pickable AND NOT p.locked
      AND coalesce(replenish_bound(p_warehouse, p_item, p.id), coalesce(p_lot, 0)) = coalesce(p_lot, 0)
      AND (f.item_id IS NOT NULL OR s.id IS NOT NULL
        OR NOT EXISTS (SELECT FROM pick_face x WHERE x.warehouse_id = p.warehouse_id AND x.location_id = p.id)
          AND NOT EXISTS (SELECT FROM stock x WHERE x.warehouse_id = p.warehouse_id AND x.location_id = p.id
            AND x.quantity > 0))
    ORDER BY own DESC, same DESC, p.type = 'PICK_FACE' DESC, p.pick_sequence, p.code LIMIT 20
  )
  SELECT n.id, r.units FROM near n
  CROSS JOIN LATERAL ledger_place(p_warehouse, p_item, coalesce(p_lot, 0), n.id,
    p_units + replenish_coming(p_warehouse, p_item, n.id)) x
  CROSS JOIN LATERAL (SELECT CASE WHEN x.code IS NULL THEN p_units WHEN x.code = 'CAPACITY_EXCEEDED'
    THEN least(p_units, (x.facts ->> 'available')::numeric - replenish_coming(p_warehouse, p_item, n.id)) END AS units) r
  WHERE r.units > 0
  ORDER BY n.own DESC, n.same DESC, n.type = 'PICK_FACE' DESC, n.pick_sequence, n.code LIMIT 1
$$;

-- MOVE for a replenishment task: the lot and the places of the task, at most what it asks for. What comes to where one may
-- pick is planned at once for orders that were released and wait for it. Argument: e.facts task.
CREATE OR REPLACE FUNCTION replenish_move(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  t replenishment;
  v_judged judged[];
  v_movements bigint[];
  v_line bigint;
  v_no text;
BEGIN
  PERFORM ledger_gate(ARRAY[e.warehouse_id], ARRAY[e.item_id]);
  SELECT * INTO t FROM replenishment WHERE warehouse_id = e.warehouse_id AND id = (e.facts ->> 'task')::bigint
    FOR NO KEY UPDATE;
  v_no := CASE WHEN t.id IS NULL THEN 'UNKNOWN_TASK' WHEN t.state <> 'OPEN' THEN 'TASK_STOPPED'
    WHEN e.item_id <> t.item_id THEN 'WRONG_ITEM' WHEN e.lot_id IS DISTINCT FROM t.lot_id THEN 'WRONG_LOT'
    WHEN e.from_location <> t.from_location OR e.to_location <> t.to_location THEN 'WRONG_LOCATION'
    WHEN e.quantity > t.quantity - t.done THEN 'MORE_THAN_TASK' END;
  IF v_no IS NOT NULL THEN
    RETURN ('REFUSED', v_no, replenish_said(e, t, v_no), NULL)::posted;
  END IF;
  e.n := 1;
  e.exception := 'AVAILABLE'; e.operation := 'MOVE';
  v_judged := post_move(ARRAY[e]);
  IF (v_judged[1].moved).n IS NULL THEN
    RETURN (v_judged[1].verdict, v_judged[1].code, v_judged[1].facts, NULL)::posted;
  END IF;
  v_movements := ledger_write(ARRAY[v_judged[1].moved]);
  UPDATE replenishment SET done = done + e.quantity, state = CASE WHEN done + e.quantity = quantity THEN 'DONE' ELSE 'OPEN' END
  WHERE warehouse_id = t.warehouse_id AND id = t.id;
  FOR v_line IN
    SELECT a.order_line_id FROM allocation a JOIN order_line l ON l.id = a.order_line_id
    JOIN customer_order o ON o.id = l.order_id
    WHERE a.warehouse_id = e.warehouse_id AND a.item_id = e.item_id AND o.released_at IS NOT NULL
    ORDER BY a.order_line_id = t.order_line_id DESC, o.id, l.line_no LIMIT 100
  LOOP
    PERFORM claims_take(e.warehouse_id, v_line);
  END LOOP;
  RETURN ('OK', 'MOVED', jsonb_build_object('left', t.quantity - t.done - e.quantity, 'line',
    jsonb_build_object('done', t.done + e.quantity, 'expected', t.quantity)), v_movements)::posted;
END $$;

-- What the sentence of a refusal says.
CREATE OR REPLACE FUNCTION replenish_said(e posting, t replenishment, p_no text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE p_no
    WHEN 'WRONG_ITEM' THEN jsonb_build_object('scanned', e.facts -> 'sku', 'expected',
      (SELECT sku FROM item WHERE id = t.item_id))
    WHEN 'WRONG_LOT' THEN jsonb_build_object('scanned', e.facts -> 'lot', 'expected',
      (SELECT coalesce(lot_number, expiration_date::text) FROM lot WHERE id = t.lot_id))
    WHEN 'WRONG_LOCATION' THEN (SELECT jsonb_build_object('location', s.code, 'scanned', s.code, 'expected', l.code)
      FROM location s, location l WHERE s.warehouse_id = e.warehouse_id AND l.warehouse_id = e.warehouse_id
        AND s.id = CASE WHEN e.from_location <> t.from_location THEN e.from_location ELSE e.to_location END
        AND l.id = CASE WHEN e.from_location <> t.from_location THEN t.from_location ELSE t.to_location END)
    WHEN 'MORE_THAN_TASK' THEN jsonb_build_object('available', t.quantity - t.done)
    ELSE '{}'::jsonb END;
END $$;
