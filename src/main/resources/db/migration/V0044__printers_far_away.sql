-- Printers that are not called but call: a relay in their own network fetches what is theirs. And a folder that takes files.
ALTER TABLE printer DROP CONSTRAINT printer_link_check;
ALTER TABLE printer ADD CONSTRAINT printer_link_check CHECK (link IN ('TCP', 'RELAY', 'FILE'));
ALTER TABLE printer ADD COLUMN relay text;
ALTER TABLE printer ADD CONSTRAINT printer_relay_check CHECK (link <> 'RELAY' OR relay IS NOT NULL);
COMMENT ON COLUMN printer.relay IS 'name of the credential that fetches its labels; nobody else may';
