-- I18 outbox
-- when: every committed snapshot · severity: high
-- Every accepted change leaves an outbox row in its own transaction; rows that the ledger wrote (they name movements)
-- belong to an event; of one key the earlier row is sent first.
SELECT 'event ' || e.id AS subject, 'an outbox row' AS expected, 'none' AS found, e.recorded_at AS since
FROM scan_event e
WHERE e.verdict <> 'REFUSED'
  AND NOT EXISTS (SELECT FROM outbox x WHERE x.warehouse_id = e.warehouse_id AND x.event_id = e.id)
UNION ALL
SELECT 'outbox ' || x.id || ' in warehouse ' || x.warehouse_id, 'its event', 'none', x.recorded_at
FROM outbox x
WHERE x.payload ? 'movements'
  AND NOT EXISTS (SELECT FROM scan_event e WHERE e.warehouse_id = x.warehouse_id AND e.id = x.event_id)
UNION ALL
SELECT 'outbox ' || id || ' in warehouse ' || warehouse_id, 'sent after the earlier rows of key ' || key, 'sent before',
  sent_at
FROM (
  SELECT *, max(coalesce(sent_at, 'infinity')) OVER (PARTITION BY warehouse_id, topic, key ORDER BY id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
  FROM outbox) x
WHERE sent_at < earlier
