-- Three roles hold the ledger together. The migrating user owns the tables; lotline_ledger owns the functions that
-- write them; lotline_app, which the connection pool takes on, may call those functions and nothing more.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lotline_ledger') THEN
    CREATE ROLE lotline_ledger NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lotline_app') THEN
    -- a house with one database user: its pool logs in as the owner and takes on this role
    CREATE ROLE lotline_app NOLOGIN;
    EXECUTE format('GRANT lotline_app TO %I', current_user);
  END IF;
  IF NOT pg_has_role(current_user, 'lotline_ledger', 'USAGE') THEN
    EXECUTE format('GRANT lotline_ledger TO %I', current_user);
  END IF;
END $$;

GRANT USAGE, CREATE ON SCHEMA public TO lotline_ledger;
GRANT USAGE ON SCHEMA public TO lotline_app;

-- The business clock: one row, how far "now" stands from the database's own clock. Not zero only where the clock is
-- adjustable (dev, test, demo). Every node and every function takes its "today" from here.
CREATE TABLE business_clock (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  ahead_seconds numeric NOT NULL DEFAULT 0
);
INSERT INTO business_clock DEFAULT VALUES;

CREATE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT now() + (SELECT ahead_seconds FROM business_clock)::double precision * interval '1 second'
$$;

CREATE FUNCTION business_date(zone text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (business_now() AT TIME ZONE zone)::date
$$;
