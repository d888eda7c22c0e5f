-- The limit of "upload": what 64 scans of different items write, as one prepared statement in one transaction — of each the
-- gate, two guarded balance rows, the movement, the event and its message. One round trip, one commit, no application.
-- Variables: seq (a start that no earlier run has used).
\set back random(0, 1)
\set seq :seq + 100
WITH picked AS MATERIALIZED (
  SELECT *, row_number() OVER () AS place FROM (SELECT n FROM bench_goods ORDER BY random() LIMIT 64) x
), held AS MATERIALIZED (
  -- in key order: two of these may meet
  SELECT s.warehouse_id, s.item_id, p.place FROM picked p JOIN bench_goods g USING (n)
  JOIN stock_summary s ON s.warehouse_id = g.warehouse_id AND s.item_id = g.item_id ORDER BY s.item_id FOR NO KEY UPDATE OF s
), gate AS (
  UPDATE stock_summary s SET gate_seq = s.gate_seq + 1, changed_at = now()
  FROM held h JOIN bench_goods g USING (warehouse_id, item_id)
  WHERE s.warehouse_id = h.warehouse_id AND s.item_id = h.item_id
  RETURNING g.*, h.place, s.gate_seq
), source AS (
  UPDATE stock s SET quantity = s.quantity - 1, version = s.version + 1
  FROM gate g
  WHERE s.warehouse_id = g.warehouse_id AND s.id = CASE :back::integer WHEN 0 THEN g.a_stock ELSE g.b_stock END
    AND s.quantity - s.reserved >= 1
  RETURNING g.*, s.id AS from_stock, s.version AS from_version, s.location_id AS from_location
), target AS (
  UPDATE stock s SET quantity = s.quantity + 1, version = s.version + 1
  FROM source g
  WHERE s.warehouse_id = g.warehouse_id AND s.id = CASE :back::integer WHEN 0 THEN g.b_stock ELSE g.a_stock END
  RETURNING g.*, s.id AS to_stock, s.version AS to_version, s.location_id AS to_location
), named AS (
  -- an id whose first 48 bits are the clock, as a handheld makes it, so that the index grows at its end
  SELECT t.*, (overlay(gen_random_uuid()::text PLACING
    regexp_replace(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0'),
      '^(.{8})(.{4})$', '\1-\2-7') FROM 1 FOR 15))::uuid AS event_id
  FROM target t
), moved AS (
  INSERT INTO movement (warehouse_id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state,
    to_location, to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, actor, device,
    business_date, occurred_at)
  SELECT warehouse_id, event_id, 1, 'MOVE', owner_id, item_id, lot_id, from_location, 'AVAILABLE', to_location,
    'AVAILABLE', 1, from_stock, from_version, to_stock, to_version, gate_seq, 'bench', 'LIMIT-' || :client_id,
    current_date, now()
  FROM named
  RETURNING id, warehouse_id, event_id, item_id
), event AS (
  INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor, verdict,
    code, facts, lines, movements, at)
  SELECT warehouse_id, event_id, 'LIMIT-' || :client_id, :seq::bigint + row_number() OVER (), sha256(event_id::text::bytea),
    sha256('effect'::bytea),
    '{"id":"' || event_id || '","seq":1000000000000000,"at":"2026-03-01T09:12:07.118+00:00","operation":"MOVE",'
      '"warehouse":"SIM-W1","from":"SCAN-0000-A","location":"SCAN-0000-B","barcode":{"data":'
      '"]C101095040100000001739123110BENCH-1","symbology":"]C1"},"quantity":1}',
    'MOVE', 'bench', 'OK', 'MOVED',
    '{"sku":"SCAN-0000","lot":"BENCH-1","from":"SCAN-0000-A","location":"SCAN-0000-B","quantity":"1"}', 1, ARRAY[id],
    now()
  FROM moved
)
INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
SELECT warehouse_id, event_id, 'lotline.movement', warehouse_id || ':' || item_id,
  jsonb_build_object('operation', 'MOVE', 'code', 'MOVED', 'facts', jsonb_build_object('sku', 'SCAN-0000', 'lot',
    'BENCH-1', 'from', 'SCAN-0000-A', 'location', 'SCAN-0000-B', 'quantity', '1'), 'movements', ARRAY[id])
FROM moved;
