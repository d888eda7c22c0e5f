-- Devices that send one raw scan at a time: what is open on each of them, and every scan with its answer.
CREATE TABLE scan_context (
  device text PRIMARY KEY REFERENCES device,
  state text NOT NULL DEFAULT '{}',
  last_seq bigint,
  holder uuid,
  held_until timestamptz,
  touched_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
COMMENT ON COLUMN scan_context.holder IS 'the scan that is being worked on; nobody else may work for this device until held_until';

CREATE TABLE raw_scan (
  device text NOT NULL REFERENCES device,
  id uuid NOT NULL,
  seq bigint,
  payload_hash text NOT NULL,
  payload text NOT NULL,
  decided text,
  reply text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (device, id)
);
CREATE UNIQUE INDEX raw_scan_seq ON raw_scan (device, seq) WHERE seq IS NOT NULL;
CREATE INDEX raw_scan_age ON raw_scan (device, recorded_at);
COMMENT ON COLUMN raw_scan.decided IS 'the event it became, written before it is posted: after a crash the same event is posted again';
COMMENT ON COLUMN scan_context.state IS 'JSON as text: a scan may hold what jsonb does not, such as NUL';
GRANT SELECT, INSERT, UPDATE, DELETE ON scan_context, raw_scan TO lotline_app;
