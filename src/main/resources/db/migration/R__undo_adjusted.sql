-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- UNDO of DAMAGE, DISPOSE, COUNT and RETURN, which may have moved more than once: the mirrors in reverse order, all or
-- none of them, while the units are still there, unclaimed, and their old place and state would take them again.
CREATE OR REPLACE FUNCTION undo_adjusted(e posting, o scan_event) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  m movement;
  v_movements bigint[] := '{}';
BEGIN
  PERFORM ledger_gate_all(o.warehouse_id, ARRAY(SELECT DISTINCT x.item_id FROM undo_movements(o) x));
  FOR m IN SELECT * FROM undo_movements(o) ORDER BY id DESC LOOP
    e.owner_id := m.owner_id; e.item_id := m.item_id; e.lot_id := m.lot_id;
    v_movements := v_movements || undo_mirror(e, m, cardinality(v_movements) + 1);
  END LOOP;
  PERFORM undo_adjustment(e, o.id);
  IF o.operation = 'COUNT' THEN
    PERFORM undo_count(e, o.id);
  ELSIF o.operation = 'RETURN' THEN
    PERFORM undo_return(e, o.id);
  END IF;
  IF cardinality(v_movements) > 0 THEN
    PERFORM claims_drain_all(e.item_id);
  END IF;
  RETURN ('OK', 'UNDONE', '{}'::jsonb, v_movements)::posted;
-- LL001 is raised below; what the block has written goes with it
EXCEPTION WHEN SQLSTATE 'LL001' THEN
  RETURN ('REFUSED', 'UNDO_TOO_LATE', '{}'::jsonb, NULL)::posted;
END $$;

CREATE OR REPLACE FUNCTION undo_mirror(e posting, m movement, p_line integer) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  -- units that a receiving order wrote off stay written off: its figures went on
  IF m.receiving_lot_id IS NOT NULL
    OR m.to_state IS NOT NULL AND stock_free(e, m.to_location, m.to_state) < m.quantity
    OR m.from_state = 'AVAILABLE' AND adjust_free_state(e, m.from_location) <> 'AVAILABLE'
    OR m.from_state IS NOT NULL AND EXISTS (
      SELECT FROM ledger_other_lot(e.warehouse_id, e.item_id, coalesce(e.lot_id, 0), m.from_location)) THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'LL001';
  END IF;
  IF m.to_state = 'AVAILABLE' THEN
    PERFORM claims_cut(e.warehouse_id, m.to_stock, m.quantity);
  END IF;
  RETURN ledger_move(e, 'UNDO', p_line::smallint, m.to_location, m.to_state, m.from_location, m.from_state, m.quantity);
END $$;

-- A change that waits is withdrawn, one that was posted by this event is undone; one that a second person decided stays.
CREATE OR REPLACE FUNCTION undo_adjustment(e posting, p_event uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM adjustment WHERE warehouse_id = e.warehouse_id AND event_id = p_event
    AND status <> 'WAITING' AND posted_event IS DISTINCT FROM p_event) THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'LL001';
  END IF;
  UPDATE adjustment SET status = CASE status WHEN 'WAITING' THEN 'WITHDRAWN' ELSE 'UNDONE' END, decided_by = e.actor,
    decided_at = now()
  WHERE warehouse_id = e.warehouse_id AND event_id = p_event;
END $$;
