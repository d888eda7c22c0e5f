-- A run of 10,000 lines on 1,000 items with 50 lots each, released in parts of 500 items like wave_release does:
--   psql -v items=1000 -v lots=50 -v orders=3334 -v perorder=3 -f wave.sql <an empty, migrated database, as superuser>
-- Prints the milliseconds of each part. Target: 3 s for all. Leaves its data behind; throw the database away.
SET session_replication_role = replica;
INSERT INTO owner (id, code, name, kind) VALUES (1, 'RUN', 'Run', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone) VALUES (1, 'RUN', 'Run', 'UTC');
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, allow_mixing_locations, min_shelf_life_days)
SELECT n, 1, 'S' || n, 'S' || n, true, true, true, CASE WHEN n % 3 = 0 THEN 10 END FROM generate_series(1, :items) n;
INSERT INTO location (warehouse_id, id, code, type, pick_sequence, locked)
SELECT 1, n, 'P' || n, 'STORAGE', n % 97, n % 41 = 0 FROM generate_series(1, 2000) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date)
SELECT (i - 1) * :lots + n, i, 'L' || n, CASE WHEN n % 10 > 0 THEN current_date + (n * 37 % 200) - 5 END
FROM generate_series(1, :items) i, generate_series(1, :lots) n;
INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
SELECT 1, i, (i - 1) * :lots + n, 1 + (i * 31 + n * 17) % 2000,
  CASE WHEN (i + n) % 23 = 0 THEN 'QUARANTINED' ELSE 'AVAILABLE' END, 1 + (i * n) % 9, 0, false
FROM generate_series(1, :items) i, generate_series(1, :lots) n;
INSERT INTO customer_order (id, owner_id, reference, warehouse_id, body_hash)
SELECT n, 1, 'O' || n, 1, '' FROM generate_series(1, :orders) n;
INSERT INTO order_line (order_id, line_no, item_id, quantity, allocated)
SELECT o, l, 1 + (o * 7 + l * 131) % :items, q, q
FROM generate_series(1, :orders) o, generate_series(1, :perorder) l, LATERAL (SELECT 1 + (o * l * 13) % 5 AS q) x;
INSERT INTO allocation (warehouse_id, order_line_id, item_id, quantity) SELECT 1, id, item_id, quantity FROM order_line;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available, allocated)
SELECT 1, i.id, 0, greatest(coalesce(s.units, 0), coalesce(a.units, 0)), coalesce(a.units, 0) FROM item i
LEFT JOIN (SELECT item_id, sum(quantity) AS units FROM stock WHERE state = 'AVAILABLE' GROUP BY 1) s ON s.item_id = i.id
LEFT JOIN (SELECT item_id, sum(quantity) AS units FROM allocation GROUP BY 1) a ON a.item_id = i.id;
INSERT INTO pick_wave (id, warehouse_id, priority) VALUES (1, 1, 0);
INSERT INTO wave_order (wave_id, order_id, position) SELECT 1, id, id FROM customer_order;
SET session_replication_role = origin;
ANALYZE;

CREATE PROCEDURE run() LANGUAGE plpgsql AS $$
DECLARE
  v_after bigint := 0;
  v_posted posted;
  v_began timestamptz;
BEGIN
  WHILE v_after IS NOT NULL LOOP
    v_began := clock_timestamp();
    v_posted := wave_release(jsonb_populate_record(NULL::posting, jsonb_build_object('warehouse_id', 1, 'facts',
      jsonb_build_object('wave', 1, 'after', v_after))));
    COMMIT;
    RAISE NOTICE '% units in % ms', v_posted.facts ->> 'reserved',
      round(1000 * extract(epoch FROM clock_timestamp() - v_began));
    v_after := (v_posted.facts ->> 'last')::bigint;
  END LOOP;
END $$;
SET jit = off;
CALL run();
