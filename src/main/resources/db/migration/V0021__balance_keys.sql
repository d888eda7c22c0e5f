-- Balance rows are born in ledger_rows alone, from rows of item, lot and location that it has just read, and nobody may
-- delete those. PostgreSQL checks a foreign key of a new row once when it is inserted and again when the same transaction
-- updates it, as every first move into a place does: six look-ups a row that can't fail. The key that can fail, one lot
-- in a place that takes only one, stays.
ALTER TABLE stock DROP CONSTRAINT stock_item_id_fkey, DROP CONSTRAINT stock_lot_id_fkey,
  DROP CONSTRAINT stock_warehouse_id_location_id_fkey;
