-- A house of 1,000,000 lots for measuring the pages of the console: 50 merchants with 10,000 items, half of them of the
-- first, of which SKU-000001 has 5,000 lots and SKU-000002 has 250; 3 warehouses of 20,000 places, 1,200,000 balances,
-- 2,000,000 movements; 100,000 orders, 5,000 of them open, 20,000 receiving orders, 500 of them open, 2,000 holds, 50 of
-- them open; 300,000 scans. One item in twenty has units on hold, one in twenty on the dock. Into an empty, migrated database:
--   psql -f src/bench/pages/setup.sql
SET session_replication_role = replica;
SET synchronous_commit = off;
INSERT INTO owner (id, code, name, kind)
SELECT n, 'BENCH-' || to_char(n, 'FM00'), 'Merchant ' || n, 'CUSTOMER' FROM generate_series(1, 50) n;
INSERT INTO warehouse (id, code, name, time_zone, priority)
SELECT n, 'BENCH-' || n, 'Bench ' || n, 'UTC', n FROM generate_series(1, 3) n;
INSERT INTO location (warehouse_id, id, code, type, pick_sequence, storage_class, capacity_volume)
SELECT w, w * 100000 + n, 'A-' || to_char(n, 'FM00000'), CASE WHEN n <= 20 THEN 'RECEIVING' ELSE 'STORAGE' END, n, 'BIN', 4
FROM generate_series(1, 3) w, generate_series(1, 20000) n;
INSERT INTO location (warehouse_id, id, code, type)
SELECT w, w * 100000 + 90000 + n, (ARRAY['@SUPPLIER', '@CUSTOMER', '@ADJUSTMENT', '@DISPOSAL', '@TOTE'])[n],
  (ARRAY['SUPPLIER', 'CUSTOMER', 'ADJUSTMENT', 'DISPOSAL', 'TOTE'])[n]
FROM generate_series(1, 3) w, generate_series(1, 5) n;
INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, allow_mixing_locations, min_shelf_life_days,
  low_supply_threshold, reorder_point, length, width, height, dimension_unit)
SELECT n, CASE WHEN n <= 5000 THEN 1 ELSE 2 + n % 49 END, 'SKU-' || to_char(n, 'FM000000'),
  'Organic ' || (ARRAY['apple', 'berry', 'carrot', 'date', 'endive', 'fig', 'grape'])[1 + n % 7] || ' ' || n, true, true, true,
  CASE WHEN n % 3 = 0 THEN 30 END, 20, 30, 4, 4, 6, 'in'
FROM generate_series(1, 10000) n;
INSERT INTO lot (id, item_id, lot_number, expiration_date, hold)
SELECT n, CASE WHEN n <= 5000 THEN 1 WHEN n <= 5250 THEN 2 ELSE 3 + n % 9998 END, 'L-' || n,
  CASE WHEN n % 50 > 0 THEN business_date('UTC') + 1 + (n::bigint * 7919 % 700)::integer END,
  CASE WHEN n % 20000 = 0 THEN 'QUARANTINED' ELSE 'NONE' END
FROM generate_series(1, 1000000) n;
INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, version, decimals, exclusive)
SELECT w, item_id, id, w * 100000 + 21 + id % 19979,
  CASE WHEN hold <> 'NONE' OR again AND item_id % 20 = 0 THEN 'QUARANTINED' WHEN id % 40 = 1 AND item_id % 20 = 1 THEN 'RECEIVED'
    ELSE 'AVAILABLE' END::stock_state, 10 + id % 37, 1, 0, false
FROM lot, LATERAL (VALUES (1 + id % 3, false), (1 + (id + 1) % 3, true)) v (w, again) WHERE NOT again OR id % 5 = 0;
INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state, to_location,
  to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, actor, device, business_date, occurred_at, recorded_at)
SELECT s.warehouse_id, gen_random_uuid(), 1, k.kind, i.owner_id, s.item_id, s.lot_id,
  CASE k.kind WHEN 'RECEIVE' THEN s.warehouse_id * 100000 + 90001 ELSE s.warehouse_id * 100000 + 1 END,
  CASE k.kind WHEN 'STOW' THEN 'RECEIVED' END, CASE k.kind WHEN 'RECEIVE' THEN s.warehouse_id * 100000 + 1 ELSE s.location_id END,
  CASE k.kind WHEN 'RECEIVE' THEN 'RECEIVED' ELSE 'AVAILABLE' END, s.quantity,
  CASE k.kind WHEN 'STOW' THEN s.id END, CASE k.kind WHEN 'STOW' THEN 0 END, s.id, 1, 1, 'bench', 'HH-' || s.lot_id % 12,
  business_date('UTC') - 20, now() - interval '20 days', now() - interval '1 minute'
