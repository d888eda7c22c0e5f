-- Who may write what. Run after the functions above: they all belong to lotline_ledger; four of them are doors.
-- Change the number when a function is added, so that this runs again: 18.
DO $$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proname ~ ('^(ledger_|claims_|post_|event_|receiving_|order_|lot_|undo_|stock_|item_free_state|gate_seq|hold_|'
      || 'trace_|count_|adjust_|return_|shelf_|day_|kit_|transfer_|wave_|plate_|replenish_|purchase_)')
    AND p.proname <> 'lot_item_guard'
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO lotline_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO lotline_app, lotline_ledger;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lotline_app, lotline_ledger;

-- the ledger's own tables
GRANT INSERT, UPDATE ON stock, stock_summary, slot, reservation, picked, scan_event TO lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON allocation TO lotline_ledger;
GRANT INSERT ON movement, reservation_choice, outbox, scan_conflict, shipment, shipment_line, lot_decision
  TO lotline_ledger;
GRANT INSERT, UPDATE ON lot, receiving_lot, receiving_exception, receiving_order, order_line, customer_order
  TO lotline_ledger;

-- nouns and documents
GRANT INSERT, UPDATE ON owner, item, warehouse, building, location, lot, receiving_order, receiving_exception
  TO lotline_app;
GRANT INSERT, UPDATE, DELETE ON item_barcode, component TO lotline_app;
GRANT INSERT ON receiving_line, receiving_lot, customer_order, order_line, outbox TO lotline_app;
GRANT UPDATE (ahead_seconds) ON business_clock TO lotline_app;

GRANT EXECUTE ON FUNCTION ledger_post(jsonb), ledger_command(jsonb), claims_allocate(bigint),
  receiving_announce(bigint), lot_refusal(text, date, integer, date), lot_usable(bigint, integer, date),
  claims_candidates(bigint, order_line, bigint) TO lotline_app;
