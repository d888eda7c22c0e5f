-- What may not change under stock. Decimals and mixing are held by CHECKs of the balance rows (item_policy_sync); these
-- two have no column there.
CREATE OR REPLACE FUNCTION item_tracking_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  -- an order that names the item holds its row until it commits, and one that comes later waits for us: see claims_allocate
  PERFORM FROM item WHERE id = new.id FOR UPDATE;
  -- whoever posts locks these rows first, so nothing arrives while we look
  PERFORM FROM stock_summary WHERE item_id = new.id ORDER BY warehouse_id FOR NO KEY UPDATE;
  -- an item with stock may begin to carry lots, once its receipts are through: what is there stays without lot until it
  -- is assigned one, and ships after what is dated
  IF EXISTS (SELECT FROM stock_summary WHERE item_id = new.id AND (expected > 0 OR received + stowed > 0))
    OR ((new.tracking <> old.tracking OR NOT new.lot_tracked)
      AND EXISTS (SELECT FROM stock WHERE item_id = new.id AND quantity > 0))
    -- who waits for stock of it would wait for ever
    OR (NOT new.tracking AND EXISTS (SELECT FROM order_line WHERE item_id = new.id AND backordered > 0))
    OR (NOT new.lot_tracked AND EXISTS (SELECT FROM lot WHERE item_id = new.id)) THEN
    -- worded like PostgreSQL's own, because clients read the name of the constraint from there
    RAISE EXCEPTION 'item % violates check constraint "%"', new.id,
      CASE WHEN old.tracking <> new.tracking THEN 'item_tracking' ELSE 'item_lot_tracked' END
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
DROP TRIGGER IF EXISTS item_tracking_guard ON item;
CREATE TRIGGER item_tracking_guard BEFORE UPDATE OF tracking, lot_tracked ON item FOR EACH ROW
  WHEN ((old.tracking, old.lot_tracked) IS DISTINCT FROM (new.tracking, new.lot_tracked))
  EXECUTE FUNCTION item_tracking_guard();

CREATE OR REPLACE FUNCTION location_type_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stock WHERE warehouse_id = new.warehouse_id AND location_id = new.id AND quantity > 0) THEN
    RAISE EXCEPTION 'location % violates check constraint "location_type"', new.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
DROP TRIGGER IF EXISTS location_type_guard ON location;
CREATE TRIGGER location_type_guard BEFORE UPDATE OF type ON location FOR EACH ROW WHEN (old.type <> new.type)
  EXECUTE FUNCTION location_type_guard();