FROM stock s JOIN item i ON i.id = s.item_id, (VALUES ('RECEIVE'), ('STOW')) k (kind) WHERE s.lot_id % 6 > 0;
INSERT INTO customer_order (id, owner_id, reference, warehouse_id, customer_code, customer_name, customer_country, ship_by,
  body_hash, created_at, released_at, shipped_at)
SELECT n, 1 + (n * 7) % 50, 'O-' || n, 1 + n % 3, 'C-' || n % 5000, 'Customer ' || n % 5000, 'US', business_date('UTC') + n % 9,
  '', now() - (100000 - n) * interval '1 minute', CASE WHEN n % 20 <> 1 OR n % 60 = 1 THEN now() END,
  CASE WHEN n % 20 <> 1 THEN now() END
FROM generate_series(1, 100000) n;
ANALYZE;
CREATE TEMP TABLE nth AS SELECT owner_id, id, row_number() OVER (PARTITION BY owner_id ORDER BY id) - 1 AS n FROM item;
INSERT INTO order_line (id, order_id, line_no, item_id, quantity, allocated, reserved, shipped, backordered)
SELECT (o.id - 1) * 2 + k, o.id, k, i.id, 6,
  CASE WHEN o.shipped_at IS NULL AND o.released_at IS NULL AND o.id % 400 <> 21 THEN 6 ELSE 0 END,
  CASE WHEN o.shipped_at IS NULL AND o.released_at IS NOT NULL THEN 6 ELSE 0 END,
  CASE WHEN o.shipped_at IS NOT NULL THEN 6 ELSE 0 END,
  CASE WHEN o.shipped_at IS NULL AND o.released_at IS NULL AND o.id % 400 = 21 THEN 6 ELSE 0 END
FROM customer_order o JOIN nth i ON i.owner_id = o.owner_id AND i.n = o.id % 90, generate_series(1, 2) k;
INSERT INTO allocation (warehouse_id, order_line_id, item_id, quantity)
SELECT o.warehouse_id, l.id, l.item_id, l.allocated FROM order_line l JOIN customer_order o ON o.id = l.order_id WHERE l.allocated > 0;
INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity, planned, opened_seq,
  business_date)
SELECT s.warehouse_id, l.id, l.order_id, s.id, l.item_id, s.lot_id, s.location_id, l.reserved, l.reserved, 1, business_date('UTC')
FROM order_line l JOIN customer_order o ON o.id = l.order_id, LATERAL (SELECT * FROM stock x WHERE x.warehouse_id = o.warehouse_id
  AND x.item_id = l.item_id AND x.state = 'AVAILABLE' ORDER BY x.lot_key OFFSET l.id % 20 LIMIT 1) s WHERE l.reserved > 0;
UPDATE stock s SET reserved = r.units, quantity = s.quantity + r.units
FROM (SELECT warehouse_id, stock_id, sum(quantity) AS units FROM reservation GROUP BY 1, 2) r
WHERE s.warehouse_id = r.warehouse_id AND s.id = r.stock_id;
INSERT INTO shipment (id, order_id, carrier, tracking_number, shipped_at)
SELECT id, id, 'UPS', '1Z' || id, shipped_at FROM customer_order WHERE shipped_at IS NOT NULL;
INSERT INTO shipment_line (shipment_id, order_line_id, lot_id, quantity)
SELECT l.order_id, l.id, (SELECT t.id FROM lot t WHERE t.item_id = l.item_id ORDER BY t.expiration_date LIMIT 1), 6
FROM order_line l WHERE l.shipped > 0;
INSERT INTO receiving_order (id, owner_id, reference, kind, warehouse_id, expected_on, body_hash, closed_at)
SELECT n, 1 + (n * 3) % 50, 'WRO-' || n, 'WRO', 1 + n % 3, business_date('UTC') + n % 20, '', CASE WHEN n % 40 > 0 THEN now() END
FROM generate_series(1, 20000) n;
INSERT INTO receiving_line (id, receiving_order_id, line_no, item_id, quantity)
SELECT (o.id - 1) * 3 + k, o.id, k, i.id, 25
FROM receiving_order o, generate_series(1, 3) k JOIN nth i ON i.n = k * 7 WHERE i.owner_id = o.owner_id;
INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected, received, stowed, committed)
SELECT l.receiving_order_id, l.id, l.item_id, (SELECT t.id FROM lot t WHERE t.item_id = l.item_id LIMIT 1), 25,
  CASE WHEN o.closed_at IS NULL THEN 5 ELSE 25 END, CASE WHEN o.closed_at IS NULL THEN 0 ELSE 25 END,
  CASE WHEN o.closed_at IS NULL THEN 0 ELSE 25 END
