-- A warehouse of 1,000,000 cells for measuring the close of a storage day: :owners owners of 5,000 lots, each lot alone in a place of 4 ft³,
-- all of them on the default plan. Into an empty, migrated database:
--   psql -v owners=200 -f src/bench/storage/house.sql; psql -f src/bench/storage/close.sql
SET session_replication_role = replica;
UPDATE business_clock SET ahead_seconds = extract(epoch FROM timestamptz '2026-03-17 12:00Z' - now());
INSERT INTO warehouse (id, code, name, time_zone) VALUES (1, 'BENCH', 'Bench', 'UTC');
INSERT INTO owner (id, code, name, kind) SELECT n, 'OWNER-' || n, 'Owner ' || n, 'CUSTOMER' FROM generate_series(1, :owners) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, length, width, height, dimension_unit)
SELECT n, (n - 1) / 500 + 1, 'SKU-' || n, 'Item ' || n, true, true, 4, 4, 6, 'in' FROM generate_series(1, :owners * 500) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date)
SELECT n, (n - 1) / 10 + 1, 'L-' || n, '2028-01-01' FROM generate_series(1, :owners * 5000) n;
INSERT INTO location (warehouse_id, id, code, type, storage_class, capacity_volume)
SELECT 1, n, 'A-' || n, 'STORAGE', 'BIN', 4 FROM generate_series(1, :owners * 5000) n;
INSERT INTO stock (warehouse_id, id, item_id, lot_id, location_id, state, quantity, decimals, exclusive)
SELECT 1, id, item_id, id, id, 'AVAILABLE', 1 + id % 37, 0, true FROM lot;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available)
SELECT 1, item_id, 0, sum(quantity) FROM stock GROUP BY item_id;
INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, to_location, to_state, quantity,
  to_stock, gate_seq, actor, device, business_date, occurred_at)
SELECT 1, gen_random_uuid(), 1, 'RECEIVE', i.owner_id, s.item_id, s.lot_id, 0, s.location_id, s.state, s.quantity, s.id, 0, '', '',
  '2026-03-01', now() FROM stock s JOIN item i ON i.id = s.item_id;
INSERT INTO rate_plan (id, code, created_by) VALUES (1, 'CUBIC', '');
INSERT INTO rate_plan_version (id, plan_id, n, state, effective_from, definition, measures, sha256, created_by, approved_by)
VALUES (1, 1, 1, 'ACTIVE', '2026-01-01', '{"currency":"USD","rules":[{"code":"BASE","rates":[{"rate":"0.75"}]}]}',
  '{"defaultVolumes":{},"sizeClasses":[],"any":false,"plates":false,"pool":false,"dates":false,"rules":[{"code":"BASE","kind":"STORAGE",
   "basis":"OCCUPIED_VOLUME","sampling":"DAILY_CLOSE","weekday":null,"gap":"NONE","proration":"CALENDAR_DAYS","freeDays":0,"freeOf":"LOT",
   "types":["STORAGE","PICK_FACE","QUARANTINE","DAMAGED"],"holds":[],"rates":[{"plain":true}],"tiers":null,"level":true,"pool":false,
   "ageDay":null,"bands":[],"limit":null,"minUnitVolume":null,"locationVolume":null,"unitsPerLocation":null,"fill":"0.85","grain":"LOT"}]}',
  '', '', '');
INSERT INTO rate_plan_assignment (owner_id, plan_id, from_day, assigned_by) SELECT id, 1, '2026-03-01', '' FROM owner WHERE id <= :owners;
SELECT setval(pg_get_serial_sequence('stock', 'id'), max(id)) FROM stock;
SET session_replication_role = origin;
VACUUM ANALYZE;
