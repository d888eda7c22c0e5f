-- What a scan must know before it is judged, looked up key by key. Functions and not joins: each step keeps its plan and
-- is skipped when the scan does not need it, which costs a tenth of starting one wide join for every scan.

-- The item that goods name: by SKU, else by barcode, else by a lot number that the receiving order announces for one
-- item only. hits = how many items the name fits; pack = units of one scan of that barcode.
CREATE OR REPLACE FUNCTION facts_item(p_owner bigint, p_order bigint, p_sku text, p_code text, p_lot text,
  OUT item_id bigint, OUT pack numeric, OUT hits integer)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_sku IS NOT NULL THEN
    SELECT i.id, 1, 1 INTO item_id, pack, hits FROM item i WHERE i.owner_id = p_owner AND i.sku = p_sku;
  ELSIF p_code IS NOT NULL THEN
    SELECT min(b.item_id), min(b.quantity), count(*) INTO item_id, pack, hits
    FROM item_barcode b JOIN item i ON i.id = b.item_id
    WHERE b.code = p_code AND i.owner_id = coalesce(p_owner, i.owner_id);
  ELSE
    SELECT min(x.item_id), 1, count(DISTINCT x.item_id) INTO item_id, pack, hits
    FROM receiving_lot x JOIN lot t ON t.id = x.lot_id
    WHERE x.receiving_order_id = p_order AND t.lot_number = p_lot;
  END IF;
  hits := coalesce(hits, 0);
END $$;

-- The lots of an item that a label may mean: whatever it names must agree.
CREATE OR REPLACE FUNCTION facts_lots(p_item bigint, p_lot text, p_expiration date) RETURNS SETOF lot
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  IF p_lot IS NULL THEN
    RETURN QUERY SELECT t.* FROM lot t WHERE t.item_id = p_item AND t.expiration_date = p_expiration;
  ELSIF p_expiration IS NULL THEN
    RETURN QUERY SELECT t.* FROM lot t WHERE t.item_id = p_item AND t.lot_number = p_lot;
  ELSE
    RETURN QUERY SELECT t.* FROM lot t WHERE t.item_id = p_item AND t.lot_number = p_lot
      AND t.expiration_date = p_expiration;
  END IF;
END $$;
