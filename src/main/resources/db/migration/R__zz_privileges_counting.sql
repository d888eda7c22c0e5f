-- Adjustments, counts and returns are written by the ledger's functions alone.
GRANT INSERT, UPDATE ON adjustment, count_plan, count_line, return_order, return_line, returned TO lotline_ledger;
GRANT SELECT ON adjustment, count_plan, count_line, return_order, return_line, returned, credential TO lotline_ledger;
GRANT SELECT ON adjustment, count_plan, count_line, return_order, return_line, returned TO lotline_app;
