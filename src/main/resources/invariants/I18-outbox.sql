-- I18 outbox
-- when: every committed snapshot · severity: high
-- Every accepted change leaves an outbox row in its own transaction (those of long ago were told and forgotten); rows
-- that the ledger wrote (they name movements) belong to an event; behind a relay's mark there are as many rows as it has
-- told, so that none was passed by before it was there.
SELECT 'event ' || e.id AS subject, 'an outbox row' AS expected, 'none' AS found, e.recorded_at AS since
FROM scan_event e
WHERE e.verdict <> 'REFUSED' AND e.recorded_at >= (SELECT before FROM outbox_past)
  AND NOT EXISTS (SELECT FROM outbox x WHERE x.warehouse_id = e.warehouse_id AND x.event_id = e.id)
UNION ALL
SELECT 'outbox ' || x.id || ' in warehouse ' || x.warehouse_id, 'its event', 'none', x.recorded_at
FROM outbox x
WHERE x.payload ? 'movements'
  AND NOT EXISTS (SELECT FROM scan_event e WHERE e.warehouse_id = x.warehouse_id AND e.id = x.event_id)
UNION ALL
SELECT 'relay ' || r.name, (c.rows + p.forgotten) || ' events told up to ' || r.told_to, r.told::text, r.told_at
FROM relay r, outbox_past p,
  LATERAL (SELECT count(*) AS rows FROM outbox WHERE id <= r.told_to AND topic <> 'lotline.label') c
WHERE r.told <> c.rows + p.forgotten
