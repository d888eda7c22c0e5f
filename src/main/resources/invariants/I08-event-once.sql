-- I08 event once
-- when: every committed snapshot, held by UNIQUE · severity: critical
-- No event is there twice, under its id, its device's sequence or its content; and no movement is there that no event
-- counts. Balances alone do not see a scan that was applied twice: this does.
SELECT 'event ' || id AS subject, 'once' AS expected, count(*) || ' times' AS found, max(recorded_at) AS since
FROM scan_event GROUP BY id HAVING count(*) > 1
UNION ALL
SELECT 'device ' || device || ' sequence ' || seq || ' in warehouse ' || warehouse_id, 'one event',
  count(*) || ' events', max(recorded_at)
FROM scan_event WHERE seq IS NOT NULL GROUP BY warehouse_id, device, seq HAVING count(*) > 1
UNION ALL
SELECT 'device ' || device || ' event ' || min(id::text), 'one event of this content and moment', count(*) || ' events',
  max(recorded_at)
FROM scan_event WHERE seq IS NOT NULL AND verdict <> 'REFUSED'
GROUP BY warehouse_id, device, effect_hash, at HAVING count(*) > 1
UNION ALL
SELECT 'ledger', e.lines || ' movements', m.n || ' movements', NULL
FROM (SELECT coalesce(sum(lines), 0) AS lines FROM scan_event) e, (SELECT count(*) AS n FROM movement) m
WHERE e.lines <> m.n
