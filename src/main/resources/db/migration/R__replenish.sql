-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Tasks whose units are no longer free where they were are taken back before new ones are made. The gate is held.
CREATE OR REPLACE FUNCTION replenish_forget(p_warehouse bigint, p_item bigint) RETURNS void LANGUAGE sql AS $$
  UPDATE replenishment r SET state = 'CANCELLED'
  WHERE r.warehouse_id = p_warehouse AND r.item_id = p_item AND r.state = 'OPEN'
    AND NOT EXISTS (SELECT FROM stock s WHERE s.warehouse_id = r.warehouse_id AND s.item_id = r.item_id
      AND s.lot_key = coalesce(r.lot_id, 0) AND s.location_id = r.from_location AND s.state = 'AVAILABLE'
      AND s.quantity > s.reserved)
$$;

-- Units that open tasks will still bring to a place (p_to), or take from a row of it (p_from and its lot).
CREATE OR REPLACE FUNCTION replenish_coming(p_warehouse bigint, p_item bigint, p_to bigint) RETURNS numeric
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(quantity - done), 0) FROM replenishment
  WHERE warehouse_id = p_warehouse AND item_id = p_item AND to_location = p_to AND state = 'OPEN'
$$;
CREATE OR REPLACE FUNCTION replenish_promised(p_warehouse bigint, p_item bigint, p_lot bigint, p_from bigint)
RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(quantity - done), 0) FROM replenishment
  WHERE warehouse_id = p_warehouse AND item_id = p_item AND lot_id IS NOT DISTINCT FROM p_lot
    AND from_location = p_from AND state = 'OPEN'
$$;

