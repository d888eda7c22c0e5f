-- I09 conservation
-- when: every committed snapshot · severity: critical
-- What is in the house of an item and lot is what came in less what went out. Units without lot are a lot of their own.
WITH passed AS (
  SELECT item_id, coalesce(lot_id, 0) AS lot, max(recorded_at) AS since,
    sum(CASE WHEN from_state IS NULL THEN quantity ELSE -quantity END) AS units
  FROM movement WHERE (from_state IS NULL) <> (to_state IS NULL) GROUP BY 1, 2
), standing AS (
  SELECT item_id, lot_key AS lot, sum(quantity) AS units FROM stock GROUP BY 1, 2
)
SELECT 'item ' || item_id || CASE WHEN lot > 0 THEN ' lot ' || lot ELSE ' without lot' END AS subject,
  coalesce(p.units, 0) || ' came in and stayed' AS expected, coalesce(s.units, 0) || ' are there' AS found, p.since
FROM standing s FULL JOIN passed p USING (item_id, lot)
WHERE coalesce(s.units, 0) <> coalesce(p.units, 0)
