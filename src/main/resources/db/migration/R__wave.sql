-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Plans a cart run: which orders, in which position, in which tote. Arguments in e.facts: orders (ids, else the most
-- urgent that are due), owners (codes, NULL = all), cutOff, maxOrders, totes (location ids), holder. One at a time per
-- warehouse, so that no order gets onto two carts.
CREATE OR REPLACE FUNCTION wave_plan(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_named bigint[] := CASE WHEN e.facts ? 'orders'
    THEN ARRAY(SELECT x::bigint FROM jsonb_array_elements_text(e.facts -> 'orders') WITH ORDINALITY x (x, n) ORDER BY n) END;
  v_owners text[] := CASE WHEN e.facts ? 'owners' THEN ARRAY(SELECT jsonb_array_elements_text(e.facts -> 'owners')) END;
  v_totes bigint[] := CASE WHEN e.facts ? 'totes'
    THEN ARRAY(SELECT x::bigint FROM jsonb_array_elements_text(e.facts -> 'totes') WITH ORDINALITY x (x, n) ORDER BY n) END;
  v_chosen bigint[];
  v_wave bigint;
  v_tote text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('pick-wave:' || e.warehouse_id, 0));
  v_tote := wave_tote_in_use(e.warehouse_id, v_totes);
  IF v_tote IS NOT NULL THEN
    RETURN ('REFUSED', 'TOTE_IN_USE', jsonb_build_object('tote', v_tote), NULL)::posted;
  END IF;
  v_chosen := ARRAY(
    SELECT o.id FROM customer_order o JOIN owner w ON w.id = o.owner_id
    WHERE o.id IN (
        SELECT l.order_id FROM allocation a JOIN order_line l ON l.id = a.order_line_id
        WHERE a.warehouse_id = e.warehouse_id
        UNION ALL
        SELECT r.order_id FROM reservation r WHERE r.warehouse_id = e.warehouse_id AND r.state = 'OPEN')
      AND (v_named IS NULL OR o.id = ANY (v_named)) AND (v_owners IS NULL OR w.code = ANY (v_owners))
      AND o.cancelled_at IS NULL AND o.shipped_at IS NULL
      AND (NOT e.facts ? 'cutOff' OR o.ship_by <= (e.facts ->> 'cutOff')::date)
      AND NOT wave_has(e.warehouse_id, o.id)
    ORDER BY array_position(v_named, o.id), o.priority DESC, o.ship_by NULLS LAST, o.id
    LIMIT least((e.facts ->> 'maxOrders')::integer, cardinality(v_totes)));
  IF cardinality(v_chosen) = 0 THEN
    RETURN ('REFUSED', 'NOTHING_TO_RELEASE', '{}'::jsonb, NULL)::posted;
  END IF;
  INSERT INTO pick_wave (warehouse_id, holder, priority, ship_by)
  SELECT e.warehouse_id, e.facts ->> 'holder', max(o.priority), min(o.ship_by) FROM customer_order o
  WHERE o.id = ANY (v_chosen)
  RETURNING id INTO v_wave;
  INSERT INTO wave_order (wave_id, order_id, position, tote_id)
  SELECT v_wave, c.id, c.n, v_totes[c.n] FROM unnest(v_chosen) WITH ORDINALITY c (id, n);
  RETURN ('OK', 'WAVE_PLANNED', jsonb_build_object('wave', v_wave, 'orders', NULL, 'owners', NULL, 'totes', NULL,
    'planned', cardinality(v_chosen),
    'skipped', (SELECT jsonb_agg(jsonb_build_object('owner', w.code, 'reference', o.reference, 'reason', CASE
        WHEN o.cancelled_at IS NOT NULL OR o.shipped_at IS NOT NULL THEN 'ORDER_CLOSED'
        WHEN wave_has(e.warehouse_id, o.id) THEN 'ON_ANOTHER_WAVE' ELSE 'NOTHING_TO_PICK' END))
      FROM customer_order o JOIN owner w ON w.id = o.owner_id WHERE o.id = ANY (v_named) AND o.id <> ALL (v_chosen))), NULL)::posted;
END $$;

-- Is this order on a cart here: on a run that is being released, or that still has tasks of it?
CREATE OR REPLACE FUNCTION wave_has(p_warehouse bigint, p_order bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM wave_order n JOIN pick_wave v ON v.id = n.wave_id
    WHERE n.order_id = p_order AND v.warehouse_id = p_warehouse AND (v.released_at IS NULL OR EXISTS (SELECT
      FROM reservation r WHERE r.order_id = p_order AND r.warehouse_id = p_warehouse AND r.state = 'OPEN')));
END $$;

