-- The movements of house.sql, items :from to :to - 1, so that several may load at once: 10, 10, 10 units in, 15 out, 5 in.
--   psql -v from=0 -v to=50000 -f src/bench/scale/movements.sql
SET session_replication_role = replica;
SET synchronous_commit = off;
INSERT INTO movement (warehouse_id, id, event_id, line, kind, owner_id, item_id, lot_id, from_location, from_state, to_location,
  to_state, quantity, from_stock, from_version, to_stock, to_version, gate_seq, actor, device, business_date, occurred_at, recorded_at)
SELECT 900001, (s.stock - 100000000) * 5 + m.k, md5('scale ' || s.n / 10)::uuid, s.n % 10 * 500 + s.place * 5 + m.k, 'ADJUST',
  900001, 9000000 + s.n, 9000000 + s.n * 50 + s.place / 2,
  CASE WHEN m.units > 0 THEN 900003 ELSE s.location END, CASE WHEN m.units < 0 THEN 'AVAILABLE' END,
  CASE WHEN m.units > 0 THEN s.location ELSE 900003 END, CASE WHEN m.units > 0 THEN 'AVAILABLE' END, abs(m.units),
  CASE WHEN m.units < 0 THEN s.stock END, CASE WHEN m.units < 0 THEN m.k END, CASE WHEN m.units > 0 THEN s.stock END,
  CASE WHEN m.units > 0 THEN m.k END, s.place * 5 + m.k, 'bench', 'BENCH', (now() - m.ago)::date, now() - m.ago, now() - m.ago
FROM (SELECT n, place, 100000000 + n * 100 + place AS stock,
    9000001 + (n * 100 + place)::bigint * 7919 % (SELECT count(*) FROM location WHERE id > 9000000) AS location
  FROM generate_series(:from, :to - 1) n, generate_series(0, 99) place) s,
  (VALUES (1, 10, interval '150 days'), (2, 10, interval '120 days'), (3, 10, interval '90 days'), (4, -15, interval '60 days'),
    (5, 5, interval '30 days')) m (k, units, ago);
