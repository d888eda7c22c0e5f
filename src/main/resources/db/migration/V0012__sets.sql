-- Scans are judged and written in sets. A judgement carries the move it asks for; an event is written once, complete.
DROP FUNCTION IF EXISTS event_open(posting[]), event_closing(posting, posted), event_close(closing[]),
  ledger_judge(posting), ledger_put(posting, bigint, text, numeric, numeric), ledger_other_lot(posting, bigint),
  ledger_place_refusal(posting, bigint, numeric), ledger_change(text, text, text, numeric), post_receive(posting),
  receiving_tolerance(posting, numeric), post_receive_exception(posting, text, numeric), post_stow(posting),
  post_move(posting), post_pick(posting), receiving_finish(bigint), lot_free_state(bigint, integer, date);
DROP TYPE closing;

-- Units on their way from one side to the other; the numbers of its scan, its document and its claim go along.
CREATE TYPE move AS (
  n integer,
  warehouse_id bigint,
  event_id uuid,
  line smallint,
  kind text,
  owner_id bigint,
  item_id bigint,
  lot_id bigint,
  from_location bigint,
  from_state text,
  to_location bigint,
  to_state text,
  quantity numeric,
  -- change of the reserved units: on the source row when negative, on the destination row when positive
  reserved numeric,
  -- changes of the allocated and of the expected total
  claimed numeric,
  expected numeric,
  reservation_id bigint,
  order_line_id bigint,
  receiving_lot_id bigint,
  actor text,
  device text,
  today date,
  at timestamptz
);

-- What was decided about scan n, the move that follows from it (NULL where nothing moves), the movements once written.
CREATE TYPE judged AS (n integer, verdict text, code text, facts jsonb, moved move, movements bigint[]);

-- an event is complete when it is inserted
DROP TRIGGER scan_event_is_final ON scan_event;
DROP FUNCTION scan_event_is_final();
CREATE TRIGGER scan_event_is_final BEFORE UPDATE OR DELETE ON scan_event
  FOR EACH ROW EXECUTE FUNCTION history_is_final();
-- event_read looks the warehouse up for the whole batch
ALTER TABLE scan_event ALTER COLUMN verdict SET NOT NULL, DROP CONSTRAINT scan_event_warehouse_id_fkey;
