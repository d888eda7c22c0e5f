-- By which transaction something was measured anew: a day on which something could not be rated is looked at again when
-- what it lacked may have come since the last look.
ALTER TABLE item_past ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE location_past ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX item_past_tx ON item_past (tx);
CREATE INDEX location_past_tx ON location_past (tx);
