-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Moves a plate with all that stands on it: what was counted and not yet put away is put away when it is stowed or comes
-- to a shelf, everything else moves within its state. Arguments: e.facts plate, e.to_location, e.receiving_order_id
-- (NULL = whichever order still has the units to put away).
CREATE OR REPLACE FUNCTION plate_move(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_tree bigint[] := plate_open(e.warehouse_id, ARRAY[e.facts ->> 'plate'], NULL);
  v_stowing boolean;
  v_no posted;
  v_moves move[];
  v_units plate_units[];
  v_movements bigint[];
BEGIN
  SELECT e.operation = 'STOW_PLATE' OR l.type IN ('STORAGE', 'PICK_FACE') INTO STRICT v_stowing
  FROM location l WHERE l.warehouse_id = e.warehouse_id AND l.id = e.to_location;
  v_no := plate_move_refusal(e, v_tree);
  IF v_no.code IS NOT NULL THEN
    RETURN v_no;
  END IF;
  SELECT array_agg(x.moved ORDER BY (x.moved).n), array_agg((e.warehouse_id, x.plate_id, (x.moved).item_id, (x.moved).lot_id,
    e.to_location, (x.moved).to_state, (x.moved).quantity)::plate_units) INTO v_moves, v_units
  FROM plate_moves(e, v_tree, v_stowing) x;
  IF (SELECT sum(m.quantity) FROM unnest(v_moves) m) IS DISTINCT FROM (SELECT sum(c.quantity) FROM plate_content c
    WHERE c.warehouse_id = e.warehouse_id AND c.plate_id = ANY (v_tree)) THEN
    RETURN ('REFUSED', 'WRONG_LOT', jsonb_build_object('document', e.facts -> 'document'), NULL)::posted;
  END IF;

  UPDATE receiving_lot r SET stowed = r.stowed + m.stowed, committed = r.committed + m.committed
  FROM (SELECT receiving_lot_id, sum(quantity) AS stowed,
      coalesce(sum(quantity) FILTER (WHERE to_state <> 'STOWED'), 0) AS committed
    FROM unnest(v_moves) WHERE kind = 'STOW' GROUP BY 1) m
  WHERE r.id = m.receiving_lot_id;
  DELETE FROM plate_content WHERE warehouse_id = e.warehouse_id AND plate_id = ANY (v_tree);
  UPDATE plate SET location_id = e.to_location,
    parent_id = CASE WHEN code <> e.facts ->> 'plate' THEN parent_id END
  WHERE warehouse_id = e.warehouse_id AND id = ANY (v_tree);
  v_movements := ledger_write(v_moves);
  PERFORM plate_put(v_units);
  v_movements := v_movements || hold_plates_again(e, cardinality(v_movements));
  PERFORM claims_follow(v_moves);
  RETURN ('OK', CASE WHEN v_moves[1].kind = 'STOW' THEN 'STOWED' ELSE 'MOVED' END, jsonb_build_object('quantity',
    (SELECT sum(m.quantity) FROM unnest(v_moves) m)), v_movements)::posted;
END $$;

-- Why a plate may not go to e.to_location; a code of NULL = it may.
CREATE OR REPLACE FUNCTION plate_move_refusal(e posting, p_tree bigint[]) RETURNS posted
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_no posted;
BEGIN
  IF hold_keeps_plate(e.warehouse_id, e.facts ->> 'plate') THEN
    RETURN ('REFUSED', 'LOT_ON_HOLD', jsonb_build_object('plate', e.facts -> 'plate'), NULL)::posted;
  END IF;
  WITH line AS (
    SELECT s.item_id, s.lot_key, s.location_id, s.state, s.quantity - s.reserved AS free, x.units,
      sum(x.units * i.volume_cubic_feet) OVER () AS volume,
      i.lot_tracked AND NOT i.allow_mixing_locations AND min(s.lot_key) OVER (PARTITION BY s.item_id)
        <> max(s.lot_key) OVER (PARTITION BY s.item_id) AS mixed
    FROM (SELECT stock_id, sum(quantity) AS units FROM plate_content
      WHERE warehouse_id = e.warehouse_id AND plate_id = ANY (p_tree) GROUP BY 1) x
    JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.id = x.stock_id
    JOIN item i ON i.id = s.item_id
  ), judged AS (
    SELECT l.code AS place, n.item_id, n.free, p.facts AS said, CASE
      WHEN n.item_id IS NULL OR n.free < n.units THEN 'NOT_ENOUGH_STOCK'
      WHEN e.operation = 'STOW_PLATE' AND NOT EXISTS (SELECT FROM line WHERE state = 'RECEIVED') THEN 'NOT_ENOUGH_STOCK'
      WHEN n.location_id = e.to_location THEN 'WRONG_LOCATION'
      WHEN p.code IS NOT NULL THEN p.code
      WHEN n.mixed AND l.type IN ('STORAGE', 'PICK_FACE') THEN 'LOT_MIX_FORBIDDEN'
      WHEN n.volume > l.capacity_volume - (SELECT coalesce(sum(s.quantity * i.volume_cubic_feet), 0)
        FROM stock s JOIN item i ON i.id = s.item_id WHERE s.warehouse_id = e.warehouse_id
          AND s.location_id = e.to_location AND s.quantity > 0) THEN 'CAPACITY_EXCEEDED' END AS code
    FROM location l LEFT JOIN line n ON true
    LEFT JOIN LATERAL ledger_place(e.warehouse_id, n.item_id, n.lot_key, e.to_location, n.units) p ON true
    WHERE l.warehouse_id = e.warehouse_id AND l.id = e.to_location
  )
  SELECT 'REFUSED', code, coalesce(said, CASE code WHEN 'NOT_ENOUGH_STOCK' THEN jsonb_build_object('available',
    coalesce(free, 0)) ELSE jsonb_build_object('location', place) END) INTO v_no.verdict, v_no.code, v_no.facts
  FROM judged WHERE code IS NOT NULL ORDER BY item_id LIMIT 1;
  RETURN v_no;
END $$;

-- The moves of a plate, one for each part of it that has a balance row, a plate and an announcement of its own.
CREATE OR REPLACE FUNCTION plate_moves(e posting, p_tree bigint[], p_stowing boolean)
RETURNS TABLE (plate_id bigint, moved move) LANGUAGE sql STABLE AS $$
  WITH line AS (
    SELECT c.plate_id, c.quantity, s.id AS stock_id, s.item_id, s.lot_id, s.lot_key, s.location_id, s.state, i.owner_id,
      i.min_shelf_life_days, p_stowing AND s.state = 'RECEIVED' AS stowed,
      sum(c.quantity) OVER (PARTITION BY s.item_id, s.lot_key, s.state ORDER BY c.plate_id) - c.quantity AS before
    FROM plate_content c JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id
    JOIN item i ON i.id = s.item_id
    WHERE c.warehouse_id = e.warehouse_id AND c.plate_id = ANY (p_tree)
  ), counted AS (
    SELECT r.id, r.item_id, coalesce(r.lot_id, 0) AS lot_key, r.received - r.stowed AS units, o.auto_commit,
      sum(r.received - r.stowed) OVER (PARTITION BY r.item_id, r.lot_id ORDER BY r.id) - (r.received - r.stowed) AS before
    FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id
    WHERE o.warehouse_id = e.warehouse_id AND r.received > r.stowed AND r.item_id IN (SELECT item_id FROM line)
      AND (e.receiving_order_id IS NULL OR o.id = e.receiving_order_id)
  ), part AS (
    SELECT l.*, 'STOW' AS kind, r.id AS row_id,
      least(l.before + l.quantity, r.before + r.units) - greatest(l.before, r.before) AS units,
      CASE WHEN r.auto_commit THEN lot_state(t.hold, t.expiration_date, l.min_shelf_life_days, e.today)
        ELSE 'STOWED' END AS becomes
    FROM line l JOIN counted r ON r.item_id = l.item_id AND r.lot_key = l.lot_key AND r.before < l.before + l.quantity
      AND l.before < r.before + r.units
    LEFT JOIN lot t ON t.id = l.lot_id
    WHERE l.stowed
    UNION ALL
    SELECT l.*, 'MOVE', NULL, l.quantity, l.state FROM line l WHERE NOT l.stowed
  )
  SELECT p.plate_id, (p.n, e.warehouse_id, e.id, p.n, p.kind, p.owner_id, p.item_id, p.lot_id, p.location_id, p.state,
    e.to_location, p.becomes, p.units, 0, 0, 0, NULL, NULL, p.row_id, e.actor, e.device, e.today, e.at)::move
  FROM (SELECT *, row_number() OVER (ORDER BY kind DESC, item_id, lot_key, plate_id, stock_id, row_id) AS n FROM part) p
$$;