-- The lot that a place for one lot is bound to: what stands there, or is on its way. 0 = units without lot, NULL = free.
CREATE OR REPLACE FUNCTION replenish_bound(p_warehouse bigint, p_item bigint, p_place bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT lot_key FROM (
    SELECT s.lot_key FROM stock s WHERE s.warehouse_id = p_warehouse AND s.item_id = p_item AND s.location_id = p_place
      AND s.quantity > 0 AND s.exclusive
    UNION ALL
    SELECT coalesce(r.lot_id, 0) FROM replenishment r JOIN item i ON i.id = r.item_id
    WHERE r.warehouse_id = p_warehouse AND r.item_id = p_item AND r.to_location = p_place AND r.state = 'OPEN'
      AND i.lot_tracked AND NOT i.allow_mixing_locations) x LIMIT 1
$$;

-- Makes the tasks that fill a pick face up, if fewer units than its least are there or on their way: usable units of
-- places that are no pick face of the item, nearest expiry first, one lot only where the face takes one. The gate is held.
CREATE OR REPLACE FUNCTION replenish_face(p_warehouse bigint, p_location bigint, p_item bigint, p_today date)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  f pick_face;
  v_there numeric;
  v_need numeric;
  v_bound bigint;
  v_alone boolean;
  v_made integer;
BEGIN
  SELECT * INTO f FROM pick_face
  WHERE warehouse_id = p_warehouse AND location_id = p_location AND item_id = p_item;
  SELECT coalesce(sum(quantity), 0) INTO v_there FROM stock WHERE warehouse_id = p_warehouse AND item_id = p_item
    AND location_id = p_location AND state = 'AVAILABLE';
  IF f.item_id IS NULL OR v_there >= f.least THEN
    RETURN 0;
  END IF;
  PERFORM replenish_forget(p_warehouse, p_item);
  v_there := v_there + replenish_coming(p_warehouse, p_item, p_location);
  IF v_there >= f.least THEN
    RETURN 0;
  END IF;
  v_need := f.most - v_there;
  v_bound := replenish_bound(p_warehouse, p_item, p_location);
  SELECT lot_tracked AND NOT allow_mixing_locations INTO STRICT v_alone FROM item WHERE id = p_item;
  WITH source AS (
    SELECT s.lot_id, s.location_id, s.lot_key,
      s.quantity - s.reserved - replenish_promised(s.warehouse_id, s.item_id, s.lot_id, s.location_id) AS free,
      row_number() OVER (ORDER BY CASE WHEN i.burn_order = 'FEFO' THEN t.expiration_date END NULLS LAST,
        t.origination_date NULLS LAST, t.expiration_date NULLS LAST, t.id NULLS LAST, l.pickable, l.pick_sequence,
        l.code) AS place
    FROM stock s JOIN item i ON i.id = s.item_id LEFT JOIN lot t ON t.id = s.lot_id
    JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id AND l.type = 'STORAGE' AND NOT l.locked
    WHERE s.warehouse_id = p_warehouse AND s.item_id = p_item AND s.state = 'AVAILABLE' AND s.quantity > s.reserved
      AND s.location_id <> p_location AND lot_refusal(t.hold, t.expiration_date, i.min_shelf_life_days, p_today) IS NULL
      AND NOT EXISTS (SELECT FROM pick_face x WHERE x.warehouse_id = s.warehouse_id AND x.location_id = s.location_id
        AND x.item_id = s.item_id)
  ), usable AS (
    SELECT *, coalesce(sum(free) OVER (ORDER BY place) - free, 0) AS before FROM source
    WHERE free > 0 AND (NOT v_alone OR lot_key = coalesce(v_bound, (SELECT lot_key FROM source WHERE free > 0
      ORDER BY place LIMIT 1)))
  ), room AS (
    SELECT p.code, coalesce((p.facts ->> 'available')::numeric, 0) AS available
    FROM ledger_place(p_warehouse, p_item, (SELECT lot_key FROM usable LIMIT 1), p_location, v_need) p
  )
  INSERT INTO replenishment (warehouse_id, item_id, lot_id, from_location, to_location, quantity, reason)
  SELECT p_warehouse, p_item, u.lot_id, u.location_id, p_location,
    least(u.free, n.need - u.before), 'BELOW_MINIMUM'
  FROM usable u, (SELECT CASE WHEN code IS NULL THEN v_need WHEN code = 'CAPACITY_EXCEEDED' THEN available ELSE 0 END
    AS need FROM room) n
  WHERE u.before < n.need ORDER BY u.place;
  GET DIAGNOSTICS v_made = ROW_COUNT;
  RETURN v_made;
END $$;

-- What was picked may have left pick faces with too little.
CREATE OR REPLACE FUNCTION replenish_follow(p_moves move[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  -- a house without pick faces has nothing to fill
  IF NOT EXISTS (SELECT FROM pick_face) THEN
    RETURN;
  END IF;
  FOR c IN
    SELECT DISTINCT f.warehouse_id, f.location_id, f.item_id, m.today FROM unnest(p_moves) m
    JOIN pick_face f ON f.warehouse_id = m.warehouse_id AND f.location_id = m.from_location AND f.item_id = m.item_id
    ORDER BY 1, 2, 3
  LOOP
    PERFORM replenish_face(c.warehouse_id, c.location_id, c.item_id, c.today);
  END LOOP;
END $$;

-- All pick faces of a warehouse that have too little.
CREATE OR REPLACE FUNCTION replenish_plan(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_items bigint[] := ARRAY(SELECT DISTINCT item_id FROM pick_face WHERE warehouse_id = e.warehouse_id);
  v_made integer;
BEGIN
  PERFORM ledger_gate(array_fill(e.warehouse_id, ARRAY[cardinality(v_items)]), v_items);
  SELECT coalesce(sum(replenish_face(f.warehouse_id, f.location_id, f.item_id, e.today)), 0) INTO v_made
  FROM (SELECT * FROM pick_face WHERE warehouse_id = e.warehouse_id AND item_id = ANY (v_items)
    ORDER BY item_id, location_id) f;
  RETURN ('OK', 'REPLENISHMENT_PLANNED', jsonb_build_object('tasks', v_made), NULL)::posted;
END $$;
