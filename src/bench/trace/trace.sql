-- The statements of TraceSql as the application sends them, over the lot of setup.sql. The rows go to /dev/null.
SET jit = off;
SET plan_cache_mode = force_custom_plan;
PREPARE events (bigint[], bigint, bigint, timestamptz, timestamptz, text[], bigint, bigint, int) AS
SELECT CASE v.type WHEN 'DISPOSAL' THEN 'DISPOSAL' WHEN 'ADJUSTMENT' THEN 'ADJUSTMENT' ELSE CASE WHEN m.inbound
  THEN 'RECEIVING' ELSE 'SHIPPING' END END AS event, m.inbound, m.id, t.owner, t.sku, t.product, t.id AS lot_id, t.lot_number,
  t.expiration_date, m.quantity, t.unit, m.business_date, w.code AS warehouse, w.name AS warehouse_name,
  c.customer_code AS party_code, coalesce(c.customer_name, po.supplier) AS party_name,
  c.customer_country AS party_country, CASE WHEN c.id IS NOT NULL THEN 'ORDER' WHEN r.id IS NOT NULL THEN r.kind
    WHEN h.hold_id IS NOT NULL THEN 'HOLD' END AS document_type,
  coalesce(c.reference, r.reference, h.hold_id::text) AS document, x.purchase_order, s.carrier,
  s.tracking_number
FROM (SELECT t.*, i.sku, i.name AS product, i.unit, o.code AS owner
  FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
  WHERE t.id = ANY ($1) AND t.id >= $7 ORDER BY t.id OFFSET 0) t
CROSS JOIN LATERAL (
  SELECT y.*, y.from_state IS NULL AS inbound FROM movement y
  WHERE y.item_id = t.item_id AND y.lot_id = t.id AND y.recorded_at >= coalesce($4, '-infinity'::timestamptz)
    AND y.recorded_at <= coalesce($5, 'infinity'::timestamptz)
    AND ($6::text[] IS NULL OR y.warehouse_id IN (SELECT id FROM warehouse WHERE code = ANY ($6)))
    AND ($3::bigint IS NULL OR y.kind = 'RECEIVE'
      OR y.order_line_id IN (SELECT id FROM order_line WHERE order_id = $3)) AND (y.from_state IS NULL OR y.to_state IS NULL) AND y.kind <> 'UNDO' AND ($2::bigint IS NULL OR y.kind <> 'RECEIVE'
      OR y.receiving_lot_id IN (SELECT id FROM receiving_lot WHERE receiving_order_id = $2)) AND (y.kind = 'SHIP' OR NOT EXISTS (SELECT FROM scan_event u WHERE u.warehouse_id = y.warehouse_id AND u.undoes = y.event_id))
    AND y.id > CASE WHEN t.id = $7 THEN $8 ELSE 0 END
  ORDER BY y.id LIMIT $9) m
JOIN warehouse w ON w.id = m.warehouse_id
JOIN location v ON v.warehouse_id = m.warehouse_id
  AND v.id = CASE WHEN m.inbound THEN m.from_location ELSE m.to_location END
LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id
LEFT JOIN receiving_line x ON x.id = a.receiving_line_id
LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
LEFT JOIN purchase_order po ON po.owner_id = r.owner_id AND po.reference = x.purchase_order AND m.inbound
LEFT JOIN order_line l ON l.id = m.order_line_id
LEFT JOIN customer_order c ON c.id = l.order_id
LEFT JOIN shipment s ON s.order_id = c.id AND s.shipped_at = m.recorded_at AND m.kind = 'SHIP'
LEFT JOIN LATERAL (SELECT min(d.hold_id) AS hold_id FROM hold_decision d
  WHERE m.kind IN ('DISPOSE_HELD', 'RETURN_HELD')
    AND m.event_id IN (d.event_id, md5(d.event_id || ':' || m.warehouse_id)::uuid)) h ON true
