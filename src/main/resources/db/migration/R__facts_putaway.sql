-- What putting away must know, one row per question in their order. The lot is one that the order received if an order
-- is named, else one that stands in the place. order_id, item_id, row_id, from_id and to_id are NULL where there is none
-- such; hits = how many items the name fits; owners = whose goods the asker may see, NULL = everybody's. See facts_pick.
CREATE OR REPLACE FUNCTION facts_putaway(p_asked jsonb)
RETURNS TABLE (order_id bigint, item_id bigint, owner_id bigint, sku text, lot_tracked boolean, decimals integer,
  pack numeric, hits integer, lot_id bigint, lot_number text, expiration_date date, known boolean, row_id bigint,
  from_id bigint, from_code text, from_state text, to_id bigint, to_stow numeric)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT o.id, i.id, i.owner_id, i.sku, i.lot_tracked, i.decimals, f.pack, coalesce(f.hits, 0), t.id, t.lot_number,
    t.expiration_date, t.id IS NOT NULL OR NOT i.lot_tracked, r.id, coalesce(place.id, s.location_id),
    coalesce(place.code, sl.code), s.state::text, l.id, coalesce(d.to_stow, 0)
  FROM jsonb_to_recordset(p_asked) AS a (n integer, warehouse bigint, owner text, reference text, sku text, code text,
    lot text, expiration date, "from" text, location text, owners text[])
  LEFT JOIN owner ow ON ow.code = a.owner AND (a.owners IS NULL OR ow.code = ANY (a.owners))
  LEFT JOIN receiving_order o ON o.owner_id = ow.id AND o.reference = a.reference AND o.warehouse_id = a.warehouse
  LEFT JOIN location l ON l.warehouse_id = a.warehouse AND l.code = a.location
  LEFT JOIN location place ON place.warehouse_id = a.warehouse AND place.code = a."from"
  LEFT JOIN LATERAL facts_item(a.owner, ow.id, a.owners, o.id, a.sku, a.code, a.lot) f ON true
  LEFT JOIN item i ON i.id = f.item_id
  LEFT JOIN LATERAL (
    SELECT x.* FROM facts_lots(i.id, a.lot, a.expiration) x WHERE i.lot_tracked
    ORDER BY (SELECT max(CASE WHEN y.received > y.stowed THEN 2 ELSE 1 END) FROM receiving_lot y
        WHERE y.receiving_order_id = o.id AND y.item_id = i.id AND y.lot_id = x.id) DESC NULLS LAST,
      EXISTS (SELECT FROM stock y WHERE y.warehouse_id = a.warehouse AND y.item_id = i.id AND y.lot_key = x.id
        AND y.location_id = place.id AND y.quantity > 0) DESC, x.id
    LIMIT 1) t ON true
  LEFT JOIN LATERAL (
    SELECT x.id FROM receiving_lot x
    WHERE x.receiving_order_id = o.id AND x.item_id = i.id AND x.lot_id IS NOT DISTINCT FROM t.id
      AND (t.id IS NOT NULL OR NOT i.lot_tracked)
    ORDER BY (x.received > x.stowed) DESC, x.id LIMIT 1) r ON true
  -- where the goods stand; with no place named, the place with most of them
  LEFT JOIN LATERAL (
    SELECT x.location_id, x.state FROM stock x
    WHERE x.warehouse_id = a.warehouse AND x.item_id = i.id AND x.lot_key = coalesce(t.id, 0)
      AND x.quantity > 0 AND x.state <> 'PICKED' AND (o.id IS NULL OR x.state = 'RECEIVED')
      AND (a."from" IS NULL OR x.location_id = place.id)
    ORDER BY (x.state = 'AVAILABLE') DESC, x.quantity DESC LIMIT 1) s ON true
  LEFT JOIN location sl ON sl.warehouse_id = a.warehouse AND sl.id = s.location_id
  LEFT JOIN LATERAL (
    SELECT sum(x.received - x.stowed) AS to_stow FROM receiving_lot x WHERE x.receiving_order_id = o.id) d ON true
  ORDER BY a.n;
END $$;
