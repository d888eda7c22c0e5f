-- Locks the gates (summary rows) of the given item × warehouse pairs in key order, makes those that are missing.
-- Called first by everything that posts or claims; a statement of its own, so that what follows sees the present.
CREATE OR REPLACE FUNCTION ledger_gate(p_warehouses bigint[], p_items bigint[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(p_warehouses, p_items) AS k (warehouse_id, item_id) WHERE NOT EXISTS (
    SELECT FROM stock_summary s WHERE s.warehouse_id = k.warehouse_id AND s.item_id = k.item_id)) THEN
    INSERT INTO stock_summary (warehouse_id, item_id, decimals)
    SELECT DISTINCT k.warehouse_id, k.item_id, i.decimals
    FROM unnest(p_warehouses, p_items) AS k (warehouse_id, item_id) JOIN item i ON i.id = k.item_id AND i.tracking
    ORDER BY k.warehouse_id, k.item_id
    ON CONFLICT DO NOTHING;
  END IF;

  PERFORM FROM stock_summary s
  WHERE (s.warehouse_id, s.item_id) IN (SELECT w, i FROM unnest(p_warehouses, p_items) AS k (w, i))
  ORDER BY s.warehouse_id, s.item_id
  FOR NO KEY UPDATE;
END $$;

-- The gates of items in this warehouse and in every other one that has them: what is given up here may be served there.
CREATE OR REPLACE FUNCTION ledger_gate_all(p_warehouse bigint, p_items bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger_gate(array_agg(g.warehouse_id), array_agg(g.item_id))
  FROM (SELECT p_warehouse AS warehouse_id, unnest(p_items) AS item_id
    UNION SELECT warehouse_id, item_id FROM stock_summary WHERE item_id = ANY (p_items)) g;
END $$;
