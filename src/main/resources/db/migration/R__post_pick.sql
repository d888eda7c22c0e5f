-- PICK: RESERVED → PICKED, from the place of the task into a tote. A nearer or equal expiry of the same item in that
-- place may be taken instead; then the claim moves to it first. Judges those of a round, each of another
-- item.
CREATE OR REPLACE FUNCTION post_pick(p_scans posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_judged judged[];
BEGIN
  p_scans := claims_swaps(p_scans);
  SELECT array_agg((s.n, CASE WHEN s.no IS NULL THEN 'OK' ELSE 'REFUSED' END, coalesce(s.no, 'PICKED'),
    CASE WHEN s.no = 'MORE_THAN_TASK' THEN jsonb_build_object('available', s.to_pick)
      WHEN s.no IS NULL THEN jsonb_build_object('left', s.to_pick - s.quantity, 'line',
        jsonb_build_object('done', s.done + s.quantity, 'expected', s.ordered)) END,
    CASE WHEN s.no IS NULL THEN (s.n, s.warehouse_id, s.id, 1, 'PICK', s.owner_id, s.item_id, s.lot_id,
      s.task_location, 'AVAILABLE', s.to_location, 'PICKED', s.quantity, -s.quantity, 0, 0, s.reservation_id,
      s.order_line_id, NULL, s.actor, s.device, s.today, s.at)::move END, NULL)::judged ORDER BY s.n)
  INTO v_judged
  FROM (
    SELECT e.*, r.quantity AS to_pick, r.location_id AS task_location, r.order_line_id, l.picked + l.shipped AS done,
      l.quantity AS ordered,
      coalesce(lot_refusal(t.hold, t.expiration_date, r.min_life_days, e.today),
        CASE WHEN r.state IN ('PICKED', 'SWAPPED') THEN 'TASK_ALREADY_PICKED' WHEN r.state <> 'OPEN' THEN 'TASK_STOPPED'
          WHEN e.quantity > r.quantity THEN 'MORE_THAN_TASK'
          WHEN e.lot_id IS DISTINCT FROM r.lot_id THEN 'WRONG_LOT' END) AS no
    FROM unnest(p_scans) e
    JOIN reservation r ON r.warehouse_id = e.warehouse_id AND r.id = e.reservation_id
    JOIN order_line l ON l.id = r.order_line_id
    LEFT JOIN lot t ON t.id = e.lot_id
    WHERE e.operation = 'PICK' AND e.refusal IS NULL) s;
  RETURN v_judged;
END $$;

-- What was picked leaves the claims of its tasks and lies in totes for them.
CREATE OR REPLACE FUNCTION claims_picked(p_moves move[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM unnest(p_moves) m WHERE m.kind = 'PICK') THEN
    RETURN;
  END IF;
  WITH m AS MATERIALIZED (
    SELECT m.warehouse_id, m.item_id, m.lot_id, m.to_location, m.quantity, m.reservation_id, m.order_line_id, g.gate_seq
    FROM unnest(p_moves) m JOIN stock_summary g ON g.warehouse_id = m.warehouse_id AND g.item_id = m.item_id
    WHERE m.kind = 'PICK'
  ), task AS (
    UPDATE reservation r SET quantity = r.quantity - m.quantity, closed_seq = m.gate_seq,
      state = CASE WHEN r.quantity = m.quantity THEN 'PICKED' ELSE 'OPEN' END
    FROM m WHERE r.warehouse_id = m.warehouse_id AND r.id = m.reservation_id
  ), line AS (
    UPDATE order_line l SET reserved = l.reserved - m.quantity, picked = l.picked + m.quantity
    FROM m WHERE l.id = m.order_line_id
  )
  INSERT INTO picked (warehouse_id, reservation_id, stock_id, order_line_id, quantity)
  SELECT m.warehouse_id, m.reservation_id, s.id, m.order_line_id, m.quantity
  FROM m JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
    AND s.lot_key = coalesce(m.lot_id, 0) AND s.location_id = m.to_location AND s.state = 'PICKED'
  ON CONFLICT (warehouse_id, reservation_id, stock_id) DO UPDATE SET quantity = picked.quantity + excluded.quantity;
END $$;

-- Scans of another lot than their task names, with the task that stands for that lot where it may be taken instead.
CREATE OR REPLACE FUNCTION claims_swaps(p_scans posting[]) RETURNS posting[] LANGUAGE plpgsql AS $$
DECLARE
  c record;
  v_task reservation;
BEGIN
  FOR c IN
    SELECT s.ordinality AS place, r FROM unnest(p_scans) WITH ORDINALITY s JOIN reservation r ON r.warehouse_id = s.warehouse_id
      AND r.id = s.reservation_id LEFT JOIN lot t ON t.id = s.lot_id
    WHERE s.operation = 'PICK' AND s.refusal IS NULL AND r.state = 'OPEN' AND s.quantity <= r.quantity AND s.lot_id IS DISTINCT FROM r.lot_id
      AND lot_refusal(t.hold, t.expiration_date, r.min_life_days, s.today) IS NULL
  LOOP
    v_task := claims_swap(p_scans[c.place], c.r);
    p_scans[c.place].reservation_id := coalesce(v_task.id, p_scans[c.place].reservation_id);
  END LOOP;
  RETURN p_scans;
END $$;

CREATE OR REPLACE FUNCTION gate_seq(r reservation) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT gate_seq FROM stock_summary WHERE warehouse_id = r.warehouse_id AND item_id = r.item_id);
END $$;

-- Moves the claim of a task to the scanned lot in the same place; a null row when that lot may not stand in for it.
CREATE OR REPLACE FUNCTION claims_swap(e posting, r reservation) RETURNS reservation LANGUAGE plpgsql AS $$
DECLARE
  s stock;
  v_new reservation;
BEGIN
  SELECT s1.* INTO s
  FROM stock s1 LEFT JOIN lot scanned ON scanned.id = s1.lot_id LEFT JOIN lot planned ON planned.id = r.lot_id
  WHERE s1.warehouse_id = e.warehouse_id AND s1.item_id = r.item_id AND s1.lot_key = coalesce(e.lot_id, 0)
    AND s1.location_id = r.location_id AND s1.state = 'AVAILABLE' AND s1.quantity - s1.reserved >= e.quantity
    AND r.named_lot IS NULL AND NOT r.single_lot
    AND coalesce(scanned.expiration_date, 'infinity') <= coalesce(planned.expiration_date, 'infinity');
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE stock SET reserved = reserved - e.quantity WHERE warehouse_id = r.warehouse_id AND id = r.stock_id;
  UPDATE stock SET reserved = reserved + e.quantity WHERE warehouse_id = r.warehouse_id AND id = s.id;
  UPDATE reservation SET quantity = quantity - e.quantity,
    state = CASE WHEN quantity = e.quantity THEN 'SWAPPED' ELSE 'OPEN' END, closed_seq = gate_seq(r)
  WHERE warehouse_id = r.warehouse_id AND id = r.id;
  INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity,
    planned, opened_seq, min_life_days, business_date, named_lot, single_lot, swapped_from)
  VALUES (r.warehouse_id, r.order_line_id, r.order_id, s.id, r.item_id, s.lot_id, r.location_id, e.quantity,
    e.quantity, gate_seq(r), r.min_life_days, r.business_date, r.named_lot, r.single_lot, r.id)
  RETURNING * INTO v_new;
  RETURN v_new;
END $$;
