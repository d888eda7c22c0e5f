-- What a receipt must know. order_id, item_id, dock_id and row_id are NULL where there is none such.
CREATE OR REPLACE FUNCTION facts_receive(p_warehouse bigint, p_owner text, p_reference text, p_sku text, p_code text,
  p_lot text, p_expiration date, p_location text,
  OUT order_id bigint, OUT owner_id bigint, OUT closed boolean, OUT item_id bigint, OUT sku text, OUT active boolean,
  OUT tracking boolean, OUT lot_tracked boolean, OUT decimals smallint, OUT pack numeric, OUT hits integer,
  OUT dock_id bigint, OUT dock_type text, OUT row_id bigint, OUT lot_id bigint, OUT lot_number text,
  OUT expiration_date date, OUT on_order boolean, OUT still_expected numeric)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT o.id, o.owner_id, coalesce(o.closed_at, o.cancelled_at) IS NOT NULL INTO order_id, owner_id, closed
  FROM owner w JOIN receiving_order o ON o.owner_id = w.id
  WHERE w.code = p_owner AND o.reference = p_reference AND o.warehouse_id = p_warehouse;
  SELECT l.id, l.type INTO dock_id, dock_type FROM location l WHERE l.warehouse_id = p_warehouse AND l.code = p_location;
  SELECT f.item_id, f.pack, f.hits INTO item_id, pack, hits FROM facts_item(owner_id, order_id, p_sku, p_code, p_lot) f;
  SELECT i.sku, i.status = 'ACTIVE', i.tracking, i.lot_tracked, i.decimals
  INTO sku, active, tracking, lot_tracked, decimals
  FROM item i WHERE i.id = facts_receive.item_id;

  -- every field that both the label and the announcement give must agree, and at least one must
  SELECT x.id, x.lot_id, t.lot_number, t.expiration_date INTO row_id, lot_id, lot_number, expiration_date
  FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id
  WHERE x.receiving_order_id = order_id AND x.item_id = facts_receive.item_id
    AND (NOT facts_receive.lot_tracked OR (
      coalesce(t.lot_number = p_lot, true) AND coalesce(t.expiration_date = p_expiration, true)
      AND coalesce(t.lot_number = p_lot, t.expiration_date = p_expiration)))
  ORDER BY (t.lot_number IS NOT DISTINCT FROM p_lot)::int
      + (t.expiration_date IS NOT DISTINCT FROM p_expiration)::int DESC,
    (x.received < x.expected) DESC, x.id
  LIMIT 1;
  SELECT coalesce(bool_or(x.item_id = facts_receive.item_id), false),
    coalesce(sum(greatest(x.expected - x.received, 0)), 0) INTO on_order, still_expected
  FROM receiving_lot x WHERE x.receiving_order_id = order_id;
END $$;
