-- 1,000,000 movements of one item in a year: 50 lots that walk between two places each, 2,740 moves a day, a checkpoint
-- at each day's close. Into an empty, migrated database; then asks for the stock of twelve past days, by adding up the
-- ledger from its beginning, backwards from today, and as the application does.
\set ON_ERROR_STOP 1
SET session_replication_role = replica;
INSERT INTO owner (id, code, name, kind) VALUES (1, 'BENCH', 'Bench', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone) VALUES (1, 'BENCH', 'Bench', 'UTC');
INSERT INTO location (warehouse_id, id, code, type) SELECT 1, n, 'L-' || n, 'STORAGE' FROM generate_series(1, 100) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked) VALUES (1, 1, 'SKU', 'Item', true, true);
INSERT INTO lot (id, item_id, lot_number) SELECT n, 1, 'L-' || n FROM generate_series(1, 50) n;
INSERT INTO stock (warehouse_id, id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
SELECT 1, n, 1, (n - 1) % 50 + 1, n, 'AVAILABLE', 1000, 0, false FROM generate_series(1, 100) n;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available) VALUES (1, 1, 0, 100000);
DO $$
BEGIN
  FOR n IN 0..12 LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF movement FOR VALUES FROM (%L) TO (%L)',
      'movement_' || to_char(now() - n * interval '1 month', 'YYYY_MM'),
      date_trunc('month', now() AT TIME ZONE 'UTC') - n * interval '1 month',
      date_trunc('month', now() AT TIME ZONE 'UTC') - (n - 1) * interval '1 month');
  END LOOP;
  INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, to_location,
    to_state, quantity, to_stock, to_version, gate_seq, actor, device, business_date, occurred_at, recorded_at)
  SELECT 1, gen_random_uuid(), 1, 'RECEIVE', 1, 1, (n - 1) % 50 + 1, 0, n, 'AVAILABLE', 1000, n, 1, n, 'bench', 'bench',
    current_date - 365, now(), now() - interval '365 days' FROM generate_series(1, 100) n;
  FOR day IN 0..364 LOOP
    INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
      to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, actor, device,
      business_date, occurred_at, recorded_at)
    SELECT 1, gen_random_uuid(), 1, 'MOVE', 1, 1, (n + day) % 50 + 1, (n + day) % 50 + 1 + 50 * (day % 2), 'AVAILABLE',
      (n + day) % 50 + 1 + 50 * (1 - day % 2), 'AVAILABLE', 1 + n % 3, 1, 1, 1, 1, 100 + day * 2740 + n, 'bench', 'bench',
      current_date - 365 + day, now(), date_trunc('day', now()) - (365 - day) * interval '1 day' + n * interval '20 s'
    FROM generate_series(1, 2740) n;
    UPDATE stock s SET quantity = s.quantity + x.units
    FROM (SELECT id, sum(units) AS units FROM (
        SELECT (n + day) % 50 + 1 + 50 * (day % 2) AS id, -(1 + n % 3) AS units FROM generate_series(1, 2740) n
        UNION ALL SELECT (n + day) % 50 + 1 + 50 * (1 - day % 2), 1 + n % 3 FROM generate_series(1, 2740) n) y GROUP BY 1) x
    WHERE s.id = x.id;
    UPDATE stock_summary SET gate_seq = 100 + (day + 1) * 2740;
    PERFORM stock_checkpoints(1, current_date - 364 + day, 0, 10);
    UPDATE stock_checkpoint SET taken_at = date_trunc('day', now()) - (364 - day) * interval '1 day'
    WHERE taken_at > now() - interval '1 hour';
  END LOOP;
END $$;
SET session_replication_role = origin;
VACUUM ANALYZE;
CREATE TEMP TABLE told (way text, millis numeric, rows bigint, units numeric, same boolean);
CREATE FUNCTION pg_temp.sides(p_from timestamptz, p_to timestamptz)
RETURNS TABLE (lot_id bigint, location_id bigint, units numeric) LANGUAGE sql AS $$
  SELECT x.lot_id, x.location_id, sum(x.units) FROM (
    SELECT m.lot_id, m.to_location AS location_id, m.quantity AS units FROM movement m
    WHERE m.item_id = 1 AND m.recorded_at > p_from AND m.recorded_at <= p_to AND m.to_state IS NOT NULL
    UNION ALL SELECT m.lot_id, m.from_location, -m.quantity FROM movement m
    WHERE m.item_id = 1 AND m.recorded_at > p_from AND m.recorded_at <= p_to AND m.from_state IS NOT NULL) x GROUP BY 1, 2
$$;
DO $$
DECLARE
  v_at timestamptz;
  v_began timestamptz;
  v_sum jsonb;
  v_back jsonb;
  v_fast jsonb;
BEGIN
  FOR n IN 0..11 LOOP
    v_at := date_trunc('day', now()) - (n * 30 + 5) * interval '1 day' + interval '8 hours 7 seconds';
    v_began := clock_timestamp();
    SELECT jsonb_object_agg(lot_id || '@' || location_id, units::bigint) INTO v_sum FROM pg_temp.sides('-infinity', v_at) WHERE units <> 0;
    INSERT INTO told VALUES ('from the beginning', extract(epoch FROM clock_timestamp() - v_began) * 1000);
    v_began := clock_timestamp();
    SELECT jsonb_object_agg(s.lot_id || '@' || s.location_id, (s.quantity - coalesce(x.units, 0))::bigint) INTO v_back FROM stock s
    LEFT JOIN pg_temp.sides(v_at, 'infinity') x ON x.lot_id = s.lot_id AND x.location_id = s.location_id
    WHERE s.quantity - coalesce(x.units, 0) <> 0;
    INSERT INTO told VALUES ('back from today', extract(epoch FROM clock_timestamp() - v_began) * 1000);
    v_began := clock_timestamp();
    SELECT jsonb_object_agg(lot_id || '@' || location_id, units::bigint) INTO v_fast FROM stock_as_of(1, 1, v_at, NULL);
    INSERT INTO told VALUES ('from the checkpoint before', extract(epoch FROM clock_timestamp() - v_began) * 1000, NULL,
      NULL, v_fast = v_sum AND v_back = v_sum);
  END LOOP;
END $$;
SELECT way, round(min(millis)) AS least_ms, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY millis)::numeric) AS median_ms,
  round(max(millis)) AS most_ms, bool_and(same) AS same FROM told GROUP BY 1 ORDER BY 3 DESC;
SELECT count(*) AS movements, (SELECT count(*) FROM stock_checkpoint) AS checkpoints,
  pg_size_pretty(pg_total_relation_size('stock_checkpoint')) AS size FROM movement;
