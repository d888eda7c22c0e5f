-- The same lot number with another expiration is another lot, and never silently: whoever makes it, the decision is
-- recorded in the same transaction. The actor is the one the session names in lotline.actor.
CREATE OR REPLACE FUNCTION lot_second_expiration() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF new.lot_number IS NOT NULL AND EXISTS (SELECT FROM lot WHERE item_id = new.item_id
    AND lot_number = new.lot_number AND id <> new.id) THEN
    INSERT INTO lot_decision (lot_id, actor, reason)
    VALUES (new.id, coalesce(nullif(current_setting('lotline.actor', true), ''), current_user),
      'announced or made with another expiration than a lot of this number that was known before');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER lot_second_expiration AFTER INSERT ON lot
  FOR EACH ROW EXECUTE FUNCTION lot_second_expiration();
