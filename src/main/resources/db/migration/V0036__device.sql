-- What scans, and how it sends what it scanned. The code is the name of the device's credential, or what Lotline-Device
-- names.
CREATE TABLE device (
  code text PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 64),
  warehouse_id bigint NOT NULL REFERENCES warehouse,
  profile text NOT NULL,
  settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
  location text,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN device.settings IS 'knobs laid over the profile, as a scanner check found them';
COMMENT ON COLUMN device.location IS 'where it stands; a scan that names no place happens there';
GRANT SELECT, INSERT, UPDATE ON device TO lotline_app;
