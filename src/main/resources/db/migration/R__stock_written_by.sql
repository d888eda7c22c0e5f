-- The number of the transaction that wrote a row, from the 32 bits that every row keeps of it; p_next = the next number
-- to be given out. A row that was written longer ago than 32 bits can tell looks newer than it is, never older.
CREATE OR REPLACE FUNCTION stock_written_by(p_xmin xid, p_next bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_next - ((p_next - p_xmin::text::bigint) % 4294967296 + 4294967296) % 4294967296
$$;

-- Items of which a figure may have changed since a moment: written by the transaction that was the oldest open one then, or
-- by a later one (change_mark). Demand that came or went counts, and so do a kit's parts. Told without regard to warehouses:
-- rather too much than too little.
CREATE OR REPLACE FUNCTION stock_changed(p_since bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH next AS MATERIALIZED (
    SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS tx
  ), moved AS MATERIALIZED (
    SELECT s.item_id FROM stock_summary s CROSS JOIN next WHERE stock_written_by(s.xmin, next.tx) >= p_since
  )
  SELECT item_id FROM moved
  UNION ALL SELECT c.item_id FROM component c CROSS JOIN next
    WHERE stock_written_by(c.xmin, next.tx) >= p_since OR c.component_id IN (SELECT item_id FROM moved)
  UNION ALL SELECT l.item_id FROM order_line l CROSS JOIN next
    WHERE l.backordered > 0 AND stock_written_by(l.xmin, next.tx) >= p_since
  UNION ALL SELECT l.item_id FROM customer_order r JOIN order_line l ON l.order_id = r.id CROSS JOIN next
    WHERE r.cancelled_at IS NOT NULL AND stock_written_by(r.xmin, next.tx) >= p_since
  UNION ALL SELECT i.id FROM item i CROSS JOIN next WHERE stock_written_by(i.xmin, next.tx) >= p_since
$$;
