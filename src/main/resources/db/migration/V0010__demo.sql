-- The demo warehouse is loaded at most once. A row = the load has begun; finished_at = it is complete. Its dates are
-- relative to business_date, so that a load that was killed goes on with the same documents.
CREATE TABLE demo_load (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  business_date date NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
GRANT SELECT, INSERT, UPDATE (finished_at) ON demo_load TO lotline_app;
