-- Two merchants with figures in every vocabulary: SMALL with 1,000 items, LARGE with :items. Each item stands in three of
-- five places of two of three warehouses, half of them in two lots; every fourth is claimed and wanted beyond what is
-- there, every fifth on its way, every tenth bought, every fiftieth a kit of two others. Into an empty, migrated database:
--   psql -v items=50000 -f src/bench/dialects/setup.sql
SET session_replication_role = replica;
INSERT INTO owner (id, code, name, kind) VALUES (1, 'SMALL', 'Small', 'CUSTOMER'), (2, 'LARGE', 'Large', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone, priority)
SELECT n, 'BENCH-' || n, 'Bench ' || n, 'UTC', n FROM generate_series(1, 3) n;
INSERT INTO building (id, warehouse_id, code, name) SELECT n, n, 'NORTH', 'North' FROM generate_series(1, 3) n;
INSERT INTO location (warehouse_id, id, code, type, pick_sequence, building_id)
SELECT w, w * 10 + n, 'L-' || n, 'STORAGE', n, CASE WHEN n < 3 THEN w END
FROM generate_series(1, 3) w, generate_series(1, 5) n;
INSERT INTO location (warehouse_id, id, code, type)
SELECT w, w * 10 + 9, '@ADJUSTMENT', 'ADJUSTMENT' FROM generate_series(1, 3) w;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, allow_mixing_locations, virtual_inventory,
  low_supply_threshold, reorder_point)
SELECT n, CASE WHEN n <= 1000 THEN 1 ELSE 2 END, 'SKU-' || lpad(n::text, 6, '0'), 'Item ' || n, true, n % 2 = 0, true,
  CASE WHEN n % 50 = 0 THEN 'OPTIMISTIC' ELSE 'NONE' END, 20, 30
FROM generate_series(1, 1000 + :items) n;
INSERT INTO component (item_id, component_id, quantity)
SELECT n, n - part, part FROM generate_series(50, 1000 + :items, 50) n, generate_series(1, 2) part;
INSERT INTO lot (id, item_id, lot_number, expiration_date)
SELECT n, (n + 1) / 2 * 2, 'L-' || n, business_date('UTC') + 30 + (n::bigint * 7919 % 400)::integer
FROM generate_series(1, 1000 + :items) n;
INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, reserved, version, decimals, exclusive)
SELECT w, i.id, CASE WHEN i.lot_tracked THEN i.id - place % 2 END, w * 10 + place,
  CASE place WHEN 3 THEN 'RECEIVED' WHEN 4 THEN 'QUARANTINED' ELSE 'AVAILABLE' END, 10 * place,
  CASE WHEN i.id % 4 = 0 AND place = 1 THEN 4 ELSE 0 END, 0, 0, false
FROM item i, generate_series(1, 2) w, generate_series(1, 4) place WHERE (i.id + place) % 4 > 0;
INSERT INTO receiving_order (id, owner_id, reference, kind, warehouse_id, expected_on, body_hash)
SELECT n, CASE WHEN n = 1 THEN 1 ELSE 2 END, 'WRO-' || n, 'WRO', 1 + n % 3, business_date('UTC') + n, ''
FROM generate_series(1, 51) n;
INSERT INTO receiving_line (id, receiving_order_id, line_no, item_id, quantity, purchase_order)
SELECT id, 1 + (id - 1) / 1000, id, id, 25, CASE WHEN id % 10 = 0 THEN 'PO-' || 1 + (id - 1) / 1000 END
FROM item WHERE id % 5 = 0 AND id <= 51000;
INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected, received)
SELECT receiving_order_id, id, item_id, CASE WHEN item_id % 2 = 0 THEN item_id END, 25, 5 FROM receiving_line;
INSERT INTO purchase_order (id, owner_id, reference, warehouse_id, body_hash)
SELECT n, CASE WHEN n = 1 THEN 1 ELSE 2 END, 'PO-' || n, CASE WHEN n % 2 = 0 THEN 1 + n % 3 END, ''
FROM generate_series(1, 51) n;
INSERT INTO purchase_line (purchase_order_id, line_no, item_id, quantity)
SELECT 1 + (id - 1) / 1000, id, id, 60 FROM item WHERE id % 10 = 0 AND id <= 51000;
INSERT INTO customer_order (id, owner_id, reference, body_hash) SELECT id, owner_id, 'O-' || id, '' FROM item WHERE id % 4 = 0;
INSERT INTO order_line (id, order_id, line_no, item_id, quantity, allocated, reserved, backordered)
SELECT id, id, 1, id, 20, 3, 4, 13 FROM item WHERE id % 4 = 0;
INSERT INTO allocation (warehouse_id, order_line_id, item_id, quantity) SELECT 1, id, id, 3 FROM order_line;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, received, available, quarantined, allocated, reserved, expected)
SELECT w, i.id, 0, coalesce(sum(s.quantity) FILTER (WHERE s.state = 'RECEIVED'), 0),
  coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0),
  coalesce(sum(s.quantity) FILTER (WHERE s.state = 'QUARANTINED'), 0), CASE WHEN w = 1 AND i.id % 4 = 0 THEN 3 ELSE 0 END,
  coalesce(sum(s.reserved), 0), coalesce((SELECT sum(r.expected - r.received) FROM receiving_lot r
    JOIN receiving_order o ON o.id = r.receiving_order_id AND o.warehouse_id = w WHERE r.item_id = i.id), 0)
FROM item i CROSS JOIN generate_series(1, 3) w LEFT JOIN stock s ON s.warehouse_id = w AND s.item_id = i.id
WHERE w < 3 OR i.id % 5 = 0 GROUP BY w, i.id;
INSERT INTO change_mark (taken_at, oldest_open)
SELECT clock_timestamp(), pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1;
SET session_replication_role = origin;
SELECT setval(pg_get_serial_sequence('item', 'id'), max(id)) FROM item;
SELECT setval(pg_get_serial_sequence('lot', 'id'), max(id)) FROM lot;
VACUUM ANALYZE;
