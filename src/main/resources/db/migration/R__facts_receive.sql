-- What receipts must know, one row per question in their order. order_id, item_id, dock_id and row_id are NULL where
-- there is none such; hits = how many items the name fits. See facts_pick.
CREATE OR REPLACE FUNCTION facts_receive(p_asked jsonb)
RETURNS TABLE (order_id bigint, owner_id bigint, closed boolean, item_id bigint, sku text, active boolean,
  tracking boolean, lot_tracked boolean, decimals integer, pack numeric, hits integer, dock_id bigint, dock_type text,
  row_id bigint, lot_id bigint, lot_number text, expiration_date date, on_order boolean, still_expected numeric)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT o.id, o.owner_id, coalesce(o.closed_at, o.cancelled_at) IS NOT NULL, i.id, i.sku, i.status = 'ACTIVE',
    i.tracking, i.lot_tracked, i.decimals, f.pack, coalesce(f.hits, 0), l.id, l.type, r.id, r.lot_id, r.lot_number,
    r.expiration_date, coalesce(x.on_order, false), coalesce(x.still_expected, 0)
  FROM jsonb_to_recordset(p_asked) AS a (n integer, warehouse bigint, owner text, reference text, sku text, code text,
    lot text, expiration date, location text)
  LEFT JOIN owner ow ON ow.code = a.owner
  LEFT JOIN receiving_order o ON o.owner_id = ow.id AND o.reference = a.reference AND o.warehouse_id = a.warehouse
  LEFT JOIN location l ON l.warehouse_id = a.warehouse AND l.code = a.location
  LEFT JOIN LATERAL facts_item(a.owner, o.owner_id, NULL, o.id, a.sku, a.code, a.lot) f ON true
  LEFT JOIN item i ON i.id = f.item_id
  -- every field that both the label and the announcement give must agree, and at least one must
  LEFT JOIN LATERAL (
    SELECT x.id, x.lot_id, t.lot_number, t.expiration_date
    FROM receiving_lot x LEFT JOIN lot t ON t.id = x.lot_id
    WHERE x.receiving_order_id = o.id AND x.item_id = i.id AND (NOT i.lot_tracked OR (
      coalesce(t.lot_number = a.lot, true) AND coalesce(t.expiration_date = a.expiration, true)
      AND coalesce(t.lot_number = a.lot, t.expiration_date = a.expiration)))
    ORDER BY (t.lot_number IS NOT DISTINCT FROM a.lot)::int
        + (t.expiration_date IS NOT DISTINCT FROM a.expiration)::int DESC,
      (x.received < x.expected) DESC, x.id
    LIMIT 1) r ON true
  LEFT JOIN LATERAL (
    SELECT bool_or(x.item_id = i.id) AS on_order, sum(greatest(x.expected - x.received, 0)) AS still_expected
    FROM receiving_lot x WHERE x.receiving_order_id = o.id) x ON true
  ORDER BY a.n;
END $$;
