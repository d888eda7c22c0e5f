-- The oldest open hold that covers goods standing in a place: one of their lot, or one of the place. NULL = none. Not in
-- SQL: each statement that calls it would plan it anew, at ten times its price.
CREATE OR REPLACE FUNCTION hold_of_place(p_warehouse bigint, p_location bigint, p_item bigint, p_lot bigint)
RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT min(h.id) FROM hold_place k JOIN hold h ON h.id = k.hold_id JOIN item i ON i.id = p_item
    WHERE k.warehouse_id = p_warehouse AND k.location_id = p_location AND k.released_at IS NULL
      AND h.owner_id = i.owner_id AND coalesce(h.item_id, i.id) = i.id
      AND (NOT EXISTS (SELECT FROM hold_lot x WHERE x.hold_id = h.id)
        OR EXISTS (SELECT FROM hold_lot x WHERE x.hold_id = h.id AND x.lot_id = p_lot)));
END $$;

CREATE OR REPLACE FUNCTION hold_of(p_warehouse bigint, p_location bigint, p_item bigint, p_lot bigint)
RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT least((SELECT min(x.hold_id) FROM hold_lot x JOIN hold h ON h.id = x.hold_id AND h.scope = 'LOT'
      WHERE x.lot_id = p_lot AND x.released_at IS NULL),
    hold_of_place(p_warehouse, p_location, p_item, p_lot))
$$;

-- The balance rows whose units a hold takes. One branch for each way of naming stock.
CREATE OR REPLACE FUNCTION hold_rows(p_hold bigint) RETURNS held[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  h hold;
  v_rows held[];
BEGIN
  SELECT * INTO STRICT h FROM hold WHERE id = p_hold;
  IF h.scope = 'LOT' THEN
    SELECT array_agg((s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.state, s.location_id, 'QUARANTINED',
      s.quantity)::held)
    INTO v_rows
    FROM hold_lot x JOIN lot t ON t.id = x.lot_id CROSS JOIN warehouse w
    JOIN stock s ON s.warehouse_id = w.id AND s.item_id = t.item_id AND s.lot_key = t.id
    WHERE x.hold_id = p_hold AND s.state IN ('AVAILABLE', 'SHORT_DATED') AND s.quantity > 0;
  ELSIF h.scope = 'PLATE' THEN
    SELECT array_agg((s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.state, s.location_id, 'QUARANTINED',
      c.units)::held)
    INTO v_rows
    FROM (SELECT x.warehouse_id, x.stock_id, sum(x.quantity) AS units FROM hold_plates(ARRAY[p_hold]) p
      JOIN plate_content x ON x.warehouse_id = p.warehouse_id AND x.plate_id = p.plate_id GROUP BY 1, 2) c
    JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
    JOIN item i ON i.id = s.item_id AND i.owner_id = h.owner_id
    WHERE s.state IN ('AVAILABLE', 'SHORT_DATED');
  ELSE
    SELECT array_agg((s.warehouse_id, s.id, s.item_id, s.lot_id, s.location_id, s.state, s.location_id, 'QUARANTINED',
      s.quantity)::held)
    INTO v_rows
    FROM hold_place k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.location_id = k.location_id
    WHERE k.hold_id = p_hold AND s.state IN ('AVAILABLE', 'SHORT_DATED') AND s.quantity > 0
      AND hold_of_place(s.warehouse_id, s.location_id, s.item_id, s.lot_id) IS NOT NULL;
  END IF;
  RETURN coalesce(v_rows, '{}');
END $$;

-- The mark of lots: what the gravest of their open holds says. The caller holds the gates of their items.
CREATE OR REPLACE FUNCTION hold_mark(p_lots bigint[]) RETURNS void LANGUAGE sql AS $$
  UPDATE lot t SET hold = m.mark
  FROM (
    SELECT l.id, CASE WHEN bool_or(h.reason = 'RECALL') THEN 'RECALLED' WHEN count(h.id) > 0 THEN 'QUARANTINED'
      ELSE 'NONE' END AS mark
    FROM unnest(p_lots) l (id)
    LEFT JOIN hold_lot x ON x.lot_id = l.id AND x.released_at IS NULL
    LEFT JOIN hold h ON h.id = x.hold_id AND h.scope = 'LOT'
    GROUP BY l.id) m
  WHERE t.id = m.id AND t.hold <> m.mark
$$;
