-- After a run: what was reserved beyond what was there, tasks that took a later expiry while a nearer one had units left
-- (nothing was ever put back, so the end shows every one of them), claims whose books differ. All must be 0.
SELECT 'over-reserved', count(*) FROM stock WHERE warehouse_id = 900001 AND reserved > quantity
UNION ALL
SELECT 'inversions', count(*)
FROM (SELECT s.item_id, min(t.expiration_date) FILTER (WHERE s.reserved < s.quantity) AS nearest_left,
    max(t.expiration_date) FILTER (WHERE s.reserved > 0) AS latest_taken
  FROM stock s JOIN lot t ON t.id = s.lot_id WHERE s.warehouse_id = 900001 AND s.state = 'AVAILABLE' GROUP BY 1) i
WHERE latest_taken > nearest_left
UNION ALL
SELECT 'rows whose tasks differ', count(*) FROM (
  SELECT s.id FROM stock s LEFT JOIN reservation r ON r.warehouse_id = s.warehouse_id AND r.stock_id = s.id AND r.state = 'OPEN'
  WHERE s.warehouse_id = 900001 GROUP BY s.id, s.reserved HAVING s.reserved <> coalesce(sum(r.quantity), 0)) d
UNION ALL
SELECT 'items whose totals differ', count(*) FROM stock_summary g
WHERE g.warehouse_id = 900001 AND g.reserved <> (SELECT coalesce(sum(s.reserved), 0) FROM stock s
  WHERE s.warehouse_id = g.warehouse_id AND s.item_id = g.item_id);
