-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Stock rows whose state is no longer what shelf life makes of their lot on this day, item by item: AVAILABLE ones that
-- became too old, SHORT_DATED ones that may be used again because a minimum or a date was corrected. Too old ones are
-- found by lot_expiration, so a day on which nothing falls due costs one look per item.
CREATE OR REPLACE FUNCTION shelf_due(p_warehouse bigint, p_today date, p_from bigint, p_to bigint, p_limit integer)
RETURNS TABLE (item_id bigint, stock_id bigint, to_state text) LANGUAGE sql STABLE AS $$
  SELECT g.item_id, d.id, d.to_state
  FROM stock_summary g JOIN item i ON i.id = g.item_id
  CROSS JOIN LATERAL (
    SELECT s.id, 'SHORT_DATED' AS to_state
    FROM lot t JOIN stock s ON s.warehouse_id = p_warehouse AND s.item_id = g.item_id AND s.lot_key = t.id
      AND s.state = 'AVAILABLE' AND s.quantity > 0
    WHERE g.available > 0 AND t.item_id = g.item_id
      AND t.expiration_date < p_today + greatest(coalesce(i.min_shelf_life_days, 0), 0)
      AND lot_state(t.hold, t.expiration_date, i.min_shelf_life_days, p_today) = 'SHORT_DATED'
    UNION ALL
    SELECT s.id, 'AVAILABLE'
    FROM stock s JOIN lot t ON t.id = s.lot_id
    WHERE g.short_dated > 0 AND s.warehouse_id = p_warehouse AND s.item_id = g.item_id AND s.state = 'SHORT_DATED'
      AND s.quantity > 0 AND lot_state(t.hold, t.expiration_date, i.min_shelf_life_days, p_today) = 'AVAILABLE') d
  WHERE g.warehouse_id = p_warehouse AND g.item_id BETWEEN p_from AND p_to AND g.available + g.short_dated > 0
  ORDER BY g.item_id
  LIMIT p_limit
$$;

-- Open tasks on stock that is good, but no longer for their line: the customer asks for more life than the item does.
CREATE OR REPLACE FUNCTION shelf_tasks(p_warehouse bigint, p_today date, p_from bigint, p_limit integer)
RETURNS TABLE (item_id bigint, task_id bigint, units numeric) LANGUAGE sql STABLE AS $$
  SELECT r.item_id, r.id, r.quantity
  FROM reservation r JOIN lot t ON t.id = r.lot_id JOIN item i ON i.id = r.item_id
  WHERE r.warehouse_id = p_warehouse AND r.state = 'OPEN' AND r.item_id >= p_from
    AND t.expiration_date - p_today < greatest(r.min_life_days, i.min_shelf_life_days, 0)
  ORDER BY r.item_id
  LIMIT p_limit
$$;

-- One part of closing the day of a warehouse, in a transaction of its own; may be repeated, by several nodes at once.
-- ROWS moves stock rows and takes their claims along, TASKS cuts tasks that their line may no longer pick, PROMISES cuts
-- allocations of lines with a minimum life down to what still keeps long enough, CHECKPOINTS keeps balances for those who
-- ask about the past. Answers the item to go on from, NULL when the part is done. Stock that is found without its gate is looked at again under it.
CREATE OR REPLACE FUNCTION day_close_part(p_warehouse bigint, p_part text, p_from bigint, p_limit integer, p_actor text)
RETURNS TABLE (next_item bigint, rows integer, units numeric, tasks integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_material = off SET jit = off AS $$
DECLARE
  v_today date;
  v_to bigint;
  v_items bigint[];
  e posting;
BEGIN
  SELECT business_date(time_zone) INTO STRICT v_today FROM warehouse WHERE id = p_warehouse;
  CASE p_part
    WHEN 'ROWS' THEN
      -- so many items at once that a look at all of them stays short where nothing is due
      SELECT max(g.item_id) INTO v_to FROM (SELECT x.item_id FROM stock_summary x WHERE x.warehouse_id = p_warehouse
        AND x.item_id >= p_from AND x.available + x.short_dated > 0 ORDER BY x.item_id LIMIT 5000) g;
      SELECT array_agg(DISTINCT d.item_id) INTO v_items FROM shelf_due(p_warehouse, v_today, p_from, v_to, p_limit) d;
    WHEN 'TASKS' THEN
      SELECT array_agg(DISTINCT d.item_id) INTO v_items FROM shelf_tasks(p_warehouse, v_today, p_from, p_limit) d;
    WHEN 'PROMISES' THEN
      SELECT array_agg(d.item_id) INTO v_items FROM (
        SELECT DISTINCT a.item_id FROM allocation a JOIN order_line l ON l.id = a.order_line_id
        WHERE a.warehouse_id = p_warehouse AND a.item_id >= p_from AND l.min_shelf_life_days IS NOT NULL
        ORDER BY a.item_id LIMIT p_limit) d;
    WHEN 'CHECKPOINTS' THEN
      RETURN QUERY SELECT stock_checkpoints(p_warehouse, v_today, p_from, p_limit / 10), 0, 0::numeric, 0;
      RETURN;
  END CASE;
  IF v_items IS NULL THEN
    RETURN QUERY SELECT v_to + 1, 0, 0::numeric, 0;
    RETURN;
  END IF;
  -- in all warehouses: demand that is cut here may be served from another one
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id))
  FROM warehouse w JOIN stock_summary s ON s.warehouse_id = w.id AND s.item_id = ANY (v_items);
  e.n := 1; e.warehouse_id := p_warehouse; e.id := gen_random_uuid(); e.device := 'day-close'; e.operation := 'SWEEP';
  e.actor := p_actor; e.language := 'en'; e.at := now(); e.today := v_today;
  e.payload := jsonb_build_object('part', p_part, 'businessDate', v_today)::text;
  e.payload_hash := encode(sha256(convert_to(e.payload, 'UTF8')), 'hex'); e.effect_hash := e.payload_hash;
  RETURN QUERY SELECT v_items[cardinality(v_items)] + CASE WHEN p_part = 'PROMISES' THEN 1 ELSE 0 END, s.*
    FROM shelf_sweep(e, p_part, v_items, p_from, p_limit) s;
