-- Whoever lowers AVAILABLE calls this first: makes room for p_units to leave a stock row. Reservations on the row fall
-- back to allocations, newest order first; then allocations of the item × warehouse are cut while claims would exceed
-- what is left, newest order first; the cut part becomes demand again. The caller holds the gate.
CREATE OR REPLACE FUNCTION claims_cut(p_warehouse bigint, p_stock bigint, p_units numeric)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM claims_cut_set(p_warehouse, ARRAY[p_stock], ARRAY[p_units]);
END $$;

-- Takes units out of an allocation, to where they go on the order line: RESERVED, BACKORDERED or CANCELLED.
CREATE OR REPLACE FUNCTION claims_allocation_take(p_warehouse bigint, p_line bigint, p_item bigint, p_units numeric,
  p_to text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM allocation WHERE warehouse_id = p_warehouse AND order_line_id = p_line AND quantity = p_units;
  IF NOT FOUND THEN
    UPDATE allocation SET quantity = quantity - p_units WHERE warehouse_id = p_warehouse AND order_line_id = p_line;
  END IF;
  UPDATE stock_summary SET allocated = allocated - p_units,
    reserved = reserved + CASE WHEN p_to = 'RESERVED' THEN p_units ELSE 0 END,
    gate_seq = gate_seq + 1, changed_at = now()
  WHERE warehouse_id = p_warehouse AND item_id = p_item;
  UPDATE order_line SET allocated = allocated - p_units,
    reserved = reserved + CASE WHEN p_to = 'RESERVED' THEN p_units ELSE 0 END,
    backordered = backordered + CASE WHEN p_to = 'BACKORDERED' THEN p_units ELSE 0 END,
    cancelled = cancelled + CASE WHEN p_to = 'CANCELLED' THEN p_units ELSE 0 END
  WHERE id = p_line;
END $$;

-- A place that is locked, or may no longer be picked from, gives its claims back; what other places can serve is planned
-- again at once. Gates first: whoever reserves there meanwhile has either finished before, or sees the place locked.
CREATE OR REPLACE FUNCTION claims_leave_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v_lines bigint[];
BEGIN
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id)) FROM stock s
  WHERE s.warehouse_id = new.warehouse_id AND s.location_id = new.id AND s.quantity > 0;
  SELECT claims_unreserve_set(new.warehouse_id, array_agg(r.id), array_agg(r.quantity), 'CUT') INTO v_lines
  FROM stock s JOIN reservation r ON r.warehouse_id = s.warehouse_id AND r.stock_id = s.id AND r.state = 'OPEN'
  WHERE s.warehouse_id = new.warehouse_id AND s.location_id = new.id;
  PERFORM claims_take(new.warehouse_id, l.id) FROM unnest(v_lines) x (id) JOIN order_line l ON l.id = x.id
  ORDER BY l.order_id, l.line_no;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS claims_leave_place ON location;
CREATE TRIGGER claims_leave_place AFTER UPDATE OF locked, pickable ON location FOR EACH ROW
  WHEN (new.locked AND NOT old.locked OR old.pickable AND NOT new.pickable)
  EXECUTE FUNCTION claims_leave_place();
