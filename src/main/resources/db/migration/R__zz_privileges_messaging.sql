-- The relays keep their own marks; no event is changed, and only old ones that were told are deleted, by the function.
GRANT SELECT, USAGE ON SEQUENCE outbox_number TO lotline_app;
GRANT USAGE ON SEQUENCE outbox_number TO lotline_ledger;
GRANT SELECT, UPDATE ON relay TO lotline_app;
GRANT SELECT ON outbox_past TO lotline_app, lotline_ledger;
GRANT SELECT ON relay TO lotline_ledger;
GRANT UPDATE ON outbox_past TO lotline_ledger;
GRANT DELETE ON outbox TO lotline_ledger;
ALTER FUNCTION outbox_forget(interval, integer) OWNER TO lotline_ledger;
REVOKE ALL ON FUNCTION outbox_mark(bigint), outbox_next(bigint, bigint, integer, integer),
  outbox_forget(interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_mark(bigint), outbox_next(bigint, bigint, integer, integer),
  outbox_forget(interval, integer) TO lotline_app;
GRANT SELECT, INSERT, UPDATE ON webhook TO lotline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_delivery TO lotline_app;
GRANT SELECT, INSERT, DELETE ON inbox, dead_letter TO lotline_app;
