-- What a scan writes, made lighter. Every statement reads its CHECKs and generated columns anew, so they are kept short;
-- a column that changes with every scan stands in no index, so that its update stays on the page.

-- a domain is checked where a state is set, a CHECK whenever any column of the row changes
CREATE DOMAIN stock_state AS text CHECK (VALUE IN
  ('RECEIVED', 'STOWED', 'AVAILABLE', 'PICKED', 'QUARANTINED', 'SHORT_DATED', 'DAMAGED'));
ALTER TABLE stock DROP CONSTRAINT stock_state_check, ALTER COLUMN state TYPE stock_state,
  DROP CONSTRAINT stock_decimals,
  ADD CONSTRAINT stock_decimals CHECK (greatest(min_scale(quantity), min_scale(reserved)) <= decimals);

ALTER TABLE stock_summary DROP CONSTRAINT stock_summary_decimals,
  ADD CONSTRAINT stock_summary_decimals CHECK (greatest(min_scale(received), min_scale(stowed), min_scale(available),
    min_scale(allocated), min_scale(expected)) <= decimals);

CREATE DOMAIN verdict AS text CHECK (VALUE IN ('OK', 'WARN', 'REFUSED'));
ALTER TABLE scan_event DISABLE TRIGGER scan_event_is_final;
DROP INDEX scan_event_undone_once;
ALTER TABLE scan_event DROP CONSTRAINT scan_event_verdict_check, ALTER COLUMN verdict TYPE verdict,
  ADD COLUMN undoes uuid;
UPDATE scan_event SET undoes = undo_of WHERE undo_of IS NOT NULL AND verdict <> 'REFUSED';
ALTER TABLE scan_event ENABLE TRIGGER scan_event_is_final;
CREATE UNIQUE INDEX scan_event_undone_once ON scan_event (warehouse_id, undoes) WHERE undoes IS NOT NULL;

-- its plan is kept, where one in SQL would be made again by every caller
CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN now() + (SELECT ahead_seconds FROM business_clock WHERE one)::double precision * interval '1 second';
END $$;
CREATE OR REPLACE FUNCTION business_date(zone text) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (business_now() AT TIME ZONE zone)::date;
END $$;

-- the business date of the warehouse, the same for a whole batch
ALTER TYPE posting ADD ATTRIBUTE today date;

-- A judged event on its way into scan_event and outbox.
CREATE TYPE closing AS (
  warehouse_id bigint,
  id uuid,
  operation text,
  item_id bigint,
  verdict text,
  code text,
  facts jsonb,
  movements bigint[]
);
DROP FUNCTION IF EXISTS event_open(jsonb);
DROP FUNCTION IF EXISTS event_close(posting, posted);
