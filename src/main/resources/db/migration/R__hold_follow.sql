-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Whatever else moves quarantined units keeps the accounts of the holds right: units of a held lot or place that become
-- free (commit, putaway, un-pick …) are caught by its oldest hold; units that are moved take their hold along; units that
-- leave are first those that no hold answers for. Holds themselves write their accounts in sets.
CREATE OR REPLACE FUNCTION hold_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  c record;
  v_left numeric;
  v_take numeric;
BEGIN
  IF new.from_state = 'QUARANTINED' THEN
    SELECT CASE WHEN new.to_state = 'QUARANTINED' THEN new.quantity ELSE sum(k.quantity) - s.quantity END INTO v_left
    FROM stock s JOIN hold_stock k ON k.warehouse_id = s.warehouse_id AND k.stock_id = s.id
    WHERE s.warehouse_id = new.warehouse_id AND s.id = new.from_stock GROUP BY s.quantity;
    FOR c IN
      -- a plate that was moved is there already, and the oldest hold of it goes with it; else the newest one first
      SELECT s.hold_id, s.quantity FROM hold_stock s
      LEFT JOIN LATERAL (SELECT k.hold_id FROM hold_plate k JOIN plate p ON p.warehouse_id = k.warehouse_id AND p.id = k.plate_id
        WHERE k.warehouse_id = s.warehouse_id AND k.hold_id = s.hold_id AND k.released_at IS NULL
          AND p.location_id = new.to_location LIMIT 1) k ON true
      WHERE s.warehouse_id = new.warehouse_id AND s.stock_id = new.from_stock ORDER BY k.hold_id, s.hold_id DESC
    LOOP
      EXIT WHEN v_left <= 0;
      v_take := least(v_left, c.quantity);
      PERFORM hold_give(new.warehouse_id, new.from_stock, c.hold_id, v_take);
      IF new.to_state = 'QUARANTINED' THEN
        PERFORM hold_get(new.warehouse_id, new.to_stock, c.hold_id, v_take);
      END IF;
      v_left := v_left - v_take;
    END LOOP;
  ELSE
    PERFORM hold_get(new.warehouse_id, new.to_stock, h.id, new.quantity)
    FROM (SELECT hold_of(new.warehouse_id, new.to_location, new.item_id, new.lot_id) AS id) h WHERE h.id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
-- a short pick is to be investigated, a return to be inspected, hold or no hold
DROP TRIGGER IF EXISTS hold_follow ON movement;
CREATE TRIGGER hold_follow AFTER INSERT ON movement FOR EACH ROW
  WHEN (new.from_state = 'QUARANTINED' AND new.kind NOT IN ('UNHOLD', 'DISPOSE_HELD', 'RETURN_HELD')
    OR new.to_state = 'QUARANTINED' AND new.kind NOT IN ('HOLD', 'SHORT', 'RETURN'))
  EXECUTE FUNCTION hold_follow();

CREATE OR REPLACE FUNCTION hold_get(p_warehouse bigint, p_stock bigint, p_hold bigint, p_units numeric) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO hold_stock AS k (warehouse_id, stock_id, hold_id, quantity) VALUES (p_warehouse, p_stock, p_hold, p_units)
  ON CONFLICT (warehouse_id, stock_id, hold_id) DO UPDATE SET quantity = k.quantity + excluded.quantity
$$;

CREATE OR REPLACE FUNCTION hold_give(p_warehouse bigint, p_stock bigint, p_hold bigint, p_units numeric) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM hold_stock WHERE warehouse_id = p_warehouse AND stock_id = p_stock AND hold_id = p_hold
    AND quantity = p_units;
  UPDATE hold_stock SET quantity = quantity - p_units WHERE warehouse_id = p_warehouse AND stock_id = p_stock
    AND hold_id = p_hold AND quantity > p_units;
$$;
