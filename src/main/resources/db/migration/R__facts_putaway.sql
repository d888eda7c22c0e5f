-- What putting away must know. The lot is one that the order received if an order is named, else one that stands in the
-- place. order_id, item_id, row_id, from_id and to_id are NULL where there is none such.
CREATE OR REPLACE FUNCTION facts_putaway(p_warehouse bigint, p_owner text, p_reference text, p_sku text, p_code text,
  p_lot text, p_expiration date, p_from text, p_to text,
  OUT order_id bigint, OUT item_id bigint, OUT owner_id bigint, OUT sku text, OUT lot_tracked boolean,
  OUT decimals smallint, OUT pack numeric, OUT hits integer, OUT lot_id bigint, OUT lot_number text,
  OUT expiration_date date, OUT known boolean, OUT row_id bigint, OUT from_id bigint, OUT from_code text,
  OUT from_state text, OUT to_id bigint, OUT to_stow numeric)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_owner bigint;
BEGIN
  SELECT o.id INTO v_owner FROM owner o WHERE o.code = p_owner;
  IF p_reference IS NOT NULL THEN
    SELECT o.id INTO order_id FROM receiving_order o
    WHERE o.owner_id = v_owner AND o.reference = p_reference AND o.warehouse_id = p_warehouse;
    SELECT sum(x.received - x.stowed) INTO to_stow FROM receiving_lot x WHERE x.receiving_order_id = order_id;
  END IF;
  to_stow := coalesce(to_stow, 0);
  SELECT l.id INTO to_id FROM location l WHERE l.warehouse_id = p_warehouse AND l.code = p_to;
  SELECT l.id, l.code INTO from_id, from_code FROM location l WHERE l.warehouse_id = p_warehouse AND l.code = p_from;

  SELECT f.item_id, f.pack, f.hits INTO item_id, pack, hits FROM facts_item(v_owner, order_id, p_sku, p_code, p_lot) f;
  SELECT i.owner_id, i.sku, i.lot_tracked, i.decimals INTO owner_id, sku, lot_tracked, decimals
  FROM item i WHERE i.id = facts_putaway.item_id;
  IF lot_tracked THEN
    SELECT t.id, t.lot_number, t.expiration_date, true, x.id INTO lot_id, lot_number, expiration_date, known, row_id
    FROM facts_lots(facts_putaway.item_id, p_lot, p_expiration) t
    LEFT JOIN receiving_lot x ON x.receiving_order_id = order_id AND x.item_id = t.item_id AND x.lot_id = t.id
    ORDER BY (x.received > x.stowed) DESC NULLS LAST, x.id NULLS LAST, EXISTS (SELECT FROM stock s
      WHERE s.warehouse_id = p_warehouse AND s.item_id = t.item_id AND s.lot_key = t.id AND s.location_id = from_id
        AND s.quantity > 0) DESC, t.id
    LIMIT 1;
  ELSE
    SELECT x.id INTO row_id FROM receiving_lot x
    WHERE x.receiving_order_id = order_id AND x.item_id = facts_putaway.item_id AND x.lot_id IS NULL
    ORDER BY (x.received > x.stowed) DESC, x.id LIMIT 1;
    known := true;
  END IF;

  -- where the goods stand; with no place named, the place with most of them
  IF p_from IS NULL THEN
    SELECT s.location_id, l.code, s.state INTO from_id, from_code, from_state
    FROM stock s JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
    WHERE s.warehouse_id = p_warehouse AND s.item_id = facts_putaway.item_id
      AND s.lot_key = coalesce(facts_putaway.lot_id, 0) AND s.quantity > 0
      AND s.state <> 'PICKED' AND (order_id IS NULL OR s.state = 'RECEIVED')
    ORDER BY (s.state = 'AVAILABLE') DESC, s.quantity DESC LIMIT 1;
  ELSE
    SELECT s.state INTO from_state FROM stock s
    WHERE s.warehouse_id = p_warehouse AND s.item_id = facts_putaway.item_id
      AND s.lot_key = coalesce(facts_putaway.lot_id, 0) AND s.location_id = from_id AND s.quantity > 0
      AND s.state <> 'PICKED' AND (order_id IS NULL OR s.state = 'RECEIVED')
    ORDER BY (s.state = 'AVAILABLE') DESC, s.quantity DESC LIMIT 1;
  END IF;
END $$;
