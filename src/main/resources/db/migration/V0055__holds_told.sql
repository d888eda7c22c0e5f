-- Which holds a node has not told its handhelds yet: those whose transaction its last look could not see. No row is
-- rewritten, and holds of before have nobody waiting for them.
ALTER TABLE hold ADD COLUMN tx xid8;
ALTER TABLE hold ALTER COLUMN tx SET DEFAULT pg_current_xact_id();
COMMENT ON COLUMN hold.tx IS 'the transaction that placed it; NULL = before this was kept';
CREATE INDEX hold_tx ON hold (tx);
