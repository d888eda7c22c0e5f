-- Which lots are still awaited, as a column that changes once: an index over what each scan counts would make each scan
-- write all indexes of its row.
DROP INDEX receiving_lot_open;
ALTER TABLE receiving_lot ADD COLUMN awaited boolean NOT NULL GENERATED ALWAYS AS (received < expected) STORED;
CREATE INDEX receiving_lot_open ON receiving_lot (item_id, lot_id) WHERE awaited;
