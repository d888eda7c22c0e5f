-- I11 documents agree
-- when: every committed snapshot · severity: critical
-- What a receiving or order line says was done is what the movements naming it did, undone ones taken back; what was
-- written off on the dock counts as put away. An adjustment that was posted changed as much as it says; goods that came
-- back came, and went again where they were thrown away.
WITH inbound AS (
  SELECT receiving_lot_id AS id, max(recorded_at) AS since,
    coalesce(sum(quantity) FILTER (WHERE from_state IS NULL), 0)
      - coalesce(sum(quantity) FILTER (WHERE to_state IS NULL AND NOT written_off), 0) AS received,
    coalesce(sum(quantity) FILTER (WHERE from_state = 'RECEIVED' AND (to_state <> 'RECEIVED' OR written_off)), 0)
      - coalesce(sum(quantity) FILTER (WHERE to_state = 'RECEIVED' AND from_state <> 'RECEIVED'), 0) AS stowed
  FROM (SELECT *, kind IN ('ADJUST', 'COUNT') AS written_off FROM movement WHERE receiving_lot_id IS NOT NULL) m
  GROUP BY 1
), outbound AS (
  SELECT order_line_id AS id, max(recorded_at) AS since,
    coalesce(sum(quantity) FILTER (WHERE to_state = 'PICKED'), 0)
      - coalesce(sum(quantity) FILTER (WHERE from_state = 'PICKED'), 0) AS picked,
    coalesce(sum(quantity) FILTER (WHERE to_state IS NULL), 0)
      - coalesce(sum(quantity) FILTER (WHERE from_state IS NULL), 0) AS shipped
  FROM movement WHERE order_line_id IS NOT NULL GROUP BY 1
)
SELECT 'receiving lot ' || r.id AS subject, format('received %s, stowed %s', coalesce(m.received, 0),
    coalesce(m.stowed, 0)) AS expected,
  format('received %s, stowed %s', r.received, r.stowed) AS found, m.since
FROM receiving_lot r LEFT JOIN inbound m ON m.id = r.id
WHERE (r.received, r.stowed) IS DISTINCT FROM (coalesce(m.received, 0), coalesce(m.stowed, 0))
UNION ALL
SELECT 'order line ' || l.id, format('picked %s, shipped %s', coalesce(m.picked, 0), coalesce(m.shipped, 0)),
  format('picked %s, shipped %s', l.picked, l.shipped), m.since
FROM order_line l LEFT JOIN outbound m ON m.id = l.id
WHERE NOT l.untracked AND (l.picked, l.shipped) IS DISTINCT FROM (coalesce(m.picked, 0), coalesce(m.shipped, 0))
UNION ALL
SELECT 'adjustment ' || a.id, a.delta::text, coalesce(m.units, 0)::text, a.decided_at
FROM adjustment a LEFT JOIN LATERAL (
  SELECT sum(CASE WHEN x.from_state IS NULL THEN x.quantity WHEN x.to_state IS NULL THEN -x.quantity ELSE 0 END) AS units
  FROM scan_event e JOIN movement x ON x.warehouse_id = e.warehouse_id AND x.id = ANY (e.movements)
    AND x.recorded_at = e.recorded_at
  WHERE e.id = a.posted_event AND x.item_id = a.item_id AND x.lot_id IS NOT DISTINCT FROM a.lot_id
    AND a.location_id IN (x.from_location, x.to_location)) m ON true
WHERE a.posted_event IS NOT NULL AND a.delta <> coalesce(m.units, 0)
UNION ALL
SELECT 'returned ' || r.id, format('%s, thrown away %s', r.quantity, CASE r.action WHEN 'DISPOSE' THEN r.quantity ELSE 0
    END), format('%s, thrown away %s', coalesce(m.came, 0), coalesce(m.went, 0)), r.booked_at
FROM (SELECT warehouse_id, event_id, item_id, lot_id, location_id, action, min(id) AS id, sum(quantity) AS quantity,
    min(booked_at) AS booked_at FROM returned GROUP BY 1, 2, 3, 4, 5, 6) r LEFT JOIN LATERAL (
  SELECT sum(x.quantity) FILTER (WHERE x.kind = 'RETURN') AS came,
    coalesce(sum(x.quantity) FILTER (WHERE x.kind = 'DISPOSE'), 0) AS went
  FROM scan_event e JOIN movement x ON x.warehouse_id = e.warehouse_id AND x.id = ANY (e.movements)
    AND x.recorded_at = e.recorded_at
  WHERE e.id = r.event_id AND x.item_id = r.item_id AND x.lot_id IS NOT DISTINCT FROM r.lot_id
    AND r.location_id IN (x.from_location, x.to_location)) m ON true
WHERE NOT EXISTS (SELECT FROM returned o WHERE o.event_id = r.event_id AND o.item_id = r.item_id
    AND o.lot_id IS NOT DISTINCT FROM r.lot_id AND o.location_id = r.location_id AND o.action <> r.action)
  AND (r.quantity IS DISTINCT FROM m.came OR m.went <> CASE r.action WHEN 'DISPOSE' THEN r.quantity ELSE 0 END)
