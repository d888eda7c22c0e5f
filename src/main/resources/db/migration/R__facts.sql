-- The item that goods name, among those of one owner, or of all that the asker may see if none is named: by SKU, else by
-- barcode, else by a lot number that the receiving order announces for one item only. pack = units of one scan of that
-- barcode. In SQL, so that it becomes part of the query that asks.
CREATE OR REPLACE FUNCTION facts_item(p_owner text, p_owner_id bigint, p_owners text[], p_order bigint, p_sku text,
  p_code text, p_lot text)
RETURNS TABLE (item_id bigint, pack numeric, hits integer) LANGUAGE sql STABLE AS $$
  SELECT min(found.id), min(found.pack), count(DISTINCT found.id)::integer FROM (
    SELECT i.id, 1::numeric AS pack FROM item i WHERE i.owner_id = p_owner_id AND i.sku = p_sku
    UNION ALL
    SELECT b.item_id, b.quantity FROM item_barcode b JOIN item i ON i.id = b.item_id
    WHERE p_sku IS NULL AND b.code = p_code AND (p_owner IS NULL OR i.owner_id = p_owner_id)
      AND (p_owners IS NULL OR (SELECT o.code FROM owner o WHERE o.id = i.owner_id) = ANY (p_owners))
    UNION ALL
    SELECT x.item_id, 1 FROM receiving_lot x JOIN lot t ON t.id = x.lot_id
    WHERE p_sku IS NULL AND p_code IS NULL AND x.receiving_order_id = p_order AND t.lot_number = p_lot) found
$$;

-- The lots of an item that a label may mean: whatever it names must agree, and it names one of the two at least.
CREATE OR REPLACE FUNCTION facts_lots(p_item bigint, p_lot text, p_expiration date)
RETURNS TABLE (id bigint, lot_number text, expiration_date date) LANGUAGE sql STABLE AS $$
  SELECT t.id, t.lot_number, t.expiration_date FROM lot t
  WHERE t.item_id = p_item AND t.lot_number = p_lot AND t.expiration_date = coalesce(p_expiration, t.expiration_date)
  UNION ALL
  SELECT t.id, t.lot_number, t.expiration_date FROM lot t
  WHERE t.item_id = p_item AND t.lot_number = p_lot AND t.expiration_date IS NULL AND p_expiration IS NULL
  UNION ALL
  SELECT t.id, t.lot_number, t.expiration_date FROM lot t
  WHERE p_lot IS NULL AND t.item_id = p_item AND t.expiration_date = p_expiration
$$;
