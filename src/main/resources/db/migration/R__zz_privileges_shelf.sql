-- The doors and tables of shelf life, history and purchasing. Run after the functions that it names.
GRANT INSERT ON day_close TO lotline_ledger;
GRANT SELECT ON day_close TO lotline_app, lotline_ledger;
GRANT EXECUTE ON FUNCTION day_close_part(bigint, text, bigint, integer, text) TO lotline_app;
