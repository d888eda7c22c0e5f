-- A warehouse with 1,000,000 lots for measuring the close of a day: :items items of 50 lots, one stock row each,
-- expirations spread evenly over the 400 days that begin 30 days from now (the items' minimum life), and 20,000 open
-- tasks. Into an empty, migrated database:
--   psql -v items=20000 -f src/bench/shelf/lots.sql; psql -v days=1 -f src/bench/shelf/close.sql
SET session_replication_role = replica;
INSERT INTO owner (id, code, name, kind) VALUES (1, 'BENCH', 'Bench', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone) VALUES (1, 'BENCH', 'Bench', 'UTC');
INSERT INTO location (warehouse_id, id, code, type, pick_sequence)
SELECT 1, n, 'L-' || n, 'STORAGE', n FROM generate_series(1, 50) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, min_shelf_life_days)
SELECT n, 1, 'SKU-' || n, 'Item ' || n, true, true, 30 FROM generate_series(1, :items) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date)
SELECT n, (n - 1) / 50 + 1, 'L-' || n, business_date('UTC') + 30 + (n::bigint * 7919 % 400)::integer
FROM generate_series(1, :items * 50) n;
INSERT INTO slot (warehouse_id, location_id, item_id, lot_key)
SELECT 1, (id - 1) % 50 + 1, item_id, id FROM lot;
INSERT INTO stock (warehouse_id, id, item_id, lot_id, location_id, state, quantity, reserved, version, decimals, exclusive)
SELECT 1, id, item_id, id, (id - 1) % 50 + 1, 'AVAILABLE', 10, CASE WHEN id % 50 = 0 THEN 4 ELSE 0 END, 0, 0, true
FROM lot;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available, reserved) SELECT 1, id, 0, 500, 4 FROM item;
INSERT INTO customer_order (id, owner_id, reference, warehouse_id, body_hash, released_at)
SELECT id, 1, 'O-' || id, 1, '', now() FROM item;
INSERT INTO order_line (id, order_id, line_no, item_id, quantity, reserved) SELECT id, id, 1, id, 4, 4 FROM item;
INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity, planned,
  opened_seq, min_life_days, business_date)
SELECT 1, s.item_id, s.item_id, s.id, s.item_id, s.lot_id, s.location_id, 4, 4, 1, 30, business_date('UTC')
FROM stock s WHERE s.reserved > 0;
SELECT setval(pg_get_serial_sequence('stock', 'id'), max(id)) FROM stock;
SET session_replication_role = origin;
VACUUM ANALYZE;
