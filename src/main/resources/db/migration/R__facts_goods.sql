-- What a count, a return, damage or disposal must know of the goods and the place it names, one row per question in
-- their order. item_id, lot_id, place_id NULL = none such; hits = how many items the name fits; owners = whose goods the
-- asker may see, NULL = everybody's. Of lots with the same number the one that stands in the place, else the older one.
CREATE OR REPLACE FUNCTION facts_goods(p_asked jsonb)
RETURNS TABLE (item_id bigint, owner_id bigint, sku text, tracking boolean, lot_tracked boolean, decimals integer,
  pack numeric, hits integer, lot_pattern text, lot_id bigint, lot_number text, expiration_date date, place_id bigint,
  order_id bigint, return_id bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT i.id, i.owner_id, i.sku, i.tracking, i.lot_tracked, i.decimals, f.pack, coalesce(f.hits, 0),
    i.lot_number_pattern, t.id, t.lot_number, t.expiration_date, l.id, o.id, NULL::bigint
  FROM jsonb_to_recordset(p_asked) AS a (n integer, warehouse bigint, owner text, sku text, code text, lot text,
    expiration date, location text, "orderOwner" text, "order" text, owners text[])
  LEFT JOIN owner ow ON ow.code = a.owner AND (a.owners IS NULL OR ow.code = ANY (a.owners))
  LEFT JOIN location l ON l.warehouse_id = a.warehouse AND l.code = a.location
  LEFT JOIN LATERAL facts_item(a.owner, ow.id, a.owners, NULL, a.sku, a.code, a.lot) f ON true
  LEFT JOIN item i ON i.id = f.item_id
  LEFT JOIN LATERAL (
    SELECT x.* FROM facts_lots(i.id, a.lot, a.expiration) x WHERE i.lot_tracked
    ORDER BY EXISTS (SELECT FROM stock y WHERE y.warehouse_id = a.warehouse AND y.item_id = i.id AND y.lot_key = x.id
        AND y.location_id = l.id AND y.quantity > 0) DESC, x.id
    LIMIT 1) t ON true
  LEFT JOIN owner oo ON oo.code = a."orderOwner" AND (a.owners IS NULL OR oo.code = ANY (a.owners))
  LEFT JOIN customer_order o ON o.owner_id = oo.id AND o.reference = a."order"
  ORDER BY a.n;
END $$;
