-- Holds and their accounts are written by the ledger's functions alone; the application reads them.
GRANT SELECT ON hold, hold_lot, hold_place, hold_plate, hold_stock, hold_decision TO lotline_app, lotline_ledger;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lotline_ledger;
GRANT INSERT, UPDATE ON hold, hold_lot, hold_place, hold_plate TO lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON hold_stock TO lotline_ledger;
GRANT INSERT ON hold_decision TO lotline_ledger;
-- to lock a place while it is being held
GRANT UPDATE (locked) ON location TO lotline_ledger;

GRANT EXECUTE ON FUNCTION hold_what_if(jsonb), hold_of_place(bigint, bigint, bigint, bigint),
  hold_plates(bigint[]) TO lotline_app;
