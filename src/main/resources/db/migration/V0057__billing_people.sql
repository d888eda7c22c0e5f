-- People who write rate plans and close months, and see nothing else that is done in the house.
ALTER TABLE credential DROP CONSTRAINT credential_role_check,
  ADD CONSTRAINT credential_role_check CHECK (role IN ('ADMIN', 'SUPERVISOR', 'BILLING', 'DEVICE', 'INTEGRATION', 'MERCHANT'));
ALTER TABLE person DROP CONSTRAINT person_role_check,
  ADD CONSTRAINT person_role_check CHECK (role IN ('ADMIN', 'SUPERVISOR', 'BILLING', 'MERCHANT'));

-- A month that somebody wants to close where two people must: it waits for the other one. What was asked for is bound to the days as
-- they are closed (stamp) and to what is left out; if either changes, it has to be asked for again.
CREATE TABLE storage_close_asked (
  owner_id bigint NOT NULL REFERENCES owner,
  warehouse_id bigint NOT NULL REFERENCES warehouse,
  month date NOT NULL,
  stamp bigint NOT NULL,
  reason text,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner_id, warehouse_id, month)
);
ALTER TABLE storage_statement ADD COLUMN asked_by text;
COMMENT ON COLUMN storage_statement.asked_by IS 'who wanted it closed, where a second person closed it';
