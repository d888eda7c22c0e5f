-- Accruals, their roll-up and statements are written by the close alone; plans by the application. Run last. Number: 4.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proname LIKE 'storage\_%' AND p.proname NOT IN ('storage_partition', 'storage_forget')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lotline_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT SELECT ON rate_plan, rate_plan_version, rate_plan_assignment, item_past, location_past, storage_accrual, storage_month,
  storage_level, storage_day, storage_unrated, storage_since, storage_seen, storage_statement, storage_statement_line,
  plate_content_past, plate_past, storage_close_asked, storage_forgotten TO lotline_app, lotline_ledger;
GRANT INSERT ON storage_accrual, storage_day, storage_statement, storage_statement_line, plate_content_past, plate_past TO lotline_ledger;
GRANT INSERT, UPDATE ON storage_since, storage_seen TO lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON storage_month, storage_level, storage_unrated, storage_close_asked TO lotline_ledger;
GRANT SELECT (name, revoked_at) ON credential TO lotline_ledger;
GRANT SELECT (name, disabled_at) ON person TO lotline_ledger;
GRANT INSERT ON rate_plan TO lotline_app;
GRANT INSERT, UPDATE ON rate_plan_version TO lotline_app;
GRANT INSERT, UPDATE, DELETE ON rate_plan_assignment TO lotline_app;
GRANT EXECUTE ON FUNCTION storage_close(bigint, bigint, date, text), storage_due(bigint), storage_stand(),
  storage_looked(bigint, bigint, text), storage_plan(bigint, bigint, date), storage_cells(bigint, bigint, date, boolean, jsonb, bigint[]),
  storage_state(bigint, bigint, date, bigint, jsonb, jsonb, text),
  storage_ask(bigint, bigint, date, bigint, text, text),
  storage_price_total(bigint, bigint, date, boolean, date, integer, jsonb, integer),
  storage_price_page(bigint, bigint, date, boolean, date, integer, jsonb, integer, text, text[], integer),
  storage_price_coming(bigint, bigint, date, boolean, date, integer, jsonb, integer, integer),
  storage_price_item(bigint, bigint, date, boolean, date, integer, jsonb, integer, text) TO lotline_app;
GRANT EXECUTE ON FUNCTION storage_receipts(bigint, bigint, date), storage_plates(bigint, bigint, date) TO lotline_app;
GRANT EXECUTE ON FUNCTION storage_part(numeric, numeric, numeric, integer) TO lotline_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lotline_ledger, lotline_app;
