-- one look of a node, as InterruptSql asks it, with nothing new: pgbench -M prepared
SELECT pg_current_snapshot()::text AS snapshot \gset
SELECT pg_current_snapshot()::text AS snapshot, (SELECT json_agg(x ORDER BY x.id) FROM (
  SELECT h.id, h.scope, h.reason, o.code AS owner, w.code AS warehouse,
    coalesce((e.facts #>> '{hold,stoppedTasks}')::bigint, 0) AS stopped,
    coalesce(e.facts #> '{hold,tasksStopped}', '[]') AS tasks,
    (SELECT coalesce(json_agg(json_build_object('sku', i.sku, 'lotNumber', t.lot_number,
        'expirationDate', t.expiration_date) ORDER BY t.id), '[]') FROM hold_lot x
      JOIN lot t ON t.id = x.lot_id JOIN item i ON i.id = t.item_id WHERE x.hold_id = h.id) AS lots,
    (SELECT coalesce(json_agg(l.code ORDER BY l.code), '[]') FROM hold_place x JOIN location l
      ON l.warehouse_id = x.warehouse_id AND l.id = x.location_id
      WHERE x.warehouse_id = h.warehouse_id AND x.hold_id = h.id) AS locations,
    (SELECT coalesce(json_agg(p.code ORDER BY p.code), '[]') FROM hold_plate x JOIN plate p
      ON p.warehouse_id = x.warehouse_id AND p.id = x.plate_id
      WHERE x.warehouse_id = h.warehouse_id AND x.hold_id = h.id) AS lpns
  FROM hold h JOIN owner o ON o.id = h.owner_id JOIN warehouse w ON w.id = h.warehouse_id
  JOIN scan_event e ON e.warehouse_id = h.warehouse_id AND e.id = h.event_id
  WHERE h.tx >= pg_snapshot_xmin(:snapshot::text::pg_snapshot) AND h.tx < pg_snapshot_xmax(pg_current_snapshot())
    AND NOT pg_visible_in_snapshot(h.tx, :snapshot::text::pg_snapshot)
  ORDER BY h.id LIMIT 50 + 1) x) AS placed;
