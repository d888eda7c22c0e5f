-- In which document a label was counted by which scan: a second scan of the same piece of paper is asked about.
CREATE TABLE label_count (
  warehouse_id bigint NOT NULL REFERENCES warehouse,
  serial text NOT NULL REFERENCES label,
  document text NOT NULL,
  event_id uuid NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (warehouse_id, serial, document)
);
COMMENT ON COLUMN label_count.event_id IS 'the scan that counts it; it counts only if it was booked and not undone';
