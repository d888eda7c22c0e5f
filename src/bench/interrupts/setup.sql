-- 10,000 holds of the past and a table to commit into; in a migrated, empty database
\set ON_ERROR_STOP 1
INSERT INTO owner (code, name, kind) VALUES ('BENCH', 'Bench', 'CUSTOMER');
INSERT INTO warehouse (code, name, time_zone) VALUES ('BENCH', 'Bench', 'UTC');
INSERT INTO hold (owner_id, scope, reason, warehouse_id, event_id, placed_by)
SELECT o.id, 'LOT', 'MANUAL', w.id, gen_random_uuid(), 'bench' FROM owner o, warehouse w, generate_series(1, 10000);
CREATE TABLE bench_commit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text);
VACUUM ANALYZE;