-- The first of these totes that holds something or stands on a cart with work left; NULL = all are free.
CREATE OR REPLACE FUNCTION wave_tote_in_use(p_warehouse bigint, p_totes bigint[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT p.code FROM unnest(p_totes) WITH ORDINALITY t (id, n)
    JOIN location p ON p.warehouse_id = p_warehouse AND p.id = t.id
    WHERE EXISTS (SELECT FROM stock s WHERE s.warehouse_id = p_warehouse AND s.location_id = t.id AND s.quantity > 0)
      OR EXISTS (SELECT FROM wave_order n WHERE n.tote_id = t.id AND wave_has(p_warehouse, n.order_id))
    ORDER BY t.n LIMIT 1);
END $$;

-- Releases a run, as if its orders were released one after the other; an item's lines all at once, at most 500 items in
-- one transaction. Arguments in e.facts: wave, after (the last item of the part before). Safe to call again.
CREATE OR REPLACE FUNCTION wave_release(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_wave bigint := (e.facts ->> 'wave')::bigint;
  v_items bigint[];
  v_reserved numeric;
BEGIN
  v_items := ARRAY(
    SELECT DISTINCT a.item_id FROM wave_order n JOIN order_line l ON l.order_id = n.order_id
    JOIN allocation a ON a.warehouse_id = e.warehouse_id AND a.order_line_id = l.id
    WHERE n.wave_id = v_wave AND a.item_id > (e.facts ->> 'after')::bigint ORDER BY a.item_id LIMIT 500);
  PERFORM ledger_gate(array_agg(e.warehouse_id), array_agg(i)) FROM unnest(v_items) i;
  v_reserved := claims_take_all(ARRAY(
    SELECT (row_number() OVER (ORDER BY n.position, l.line_no), e.warehouse_id, l.id, NULL)::claim_want
    FROM wave_order n JOIN order_line l ON l.order_id = n.order_id
    JOIN allocation a ON a.warehouse_id = e.warehouse_id AND a.order_line_id = l.id
    WHERE n.wave_id = v_wave AND a.item_id = ANY (v_items)));
  -- what could not be reserved stands where nobody picks
  PERFORM replenish_line(a.warehouse_id, a.order_line_id)
  FROM wave_order n JOIN order_line l ON l.order_id = n.order_id
  JOIN allocation a ON a.warehouse_id = e.warehouse_id AND a.order_line_id = l.id
  WHERE n.wave_id = v_wave AND a.item_id = ANY (v_items);
  IF cardinality(v_items) < 500 THEN
    UPDATE customer_order o SET released_at = now() FROM wave_order n
    WHERE n.wave_id = v_wave AND o.id = n.order_id AND o.released_at IS NULL;
    UPDATE pick_wave SET released_at = now() WHERE id = v_wave AND released_at IS NULL;
  END IF;
  RETURN ('OK', 'WAVE_RELEASED', jsonb_build_object('reserved', v_reserved, 'last',
    CASE WHEN cardinality(v_items) = 500 THEN v_items[500] END), NULL)::posted;
END $$;

-- Gives a run or single tasks to somebody, or back to nobody. Arguments in e.facts: wave or tasks (ids), to, owners.
CREATE OR REPLACE FUNCTION wave_assign(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  IF e.facts ? 'wave' THEN
    UPDATE pick_wave SET holder = e.facts ->> 'to' WHERE id = (e.facts ->> 'wave')::bigint AND warehouse_id = e.warehouse_id;
    IF NOT FOUND THEN
      RETURN ('REFUSED', 'UNKNOWN_DOCUMENT', jsonb_build_object('reference', e.facts ->> 'wave'), NULL)::posted;
    END IF;
  ELSE
    FOR c IN
      SELECT t.id::bigint AS id, r.state FROM jsonb_array_elements_text(e.facts -> 'tasks') t (id)
      LEFT JOIN (reservation r JOIN item i ON i.id = r.item_id JOIN owner o ON o.id = i.owner_id)
        ON r.warehouse_id = e.warehouse_id AND r.id = t.id::bigint
        AND (NOT e.facts ? 'owners' OR e.facts -> 'owners' ? o.code)
      WHERE r.state IS DISTINCT FROM 'OPEN' LIMIT 1
    LOOP
      RETURN ('REFUSED', CASE WHEN c.state IS NULL THEN 'UNKNOWN_TASK'
        WHEN c.state IN ('PICKED', 'SWAPPED') THEN 'TASK_ALREADY_PICKED' ELSE 'TASK_STOPPED' END,
        jsonb_build_object('task', c.id), NULL)::posted;
    END LOOP;
    DELETE FROM task_holder WHERE warehouse_id = e.warehouse_id
      AND reservation_id IN (SELECT t::bigint FROM jsonb_array_elements_text(e.facts -> 'tasks') t);
    INSERT INTO task_holder (warehouse_id, reservation_id, holder)
    SELECT DISTINCT e.warehouse_id, t::bigint, e.facts ->> 'to' FROM jsonb_array_elements_text(e.facts -> 'tasks') t
    WHERE e.facts ? 'to';
  END IF;
  RETURN ('OK', 'ASSIGNED', '{}'::jsonb, NULL)::posted;
END $$;
