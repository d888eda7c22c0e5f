-- The doors and tables of shelf life, history and purchasing. Run after the functions that it names.
GRANT INSERT ON day_close, stock_checkpoint TO lotline_ledger;
GRANT SELECT ON day_close, stock_checkpoint TO lotline_app, lotline_ledger;
GRANT UPDATE (closed_at) ON purchase_order TO lotline_ledger;
GRANT SELECT ON purchase_order, purchase_line TO lotline_app, lotline_ledger;
GRANT INSERT ON purchase_order, purchase_line TO lotline_app;
GRANT EXECUTE ON FUNCTION day_close_part(bigint, text, bigint, integer, text),
  stock_as_of(bigint, bigint, timestamptz, date), purchase_lines(purchase_order), purchase_unshipped(bigint, bigint[]),
  purchase_changed(bigint) TO lotline_app;

-- what expires on which day is counted by shelf_count alone
GRANT SELECT ON shelf_day, shelf_item, shelf_item_days TO lotline_app, lotline_ledger;
GRANT INSERT, UPDATE, DELETE ON shelf_day TO lotline_ledger;
GRANT INSERT, UPDATE ON shelf_item, shelf_item_days TO lotline_ledger;
ALTER FUNCTION shelf_due(bigint, bigint) OWNER TO lotline_ledger;
ALTER FUNCTION shelf_count(bigint, bigint, bigint, integer) OWNER TO lotline_ledger;
ALTER FUNCTION shelf_now(bigint, bigint, integer) OWNER TO lotline_ledger;
REVOKE ALL ON FUNCTION shelf_due(bigint, bigint), shelf_count(bigint, bigint, bigint, integer),
  shelf_now(bigint, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shelf_count(bigint, bigint, bigint, integer), shelf_now(bigint, bigint, integer) TO lotline_app;
