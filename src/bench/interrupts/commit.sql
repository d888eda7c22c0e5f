BEGIN;
INSERT INTO bench_commit (text) VALUES ('a scan');
COMMIT;
