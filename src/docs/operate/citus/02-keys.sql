-- Keys that do not hold the warehouse: exceptions.tsv says what each gives up. With the application stopped.
BEGIN;
DROP INDEX scan_event_id;
DROP INDEX adjustment_id;
DROP INDEX count_plan_id;
ALTER TABLE scan_conflict DROP CONSTRAINT scan_conflict_pkey, ADD PRIMARY KEY (warehouse_id, id);
ALTER TABLE adjustment DROP CONSTRAINT adjustment_named_quantity_id_fkey;
ALTER TABLE named_quantity DROP CONSTRAINT named_quantity_pkey, ADD PRIMARY KEY (warehouse_id, id);
COMMIT;
