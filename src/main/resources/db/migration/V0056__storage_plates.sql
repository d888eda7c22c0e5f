-- What stood on plates, and on which plate they stood, before that was changed: what held until then. A plate is paid for by what
-- stands on it at the end of a day, however late the day is closed.
CREATE TABLE plate_content_past (
  warehouse_id bigint NOT NULL,
  until timestamptz NOT NULL,
  plate_id bigint NOT NULL,
  stock_id bigint NOT NULL,
  quantity numeric(14, 4) NOT NULL,
  PRIMARY KEY (warehouse_id, until, plate_id, stock_id)
);
COMMENT ON COLUMN plate_content_past.quantity IS '0 = it did not stand there';
CREATE TABLE plate_past (
  warehouse_id bigint NOT NULL,
  until timestamptz NOT NULL,
  plate_id bigint NOT NULL,
  parent_id bigint,
  PRIMARY KEY (warehouse_id, until, plate_id)
);

CREATE FUNCTION plate_content_changed_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO plate_content_past (warehouse_id, until, plate_id, stock_id, quantity)
    SELECT p.warehouse_id, business_now(), p.plate_id, p.stock_id, 0 FROM put p
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO plate_content_past (warehouse_id, until, plate_id, stock_id, quantity)
    SELECT t.warehouse_id, business_now(), t.plate_id, t.stock_id, t.quantity FROM taken t
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER plate_content_put_anew AFTER INSERT ON plate_content
  REFERENCING NEW TABLE AS put FOR EACH STATEMENT EXECUTE FUNCTION plate_content_changed_anew();
CREATE TRIGGER plate_content_taken_anew AFTER DELETE ON plate_content
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION plate_content_changed_anew();
CREATE TRIGGER plate_content_changed_anew AFTER UPDATE ON plate_content
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION plate_content_changed_anew();

CREATE FUNCTION plate_nested_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO plate_past (warehouse_id, until, plate_id, parent_id)
  VALUES (old.warehouse_id, business_now(), old.id, old.parent_id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER plate_nested_anew AFTER UPDATE OF parent_id ON plate FOR EACH ROW
  WHEN (old.parent_id IS DISTINCT FROM new.parent_id) EXECUTE FUNCTION plate_nested_anew();

-- The part of license plates that is a cell's; NULL = it stands on none, or no rule asks.
ALTER TYPE storage_cell ADD ATTRIBUTE plate_part numeric;
