-- STOW: RECEIVED on the dock → STOWED in its place; AVAILABLE (or what hold and shelf life make of it) when the
-- receiving order commits by itself. MOVE: from place to place within one state. Those of a round, each of another
-- item and to another place.
CREATE OR REPLACE FUNCTION post_stow(p_scans posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_judged judged[];
BEGIN
  WITH scan AS MATERIALIZED (
    SELECT e.*, r.received, r.stowed, o.auto_commit, f.there, p.facts AS place_facts,
      CASE WHEN f.there < e.quantity THEN 'NOT_ENOUGH_STOCK' WHEN f.loose < e.quantity THEN 'LOT_ON_HOLD'
        ELSE p.code END AS no,
      CASE WHEN o.auto_commit THEN return_state(o.kind, i.customer_returns,
          lot_state(t.hold, t.expiration_date, i.min_shelf_life_days, e.today))
        ELSE 'STOWED' END AS state
    FROM unnest(p_scans) e
    JOIN receiving_lot r ON r.id = e.receiving_lot_id
    JOIN receiving_order o ON o.id = r.receiving_order_id
    JOIN item i ON i.id = e.item_id
    LEFT JOIN lot t ON t.id = e.lot_id
    LEFT JOIN stock d ON d.warehouse_id = e.warehouse_id AND d.item_id = e.item_id AND d.lot_key = coalesce(e.lot_id, 0)
      AND d.location_id = e.from_location AND d.state = 'RECEIVED'
    JOIN LATERAL (SELECT least(r.received - r.stowed, coalesce(d.quantity, 0)) AS there,
      CASE WHEN d.plated > 0 THEN d.quantity - hold_keeps(d) END AS loose) f ON true
    LEFT JOIN LATERAL ledger_place(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), e.to_location, e.quantity) p ON true
    WHERE e.operation = 'STOW' AND e.refusal IS NULL
  ), stowed AS (
    UPDATE receiving_lot r SET stowed = r.stowed + s.quantity,
      committed = r.committed + CASE WHEN s.auto_commit THEN s.quantity ELSE 0 END
    FROM scan s WHERE r.id = s.receiving_lot_id AND s.no IS NULL
  )
  SELECT array_agg((s.n, CASE WHEN s.no IS NULL THEN 'OK' ELSE 'REFUSED' END, coalesce(s.no, 'STOWED'),
    CASE WHEN s.no = 'NOT_ENOUGH_STOCK' THEN jsonb_build_object('available', s.there)
      WHEN s.no IS NOT NULL THEN s.place_facts
      ELSE jsonb_build_object('state', s.state, 'line',
        jsonb_build_object('done', s.stowed + s.quantity, 'expected', s.received)) END,
    CASE WHEN s.no IS NULL THEN (s.n, s.warehouse_id, s.id, 1, 'STOW', s.owner_id, s.item_id, s.lot_id,
      s.from_location, 'RECEIVED', s.to_location, s.state, s.quantity, 0, 0, 0, NULL, NULL, s.receiving_lot_id,
      s.actor, s.device, s.today, s.at)::move END, NULL)::judged ORDER BY s.n)
  INTO v_judged FROM scan s;
  RETURN v_judged;
END $$;

CREATE OR REPLACE FUNCTION post_move(p_scans posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_judged judged[];
BEGIN
  SELECT array_agg((s.n, CASE WHEN s.no IS NULL THEN 'OK' ELSE 'REFUSED' END, coalesce(s.no, 'MOVED'),
    CASE WHEN s.no = 'NOT_ENOUGH_STOCK' THEN jsonb_build_object('available', s.there) ELSE s.place_facts END,
    CASE WHEN s.no IS NULL THEN (s.n, s.warehouse_id, s.id, 1, 'MOVE', s.owner_id, s.item_id, s.lot_id,
      s.from_location, s.state, s.to_location, s.state, s.quantity, 0, 0, 0, NULL, NULL, NULL, s.actor, s.device,
      s.today, s.at)::move END, NULL)::judged ORDER BY s.n)
  INTO v_judged
  FROM (
    SELECT e.*, coalesce(e.exception, 'AVAILABLE') AS state, f.there, p.facts AS place_facts,
      CASE WHEN f.there < e.quantity THEN 'NOT_ENOUGH_STOCK' WHEN f.loose < e.quantity THEN 'LOT_ON_HOLD'
        ELSE p.code END AS no
    FROM unnest(p_scans) e
    LEFT JOIN stock d ON d.warehouse_id = e.warehouse_id AND d.item_id = e.item_id AND d.lot_key = coalesce(e.lot_id, 0)
      AND d.location_id = e.from_location AND d.state = coalesce(e.exception, 'AVAILABLE')
    JOIN LATERAL (SELECT coalesce(d.quantity - d.reserved, 0) AS there,
      CASE WHEN d.plated > 0 THEN d.quantity - d.reserved - hold_keeps(d) END AS loose) f ON true
    LEFT JOIN LATERAL ledger_place(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), e.to_location, e.quantity) p
      ON true
    WHERE e.operation = 'MOVE' AND e.refusal IS NULL) s;
  RETURN v_judged;
END $$;

-- Units of a posting's item and lot in a place that neither a claim nor a held plate keeps; 0 when there are none.
CREATE OR REPLACE FUNCTION stock_free(e posting, p_location bigint, p_state text) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT s.quantity - s.reserved - hold_keeps(s) FROM stock s WHERE s.warehouse_id = e.warehouse_id
    AND s.item_id = e.item_id AND s.lot_key = coalesce(e.lot_id, 0) AND s.location_id = p_location
    AND s.state = p_state), 0);
END $$;

-- The state that units of this posting take when they become free.
CREATE OR REPLACE FUNCTION item_free_state(e posting) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT lot_state(t.hold, t.expiration_date, i.min_shelf_life_days, e.today)
    FROM item i LEFT JOIN lot t ON t.id = e.lot_id WHERE i.id = e.item_id);
END $$;

-- What follows from units that were written: backorders drain into what became free, and a receiving order that asked
-- for it closes once everything announced is counted and committed.
CREATE OR REPLACE FUNCTION claims_follow(p_moves move[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT DISTINCT m.warehouse_id, m.item_id FROM unnest(p_moves) m
    WHERE m.to_state = 'AVAILABLE' AND m.from_state IS DISTINCT FROM 'AVAILABLE'
      AND (EXISTS (SELECT FROM order_line l WHERE l.item_id = m.item_id AND l.backordered > 0)
        OR EXISTS (SELECT FROM order_line l WHERE l.item_id = m.item_id AND l.kit_waits))
    ORDER BY 1, 2
  LOOP
    PERFORM claims_drain(c.warehouse_id, c.item_id);
  END LOOP;
  IF EXISTS (SELECT FROM unnest(p_moves) m WHERE m.kind = 'STOW') THEN
    PERFORM receiving_finish(ARRAY(SELECT DISTINCT r.receiving_order_id FROM unnest(p_moves) m
      JOIN receiving_lot r ON r.id = m.receiving_lot_id WHERE m.kind = 'STOW'));
  END IF;
END $$;

-- Closes those of the orders that asked for it and have counted and committed everything announced.
CREATE OR REPLACE FUNCTION receiving_finish(p_orders bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receiving_order o SET closed_at = now()
  WHERE o.id = ANY (p_orders) AND o.auto_close AND o.closed_at IS NULL AND NOT EXISTS (
    SELECT FROM receiving_lot r WHERE r.receiving_order_id = o.id
      AND (r.received < r.expected OR r.committed < r.received));
END $$;
