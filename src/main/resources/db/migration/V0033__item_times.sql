-- When an item was made known and last changed; items that were there before count from today.
ALTER TABLE item
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

CREATE FUNCTION item_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.updated_at := now();
  RETURN new;
END $$;
CREATE TRIGGER item_touched BEFORE UPDATE ON item FOR EACH ROW WHEN (old IS DISTINCT FROM new)
  EXECUTE FUNCTION item_touched();
