-- Doors of the ShipStream vocabulary; run after R__z_privileges.
ALTER FUNCTION stock_written_by(xid, bigint) OWNER TO lotline_ledger;
REVOKE ALL ON FUNCTION stock_written_by(xid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock_written_by(xid, bigint) TO lotline_app;
