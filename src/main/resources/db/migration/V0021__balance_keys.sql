-- Balance rows are born in ledger_rows alone, from rows of item and lot that were just read, and nobody may delete those.
-- PostgreSQL checks a foreign key of a new row once when it is inserted and again when the same transaction updates it,
-- as every first move into a place does: four look-ups a row that can't fail. Two keys stay: one lot in a place that
-- takes only one, which can fail, and the place, whose lock holds newcomers back while it is being held (hold_gate).
ALTER TABLE stock DROP CONSTRAINT stock_item_id_fkey, DROP CONSTRAINT stock_lot_id_fkey;
