-- When the goods of an owner came to the house, by item: {item: [[day, units], …]}, newest first. An undone receipt is none.
CREATE OR REPLACE FUNCTION storage_receipts(p_warehouse bigint, p_owner bigint, p_day date) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
  SELECT jsonb_object_agg(r.item_id, r.days) FROM (
    SELECT d.item_id, jsonb_agg(jsonb_build_array(d.day, d.units) ORDER BY d.day DESC) AS days FROM (
      SELECT m.item_id, m.business_date AS day, sum(CASE WHEN m.to_state IS NULL THEN -m.quantity ELSE m.quantity END) AS units
      FROM item i JOIN movement m ON m.item_id = i.id AND m.warehouse_id = p_warehouse
      WHERE i.owner_id = p_owner AND m.business_date <= p_day
        AND (m.from_state IS NULL OR (m.to_state IS NULL AND m.kind = 'UNDO'))
      GROUP BY 1, 2) d
    WHERE d.units > 0 GROUP BY 1) r
$$;

-- What a rule charges for, as one pool by item: so many units in each band of age, when the oldest receipts have left first.
-- What nobody saw coming came with the oldest of them. Each band is a cell without lot and place.
CREATE OR REPLACE FUNCTION storage_pool(p_rule jsonb, p_day date, p_cells storage_cell[], p_receipts jsonb)
RETURNS storage_cell[] LANGUAGE sql STABLE SET jit = off AS $$
  WITH pool AS (
    SELECT c.item_id, min(c.sides) AS sides, min(c.unit_volume) AS unit_volume, min(c.weight) AS weight,
      sum(greatest(c.units - coalesce((SELECT sum(h.value::numeric) FROM jsonb_each_text(c.held) h
        WHERE p_rule -> 'holds' ? h.key), 0), 0)) AS units
    FROM unnest(p_cells) c WHERE p_rule -> 'types' ? c.type GROUP BY 1
  ), receipt AS (
    SELECT p.item_id, (r.day ->> 0)::date AS day, (r.day ->> 1)::numeric AS units, p.units AS all_units, r.n, count(*) OVER i AS last,
      sum((r.day ->> 1)::numeric) OVER (i ORDER BY r.n) - (r.day ->> 1)::numeric AS newer
    FROM pool p CROSS JOIN LATERAL jsonb_array_elements(coalesce(p_receipts -> p.item_id::text,
      jsonb_build_array(jsonb_build_array(p_day, p.units)))) WITH ORDINALITY r (day, n)
    WINDOW i AS (PARTITION BY p.item_id)
  ), layer AS (
    SELECT r.item_id, r.day, CASE WHEN r.n = r.last THEN r.all_units - r.newer ELSE least(r.units, r.all_units - r.newer) END AS units
    FROM receipt r WHERE r.newer < r.all_units
  ), banded AS (
    SELECT l.item_id, max(l.day) AS day, sum(l.units) AS units
    FROM layer l JOIN jsonb_array_elements(p_rule -> 'bands') WITH ORDINALITY b (band, n)
      ON p_day - l.day BETWEEN (b.band ->> 'from')::integer AND coalesce((b.band ->> 'to')::integer, 2147483647)
    GROUP BY l.item_id, b.n
  )
  SELECT array_agg((p.item_id, 0, 0, b.units, NULL, p.sides, p.unit_volume, p.weight, p_rule -> 'types' ->> 0, '', NULL, NULL, NULL,
    NULL, NULL, b.day, b.day, NULL)::storage_cell)
  FROM banded b JOIN pool p ON p.item_id = b.item_id
$$;
