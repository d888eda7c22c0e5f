-- Waves, transfers and kits: who may write what; run last, like R__z_privileges.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO lotline_app, lotline_ledger;
GRANT INSERT ON reservation_candidates, wave_order, receiving_line TO lotline_ledger;
GRANT INSERT, UPDATE ON pick_wave TO lotline_ledger;
GRANT INSERT, DELETE ON task_holder TO lotline_ledger;
GRANT EXECUTE ON FUNCTION kit_retry() TO lotline_app;
