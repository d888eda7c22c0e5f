-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Checkpoints of items that passed their gate a thousand times since the last one. Under the gate every movement of the
-- item that exists has an id up to the sequence's last value, and every later one has a greater id. Answers the item to
-- go on from, NULL when there is none left.
CREATE OR REPLACE FUNCTION stock_checkpoints(p_warehouse bigint, p_today date, p_from bigint, p_limit integer)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_items bigint[];
BEGIN
  SELECT array_agg(x.item_id ORDER BY x.item_id) INTO v_items FROM (
    SELECT g.item_id FROM stock_summary g
    WHERE g.warehouse_id = p_warehouse AND g.item_id >= p_from AND g.gate_seq - coalesce((
      SELECT c.gate_seq FROM stock_checkpoint c WHERE c.warehouse_id = p_warehouse AND c.item_id = g.item_id
      ORDER BY c.movement_id DESC LIMIT 1), 0) >= 1000
    ORDER BY g.item_id LIMIT p_limit) x;
  IF v_items IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM ledger_gate(array_fill(p_warehouse, ARRAY[cardinality(v_items)]), v_items);
  INSERT INTO stock_checkpoint (warehouse_id, item_id, movement_id, gate_seq, business_date, taken_at, balances)
  SELECT p_warehouse, g.item_id, pg_sequence_last_value('movement_id'), g.gate_seq, p_today, clock_timestamp(),
    coalesce((SELECT jsonb_agg(jsonb_build_object('lot', s.lot_id, 'location', s.location_id, 'state', s.state, 'units',
        s.quantity))
      FROM stock s WHERE s.warehouse_id = p_warehouse AND s.item_id = g.item_id AND s.quantity > 0), '[]')
  FROM unnest(v_items) x (id) JOIN stock_summary g ON g.warehouse_id = p_warehouse AND g.item_id = x.id
  ON CONFLICT DO NOTHING;
  RETURN v_items[cardinality(v_items)] + 1;
END $$;

-- Balances of an item in a warehouse as they stood at an instant, or at the end of a business date (the other is NULL):
-- the checkpoint before, and the movements after it up to the first that is later, in the order of the gate, so that no
-- balance was ever below 0. Movements are read between two checkpoints only, lot by lot, as their index has them.
CREATE OR REPLACE FUNCTION stock_as_of(p_warehouse bigint, p_item bigint, p_instant timestamptz, p_date date)
RETURNS TABLE (lot_id bigint, location_id bigint, state text, units numeric) LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
  c stock_checkpoint;
  n stock_checkpoint;
  v_lots bigint[];
  v_since timestamptz;
BEGIN
  SELECT * INTO c FROM stock_checkpoint x
  WHERE x.warehouse_id = p_warehouse AND x.item_id = p_item AND coalesce(x.taken_at <= p_instant, x.business_date <= p_date)
  ORDER BY x.movement_id DESC LIMIT 1;
  SELECT x.movement_id, x.taken_at INTO n.movement_id, n.taken_at FROM stock_checkpoint x
  WHERE x.warehouse_id = p_warehouse AND x.item_id = p_item AND x.movement_id > coalesce(c.movement_id, 0)
  ORDER BY x.movement_id LIMIT 1;
  -- a movement is stamped when its transaction begins, which may be a little before the checkpoint it waited for
  v_since := coalesce(c.taken_at - interval '1 hour', '-infinity');
  IF c.movement_id IS NOT NULL THEN
    v_lots := ARRAY(SELECT t.id FROM lot t WHERE t.item_id = p_item);
  END IF;
  RETURN QUERY
  WITH m AS MATERIALIZED (
    SELECT x.id, x.lot_id, x.from_location, x.from_state, x.to_location, x.to_state, x.quantity, x.recorded_at,
      x.business_date
    FROM movement x
    WHERE c.movement_id IS NULL AND x.warehouse_id = p_warehouse AND x.item_id = p_item
      AND x.id <= coalesce(n.movement_id, 9223372036854775807) AND x.recorded_at <= coalesce(n.taken_at, 'infinity')
    UNION ALL
    SELECT x.id, x.lot_id, x.from_location, x.from_state, x.to_location, x.to_state, x.quantity, x.recorded_at,
      x.business_date
    FROM movement x
    WHERE c.movement_id IS NOT NULL AND x.warehouse_id = p_warehouse AND x.item_id = p_item AND x.lot_id = ANY (v_lots)
      AND x.id > c.movement_id AND x.id <= coalesce(n.movement_id, 9223372036854775807)
      AND x.recorded_at >= v_since AND x.recorded_at <= coalesce(n.taken_at, 'infinity')
    UNION ALL
    SELECT x.id, x.lot_id, x.from_location, x.from_state, x.to_location, x.to_state, x.quantity, x.recorded_at,
      x.business_date
    FROM movement x
    WHERE c.movement_id IS NOT NULL AND x.warehouse_id = p_warehouse AND x.item_id = p_item AND x.lot_id IS NULL
      AND x.id > c.movement_id AND x.id <= coalesce(n.movement_id, 9223372036854775807)
      AND x.recorded_at >= v_since AND x.recorded_at <= coalesce(n.taken_at, 'infinity')
  ), before AS MATERIALIZED (
    SELECT * FROM m WHERE m.id < coalesce((SELECT min(l.id) FROM m l
      WHERE coalesce(l.recorded_at > p_instant, l.business_date > p_date)), 9223372036854775807)
  )
  SELECT s.lot_id, s.location_id, s.state, sum(s.units)
  FROM (
    SELECT b.lot AS lot_id, b.location AS location_id, b.state, b.units
    FROM jsonb_to_recordset(c.balances) AS b (lot bigint, location bigint, state text, units numeric)
    UNION ALL
    SELECT b.lot_id, b.to_location, b.to_state, b.quantity FROM before b WHERE b.to_state IS NOT NULL
    UNION ALL
    SELECT b.lot_id, b.from_location, b.from_state, -b.quantity FROM before b WHERE b.from_state IS NOT NULL) s
  GROUP BY 1, 2, 3
  HAVING sum(s.units) <> 0;
END $$;
