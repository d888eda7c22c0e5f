-- Tasks are looked for by their order only while they are open: a task that ends writes one index less, with each pick and
-- with each of ten thousand that a recall stops.
CREATE INDEX reservation_order_open ON reservation (order_id) WHERE state = 'OPEN';
DROP INDEX reservation_order;
-- Answers of some hundred kB are stored as they are: to compress those of a large recall took longer than to write them.
ALTER TABLE scan_event ALTER COLUMN facts SET STORAGE EXTERNAL;
ALTER TABLE outbox ALTER COLUMN payload SET STORAGE EXTERNAL;
