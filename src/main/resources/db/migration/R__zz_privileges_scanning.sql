-- Raw scans are the application's own: they lead to the ledger only as events. Number: 1.
REVOKE ALL ON FUNCTION scan_claim(text, uuid, bigint, text, text, interval, interval),
  scan_decide(text, uuid, text), scan_done(text, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scan_claim(text, uuid, bigint, text, text, interval, interval),
  scan_decide(text, uuid, text), scan_done(text, uuid, text, text) TO lotline_app;
