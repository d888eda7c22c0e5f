BEGIN;
INSERT INTO bench_commit (text) VALUES ('a scan');
NOTIFY bench;
COMMIT;
