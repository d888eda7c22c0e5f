-- Plays operations of the model test in the database, through the doors that the application uses, and tells the figures
-- after each. In the names of the house: W0, I0, L0 (group_value of a lot), O0, D0.

-- Builds a house; answers the ids of its parts.
CREATE OR REPLACE FUNCTION pg_temp.build(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_owner bigint;
BEGIN
  PERFORM set_config('lotline.model_days', '0', true);
  INSERT INTO owner (code, name, kind) VALUES (p ->> 'name', 'Model', 'CUSTOMER') RETURNING id INTO v_owner;
  INSERT INTO warehouse (code, name, time_zone, priority)
  SELECT p ->> 'name' || '-W' || n - 1, 'Model', 'UTC', w::integer
  FROM jsonb_array_elements_text(p -> 'priorities') WITH ORDINALITY w (w, n) ORDER BY n;
  INSERT INTO location (warehouse_id, code, type, pickable, locked, pick_sequence)
  SELECT w.id, l ->> 'code', l ->> 'type', (l ->> 'pickable')::boolean, (l ->> 'locked')::boolean, n
  FROM warehouse w, jsonb_array_elements(p -> 'places') WITH ORDINALITY l (l, n)
  WHERE w.code IN (p ->> 'name' || '-W0', p ->> 'name' || '-W1');
  INSERT INTO item (owner_id, sku, name, tracking, lot_tracked, burn_order, allow_mixing_locations, min_shelf_life_days)
  SELECT v_owner, 'I' || n - 1, 'Model', true, jsonb_array_length(i -> 'lots') > 0,
    CASE WHEN (i ->> 'fifo')::boolean THEN 'FIFO' ELSE 'FEFO' END, (i ->> 'mixing')::boolean,
    (i ->> 'minLife')::integer
  FROM jsonb_array_elements(p -> 'items') WITH ORDINALITY i (i, n) ORDER BY n;
  INSERT INTO lot (item_id, lot_number, expiration_date, origination_date, group_value)
  SELECT item.id, t ->> 'number', business_date('UTC') + (t ->> 'expires')::integer,
    business_date('UTC') + (t ->> 'made')::integer, 'L' || m - 1
  FROM jsonb_array_elements(p -> 'items') WITH ORDINALITY i (i, n)
  JOIN item ON item.owner_id = v_owner AND item.sku = 'I' || n - 1,
    jsonb_array_elements(i -> 'lots') WITH ORDINALITY t (t, m) ORDER BY n, m;
  RETURN jsonb_build_object('owner', v_owner, 'device', p ->> 'name',
    'warehouses', (SELECT jsonb_agg(id ORDER BY code) FROM warehouse WHERE code LIKE p ->> 'name' || '-W_'),
    'places', (SELECT jsonb_object_agg(right(w.code, 2) || l.code, l.id)
      FROM warehouse w JOIN location l ON l.warehouse_id = w.id WHERE w.code LIKE p ->> 'name' || '-W_'),
    'items', (SELECT jsonb_agg(id ORDER BY sku) FROM item WHERE owner_id = v_owner),
    'lots', (SELECT coalesce(jsonb_object_agg(i.sku || t.group_value, t.id), '{}') FROM item i JOIN lot t
      ON t.item_id = i.id WHERE i.owner_id = v_owner));
END $$;

CREATE OR REPLACE FUNCTION pg_temp.announce(h jsonb, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_order bigint;
BEGIN
  INSERT INTO receiving_order (owner_id, reference, kind, warehouse_id, auto_commit, auto_close, body_hash)
  VALUES ((h ->> 'owner')::bigint, p ->> 'reference', 'WRO', (h -> 'warehouses' ->> (p ->> 'warehouse')::integer)::bigint,
    (p ->> 'autoCommit')::boolean, (p ->> 'autoClose')::boolean, '') RETURNING id INTO v_order;
  INSERT INTO receiving_line (receiving_order_id, line_no, item_id, quantity)
  SELECT v_order, n, (h -> 'items' ->> (r ->> 'item')::integer)::bigint, (r ->> 'units')::numeric
  FROM jsonb_array_elements(p -> 'rows') WITH ORDINALITY r (r, n);
  INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
  SELECT v_order, l.id, l.item_id, (h -> 'lots' ->> (r ->> 'lot'))::bigint, l.quantity
  FROM jsonb_array_elements(p -> 'rows') WITH ORDINALITY r (r, n)
  JOIN receiving_line l ON l.receiving_order_id = v_order AND l.line_no = n ORDER BY n;
  PERFORM receiving_announce(v_order);
END $$;

CREATE OR REPLACE FUNCTION pg_temp.sell(h jsonb, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_order bigint;
BEGIN
  INSERT INTO customer_order (owner_id, reference, warehouse_id, body_hash)
  VALUES ((h ->> 'owner')::bigint, p ->> 'reference', (h -> 'warehouses' ->> (p ->> 'warehouse')::integer)::bigint, '')
  RETURNING id INTO v_order;
  INSERT INTO order_line (order_id, line_no, item_id, quantity, backordered, lot_number, single_lot, min_shelf_life_days)
  SELECT v_order, n, (h -> 'items' ->> (r ->> 'item')::integer)::bigint, (r ->> 'units')::numeric,
    (r ->> 'units')::numeric, nullif(r ->> 'lotNumber', ''), (r ->> 'singleLot')::boolean,
    nullif((r ->> 'minLife')::integer, 0)
  FROM jsonb_array_elements(p -> 'lines') WITH ORDINALITY r (r, n) ORDER BY n;
  PERFORM claims_allocate(v_order);
END $$;

-- The clock goes on by a day; then every warehouse closes its day, part by part.
CREATE OR REPLACE FUNCTION pg_temp.next_day(h jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_warehouse bigint;
  v_part text;
  v_from bigint;
BEGIN
  PERFORM set_config('lotline.model_days', (current_setting('lotline.model_days')::integer + 1)::text, true);
  FOR v_warehouse IN SELECT jsonb_array_elements_text(h -> 'warehouses')::bigint LOOP
    FOREACH v_part IN ARRAY ARRAY['ROWS', 'TASKS', 'PROMISES'] LOOP
      v_from := 0;
      WHILE v_from IS NOT NULL LOOP
        SELECT next_item INTO v_from FROM day_close_part(v_warehouse, v_part, v_from, 500, 'model');
      END LOOP;
    END LOOP;
  END LOOP;
END $$;

-- What a scan or command names by its number, as the ids that the posting carries.
CREATE OR REPLACE FUNCTION pg_temp.posting(h jsonb, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v jsonb;
BEGIN
  v := jsonb_build_object('id', gen_random_uuid(), 'device', h -> 'device', 'payload', '{}', 'actor', 'model',
    'language', 'en', 'at', now(), 'owner_id', h -> 'owner', 'operation', p -> 'operation', 'quantity', p -> 'units',
    'warehouse_id', h -> 'warehouses' -> coalesce((p ->> 'warehouse')::integer, 0), 'n', 0,
    'item_id', h -> 'items' -> (p ->> 'item')::integer, 'lot_id', h -> 'lots' -> (p ->> 'lot'),
    'from_location', h -> 'places' -> ('W' || (p ->> 'warehouse') || (p ->> 'from')),
    'to_location', h -> 'places' -> ('W' || (p ->> 'warehouse') || (p ->> 'to')), 'exception', p -> 'state',
    'facts', jsonb_build_object('complete', p -> 'complete'));
  v := v || jsonb_build_object('payload_hash', md5(v ->> 'id'), 'effect_hash', md5(v ->> 'id'));
  IF p ? 'document' THEN
    v := v || jsonb_build_object('receiving_order_id', (SELECT id FROM receiving_order
      WHERE owner_id = (h ->> 'owner')::bigint AND reference = p ->> 'document'));
    v := v || jsonb_build_object('receiving_lot_id', (SELECT id FROM receiving_lot
      WHERE receiving_order_id = (v ->> 'receiving_order_id')::bigint ORDER BY id OFFSET (p ->> 'row')::integer LIMIT 1));
  ELSIF p ? 'order' THEN
    v := v || jsonb_build_object('order_id', (SELECT id FROM customer_order
      WHERE owner_id = (h ->> 'owner')::bigint AND reference = p ->> 'order'));
  ELSIF p ? 'task' THEN
    v := v || jsonb_build_object('reservation_id', (SELECT r.id FROM customer_order o JOIN order_line l ON l.order_id = o.id
      JOIN reservation r ON r.order_id = o.id AND r.order_line_id = l.id
      WHERE o.owner_id = (h ->> 'owner')::bigint AND o.reference = p ->> 'ofOrder' AND l.line_no = (p ->> 'ofLine')::integer
        AND r.warehouse_id = (v ->> 'warehouse_id')::bigint ORDER BY r.id OFFSET (p ->> 'task')::integer LIMIT 1));
  ELSIF p ->> 'operation' = 'HOLD' THEN
    v := v || jsonb_build_object('facts', jsonb_build_object('scope', 'LOT', 'reason', 'MANUAL', 'ownerId', h -> 'owner',
      'itemId', v -> 'item_id', 'lots', jsonb_build_array(v -> 'lot_id'))) - 'item_id' - 'lot_id';
  ELSIF p ->> 'operation' = 'ADJUST' THEN
    v := v || jsonb_build_object('facts', jsonb_build_object('state', 'AVAILABLE', 'reason', 'model',
      'delta', -(p ->> 'units')::numeric));
  ELSIF p ? 'hold' THEN
    v := v || jsonb_build_object('facts', jsonb_build_object('holds', (SELECT jsonb_build_array(id) FROM hold
      WHERE owner_id = (h ->> 'owner')::bigint ORDER BY id OFFSET (p ->> 'hold')::integer LIMIT 1)));
  END IF;
  RETURN v;
END $$;

CREATE OR REPLACE FUNCTION pg_temp.step(h jsonb, p jsonb, OUT said text) LANGUAGE plpgsql AS $$
BEGIN
  CASE p ->> 'operation'
    WHEN 'ANNOUNCE' THEN PERFORM pg_temp.announce(h, p); said := 'OK ANNOUNCED';
    WHEN 'ORDER' THEN PERFORM pg_temp.sell(h, p); said := 'OK ACCEPTED';
    WHEN 'NEXT_DAY' THEN PERFORM pg_temp.next_day(h); said := 'OK DAY_CLOSED';
    WHEN 'RECEIVE', 'STOW', 'MOVE', 'PICK', 'SHORT', 'UNPICK' THEN
      SELECT verdict || ' ' || code INTO said FROM ledger_post(jsonb_build_array(pg_temp.posting(h, p)));
    ELSE SELECT verdict || ' ' || code INTO said FROM ledger_command(pg_temp.posting(h, p));
  END CASE;
END $$;

-- Plays all steps in one call; ends early at a fault. The figures are those of Figures.java.
CREATE OR REPLACE FUNCTION pg_temp.play(h jsonb, p_steps jsonb) RETURNS TABLE (said text, figures text)
LANGUAGE plpgsql AS $$
DECLARE
  p jsonb;
BEGIN
  FOR p IN SELECT jsonb_array_elements(p_steps) LOOP
    BEGIN
      said := pg_temp.step(h, p);
      figures := pg_temp.figures((h ->> 'owner')::bigint);
    EXCEPTION WHEN OTHERS THEN
      said := 'FAULT ' || sqlerrm; figures := '';
    END;
    RETURN NEXT;
    EXIT WHEN said LIKE 'FAULT%';
  END LOOP;
END $$;

-- Two thousand sequences of 50 steps ask this a hundred thousand times: one plan for all of them, by index, whatever the
-- planner believes about tables that were filled a moment ago and will be empty again.
CREATE OR REPLACE FUNCTION pg_temp.figures(p_owner bigint) RETURNS text LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  RETURN (
  WITH house AS MATERIALIZED (
    SELECT w.id, right(w.code, 2) AS name FROM owner o JOIN warehouse w ON w.code IN (o.code || '-W0', o.code || '-W1')
    WHERE o.id = p_owner
  ), goods AS MATERIALIZED (
    SELECT id, sku FROM item WHERE owner_id = p_owner
  ), sold AS MATERIALIZED (
    SELECT id, reference, cancelled_at, shipped_at FROM customer_order WHERE owner_id = p_owner
  ), line AS MATERIALIZED (
    SELECT l.*, o.reference || '.' || l.line_no AS name, g.sku FROM sold o JOIN order_line l ON l.order_id = o.id
    JOIN goods g ON g.id = l.item_id
  ), stood AS MATERIALIZED (
    SELECT s.id, h.name || '.' || g.sku || coalesce('.' || t.group_value, '') || ' ' || l.code AS place, s.state,
      s.quantity, s.reserved, s.warehouse_id
    FROM house h CROSS JOIN goods g JOIN stock s ON s.warehouse_id = h.id AND s.item_id = g.id
    JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id LEFT JOIN lot t ON t.id = s.lot_id
  ), promised AS MATERIALIZED (
    SELECT a.order_line_id, sum(a.quantity) AS units FROM house h CROSS JOIN goods g
    JOIN allocation a ON a.warehouse_id = h.id AND a.item_id = g.id GROUP BY 1
  ), said (line) AS (
    SELECT concat(h.name, '.', g.sku, ' received=', trim_scale(s.received), ' stowed=', trim_scale(s.stowed), ' available=',
      trim_scale(s.available), ' picked=', trim_scale(s.picked), ' quarantined=', trim_scale(s.quarantined), ' short=',
      trim_scale(s.short_dated), ' damaged=', trim_scale(s.damaged), ' allocated=', trim_scale(s.allocated),
      ' reserved=', trim_scale(s.reserved), ' expected=', trim_scale(s.expected))
    FROM house h CROSS JOIN goods g JOIN stock_summary s ON s.warehouse_id = h.id AND s.item_id = g.id
    WHERE greatest(s.received, s.stowed, s.available, s.picked, s.quarantined, s.short_dated, s.damaged, s.allocated,
      s.reserved, s.expected) > 0
    UNION ALL
    SELECT concat(g.sku, ' backordered=', trim_scale(coalesce(sum(l.backordered), 0)), ' toExceptions=',
      trim_scale(coalesce(sum(l.allocated) FILTER (WHERE x.order_id IS NOT NULL), 0)))
    FROM goods g LEFT JOIN line l ON l.item_id = g.id
    LEFT JOIN (SELECT DISTINCT order_id FROM line WHERE backordered > 0) x ON x.order_id = l.order_id GROUP BY g.sku
    UNION ALL
    SELECT concat(place, ' ', state, ' ', trim_scale(quantity), '/', trim_scale(reserved)) FROM stood WHERE quantity > 0
    UNION ALL
    SELECT concat(s.place, ' held by H', (SELECT count(*) FROM hold x WHERE x.owner_id = p_owner
      AND x.id < k.hold_id), ' ', trim_scale(k.quantity))
    FROM stood s JOIN hold_stock k ON k.warehouse_id = s.warehouse_id AND k.stock_id = s.id
    UNION ALL
    SELECT reference || CASE WHEN cancelled_at IS NOT NULL THEN ' CANCELLED' WHEN shipped_at IS NOT NULL THEN ' SHIPPED'
      ELSE ' OPEN' END FROM sold
    UNION ALL
    SELECT concat(l.name, ' allocated=', trim_scale(coalesce(a.units, 0)), ' reserved=', trim_scale(l.reserved), ' picked=',
      trim_scale(l.picked), ' shipped=', trim_scale(l.shipped), ' backordered=', trim_scale(l.backordered), ' cancelled=',
      trim_scale(l.cancelled)) FROM line l LEFT JOIN promised a ON a.order_line_id = l.id
    UNION ALL
    SELECT concat('T', row_number() OVER (PARTITION BY l.id, r.warehouse_id ORDER BY r.id) - 1, ' ', l.name, ' ', s.place, ' ', r.state, ' ',
      trim_scale(r.quantity), ' ', (SELECT trim_scale(coalesce(sum(k.quantity), 0)) FROM picked k
        WHERE k.warehouse_id = r.warehouse_id AND k.reservation_id = r.id))
    FROM line l JOIN reservation r ON r.order_id = l.order_id AND r.order_line_id = l.id
    JOIN stood s ON s.id = r.stock_id
    UNION ALL
    SELECT reference || CASE WHEN cancelled_at IS NOT NULL THEN ' CANCELLED' WHEN closed_at IS NOT NULL THEN ' CLOSED'
      ELSE ' OPEN' END FROM receiving_order WHERE owner_id = p_owner
    UNION ALL
    SELECT concat(o.reference, '.', row_number() OVER (PARTITION BY o.id ORDER BY r.id) - 1, ' received=',
      trim_scale(r.received), ' stowed=', trim_scale(r.stowed), ' committed=', trim_scale(r.committed))
    FROM receiving_order o JOIN receiving_lot r ON r.receiving_order_id = o.id WHERE o.owner_id = p_owner)
  SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM said);
END $$;
