-- The limit of "order" and "hot": the rows of an order of three lines, accepted and released, as one prepared statement in
-- one transaction — three gates, three guarded rows of nearest expiry, document, lines, tasks, two events, two messages.
-- It does not note why a lot was taken and others were not. Variables: items.
\set first random(0, :items - 1)
WITH want AS MATERIALIZED (
  SELECT n + 1 AS line, 9000000 + (:first + n) % :items AS item_id FROM generate_series(0, 2) n
), gate AS (
  UPDATE stock_summary g SET reserved = g.reserved + 1, gate_seq = g.gate_seq + 1, changed_at = now()
  FROM (SELECT g.item_id FROM stock_summary g JOIN want w USING (item_id) WHERE g.warehouse_id = 900001
    ORDER BY g.item_id FOR NO KEY UPDATE OF g) l
  WHERE g.warehouse_id = 900001 AND g.item_id = l.item_id RETURNING g.item_id, g.gate_seq
), taken AS (
  UPDATE stock s SET reserved = s.reserved + 1, version = s.version + 1
  FROM (SELECT g.gate_seq, n.* FROM gate g CROSS JOIN LATERAL (
    SELECT c.id, c.item_id FROM stock c JOIN lot t ON t.id = c.lot_id
    WHERE c.warehouse_id = 900001 AND c.item_id = g.item_id AND c.state = 'AVAILABLE' AND c.quantity > c.reserved
    ORDER BY t.expiration_date LIMIT 1) n) x
  WHERE s.warehouse_id = 900001 AND s.id = x.id AND s.quantity > s.reserved
  RETURNING s.id, s.item_id, s.lot_id, s.location_id, x.gate_seq
), document AS (
  INSERT INTO customer_order (owner_id, reference, warehouse_id, body_hash, released_at)
  VALUES (900001, gen_random_uuid()::text, 900001, sha256('body'), now()) RETURNING id, reference
), line AS (
  INSERT INTO order_line (order_id, line_no, item_id, quantity, reserved)
  SELECT d.id, w.line, w.item_id, 1, 1 FROM document d, want w RETURNING id, order_id, item_id
), task AS (
  INSERT INTO reservation (warehouse_id, order_line_id, order_id, stock_id, item_id, lot_id, location_id, quantity, planned,
    opened_seq, min_life_days, business_date)
  SELECT 900001, l.id, l.order_id, t.id, t.item_id, t.lot_id, t.location_id, 1, 1, t.gate_seq, 30, current_date
  FROM line l JOIN taken t ON t.item_id = l.item_id
), event AS (
  INSERT INTO scan_event (warehouse_id, id, device, payload_hash, effect_hash, payload, operation, actor, verdict, code,
    facts, lines, at)
  SELECT 900001, gen_random_uuid(), 'limit', sha256(d.reference::bytea), sha256('effect'),
    '{"reference":"' || d.reference || '","owner":"ORDERS"}', o.operation, 'bench', 'OK', o.code,
    jsonb_build_object('reference', d.reference), 0, now()
  FROM document d, (VALUES ('ORDER', 'ACCEPTED'), ('RELEASE', 'RELEASED')) o (operation, code)
  RETURNING id, operation
)
INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
SELECT 900001, e.id, 'lotline.order', '900001:*', jsonb_build_object('operation', e.operation, 'reference', d.reference)
FROM event e, document d;
