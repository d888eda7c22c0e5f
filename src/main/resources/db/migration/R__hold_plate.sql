-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The plates that holds cover, and all that stand on them.
CREATE OR REPLACE FUNCTION hold_plates(p_holds bigint[]) RETURNS TABLE (warehouse_id bigint, plate_id bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE tree AS (
      SELECT k.warehouse_id, k.plate_id FROM hold_plate k WHERE k.hold_id = ANY (p_holds) AND k.released_at IS NULL
      UNION
      SELECT p.warehouse_id, p.id FROM plate p JOIN tree t ON t.warehouse_id = p.warehouse_id AND t.plate_id = p.parent_id)
    SELECT t.warehouse_id, t.plate_id FROM tree t;
END $$;

-- The plates that holds covered once and nothing covers now, and all that stand on them.
CREATE OR REPLACE FUNCTION hold_plates_freed(p_holds bigint[]) RETURNS TABLE (warehouse_id bigint, plate_id bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE tree AS (
      SELECT k.warehouse_id, k.plate_id, h.owner_id FROM hold_plate k JOIN hold h ON h.id = k.hold_id
      WHERE k.hold_id = ANY (p_holds) AND k.released_at IS NOT NULL
      UNION
      SELECT p.warehouse_id, p.id, t.owner_id FROM plate p
      JOIN tree t ON t.warehouse_id = p.warehouse_id AND t.plate_id = p.parent_id)
    SELECT t.warehouse_id, t.plate_id FROM tree t WHERE hold_of_plate(t.warehouse_id, t.plate_id, t.owner_id) IS NULL;
END $$;

-- The plates whose units a posting about holds is about: those that a release has just freed, those that it names, or all
-- that the holds cover.
CREATE OR REPLACE FUNCTION hold_plates_of(e posting, p_kind text, p_holds bigint[])
RETURNS TABLE (warehouse_id bigint, plate_id bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_kind = 'UNHOLD' THEN
    RETURN QUERY SELECT p.warehouse_id, p.plate_id FROM hold_plates_freed(p_holds) p;
  ELSIF p_kind <> 'HOLD' AND e.facts ? 'plates' THEN
    RETURN QUERY SELECT p.warehouse_id, p.plate_id FROM hold_plates(p_holds) p
      WHERE p.plate_id = ANY (hold_named_plates(e));
  ELSE
    RETURN QUERY SELECT p.warehouse_id, p.plate_id FROM hold_plates(p_holds) p;
  END IF;
END $$;

-- The oldest open hold of a plate, or of one under it, that concerns this owner's goods; no owner = anybody's. NULL = none.
DROP FUNCTION IF EXISTS hold_of_plate(bigint, bigint);
CREATE OR REPLACE FUNCTION hold_of_plate(p_warehouse bigint, p_plate bigint, p_owner bigint) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    WITH RECURSIVE down AS (
      SELECT id, parent_id FROM plate WHERE warehouse_id = p_warehouse AND id = p_plate
      UNION ALL
      SELECT p.id, p.parent_id FROM plate p JOIN down d ON p.warehouse_id = p_warehouse AND p.id = d.parent_id)
    SELECT min(k.hold_id) FROM down d JOIN hold_plate k ON k.warehouse_id = p_warehouse AND k.plate_id = d.id
    JOIN hold h ON h.id = k.hold_id
    WHERE k.released_at IS NULL AND (p_owner IS NULL OR h.owner_id = p_owner));
END $$;

-- Units of a balance row that stand on held plates and are not good yet: the hold will take them when they are, so they stay
-- on their plate until then. Of other states the hold has what it covers already.
CREATE OR REPLACE FUNCTION hold_keeps(s stock) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF coalesce(s.plated, 0) = 0 OR s.state NOT IN ('RECEIVED', 'STOWED') THEN
    RETURN 0;
  END IF;
  RETURN (SELECT coalesce(sum(c.quantity), 0) FROM plate_content c JOIN item i ON i.id = s.item_id
    WHERE c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
      AND hold_of_plate(c.warehouse_id, c.plate_id, i.owner_id) IS NOT NULL);
END $$;

-- Units of a balance row that stand on held plates, or that holds of plates answer for: under another lot they would come off
-- their plate, and no hold would know them.
CREATE OR REPLACE FUNCTION hold_on_plates(s stock) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN greatest(
    (SELECT coalesce(sum(c.quantity), 0) FROM plate_content c JOIN item i ON i.id = s.item_id
      WHERE c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
        AND hold_of_plate(c.warehouse_id, c.plate_id, i.owner_id) IS NOT NULL),
    (SELECT coalesce(sum(k.quantity), 0) FROM hold_stock k JOIN hold h ON h.id = k.hold_id AND h.scope = 'PLATE'
      WHERE k.warehouse_id = s.warehouse_id AND k.stock_id = s.id));
END $$;

-- Does the plate under this one hold it back? Only with units that are not good yet.
CREATE OR REPLACE FUNCTION hold_keeps_plate(p_warehouse bigint, p_code text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM plate p
    JOIN plate_content c ON c.warehouse_id = p.warehouse_id AND c.plate_id = ANY (plate_tree(p_warehouse, ARRAY[p_code]))
    JOIN stock s ON s.warehouse_id = c.warehouse_id AND s.id = c.stock_id JOIN item i ON i.id = s.item_id
    WHERE p.warehouse_id = p_warehouse AND p.code = p_code AND p.parent_id IS NOT NULL
      AND hold_of_plate(p_warehouse, p.parent_id, i.owner_id) IS NOT NULL AND hold_keeps(s) > 0);
END $$;

-- Takes the units that rows move off the plates of these holds, the newest plate first, so that it is those and not loose
-- ones of the same lot that change. Answers what is to be put back once they have moved within the house; NULL = nothing.
CREATE OR REPLACE FUNCTION hold_lift(e posting, p_kind text, p_holds bigint[], p_rows held[]) RETURNS plate_units[]
LANGUAGE plpgsql AS $$
DECLARE
  v_units plate_units[];
BEGIN
  IF NOT EXISTS (SELECT FROM hold_plate WHERE hold_id = ANY (p_holds)) THEN
    RETURN NULL;
  END IF;
  WITH off AS MATERIALIZED (
    SELECT c.warehouse_id, c.plate_id, c.stock_id, c.quantity, r.item_id, r.lot_id, r.to_location, r.to_state,
      least(c.quantity, r.quantity - c.before) AS units
    FROM unnest(p_rows) r JOIN (
      SELECT x.*, sum(x.quantity) OVER (PARTITION BY x.warehouse_id, x.stock_id ORDER BY x.plate_id DESC) - x.quantity
        AS before
      FROM hold_plates_of(e, p_kind, p_holds) p
      JOIN plate_content x ON x.warehouse_id = p.warehouse_id AND x.plate_id = p.plate_id) c
      ON c.warehouse_id = r.warehouse_id AND c.stock_id = r.stock_id AND c.before < r.quantity
  ), emptied AS (
    DELETE FROM plate_content c USING off o
    WHERE c.warehouse_id = o.warehouse_id AND c.plate_id = o.plate_id AND c.stock_id = o.stock_id AND o.units = o.quantity
  ), lowered AS (
    UPDATE plate_content c SET quantity = c.quantity - o.units FROM off o
    WHERE c.warehouse_id = o.warehouse_id AND c.plate_id = o.plate_id AND c.stock_id = o.stock_id AND o.units < o.quantity
  )
  SELECT array_agg((warehouse_id, plate_id, item_id, lot_id, to_location, to_state, units)::plate_units) INTO v_units
  FROM off WHERE to_state IS NOT NULL;
  RETURN v_units;
END $$;

-- Units on plates that another open hold covers pass from these holds to it, as far as it does not answer for them
-- already. Answers how many passed to which.
CREATE OR REPLACE FUNCTION hold_hand_over_plates(p_holds bigint[], p_rows held[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c record;
  k record;
  v_take numeric;
  v_kept jsonb := '[]';
BEGIN
  FOR c IN
    SELECT p.warehouse_id, p.stock_id, p.heir, p.units - coalesce(h.quantity, 0) AS units
    FROM (SELECT x.warehouse_id, x.stock_id, hold_of_plate(x.warehouse_id, x.plate_id, i.owner_id) AS heir,
        sum(x.quantity) AS units
      FROM (SELECT DISTINCT warehouse_id, stock_id, item_id FROM unnest(p_rows)) r JOIN item i ON i.id = r.item_id
      JOIN plate_content x ON x.warehouse_id = r.warehouse_id AND x.stock_id = r.stock_id GROUP BY 1, 2, 3) p
    LEFT JOIN hold_stock h ON h.warehouse_id = p.warehouse_id AND h.stock_id = p.stock_id AND h.hold_id = p.heir
    WHERE p.heir <> ALL (p_holds) AND p.units > coalesce(h.quantity, 0) ORDER BY p.heir, p.warehouse_id, p.stock_id
  LOOP
    FOR k IN
      SELECT hold_id, quantity FROM hold_stock
      WHERE warehouse_id = c.warehouse_id AND stock_id = c.stock_id AND hold_id = ANY (p_holds) ORDER BY hold_id
    LOOP
      v_take := least(k.quantity, c.units);
      EXIT WHEN v_take <= 0;
      PERFORM hold_give(c.warehouse_id, c.stock_id, k.hold_id, v_take);
      PERFORM hold_get(c.warehouse_id, c.stock_id, c.heir, v_take);
      v_kept := v_kept || jsonb_build_object('hold', c.heir, 'quantity', trim_scale(v_take));
      c.units := c.units - v_take;
    END LOOP;
  END LOOP;
  RETURN v_kept;
END $$;

-- Units on held plates that have just become free (committed, put away) are held at once, before anything may be promised
-- of them. p_after = movements that the event has already.
CREATE OR REPLACE FUNCTION hold_plates_again(e posting, p_after integer) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  h record;
  v_rows held[];
  v_movements bigint[] := '{}';
BEGIN
  FOR h IN
    SELECT DISTINCT k.hold_id AS id FROM hold_plate k
    WHERE k.warehouse_id = e.warehouse_id AND k.released_at IS NULL ORDER BY 1
  LOOP
    v_rows := hold_rows(h.id);
    IF cardinality(v_rows) > 0 THEN
      v_movements := v_movements
        || hold_write(e, 'HOLD', 'HELD', v_rows, ARRAY[h.id], p_after + cardinality(v_movements));
    END IF;
  END LOOP;
  RETURN v_movements;
END $$;
