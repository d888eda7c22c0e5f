-- What a hold answers. Lists are cut at 500 rows; the totals beside them count everything.

-- The demand of lines that may lose their claims, as it stands before: the totals are for later comparison.
CREATE OR REPLACE FUNCTION hold_demand(p_rows held[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_object_agg(l.id, l.backordered) FROM order_line l
    WHERE l.item_id IN (SELECT item_id FROM unnest(p_rows) WHERE state = 'AVAILABLE')
      AND l.allocated + l.reserved > 0 AND l.backordered > 0);
END $$;

CREATE OR REPLACE FUNCTION hold_answer(p_hold bigint, p_rows held[], p_cut claim_cut[], p_before jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object('id', p_hold)
    || hold_answer_units(p_hold, p_rows) || hold_answer_tasks(p_cut) || hold_answer_lines(p_cut, p_before)
    || hold_answer_shipped(p_hold);
END $$;

-- Units by place: held now; not yet good, to be held when they are committed; in totes, not to be shipped.
CREATE OR REPLACE FUNCTION hold_answer_units(p_hold bigint, p_rows held[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    WITH row AS MATERIALIZED (
      SELECT 'held' AS part, warehouse_id, item_id, lot_id, location_id, 'QUARANTINED' AS state, sum(quantity) AS units
      FROM unnest(p_rows) GROUP BY warehouse_id, item_id, lot_id, location_id
      UNION ALL
      SELECT CASE s.state WHEN 'PICKED' THEN 'picked' ELSE 'arriving' END, s.warehouse_id, s.item_id, s.lot_id,
        s.location_id, s.state, s.quantity
      FROM hold h JOIN hold_lot x ON x.hold_id = h.id JOIN lot t ON t.id = x.lot_id CROSS JOIN warehouse w
      JOIN stock s ON s.warehouse_id = w.id AND s.item_id = t.item_id AND s.lot_key = t.id
      WHERE h.id = p_hold AND h.scope = 'LOT' AND s.state IN ('RECEIVED', 'STOWED', 'PICKED') AND s.quantity > 0
      UNION ALL
      SELECT 'arriving', s.warehouse_id, s.item_id, s.lot_id, s.location_id, s.state, s.quantity
      FROM hold_place k JOIN stock s ON s.warehouse_id = k.warehouse_id AND s.location_id = k.location_id
      WHERE k.hold_id = p_hold AND s.state IN ('RECEIVED', 'STOWED') AND s.quantity > 0
        AND hold_of_place(s.warehouse_id, s.location_id, s.item_id, s.lot_id) IS NOT NULL
      UNION ALL
      SELECT 'arriving', s.warehouse_id, s.item_id, s.lot_id, s.location_id, s.state, sum(c.quantity)
      FROM hold_plates(ARRAY[p_hold]) p JOIN plate_content c ON c.warehouse_id = p.warehouse_id AND c.plate_id = p.plate_id
      JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id AND s.state IN ('RECEIVED', 'STOWED')
      GROUP BY s.warehouse_id, s.id
    ), listed AS (
      SELECT p.part, (SELECT coalesce(sum(r.units), 0) FROM row r WHERE r.part = p.part) AS units, (
        SELECT coalesce(jsonb_agg(jsonb_build_object('warehouse', x.warehouse, 'location', x.location, 'sku', x.sku,
          'lotId', x.lot_id, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'state', x.state,
          'quantity', trim_scale(x.units)) ORDER BY x.warehouse, x.location, x.sku, x.lot_id), '[]')
        FROM (SELECT w.code COLLATE "C" AS warehouse, l.code COLLATE "C" AS location, i.sku COLLATE "C" AS sku, r.lot_id,
            r.state, r.units
          FROM row r JOIN warehouse w ON w.id = r.warehouse_id JOIN item i ON i.id = r.item_id
          JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id
          WHERE r.part = p.part ORDER BY 1, 2, 3, 4 LIMIT 500) x
        LEFT JOIN lot t ON t.id = x.lot_id) AS rows
      FROM unnest(ARRAY['held', 'picked', 'arriving']) p (part)
    )
    SELECT jsonb_object_agg(part, rows) || jsonb_object_agg(part || 'Units', trim_scale(units)) FROM listed);
END $$;

CREATE OR REPLACE FUNCTION hold_answer_tasks(p_cut claim_cut[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('stoppedTasks', (SELECT count(*) FROM unnest(p_cut) WHERE reservation_id IS NOT NULL),
      'tasksStopped', coalesce(jsonb_agg(jsonb_build_object('task', r.id, 'warehouse', w.code, 'reference', o.reference,
        'line', n.line_no, 'sku', i.sku, 'lotNumber', t.lot_number, 'expirationDate', t.expiration_date,
        'location', l.code, 'quantity', trim_scale(c.quantity)) ORDER BY r.warehouse_id, r.id), '[]'))
    FROM (SELECT * FROM unnest(p_cut) WHERE reservation_id IS NOT NULL ORDER BY warehouse_id, reservation_id LIMIT 500) c
    JOIN reservation r ON r.warehouse_id = c.warehouse_id AND r.id = c.reservation_id
    JOIN warehouse w ON w.id = r.warehouse_id JOIN customer_order o ON o.id = r.order_id
    JOIN order_line n ON n.id = r.order_line_id JOIN item i ON i.id = r.item_id
    JOIN location l ON l.warehouse_id = r.warehouse_id AND l.id = r.location_id LEFT JOIN lot t ON t.id = r.lot_id);
END $$;

-- Lines that lost claims: short is the demand that grew, because no other stock could serve it; replanned is what lost its
-- task and stays allocated on other stock.
CREATE OR REPLACE FUNCTION hold_answer_lines(p_cut claim_cut[], p_before jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    WITH lost AS MATERIALIZED (
      SELECT order_line_id AS id, sum(CASE WHEN reservation_id IS NULL THEN 0 ELSE quantity END) AS reserved
      FROM unnest(p_cut) GROUP BY 1
    ), line AS MATERIALIZED (
      SELECT l.order_id, l.line_no, l.item_id, greatest(0, l.backordered - CASE WHEN p_before IS NULL THEN 0
          ELSE coalesce((p_before ->> l.id::text)::numeric, 0) END) AS short,
        least(l.allocated, lost.reserved) AS replanned
      FROM lost JOIN order_line l ON l.id = lost.id
    ), named AS (
      (SELECT 'short' AS part, short AS units, * FROM line WHERE short > 0 ORDER BY order_id, line_no LIMIT 500)
      UNION ALL
      (SELECT 'replanned', replanned, * FROM line WHERE replanned > 0 ORDER BY order_id, line_no LIMIT 500)
    ), listed AS (
      SELECT x.part, jsonb_agg(jsonb_build_object('reference', o.reference, 'warehouse', w.code,
        'customer', o.customer_code, 'customerName', o.customer_name, 'shipBy', o.ship_by, 'line', x.line_no, 'sku', i.sku,
        'quantity', trim_scale(x.units)) ORDER BY x.order_id, x.line_no) AS rows
      FROM named x JOIN customer_order o ON o.id = x.order_id JOIN item i ON i.id = x.item_id
      LEFT JOIN warehouse w ON w.id = o.warehouse_id
      GROUP BY 1
    )
    SELECT jsonb_build_object('shortUnits', coalesce(trim_scale(sum(short)), 0),
      'shortOrders', count(DISTINCT order_id) FILTER (WHERE short > 0),
      'ordersShort', coalesce((SELECT rows FROM listed WHERE part = 'short'), '[]'),
      'replannedUnits', coalesce(trim_scale(sum(replanned)), 0),
      'replanned', coalesce((SELECT rows FROM listed WHERE part = 'replanned'), '[]'))
    FROM line);
END $$;

-- Units of the lots that have left the house, latest first. A hold of places says nothing about them.
CREATE OR REPLACE FUNCTION hold_answer_shipped(p_hold bigint) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('shippedUnits', coalesce(trim_scale(sum(x.units)), 0),
      'shipped', coalesce(jsonb_agg(jsonb_build_object('reference', o.reference, 'warehouse', w.code,
        'customer', o.customer_code, 'customerName', o.customer_name, 'country', o.customer_country,
        'carrier', x.carrier, 'trackingNumber', x.tracking_number, 'shippedAt', x.shipped_at, 'sku', i.sku,
        'lotNumber', t.lot_number, 'expirationDate', t.expiration_date, 'quantity', trim_scale(x.units)) ORDER BY x.n)
        FILTER (WHERE x.n <= 500), '[]'))
    FROM (
      SELECT s.id, s.order_id, s.carrier, s.tracking_number, s.shipped_at, n.lot_id, sum(n.quantity) AS units,
        row_number() OVER (ORDER BY s.id DESC, n.lot_id) AS n
      FROM hold h JOIN hold_lot x ON x.hold_id = h.id JOIN shipment_line n ON n.lot_id = x.lot_id
      JOIN shipment s ON s.id = n.shipment_id
      WHERE h.id = p_hold AND h.scope = 'LOT' GROUP BY s.id, n.lot_id) x
    JOIN customer_order o ON o.id = x.order_id LEFT JOIN warehouse w ON w.id = o.warehouse_id
    JOIN lot t ON t.id = x.lot_id JOIN item i ON i.id = t.item_id);
END $$;
