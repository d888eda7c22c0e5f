-- Adjustments, counts and returns are written by the ledger's functions alone.
GRANT INSERT, UPDATE ON adjustment TO lotline_ledger;
GRANT SELECT ON adjustment, credential TO lotline_ledger;
GRANT SELECT ON adjustment TO lotline_app;
