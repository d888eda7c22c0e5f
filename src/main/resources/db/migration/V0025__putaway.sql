-- What a place must be for an item: kept at this temperature (refused elsewhere), best stored so (preferred only).
-- NULL = any place will do.
ALTER TABLE item
  ADD COLUMN temperature_class text CHECK (length(temperature_class) BETWEEN 1 AND 64),
  ADD COLUMN storage_class text CHECK (storage_class IN ('BIN', 'SHELF', 'PALLET'));
