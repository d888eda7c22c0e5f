-- Jobs, batches and what they refuse by themselves are written by the application; what touches stock by the ledger.
GRANT SELECT, INSERT ON position_epoch TO lotline_ledger;
GRANT SELECT, INSERT, UPDATE ON named_quantity TO lotline_ledger;
GRANT SELECT, INSERT ON load_result TO lotline_ledger, lotline_app;
GRANT SELECT, INSERT, UPDATE ON load_batch TO lotline_app;
GRANT SELECT, INSERT ON load_job TO lotline_app;
GRANT SELECT ON position_epoch, named_quantity TO lotline_app;
