-- I13 nearest expiry
-- when: at rest, by replay · severity: high
-- When a task was opened, no free and usable stock of its item in that warehouse stood earlier in the order of choice.
-- Changes of free stock in gate order give spans in which a row had free units; a task is judged just after it was
-- opened, so that rows it has itself used up don't count. Tasks that name a lot, ask for a single one or came from a
-- swap or an un-pick are not judged; rows that the record of the choice passed over for their place (locked, not
-- pickable, short) are excused. One join after the other, since the planner, who takes them for empty, would begin with
-- all rows of a warehouse times all spans of it.
WITH used AS (
  SELECT warehouse_id, reservation_id, stock_id, sum(units) AS units
  FROM (
    SELECT warehouse_id, reservation_id, from_stock AS stock_id, quantity AS units FROM movement
    WHERE kind IN ('PICK', 'SHORT')
    UNION ALL
    SELECT warehouse_id, reservation_id, to_stock, -quantity FROM movement WHERE kind = 'UNPICK') m
  GROUP BY 1, 2, 3
), swap AS (
  SELECT warehouse_id, swapped_from, location_id, sum(planned) AS units FROM reservation
  WHERE swapped_from IS NOT NULL GROUP BY 1, 2, 3
), task AS (
  SELECT r.*, coalesce(u.units, 0) + coalesce(w.units, 0) AS accounted
  FROM reservation r
  LEFT JOIN used u ON u.warehouse_id = r.warehouse_id AND u.reservation_id = r.id AND u.stock_id = r.stock_id
  LEFT JOIN swap w ON w.warehouse_id = r.warehouse_id AND w.swapped_from = r.id AND w.location_id = r.location_id
), asked AS (
  SELECT DISTINCT warehouse_id, item_id FROM reservation
), moved AS (
  SELECT m.* FROM movement m WHERE (warehouse_id, item_id) IN (SELECT warehouse_id, item_id FROM reservation)
), change AS (
  SELECT warehouse_id, to_stock AS stock_id, gate_seq AS seq, quantity AS units FROM moved m
  WHERE to_state = 'AVAILABLE' AND NOT (kind = 'UNPICK' AND EXISTS (SELECT FROM reservation r
    WHERE r.warehouse_id = m.warehouse_id AND r.id = m.reservation_id AND r.stock_id = m.to_stock))
  UNION ALL
  SELECT warehouse_id, from_stock, gate_seq, -quantity FROM moved
  WHERE from_state = 'AVAILABLE' AND kind NOT IN ('PICK', 'SHORT')
  UNION ALL
  SELECT warehouse_id, stock_id, opened_seq, -planned FROM reservation
  UNION ALL
  SELECT n.warehouse_id, r.stock_id, n.opened_seq, n.planned FROM reservation n JOIN reservation r
    ON r.warehouse_id = n.warehouse_id AND r.id = n.swapped_from AND r.location_id = n.location_id
  UNION ALL
  -- what a cut or a cancellation gave back
  SELECT warehouse_id, stock_id, closed_seq, planned - quantity - accounted
  FROM task WHERE closed_seq IS NOT NULL
), net AS (
  SELECT warehouse_id, stock_id, seq, sum(units) AS units FROM change GROUP BY 1, 2, 3
), span AS (
  SELECT warehouse_id, stock_id, seq AS since, lead(seq) OVER w AS until, sum(units) OVER w AS free
  FROM net WINDOW w AS (PARTITION BY warehouse_id, stock_id ORDER BY seq)
), placed AS (
  SELECT s.warehouse_id, s.id, s.item_id, s.location_id, t.expiration_date, p.pickable AND NOT p.locked
      AND coalesce(t.hold, 'NONE') = 'NONE' AS usable,
    row_number() OVER (PARTITION BY s.warehouse_id, s.item_id ORDER BY
      CASE WHEN i.burn_order = 'FEFO' THEN t.expiration_date END NULLS LAST, t.origination_date NULLS LAST,
      t.expiration_date NULLS LAST, t.id NULLS LAST, p.pick_sequence, p.code) AS place
  FROM stock s JOIN asked USING (warehouse_id, item_id) JOIN item i ON i.id = s.item_id
  JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
  LEFT JOIN lot t ON t.id = s.lot_id
  WHERE s.state = 'AVAILABLE'
), chosen AS MATERIALIZED (
  SELECT r.*, c.expiration_date AS expires, c.place
  FROM reservation r JOIN placed c ON c.warehouse_id = r.warehouse_id AND c.id = r.stock_id
  WHERE r.named_lot IS NULL AND NOT r.single_lot AND r.swapped_from IS NULL
), earlier AS MATERIALIZED (
  SELECT r.*, e.id AS earlier, e.expiration_date AS earlier_expires
  FROM chosen r JOIN placed e ON e.warehouse_id = r.warehouse_id AND e.item_id = r.item_id
  WHERE e.place < r.place AND e.usable AND e.location_id IS DISTINCT FROM r.avoid_location
    AND coalesce(e.expiration_date - r.business_date >= greatest(r.min_life_days, 0), true)
), free AS MATERIALIZED (
  SELECT r.*, f.free FROM earlier r JOIN span f ON f.warehouse_id = r.warehouse_id AND f.stock_id = r.earlier
  WHERE f.free > 0 AND f.since <= r.opened_seq AND r.opened_seq < coalesce(f.until, r.opened_seq + 1)
)
SELECT 'task ' || r.id || ' in warehouse ' || r.warehouse_id AS subject,
  'stock ' || r.earlier || ', expires ' || coalesce(r.earlier_expires::text, 'never') || ', ' || r.free || ' free'
    AS expected,
  'stock ' || r.stock_id || ', expires ' || coalesce(r.expires::text, 'never') AS found, r.opened_at AS since
FROM free r
WHERE NOT EXISTS (SELECT FROM reservation_candidates h, json_array_elements(h.candidates) x
  WHERE h.warehouse_id = r.warehouse_id AND h.item_id = r.item_id AND h.chosen_seq = r.opened_seq
    AND (x ->> 'stock_id')::bigint = r.earlier AND x ->> 'reason' LIKE 'LOCATION%')
