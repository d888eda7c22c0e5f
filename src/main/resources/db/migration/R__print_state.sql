-- The states of a job and of its labels. Whoever changes one writes the state alone; what follows from it is done here, so
-- that it holds whatever the code does.

-- Ids that sort by the time they were made (UUID version 7).
CREATE OR REPLACE FUNCTION print_job_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
    || lpad(to_hex(nextval('print_job_number') % 4096), 3, '0') || '8'
    || substr(replace(gen_random_uuid()::text, '-', ''), 1, 15))::uuid
$$;

-- Where a job may go from where it is; and once a byte has gone out it is never queued again.
CREATE OR REPLACE FUNCTION print_job_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.state || '>' || new.state NOT IN ('QUEUED>SENDING', 'QUEUED>HELD', 'QUEUED>CANCELLED', 'HELD>QUEUED',
    'HELD>CANCELLED', 'SENDING>SENT', 'SENDING>QUEUED', 'SENDING>HELD', 'SENDING>FAILED', 'SENDING>UNKNOWN',
    'SENT>CONFIRMED', 'SENT>ASSUMED', 'SENT>UNKNOWN', 'ASSUMED>CONFIRMED', 'ASSUMED>VOIDED', 'UNKNOWN>CONFIRMED',
    'UNKNOWN>VOIDED', 'FAILED>QUEUED', 'FAILED>CANCELLED') THEN
    RAISE EXCEPTION 'a print job does not go from % to %', old.state, new.state USING ERRCODE = 'check_violation';
  END IF;
  IF old.state = 'SENDING' AND new.state IN ('QUEUED', 'HELD', 'FAILED') AND (new.bytes_written > 0
    OR new.first_byte_at IS NOT NULL) THEN
    RAISE EXCEPTION 'print job % may have come out', old.id USING ERRCODE = 'check_violation';
  END IF;
  IF new.state NOT IN ('SENDING', 'SENT') THEN
    new.lease_owner := NULL;
    new.lease_until := NULL;
  END IF;
  new.changed_at := now();
  RETURN new;
END $$;
CREATE OR REPLACE TRIGGER print_job_guard BEFORE UPDATE ON print_job
  FOR EACH ROW WHEN (old.state <> new.state) EXECUTE FUNCTION print_job_guard();

-- The labels go with their job; those that are decided already stay as they are.
CREATE OR REPLACE FUNCTION print_job_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO print_event (warehouse_id, job_id, from_state, to_state, code, evidence, actor)
  VALUES (new.warehouse_id, new.id, CASE WHEN tg_op = 'UPDATE' THEN old.state END, new.state,
    CASE WHEN tg_op = 'UPDATE' AND old.state = new.state THEN coalesce(new.code, 'MOVED') ELSE new.code END, new.evidence,
    new.changed_by);
  INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
  VALUES (new.warehouse_id, new.event_id, 'lotline.print', new.warehouse_id || ':job:' || new.id,
    jsonb_build_object('operation', 'PRINT_JOB', 'job', new.id, 'kind', new.kind, 'state', new.state, 'code', new.code,
      'evidence', new.evidence, 'labels', new.labels));
  IF tg_op = 'UPDATE' AND old.printer_id IS DISTINCT FROM new.printer_id THEN
    UPDATE printer SET look_at = '-infinity' WHERE id = new.printer_id;
  END IF;
  IF new.state IN ('SENT', 'UNKNOWN', 'ASSUMED', 'CONFIRMED') THEN
    UPDATE label SET state = new.state, evidence = CASE WHEN new.state = 'CONFIRMED' THEN new.evidence END,
      confirmed_at = CASE WHEN new.state = 'CONFIRMED' THEN now() END,
      confirmed_by = CASE WHEN new.state = 'CONFIRMED' THEN new.changed_by END
    WHERE job_id = new.id AND state NOT IN ('CONFIRMED', 'VOIDED');
  ELSIF new.state IN ('CANCELLED', 'VOIDED') THEN
    UPDATE label SET state = 'VOIDED', voided_at = now(), voided_by = new.changed_by
    WHERE job_id = new.id AND state NOT IN ('CONFIRMED', 'VOIDED');
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER print_job_made AFTER INSERT ON print_job
  FOR EACH ROW EXECUTE FUNCTION print_job_moved();
CREATE OR REPLACE TRIGGER print_job_moved AFTER UPDATE ON print_job
  FOR EACH ROW WHEN (old.state <> new.state OR old.printer_id IS DISTINCT FROM new.printer_id) EXECUTE FUNCTION print_job_moved();

-- A cancelled document wants no labels any more: what waits is cancelled in its transaction, what a printer has begun goes on.
CREATE OR REPLACE FUNCTION print_cancel(p_receiving_order bigint, p_order bigint, p_actor text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE print_job SET state = 'CANCELLED', code = 'DOCUMENT_CANCELLED', message = NULL, changed_by = p_actor
  WHERE state IN ('QUEUED', 'HELD') AND (receiving_order_id = p_receiving_order OR order_id = p_order)
$$;

-- A label that a person decided about on its own.
CREATE OR REPLACE FUNCTION label_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF old.state = 'VOIDED' THEN
    RAISE EXCEPTION 'label % is void', old.serial USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO print_event (warehouse_id, job_id, serial, from_state, to_state, code, evidence, actor)
  VALUES (new.warehouse_id, new.job_id, new.serial, old.state, new.state, new.reason, new.evidence,
    coalesce(new.voided_by, new.confirmed_by, (SELECT changed_by FROM print_job WHERE id = new.job_id)));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER label_moved AFTER UPDATE ON label
  FOR EACH ROW WHEN (old.state <> new.state) EXECUTE FUNCTION label_moved();
