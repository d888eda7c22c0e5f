-- The number of the transaction that wrote a row, from the 32 bits that every row keeps of it; p_next = the next number
-- to be given out. A row that was written longer ago than 32 bits can tell looks newer than it is, never older.
CREATE OR REPLACE FUNCTION stock_written_by(p_xmin xid, p_next bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_next - ((p_next - p_xmin::text::bigint) % 4294967296 + 4294967296) % 4294967296
$$;
