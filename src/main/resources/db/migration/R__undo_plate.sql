-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- UNDO of a scan that moved a whole plate: the plate goes back to its place with what stands on it, while that is what it
-- brought and nothing was promised for picking, held or put down in between. It stands on its own there; where it came from
-- another plate it is not put back onto it.
CREATE OR REPLACE FUNCTION undo_plate(e posting, o scan_event) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_tree bigint[];
  v_moves move[];
  v_units plate_units[];
  v_movements bigint[];
BEGIN
  PERFORM ledger_gate_all(e.warehouse_id, ARRAY(SELECT DISTINCT m.item_id FROM undo_movements(o) m));
  v_tree := plate_open(e.warehouse_id, ARRAY[o.facts ->> 'plate'], NULL);
  IF undo_plate_late(e, o, v_tree) THEN
    RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
  END IF;
  v_units := undo_plate_units(e, o, v_tree);
  UPDATE receiving_lot r SET stowed = r.stowed - m.stowed, committed = r.committed - m.committed
  FROM (SELECT receiving_lot_id, sum(quantity) AS stowed,
      coalesce(sum(quantity) FILTER (WHERE to_state <> 'STOWED'), 0) AS committed
    FROM undo_movements(o) WHERE kind = 'STOW' GROUP BY 1) m
  WHERE r.id = m.receiving_lot_id;
  PERFORM claims_cut(e.warehouse_id, m.to_stock, sum(m.quantity)) FROM undo_movements(o) m
  WHERE m.to_state = 'AVAILABLE' AND m.from_state <> 'AVAILABLE' GROUP BY m.to_stock;
  DELETE FROM plate_content WHERE warehouse_id = e.warehouse_id AND plate_id = ANY (v_tree);
  UPDATE plate SET location_id = (SELECT m.from_location FROM undo_movements(o) m LIMIT 1)
  WHERE warehouse_id = e.warehouse_id AND id = ANY (v_tree);
  SELECT array_agg((m.n, e.warehouse_id, e.id, m.n, 'UNDO', m.owner_id, m.item_id, m.lot_id, m.to_location, m.to_state,
    m.from_location, m.from_state, m.quantity, 0, 0, 0, NULL, NULL, m.receiving_lot_id, e.actor, e.device, e.today,
    e.at)::move ORDER BY m.n)
  INTO v_moves FROM (SELECT *, row_number() OVER (ORDER BY id DESC) AS n FROM undo_movements(o)) m;
  v_movements := ledger_write(v_moves);
  PERFORM plate_put(v_units);
  PERFORM claims_drain_all(m.item_id) FROM (SELECT DISTINCT item_id FROM unnest(v_moves)) m;
  RETURN ('OK', 'UNDONE', '{}'::jsonb, v_movements)::posted;
END $$;

CREATE OR REPLACE FUNCTION undo_movements(o scan_event) RETURNS SETOF movement LANGUAGE sql STABLE AS $$
  SELECT * FROM movement WHERE warehouse_id = o.warehouse_id AND id = ANY (o.movements) AND recorded_at = o.recorded_at
$$;

-- Has anything happened to the plate, its units or their old place since?
CREATE OR REPLACE FUNCTION undo_plate_late(e posting, o scan_event, p_tree bigint[]) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM undo_movements(o) m WHERE m.kind NOT IN ('STOW', 'MOVE'))
    -- on another plate by now
    OR EXISTS (SELECT FROM plate WHERE warehouse_id = e.warehouse_id AND code = o.facts ->> 'plate'
      AND parent_id IS NOT NULL)
    -- other units on it than those it brought
    OR EXISTS (SELECT FROM (
        SELECT c.stock_id, sum(c.quantity) AS units FROM plate_content c
        WHERE c.warehouse_id = e.warehouse_id AND c.plate_id = ANY (p_tree) GROUP BY 1) c
      FULL JOIN (SELECT m.to_stock, sum(m.quantity) AS units FROM undo_movements(o) m GROUP BY 1) m
        ON m.to_stock = c.stock_id
      WHERE c.units IS DISTINCT FROM m.units)
    OR EXISTS (SELECT FROM (SELECT m.to_stock, sum(m.quantity) AS units FROM undo_movements(o) m GROUP BY 1) m
      JOIN stock s ON s.warehouse_id = e.warehouse_id AND s.id = m.to_stock WHERE s.quantity - s.reserved < m.units)
    -- committed by hand since
    OR EXISTS (SELECT FROM (SELECT m.receiving_lot_id, sum(m.quantity) AS units FROM undo_movements(o) m
        WHERE m.to_state = 'STOWED' AND m.kind = 'STOW' GROUP BY 1) m
      JOIN receiving_lot r ON r.id = m.receiving_lot_id WHERE r.stowed - r.committed < m.units)
    OR EXISTS (SELECT FROM undo_movements(o) m
      WHERE hold_of_place(m.warehouse_id, m.from_location, m.item_id, m.lot_id) IS NOT NULL
        OR EXISTS (SELECT FROM ledger_other_lot(m.warehouse_id, m.item_id, coalesce(m.lot_id, 0), m.from_location)));
END $$;

-- What stands on each plate, as it will stand again: the units of a row lie end to end, plate by plate, and so do the
-- movements that brought them there.
CREATE OR REPLACE FUNCTION undo_plate_units(e posting, o scan_event, p_tree bigint[]) RETURNS plate_units[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg((e.warehouse_id, c.plate_id, m.item_id, m.lot_id, m.from_location, m.from_state,
    least(c.before + c.quantity, m.before + m.quantity) - greatest(c.before, m.before))::plate_units)
  FROM (SELECT plate_id, stock_id, quantity,
      sum(quantity) OVER (PARTITION BY stock_id ORDER BY plate_id) - quantity AS before
    FROM plate_content WHERE warehouse_id = e.warehouse_id AND plate_id = ANY (p_tree)) c
  JOIN (SELECT x.*, sum(x.quantity) OVER (PARTITION BY x.to_stock ORDER BY x.id) - x.quantity AS before
    FROM undo_movements(o) x) m
    ON m.to_stock = c.stock_id AND m.before < c.before + c.quantity AND c.before < m.before + m.quantity
$$;

-- UNDO of a MOVE for a replenishment task: the units go back and the task asks for them again.
CREATE OR REPLACE FUNCTION undo_replenished(e posting, o scan_event, m movement) RETURNS void LANGUAGE sql AS $$
  UPDATE replenishment SET done = done - m.quantity,
    state = CASE state WHEN 'CANCELLED' THEN state ELSE 'OPEN' END
  WHERE warehouse_id = m.warehouse_id AND id = (o.facts ->> 'task')::bigint
$$;
