-- Holds of license plates: of what stands on them, and on the plates that stand on those.
ALTER TABLE hold DROP CONSTRAINT hold_scope_check,
  ADD CONSTRAINT hold_scope_check CHECK (scope IN ('LOT', 'LOCATION', 'PLATE'));

CREATE TABLE hold_plate (
  warehouse_id bigint NOT NULL,
  hold_id bigint NOT NULL REFERENCES hold,
  plate_id bigint NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (warehouse_id, hold_id, plate_id),
  FOREIGN KEY (warehouse_id, plate_id) REFERENCES plate (warehouse_id, id)
);
CREATE INDEX hold_plate_open ON hold_plate (warehouse_id, plate_id) WHERE released_at IS NULL;
