-- I02 movement cause
-- when: every committed snapshot · severity: critical
-- Every movement belongs to a completed, accepted event of its warehouse; an event has exactly the movements it counts,
-- numbered 1..n; an UNDO goes back what the undone event went. An undone PICK goes back from the totes of its task,
-- into the state that hold and shelf life allow by then: compared is what leaves the totes and where it is put.
WITH counted AS (
  SELECT warehouse_id, event_id, count(*) AS n, min(line) AS first, max(line) AS last, count(DISTINCT line) AS lines,
    min(recorded_at) AS since
  FROM movement GROUP BY 1, 2
), undone AS (
  SELECT u.warehouse_id, u.id, o.operation, u.recorded_at, o.id AS of
  FROM scan_event u LEFT JOIN scan_event o ON o.warehouse_id = u.warehouse_id AND o.id = u.undo_of
  WHERE u.operation = 'UNDO' AND u.verdict <> 'REFUSED'
), side AS (
  -- what an undo did, and the mirror of what was done: per item and lot they must add up to nothing
  SELECT u.warehouse_id, u.id, m.item_id, m.lot_id, m.quantity,
    CASE WHEN u.operation <> 'PICK' THEN m.from_location END AS a, CASE WHEN u.operation = 'PICK' THEN 'PICKED' ELSE
      m.from_state END AS b, m.to_location AS c, CASE WHEN u.operation <> 'PICK' THEN m.to_state END AS d
  FROM undone u JOIN movement m ON m.warehouse_id = u.warehouse_id AND m.event_id = u.id
  UNION ALL
  SELECT u.warehouse_id, u.id, m.item_id, m.lot_id, -m.quantity,
    CASE WHEN u.operation <> 'PICK' THEN m.to_location END, m.to_state, m.from_location,
    CASE WHEN u.operation <> 'PICK' THEN m.from_state END
  FROM undone u JOIN movement m ON m.warehouse_id = u.warehouse_id AND m.event_id = u.of
), crooked AS (
  SELECT warehouse_id, id, sum(quantity) AS off FROM side GROUP BY warehouse_id, id, item_id, lot_id, a, b, c, d
  HAVING sum(quantity) <> 0
)
SELECT 'event ' || c.event_id AS subject, 'an accepted event' AS expected,
  c.n || ' movements of ' || coalesce('an event ' || e.verdict, 'no event') AS found, c.since
FROM counted c LEFT JOIN scan_event e ON e.warehouse_id = c.warehouse_id AND e.id = c.event_id
WHERE e.id IS NULL OR e.verdict IS NULL OR e.verdict = 'REFUSED'
UNION ALL
SELECT 'event ' || e.id, e.lines || ' movements, numbered from 1',
  coalesce(c.n, 0) || ' movements' || coalesce(', numbered ' || c.first || ' to ' || c.last, ''), e.recorded_at
FROM scan_event e LEFT JOIN counted c ON c.warehouse_id = e.warehouse_id AND c.event_id = e.id
WHERE e.lines <> coalesce(c.n, 0) OR c.first <> 1 OR c.last <> c.n OR c.lines <> c.n
UNION ALL
SELECT 'event ' || id, 'a verdict', 'none', recorded_at FROM scan_event WHERE verdict IS NULL
UNION ALL
SELECT 'event ' || u.id, 'the mirror of the undone event',
  CASE WHEN u.of IS NULL THEN 'undoes no event' ELSE 'differs by ' || c.off END, u.recorded_at
FROM undone u LEFT JOIN crooked c ON c.warehouse_id = u.warehouse_id AND c.id = u.id
WHERE u.of IS NULL OR c.id IS NOT NULL
