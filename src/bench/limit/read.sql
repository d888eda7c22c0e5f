-- The limit of "read": the lots, places and totals of an item as JSON, by one prepared statement. Variables: items.
\set n random(0, :items - 1)
SELECT json_build_object('item', i.sku, 'available', g.available, 'reserved', g.reserved, 'expected', g.expected, 'lots',
  (SELECT json_agg(json_build_object('lot', t.lot_number, 'expires', t.expiration_date, 'hold', t.hold, 'state', s.state,
      'quantity', s.quantity, 'reserved', s.reserved, 'location', l.code) ORDER BY t.expiration_date)
    FROM stock s JOIN lot t ON t.id = s.lot_id JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
    WHERE s.warehouse_id = g.warehouse_id AND s.item_id = i.id AND s.quantity > 0))
FROM item i JOIN stock_summary g ON g.item_id = i.id AND g.warehouse_id = 900001
WHERE i.id = 9000000 + :n;
