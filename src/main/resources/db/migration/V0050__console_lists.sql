-- What is open stays few however long a house has been running: the console counts and lists it by these.
CREATE INDEX receiving_exception_open ON receiving_exception (receiving_order_id) WHERE state = 'OPEN';
CREATE INDEX hold_open ON hold (id) WHERE closed_at IS NULL;
-- What is held somewhere, for the sum of it; of the balances that scans change every second it keeps none
CREATE INDEX stock_summary_held ON stock_summary (warehouse_id, item_id) INCLUDE (quarantined, short_dated, damaged)
  WHERE quarantined + short_dated + damaged > 0;
-- Everything that was ever asked for, of one merchant, newest first
CREATE INDEX customer_order_owner ON customer_order (owner_id, id);
CREATE INDEX receiving_order_owner ON receiving_order (owner_id, id);
-- What expires next, of all items
CREATE INDEX lot_expires ON lot (expiration_date, item_id) WHERE expiration_date IS NOT NULL;
-- A SKU that is typed in either case
CREATE INDEX item_sku_any_case ON item (lower(sku));
