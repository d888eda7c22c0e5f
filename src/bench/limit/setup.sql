-- The goods that the limit moves, found in a copy of the database that the application has just scanned in.
CREATE TABLE bench_goods AS
SELECT row_number() OVER (ORDER BY i.id)::integer AS n, a.warehouse_id, i.owner_id, i.id AS item_id, a.lot_id,
  a.id AS a_stock, a.location_id AS a_location, b.id AS b_stock, b.location_id AS b_location
FROM item i
JOIN stock a ON a.item_id = i.id AND a.state = 'AVAILABLE'
JOIN location la ON la.warehouse_id = a.warehouse_id AND la.id = a.location_id AND la.code = i.sku || '-A'
JOIN stock b ON b.item_id = i.id AND b.state = 'AVAILABLE' AND b.lot_id = a.lot_id
JOIN location lb ON lb.warehouse_id = b.warehouse_id AND lb.id = b.location_id AND lb.code = i.sku || '-B'
WHERE i.sku LIKE 'SCAN-%';
ALTER TABLE bench_goods ADD PRIMARY KEY (n);
ANALYZE;
