-- I24 labels
-- when: every committed snapshot · severity: high
-- A job has its request in the outbox and as many labels as it says; nobody holds one in flight who is gone; what is
-- decided about a job is decided about its labels.
SELECT 'print job ' || id AS subject, 'its request in the outbox' AS expected, 'none' AS found, created_at AS since
FROM print_job j
WHERE NOT EXISTS (SELECT FROM outbox x WHERE x.warehouse_id = j.warehouse_id AND x.id = j.outbox_id)
UNION ALL
SELECT 'print job ' || j.id, j.labels || ' labels', count(l.serial)::text, j.created_at
FROM print_job j LEFT JOIN label l ON l.job_id = j.id
GROUP BY j.id HAVING count(l.serial) <> j.labels
UNION ALL
SELECT 'print job ' || id || ' of ' || changed_by, 'a lease that is renewed', 'ended ' || lease_until, lease_until
FROM print_job WHERE state IN ('SENDING', 'SENT') AND lease_until < now() - interval '60 seconds'
UNION ALL
SELECT 'label ' || l.serial, 'decided like its job, ' || j.state, l.state, j.changed_at
FROM label l JOIN print_job j ON j.id = l.job_id
WHERE j.state IN ('CONFIRMED', 'CANCELLED', 'VOIDED') AND l.state NOT IN ('CONFIRMED', 'VOIDED')
