-- One lot in a place that takes only one. The slot of a place names it; what could contradict a slot is looked at where it
-- changes: when another lot takes it over, and when an item begins to keep its lots apart.
CREATE OR REPLACE FUNCTION slot_is_free() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stock s WHERE s.warehouse_id = new.warehouse_id AND s.location_id = new.location_id
    AND s.item_id = new.item_id AND s.lot_key <> new.lot_key AND s.exclusive AND s.quantity > 0) THEN
    PERFORM slot_refuse(new.location_id, new.item_id);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER slot_is_free AFTER UPDATE OF lot_key ON slot FOR EACH ROW
  WHEN (old.lot_key <> new.lot_key) EXECUTE FUNCTION slot_is_free();

CREATE OR REPLACE FUNCTION slot_is_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM slot o WHERE o.warehouse_id = new.warehouse_id AND o.location_id = new.location_id
    AND o.item_id = new.item_id AND o.lot_key = new.lot_key) THEN
    PERFORM slot_refuse(new.location_id, new.item_id);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER slot_is_kept AFTER UPDATE OF exclusive ON stock FOR EACH ROW
  WHEN (new.exclusive AND new.quantity > 0) EXECUTE FUNCTION slot_is_kept();

-- Worded like PostgreSQL's own, because clients read the name of the constraint from there.
CREATE OR REPLACE FUNCTION slot_refuse(p_location bigint, p_item bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'location % item % violates check constraint "stock_one_lot_per_location"', p_location, p_item
    USING ERRCODE = 'check_violation';
END $$;

-- Decimals and mixing are policies of the item that the balance rows repeat, so that a CHECK can hold them. Gates first:
-- whoever stows meanwhile has either finished before, or reads the new policy.
CREATE OR REPLACE FUNCTION item_policy_sync() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM stock_summary WHERE item_id = new.id ORDER BY warehouse_id FOR NO KEY UPDATE;
  UPDATE stock_summary SET decimals = new.decimals WHERE item_id = new.id AND decimals <> new.decimals;
  UPDATE stock SET decimals = new.decimals WHERE item_id = new.id AND decimals <> new.decimals;
  IF new.lot_tracked AND NOT new.allow_mixing_locations THEN
    INSERT INTO slot (warehouse_id, location_id, item_id, lot_key)
    SELECT DISTINCT ON (s.warehouse_id, s.location_id) s.warehouse_id, s.location_id, s.item_id, s.lot_key
    FROM stock s JOIN location l ON l.warehouse_id = s.warehouse_id AND l.id = s.location_id
    WHERE s.item_id = new.id AND s.quantity > 0 AND l.type IN ('STORAGE', 'PICK_FACE')
    ON CONFLICT (warehouse_id, location_id, item_id) DO UPDATE SET lot_key = excluded.lot_key;
  END IF;
  UPDATE stock s SET exclusive = new.lot_tracked AND NOT new.allow_mixing_locations
  FROM location l
  WHERE s.item_id = new.id AND l.warehouse_id = s.warehouse_id AND l.id = s.location_id
    AND l.type IN ('STORAGE', 'PICK_FACE') AND s.exclusive <> (new.lot_tracked AND NOT new.allow_mixing_locations);
  RETURN NULL;
END $$;
