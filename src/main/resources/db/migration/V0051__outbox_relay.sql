-- Telling the world what happened, in order and without a gap. A number is drawn only by a transaction that has its id:
-- so whoever reads the highest number first, and the open transactions after it, knows who may still bring a lower one.
CREATE SEQUENCE outbox_number AS bigint;
SELECT setval('outbox_number', coalesce((SELECT max(id) FROM outbox), 0) + 1, false);
ALTER TABLE outbox ALTER COLUMN id DROP IDENTITY;
ALTER TABLE outbox ALTER COLUMN id
  SET DEFAULT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('outbox_number') END;
ALTER SEQUENCE outbox_number OWNED BY outbox.id;
-- what has been told is a mark in the relay, not a note on every row
DROP INDEX outbox_unsent;
ALTER TABLE outbox DROP COLUMN sent_at;
CREATE INDEX outbox_order ON outbox (id);

-- Who tells, and how far it has come: every event up to told_to has been told.
CREATE TABLE relay (
  name text PRIMARY KEY,
  told_to bigint NOT NULL DEFAULT 0,
  told bigint NOT NULL DEFAULT 0,
  told_at timestamptz,
  holder uuid,
  held_until timestamptz NOT NULL DEFAULT '-infinity',
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  failure text,
  CHECK ((failures = 0) = (failing_since IS NULL))
);
COMMENT ON COLUMN relay.told IS 'how many events that was, for I18';
COMMENT ON COLUMN relay.holder IS 'the one node that tells; another may when held_until has passed';
INSERT INTO relay (name) VALUES ('bus'), ('webhooks');

-- What was told long ago is forgotten, oldest first.
CREATE TABLE outbox_past (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  forgotten_to bigint NOT NULL DEFAULT 0,
  forgotten bigint NOT NULL DEFAULT 0,
  before timestamptz NOT NULL DEFAULT '-infinity'
);
COMMENT ON COLUMN outbox_past.before IS 'no event of that time or later was forgotten';
INSERT INTO outbox_past DEFAULT VALUES;
