-- Events are looked through by when they came. Rows lie in that order, so a summary of page ranges finds them, and a scan
-- pays next to nothing for it; refused ones are few, and somebody looks for them.
CREATE INDEX scan_event_recorded ON scan_event USING brin (recorded_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX scan_event_refused ON scan_event (recorded_at DESC, id DESC) WHERE verdict = 'REFUSED';
