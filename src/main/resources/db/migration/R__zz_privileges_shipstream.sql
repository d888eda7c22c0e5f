-- Doors of the ShipStream vocabulary; run after R__z_privileges.
ALTER FUNCTION stock_written_by(xid, bigint) OWNER TO lotline_ledger;
REVOKE ALL ON FUNCTION stock_written_by(xid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_written_by(xid, bigint) TO lotline_app;
ALTER FUNCTION stock_changed(bigint) OWNER TO lotline_ledger;
REVOKE ALL ON FUNCTION stock_changed(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_changed(bigint) TO lotline_app;
