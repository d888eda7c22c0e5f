-- Begins an epoch of a position: what is good now, less what has come since its source saw the goods, is its last on
-- hand. The caller holds the gate and has written what the source found. Time never goes back.
CREATE OR REPLACE FUNCTION stock_epoch(e posting, p_item bigint, p_source text, p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_last bigint := coalesce(pg_sequence_last_value('movement_id'), 0);
  v_before position_epoch;
  v_at timestamptz;
BEGIN
  SELECT * INTO v_before FROM position_epoch WHERE warehouse_id = e.warehouse_id AND item_id = p_item
  ORDER BY n DESC LIMIT 1;
  v_at := greatest(p_at, v_before.epoch_at);
  INSERT INTO position_epoch (warehouse_id, item_id, n, epoch_at, first_id, last_id, source, event_id)
  SELECT e.warehouse_id, p_item, coalesce(v_before.n, 0) + 1, v_at, coalesce(CASE WHEN v_at < business_now() THEN (
      SELECT min(m.id) - 1 FROM movement m WHERE m.warehouse_id = e.warehouse_id AND m.item_id = p_item
        AND m.id > coalesce(v_before.first_id, 0) AND m.occurred_at > v_at
        AND m.recorded_at > now() - interval '31 days') END, v_last), v_last, p_source, e.id;
END $$;

-- The epoch in which a position is; 0 before the first.
CREATE OR REPLACE FUNCTION stock_epoch_now(p_warehouse bigint, p_item bigint) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT n FROM position_epoch WHERE warehouse_id = p_warehouse AND item_id = p_item
    ORDER BY n DESC LIMIT 1), 0)
$$;

-- What a quantity is called that nobody has named.
CREATE OR REPLACE FUNCTION stock_quantity_ref(p_warehouse bigint, p_item bigint, p_type text, p_location bigint,
  p_lot bigint)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT i.sku || ':' || w.code || ':DEFAULT:' || p_type || ':' || coalesce(l.code, '-') || ':'
    || coalesce(p_lot::text, '-')
  FROM item i JOIN warehouse w ON w.id = p_warehouse LEFT JOIN location l ON l.warehouse_id = w.id AND l.id = p_location
  WHERE i.id = p_item
$$;