ORDER BY t.id, m.id LIMIT $9;
PREPARE parties (bigint[], bigint, bigint, timestamptz, timestamptz, text[], text, int) AS
WITH party AS MATERIALIZED (
  SELECT m.lot_id, m.event, m.inbound, c.customer_code AS party_code,
    coalesce(c.customer_name, po.supplier) AS party_name, c.customer_country AS party_country,
    count(*) AS movements, sum(m.quantity) AS quantity, min(m.business_date) AS first_on,
    max(m.business_date) AS last_on
  FROM (
    SELECT y.lot_id, y.order_line_id, NULL::bigint AS receiving_lot_id, y.quantity, y.business_date,
      false AS inbound, 'SHIPPING' AS event
    FROM movement y WHERE y.lot_id = ANY ($1) AND y.kind = 'SHIP' AND y.recorded_at >= coalesce($4, '-infinity'::timestamptz)
    AND y.recorded_at <= coalesce($5, 'infinity'::timestamptz)
    AND ($6::text[] IS NULL OR y.warehouse_id IN (SELECT id FROM warehouse WHERE code = ANY ($6)))
    AND ($3::bigint IS NULL OR y.kind = 'RECEIVE'
      OR y.order_line_id IN (SELECT id FROM order_line WHERE order_id = $3))
    UNION ALL
    SELECT m.lot_id, m.order_line_id, m.receiving_lot_id, m.quantity, m.business_date, m.inbound, CASE v.type WHEN 'DISPOSAL' THEN 'DISPOSAL' WHEN 'ADJUSTMENT' THEN 'ADJUSTMENT' ELSE CASE WHEN m.inbound
  THEN 'RECEIVING' ELSE 'SHIPPING' END END
    FROM (SELECT y.*, y.from_state IS NULL AS inbound FROM movement y
      WHERE y.lot_id = ANY ($1) AND y.kind <> 'SHIP' AND y.recorded_at >= coalesce($4, '-infinity'::timestamptz)
    AND y.recorded_at <= coalesce($5, 'infinity'::timestamptz)
    AND ($6::text[] IS NULL OR y.warehouse_id IN (SELECT id FROM warehouse WHERE code = ANY ($6)))
    AND ($3::bigint IS NULL OR y.kind = 'RECEIVE'
      OR y.order_line_id IN (SELECT id FROM order_line WHERE order_id = $3)) AND (y.from_state IS NULL OR y.to_state IS NULL) AND y.kind <> 'UNDO' AND ($2::bigint IS NULL OR y.kind <> 'RECEIVE'
      OR y.receiving_lot_id IN (SELECT id FROM receiving_lot WHERE receiving_order_id = $2)) AND NOT EXISTS (SELECT FROM scan_event u WHERE u.warehouse_id = y.warehouse_id AND u.undoes = y.event_id)) m
    JOIN location v ON v.warehouse_id = m.warehouse_id
      AND v.id = CASE WHEN m.inbound THEN m.from_location ELSE m.to_location END) m
  LEFT JOIN order_line l ON l.id = m.order_line_id
  LEFT JOIN customer_order c ON c.id = l.order_id
  LEFT JOIN receiving_lot a ON a.id = m.receiving_lot_id AND m.inbound
  LEFT JOIN receiving_line x ON x.id = a.receiving_line_id AND x.purchase_order IS NOT NULL
  LEFT JOIN receiving_order r ON r.id = a.receiving_order_id
  LEFT JOIN purchase_order po ON po.owner_id = r.owner_id AND po.reference = x.purchase_order
  GROUP BY 1, 2, 3, 4, 5, 6
), keyed AS (
  SELECT *, concat_ws(chr(31), lpad(lot_id::text, 19, '0'), event, inbound, coalesce(party_code, ''),
    coalesce(party_name, ''), party_country) COLLATE "C" AS key FROM party
)
SELECT k.*, i.sku, i.unit, t.lot_number, t.expiration_date
FROM (SELECT * FROM keyed WHERE key > $7 ORDER BY key LIMIT $8) k
JOIN lot t ON t.id = k.lot_id JOIN item i ON i.id = t.item_id
ORDER BY k.key;
SELECT id FROM lot WHERE lot_number = 'L-MILLION' \gset
\o /dev/null
\echo the first page of 500 events, and one in the middle
BEGIN;
SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
  set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
\timing on
EXECUTE events (ARRAY[:id], NULL, NULL, NULL, NULL, NULL, 0, 0, 501);
EXECUTE events (ARRAY[:id], NULL, NULL, NULL, NULL, NULL, :id, 750000, 501);
\timing off
COMMIT;
\echo all parties, the first 500 of them shown
BEGIN;
SELECT set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
  set_config('work_mem', '64MB', true), set_config('parallel_setup_cost', '0', true),
  set_config('parallel_tuple_cost', '0', true);
SET client_min_messages = log;
SET log_executor_stats = on;
\timing on
EXECUTE parties (ARRAY[:id], NULL, NULL, NULL, NULL, NULL, '', 501);
\timing off
SET log_executor_stats = off;
\o
EXPLAIN (ANALYZE, BUFFERS) EXECUTE parties (ARRAY[:id], NULL, NULL, NULL, NULL, NULL, '', 501);
COMMIT;