FROM receiving_line l JOIN receiving_order o ON o.id = l.receiving_order_id;
INSERT INTO receiving_exception (receiving_order_id, receiving_lot_id, item_id, code, quantity, state)
SELECT r.receiving_order_id, r.id, r.item_id, 'OVERAGE_COUNTED', 3, CASE WHEN r.receiving_order_id % 200 = 0 THEN 'OPEN' ELSE 'ACCEPTED' END
FROM receiving_lot r WHERE r.receiving_order_id % 20 = 0;
INSERT INTO hold (id, owner_id, scope, reason, item_id, note, warehouse_id, event_id, placed_by, closed_at)
SELECT n, 1 + n % 50, 'LOT', 'QUALITY', (SELECT id FROM item WHERE owner_id = 1 + n % 50 LIMIT 1), 'Bench ' || n, 1 + n % 3,
  gen_random_uuid(), 'bench', CASE WHEN n % 40 > 0 THEN now() END FROM generate_series(1, 2000) n;
INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor, verdict, at, facts)
SELECT warehouse_id, event_id, 'OFFICE', id, '', '', '{}', 'HOLD', 'bench', 'OK', placed_at, jsonb_build_object('hold',
  jsonb_build_object('heldUnits', 120, 'pickedUnits', 0, 'arrivingUnits', 0, 'stoppedTasks', 0, 'shortUnits', 0, 'shortOrders', 0,
    'replannedUnits', 0, 'shippedUnits', 0, 'held', '[]'::jsonb, 'picked', '[]'::jsonb, 'arriving', '[]'::jsonb,
    'tasksStopped', '[]'::jsonb, 'ordersShort', '[]'::jsonb, 'replanned', '[]'::jsonb, 'shipped', '[]'::jsonb)) FROM hold;
INSERT INTO hold_lot (hold_id, lot_id) SELECT n, n * 20000 FROM generate_series(1, 50) n;
INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor, verdict, at, recorded_at)
SELECT 1 + n % 3, gen_random_uuid(), 'HH-' || n % 12, n, '', '', '{"barcode":{"data":"]C1010950400005910117260630\u001d10L-A"}}',
  (ARRAY['RECEIVE', 'STOW', 'PICK', 'MOVE'])[1 + n % 4], 'bench', CASE WHEN n % 30 = 0 THEN 'REFUSED' ELSE 'OK' END, t, t
FROM (SELECT n, now() - (300000 - n) * interval '8 seconds' AS t FROM generate_series(1, 300000) n) x;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, received, available, quarantined, short_dated, allocated, reserved, expected)
SELECT warehouse_id, item_id, 0, received, greatest(available, allocated + reserved), quarantined, short_dated, allocated, reserved, expected
FROM (SELECT s.warehouse_id, s.item_id, coalesce(sum(s.quantity) FILTER (WHERE s.state = 'RECEIVED'), 0) AS received,
    coalesce(sum(s.quantity) FILTER (WHERE s.state = 'AVAILABLE'), 0) AS available,
    coalesce(sum(s.quantity) FILTER (WHERE s.state = 'QUARANTINED'), 0) AS quarantined,
    coalesce(sum(s.quantity) FILTER (WHERE s.state = 'SHORT_DATED'), 0) AS short_dated,
    coalesce((SELECT sum(a.quantity) FROM allocation a WHERE a.warehouse_id = s.warehouse_id AND a.item_id = s.item_id), 0) AS allocated,
    sum(s.reserved) AS reserved, coalesce((SELECT sum(r.expected - r.received) FROM receiving_lot r
      JOIN receiving_order o ON o.id = r.receiving_order_id AND o.closed_at IS NULL AND o.warehouse_id = s.warehouse_id
      WHERE r.item_id = s.item_id), 0) AS expected
  FROM stock s GROUP BY 1, 2) x;
SET session_replication_role = origin;
SELECT setval(pg_get_serial_sequence(v.name, 'id'), 2000000)
FROM (VALUES ('owner'), ('warehouse'), ('location'), ('item'), ('lot'), ('customer_order'), ('order_line'), ('receiving_order'),
  ('receiving_line'), ('hold'), ('shipment')) v (name);
VACUUM ANALYZE;
