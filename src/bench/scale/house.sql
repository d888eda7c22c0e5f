-- A house to grow in: :items items with 50 lots each, every lot in two places with 20 and 20 units, which five movements
-- brought there in five different months. items=1000: 50,000 lots, 100,000 balances, 500,000 movements; items=100000:
-- 5,000,000, 10,000,000 and 50,000,000. The merchant, goods and places have the names of orders/setup.sql, so that its
-- clients find them. All of it holds before the invariants. Into a migrated, empty database; movements.sql comes after it:
--   psql -v items=100000 -f src/bench/scale/house.sql
SET session_replication_role = replica;
SET synchronous_commit = off;
INSERT INTO owner (id, code, name, kind) VALUES (900001, 'ORDERS', 'Orders', 'CUSTOMER');
INSERT INTO warehouse (id, code, name, time_zone) VALUES (900001, 'ORDERS-W1', 'Orders', 'UTC');
INSERT INTO building (id, warehouse_id, code, name) VALUES (900001, 900001, 'MAIN', 'Main');
INSERT INTO location (warehouse_id, id, code, type)
SELECT 900001, 900000 + n, (ARRAY['@SUPPLIER', '@CUSTOMER', '@ADJUSTMENT', '@DISPOSAL'])[n],
  (ARRAY['SUPPLIER', 'CUSTOMER', 'ADJUSTMENT', 'DISPOSAL'])[n]
FROM generate_series(1, 4) n;
-- fifty balances of different items share a place, as in a house where a bin holds many small things
INSERT INTO location (warehouse_id, id, code, type, pick_sequence, building_id)
SELECT 900001, 9000000 + n, 'P-' || lpad(n::text, 6, '0'), 'STORAGE', n, 900001 FROM generate_series(1, :items * 2) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, allow_mixing_locations, min_shelf_life_days)
SELECT 9000000 + n, 900001, 'ORD-' || lpad(n::text, greatest(4, length(n::text)), '0'), 'Item ' || n, true, true, true, 30
FROM generate_series(0, :items - 1) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date, hold)
SELECT 9000000 + i * 50 + n, 9000000 + i, 'L-' || n, business_date('UTC') + 40 + (n * 37 % 50) * 7, 'NONE'
FROM generate_series(0, :items - 1) i, generate_series(0, 49) n;
INSERT INTO stock (id, warehouse_id, item_id, lot_id, location_id, state, quantity, version, decimals, exclusive)
SELECT 100000000 + (t.id - 9000000) * 2 + k, 900001, t.item_id, t.id,
  9000001 + ((t.id - 9000000) * 2 + k) * 7919 % (:items * 2), 'AVAILABLE', 20, 5, 0, false
FROM lot t, generate_series(0, 1) k WHERE t.id >= 9000000;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available, gate_seq)
SELECT 900001, 9000000 + n, 0, 2000, 500 FROM generate_series(0, :items - 1) n;
-- one event has the movements of ten items
INSERT INTO scan_event (warehouse_id, id, device, payload_hash, effect_hash, payload, operation, actor, verdict, lines, at, recorded_at)
SELECT 900001, md5('scale ' || n)::uuid, 'BENCH', '', '', '{}', 'ADJUST', 'bench', 'OK', least(10, :items - n * 10) * 500, now(), now()
FROM generate_series(0, (:items - 1) / 10) n;
INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
SELECT 900001, id, 'lotline.movement', '900001:*', '{"operation": "ADJUST"}' FROM scan_event WHERE device = 'BENCH';
DO $$
BEGIN
  FOR ago IN 1..5 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF movement FOR VALUES FROM (%L) TO (%L)',
      'movement_' || to_char(date_trunc('month', now()) - make_interval(months => ago), 'YYYY_MM'),
      (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => ago)) AT TIME ZONE 'UTC',
      (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => ago - 1)) AT TIME ZONE 'UTC');
  END LOOP;
END $$;
SELECT setval(pg_get_serial_sequence(v.name, 'id'), 200000000)
FROM (VALUES ('item'), ('lot'), ('stock'), ('location')) v (name);
SELECT setval('movement_id', 200000000);
