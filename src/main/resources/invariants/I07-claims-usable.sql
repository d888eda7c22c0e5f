-- I07 claims usable
-- when: every committed snapshot; shelf life at rest, a minute after the warehouse's midnight · severity: critical
-- Every open task points at stock that may be picked. Where the clock was adjusted the shelf life is not judged: it
-- jumped over midnights whose sweep nobody ran.
SELECT 'task ' || r.id || ' in warehouse ' || r.warehouse_id AS subject, 'stock that may be picked' AS expected,
  concat_ws(', ', s.state, CASE WHEN t.hold <> 'NONE' THEN 'lot ' || t.hold END,
    CASE WHEN p.locked THEN 'place locked' END,
    CASE WHEN NOT p.pickable THEN 'place not pickable' END, 'expires ' || t.expiration_date) AS found,
  r.opened_at AS since
FROM reservation r
JOIN warehouse w ON w.id = r.warehouse_id
JOIN stock s ON s.warehouse_id = r.warehouse_id AND s.id = r.stock_id
JOIN location p ON p.warehouse_id = s.warehouse_id AND p.id = s.location_id
LEFT JOIN lot t ON t.id = s.lot_id
WHERE r.state = 'OPEN' AND (s.state <> 'AVAILABLE' OR t.hold <> 'NONE' OR p.locked OR NOT p.pickable
  OR (SELECT ahead_seconds = 0 FROM business_clock)
    AND t.expiration_date - (now() AT TIME ZONE w.time_zone - interval '60 seconds')::date
      < greatest(r.min_life_days, 0))