END $$;

-- What the day changes for these items, under their gates; leaves an event only when it changed something.
CREATE OR REPLACE FUNCTION shelf_sweep(e posting, p_part text, p_items bigint[], p_from bigint, p_limit integer,
  OUT rows integer, OUT units numeric, OUT tasks integer)
LANGUAGE plpgsql AS $$
DECLARE
  v_moves move[];
  v_tasks bigint[];
  v_lines bigint[];
  v_movements bigint[];
BEGIN
  IF p_part = 'ROWS' THEN
    SELECT array_agg((d.n, e.warehouse_id, e.id, d.n, 'SWEEP', i.owner_id, s.item_id, s.lot_id, s.location_id, s.state,
      s.location_id, d.to_state, s.quantity, 0, 0, 0, NULL, NULL, NULL, e.actor, e.device, e.today, e.at)::move
      ORDER BY d.n)
    INTO v_moves
    FROM (SELECT x.*, row_number() OVER (ORDER BY x.item_id, x.stock_id)::integer AS n
      FROM shelf_due(e.warehouse_id, e.today, p_from, p_items[cardinality(p_items)], p_limit) x
      WHERE x.item_id = ANY (p_items)) d
    JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.id = d.stock_id
    JOIN item i ON i.id = s.item_id;
    SELECT array_agg(r.id) INTO v_tasks
    FROM unnest(v_moves) m JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
      AND s.lot_key = m.lot_id AND s.location_id = m.from_location AND s.state = m.from_state
    JOIN reservation r ON r.warehouse_id = s.warehouse_id AND r.stock_id = s.id AND r.state = 'OPEN';
    SELECT claims_cut_set(e.warehouse_id, array_agg(s.id), array_agg(m.quantity)) INTO v_lines
    FROM unnest(v_moves) m JOIN stock s ON s.warehouse_id = m.warehouse_id AND s.item_id = m.item_id
      AND s.lot_key = m.lot_id AND s.location_id = m.from_location AND s.state = 'AVAILABLE'
    WHERE m.from_state = 'AVAILABLE';
    IF cardinality(v_moves) > 0 THEN
      v_movements := ledger_write(v_moves);
    END IF;
  ELSIF p_part = 'TASKS' THEN
    SELECT array_agg(t.task_id), claims_unreserve_set(e.warehouse_id, array_agg(t.task_id), array_agg(t.units),
      'CUT')
    INTO v_tasks, v_lines
    FROM shelf_tasks(e.warehouse_id, e.today, p_from, p_limit) t WHERE t.item_id = ANY (p_items);
  END IF;
  PERFORM claims_confine(e.warehouse_id, p_items);
  PERFORM claims_drain(s.warehouse_id, s.item_id)
  FROM warehouse w JOIN stock_summary s ON s.warehouse_id = w.id AND s.item_id = ANY (p_items);
  PERFORM claims_take(e.warehouse_id, l.id) FROM unnest(v_lines) x (id) JOIN order_line l ON l.id = x.id
  ORDER BY l.order_id, l.line_no;
  rows := coalesce(cardinality(v_movements), 0);
  tasks := coalesce(cardinality(v_tasks), 0);
  SELECT coalesce(sum(m.quantity), 0) INTO units FROM unnest(v_moves) m;
  IF rows + tasks > 0 THEN
    PERFORM event_record_one(e, ('OK', 'SWEPT', jsonb_build_object('rows', rows, 'units', units, 'stopped',
      coalesce(v_tasks, '{}')), v_movements)::posted);
  END IF;
END $$;

-- The command that ends a day: its parts have run. Marks every date since the last close; what is in e.facts is told.
CREATE OR REPLACE FUNCTION day_close(e posting) RETURNS posted LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO day_close (warehouse_id, business_date, event_id, rows, units, tasks)
  SELECT e.warehouse_id, d::date, e.id, (e.facts ->> 'rows')::bigint, (e.facts ->> 'units')::numeric,
    (e.facts ->> 'tasksStopped')::bigint
  FROM generate_series(coalesce((SELECT max(business_date) + 1 FROM day_close
    WHERE warehouse_id = e.warehouse_id AND business_date < e.today), e.today)::timestamp, e.today::timestamp, '1 day') d
  ON CONFLICT (warehouse_id, business_date) DO NOTHING;
  RETURN ('OK', 'DAY_CLOSED', jsonb_build_object('businessDate', e.today), NULL)::posted;
END $$;
