-- Lists ask for the levels of an item in all warehouses: one look instead of one for each of them. Its columns never
-- change, so that a scan still updates its summary in place.
CREATE INDEX stock_summary_item ON stock_summary (item_id, warehouse_id);
