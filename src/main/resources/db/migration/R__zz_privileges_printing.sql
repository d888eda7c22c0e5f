-- Printing is no part of the ledger: the application writes its tables; what happened is written by triggers alone.
GRANT SELECT, INSERT, UPDATE ON printer, print_job, label, printer_group TO lotline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON printer_group_member, print_rule TO lotline_app;
GRANT SELECT, INSERT ON print_command TO lotline_app;
GRANT SELECT ON print_event TO lotline_app;
GRANT SELECT, INSERT ON label_template TO lotline_app;
GRANT SELECT, INSERT, UPDATE ON label_count TO lotline_app;
GRANT UPDATE (labelled_at) ON outbox TO lotline_app;
GRANT USAGE ON SEQUENCE print_job_number, label_serial TO lotline_app;
REVOKE ALL ON FUNCTION print_job_guard(), print_job_moved(), label_moved(), print_job_id(),
  print_cancel(bigint, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION print_cancel(bigint, bigint, text) TO lotline_ledger;
GRANT EXECUTE ON FUNCTION print_job_id() TO lotline_app;
