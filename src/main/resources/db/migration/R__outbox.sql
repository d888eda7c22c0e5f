-- How far the outbox can be read without a gap: numbers are drawn in one order and committed in another. Every number up
-- to "highest" is there, or never will be, as soon as no transaction before "next" is open any more; those before
-- "finished" are not. The order of the statements is what makes it true: first the number, then a transaction id, which is
-- higher than that of everybody who has drawn one so far, then the snapshot. The end of a snapshot would not do for it: a
-- transaction may be open beyond it. p_known = what is safe already; while there is nothing new no id is spent.
CREATE OR REPLACE FUNCTION outbox_mark(p_known bigint, OUT highest bigint, OUT finished bigint, OUT next bigint)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END INTO highest FROM outbox_number;
  IF highest <= p_known THEN
    finished := 0; next := 0;
    RETURN;
  END IF;
  next := pg_current_xact_id()::text::bigint;
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint INTO finished;
END $$;

-- Forgets at most p_most events that every relay has told and that are older than p_keep, from the oldest on, without a
-- gap. Requests for labels are of printing. Answers how many rows it has looked through; 0 = nothing is old enough.
CREATE OR REPLACE FUNCTION outbox_forget(p_keep interval, p_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_past outbox_past;
  v_before timestamptz := now() - p_keep;
  v_to bigint;
  v_looked integer;
  v_gone integer;
BEGIN
  SELECT * INTO v_past FROM outbox_past FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  SELECT count(*), max(id) INTO v_looked, v_to FROM (
    SELECT id, count(*) FILTER (WHERE young) OVER (ORDER BY id) AS younger
    FROM (SELECT id, recorded_at >= v_before AS young FROM outbox
      WHERE id > v_past.forgotten_to AND id <= (SELECT min(told_to) FROM relay) ORDER BY id LIMIT p_most) o) old
  WHERE younger = 0;
  IF v_looked = 0 THEN
    RETURN 0;
  END IF;
  DELETE FROM outbox WHERE id > v_past.forgotten_to AND id <= v_to AND topic <> 'lotline.label';
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  UPDATE outbox_past SET forgotten_to = v_to, forgotten = forgotten + v_gone, before = greatest(before, v_before);
  RETURN v_looked;
END $$;
