-- Closes two storage days of every owner of house.sql, each in a transaction of its own as the node does, and tells how long each of the
-- days took: the first day of a month makes the lines of the roll-up, every other one goes on with them.
\set QUIET on
CREATE TEMP TABLE closed (day date, at timestamptz);
INSERT INTO closed VALUES (NULL, clock_timestamp());
SELECT format('SELECT outcome FROM storage_close(1, %s, %L, %L)', o.id, d.day, 'bench'), CASE WHEN o.id = max(o.id) OVER (PARTITION BY d.day)
  THEN format('INSERT INTO closed VALUES (%L, clock_timestamp())', d.day) END
FROM owner o CROSS JOIN (VALUES (date '2026-03-01'), (date '2026-03-02')) d (day)
WHERE EXISTS (SELECT FROM rate_plan_assignment a WHERE a.owner_id = o.id)
ORDER BY d.day, o.id \gexec
SELECT c.day, round(extract(epoch FROM c.at - lag(c.at) OVER (ORDER BY c.at)), 1) AS seconds,
  (SELECT count(*) FROM storage_accrual a WHERE a.day = c.day) AS cells
FROM closed c ORDER BY c.at OFFSET 1;
