-- One lot with a million movements: 100 receipts, 499,900 orders of 50,000 customers, each picked and shipped in full
-- by one movement; and half a million movements of another lot, which must not matter.
-- For an empty database with the small house of src/test/resources/invariants/house.sql in it.
SET session_replication_role = replica;
INSERT INTO lot (item_id, lot_number, expiration_date)
SELECT i.id, v.number, business_date('UTC') + 300 FROM item i, (VALUES ('L-MILLION'), ('L-OTHER')) v (number)
WHERE i.sku = 'PLANT-60';
CREATE TEMP TABLE at AS
SELECT i.id AS item_id, i.owner_id, w.id AS warehouse_id, t.id AS lot_id, t.lot_number,
  (SELECT id FROM location WHERE warehouse_id = w.id AND code = '@SUPPLIER') AS supplier,
  (SELECT id FROM location WHERE warehouse_id = w.id AND code = 'DOCK') AS dock,
  (SELECT id FROM location WHERE warehouse_id = w.id AND code = 'A-01') AS shelf,
  (SELECT id FROM location WHERE warehouse_id = w.id AND code = '@TOTE') AS tote,
  (SELECT id FROM location WHERE warehouse_id = w.id AND code = '@CUSTOMER') AS customer
FROM item i JOIN lot t ON t.item_id = i.id AND t.lot_number IN ('L-MILLION', 'L-OTHER'), warehouse w
WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1';

INSERT INTO receiving_order (id, owner_id, reference, kind, warehouse_id, body_hash)
SELECT 1000000 + n, owner_id, 'M-' || n, 'WRO', warehouse_id, '' FROM at, generate_series(1, 100) n
WHERE lot_number = 'L-MILLION';
INSERT INTO receiving_line (id, receiving_order_id, line_no, item_id, quantity)
SELECT 1000000 + n, 1000000 + n, 1, item_id, 4999 FROM at, generate_series(1, 100) n WHERE lot_number = 'L-MILLION';
INSERT INTO receiving_lot (id, receiving_order_id, receiving_line_id, item_id, lot_id, expected, received, stowed, committed)
SELECT 1000000 + n, 1000000 + n, 1000000 + n, item_id, lot_id, 4999, 4999, 4999, 4999 FROM at, generate_series(1, 100) n
WHERE lot_number = 'L-MILLION';
INSERT INTO customer_order (id, owner_id, reference, warehouse_id, customer_code, customer_name, customer_country, body_hash)
SELECT 1000000 + n, owner_id, 'M-' || n, warehouse_id, 'C-' || n % 50000, 'Customer ' || n % 50000, 'US', ''
FROM at, generate_series(1, 499900) n WHERE lot_number = 'L-MILLION';
INSERT INTO order_line (id, order_id, line_no, item_id, quantity, shipped)
SELECT 1000000 + n, 1000000 + n, 1, item_id, 1, 1 FROM at, generate_series(1, 499900) n WHERE lot_number = 'L-MILLION';
INSERT INTO shipment (id, order_id, carrier, tracking_number)
SELECT 1000000 + n, 1000000 + n, 'UPS', '1Z' || n FROM generate_series(1, 499900) n;
INSERT INTO shipment_line (shipment_id, order_line_id, lot_id, quantity)
SELECT 1000000 + n, 1000000 + n, lot_id, 1 FROM at, generate_series(1, 499900) n WHERE lot_number = 'L-MILLION';

CREATE TEMP VIEW step AS
SELECT 'RECEIVE' AS kind, 1000000 + n AS receiving_lot_id, NULL::bigint AS order_line_id, 4999 AS units, n AS turn
FROM generate_series(1, 100) n
UNION ALL SELECT 'STOW', 1000000 + n, NULL, 4999, 100 + n FROM generate_series(1, 100) n
UNION ALL SELECT k, NULL, 1000000 + n, 1, 1000 + n * 2 + (k = 'SHIP')::int
FROM generate_series(1, 499900) n, (VALUES ('PICK'), ('SHIP')) v (k);
INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
  to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, order_line_id,
  receiving_lot_id, actor, device, business_date, occurred_at)
SELECT warehouse_id, gen_random_uuid(), 1, kind, owner_id, item_id, lot_id,
  CASE kind WHEN 'RECEIVE' THEN supplier WHEN 'STOW' THEN dock WHEN 'PICK' THEN shelf ELSE tote END,
  CASE kind WHEN 'STOW' THEN 'RECEIVED' WHEN 'PICK' THEN 'AVAILABLE' WHEN 'SHIP' THEN 'PICKED' END,
  CASE kind WHEN 'RECEIVE' THEN dock WHEN 'STOW' THEN shelf WHEN 'PICK' THEN tote ELSE customer END,
  CASE kind WHEN 'RECEIVE' THEN 'RECEIVED' WHEN 'STOW' THEN 'AVAILABLE' WHEN 'PICK' THEN 'PICKED' END,
  units, CASE kind WHEN 'RECEIVE' THEN NULL ELSE 1 END, 1, CASE kind WHEN 'SHIP' THEN NULL ELSE 1 END, 1, turn,
  order_line_id, receiving_lot_id, 'bench', 'bench', business_date('UTC'), now()
FROM at, step WHERE lot_number = 'L-MILLION' OR turn % 2 = 0 AND turn > 1000 ORDER BY turn;
RESET session_replication_role;
VACUUM ANALYZE movement, receiving_order, receiving_line, receiving_lot, customer_order, order_line, shipment,
  shipment_line, lot;
