-- What orders are made of: :items items with 50 lots each, every lot in a place of its own with :units units, the nearest
-- expiry first needed and every tenth lot held. Into a migrated database without such goods:
--   psql -v items=1000 -v units=40 -f src/bench/orders/setup.sql
SET session_replication_role = replica;
INSERT INTO owner (id, code, name, kind) VALUES (900001, 'ORDERS', 'Orders', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone) VALUES (900001, 'ORDERS-W1', 'Orders', 'UTC');
INSERT INTO building (id, warehouse_id, code, name) VALUES (900001, 900001, 'MAIN', 'Main');
INSERT INTO location (warehouse_id, id, code, type, pick_sequence, building_id)
SELECT 900001, 9000000 + n, 'P-' || lpad(n::text, 5, '0'), 'STORAGE', n, 900001 FROM generate_series(1, :items * 50) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, allow_mixing_locations, min_shelf_life_days)
SELECT 9000000 + n, 900001, 'ORD-' || lpad(n::text, 4, '0'), 'Item ' || n, true, true, true, 30
FROM generate_series(0, :items - 1) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date, hold)
SELECT 9000000 + i * 50 + n, 9000000 + i, 'L-' || n, business_date('UTC') + 40 + (n * 37 % 50) * 7,
  CASE WHEN n % 10 = 0 THEN 'QUARANTINED' ELSE 'NONE' END
FROM generate_series(0, :items - 1) i, generate_series(0, 49) n;
INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
SELECT 900001, item_id, id, 9000001 + id - 9000000, CASE hold WHEN 'NONE' THEN 'AVAILABLE' ELSE 'QUARANTINED' END::stock_state,
  :units, 0, false FROM lot WHERE id >= 9000000;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available, quarantined)
SELECT 900001, item_id, 0, sum(quantity) FILTER (WHERE state = 'AVAILABLE'), sum(quantity) FILTER (WHERE state = 'QUARANTINED')
FROM stock WHERE warehouse_id = 900001 GROUP BY item_id;
SET session_replication_role = origin;
SELECT setval(pg_get_serial_sequence('item', 'id'), max(id)) FROM item;
SELECT setval(pg_get_serial_sequence('lot', 'id'), max(id)) FROM lot;
VACUUM ANALYZE;
