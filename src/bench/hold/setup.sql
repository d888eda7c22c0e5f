-- A warehouse with one recalled lot in :rows places, a sound lot in a tenth as many that can serve half of the orders,
-- and :rows orders with an open task each. Straight into the tables: psql -v rows=10000 -f setup.sql
BEGIN;
SET LOCAL session_replication_role = replica;
INSERT INTO owner (code, name, kind) VALUES ('RECALL', 'Recall', 'CUSTOMER');
INSERT INTO warehouse (code, name, time_zone) VALUES ('RECALL', 'Recall', 'UTC');
INSERT INTO item (owner_id, sku, name, tracking, lot_tracked)
SELECT id, 'RECALL', 'Recall', true, true FROM owner WHERE code = 'RECALL';
CREATE TEMP VIEW it AS SELECT i.id AS item, w.id AS house, i.owner_id AS owner FROM item i, warehouse w
  WHERE i.sku = 'RECALL' AND w.code = 'RECALL';
INSERT INTO location (warehouse_id, code, type, pick_sequence)
SELECT house, 'P-' || n, 'STORAGE', n FROM it, generate_series(1, :rows + :rows / 10) n;
INSERT INTO lot (item_id, lot_number, expiration_date)
SELECT item, v.number, business_date('UTC') + v.days FROM it, (VALUES ('L-B', 60), ('L-A', 120)) v (number, days);
CREATE TEMP TABLE place AS SELECT l.id, l.pick_sequence AS n, l.pick_sequence <= :rows AS bad,
  (SELECT t.id FROM lot t WHERE t.item_id = item AND t.lot_number = CASE WHEN l.pick_sequence <= :rows THEN 'L-B'
    ELSE 'L-A' END) AS lot
FROM it JOIN location l ON l.warehouse_id = house AND l.code LIKE 'P-%';
INSERT INTO slot (warehouse_id, location_id, item_id, lot_key) SELECT house, id, item, lot FROM it, place;
INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, reserved, decimals, exclusive)
SELECT house, item, lot, id, 'AVAILABLE', CASE WHEN bad THEN 10 ELSE 50 END, CASE WHEN bad THEN 10 ELSE 0 END, 0, true
FROM it, place;
INSERT INTO customer_order (owner_id, reference, warehouse_id, body_hash, released_at)
SELECT owner, 'R-' || n, house, '', now() FROM it, generate_series(1, :rows) n ORDER BY n;
INSERT INTO order_line (order_id, line_no, item_id, quantity, reserved)
SELECT o.id, 1, item, 10, 10 FROM it JOIN customer_order o ON o.owner_id = owner;
INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity, planned,
  opened_seq, business_date)
SELECT house, l.id, l.order_id, s.id, item, s.lot_id, s.location_id, 10, 10, 1, business_date('UTC')
FROM it JOIN customer_order o ON o.owner_id = owner JOIN order_line l ON l.order_id = o.id
JOIN place p ON o.reference = 'R-' || p.n
JOIN stock s ON s.warehouse_id = house AND s.location_id = p.id;
INSERT INTO stock_summary (warehouse_id, item_id, decimals, available, reserved)
SELECT house, item, 0, sum(s.quantity), sum(s.reserved) FROM it JOIN stock s ON s.warehouse_id = house GROUP BY 1, 2;
COMMIT;
ANALYZE;
