-- Closes the day that stands :days days ahead, part by part as the application does, and tells how long it took. Twice:
-- the second run finds nothing.
\set QUIET on
\timing off
UPDATE business_clock SET ahead_seconds = ahead_seconds + 86400 * :days;
CREATE TEMP TABLE told (run integer, rows bigint, tasks bigint, parts integer, longest_ms numeric, seconds numeric);
DO $$
DECLARE
  v_from bigint;
  v_began timestamptz;
  v_part timestamptz;
  v_name text;
  d record;
  t told;
BEGIN
  FOR run IN 1..2 LOOP
    t := (run, 0, 0, 0, 0, 0)::told;
    v_began := clock_timestamp();
    FOREACH v_name IN ARRAY ARRAY['ROWS', 'TASKS', 'PROMISES'] LOOP
      v_from := 0;
      LOOP
        v_part := clock_timestamp();
        SELECT * INTO d FROM day_close_part(1, v_name, v_from, 200, 'bench');
        COMMIT;
        t.parts := t.parts + 1;
        t.rows := t.rows + d.rows;
        t.tasks := t.tasks + d.tasks;
        t.longest_ms := greatest(t.longest_ms, round(extract(epoch FROM clock_timestamp() - v_part) * 1000));
        EXIT WHEN d.next_item IS NULL;
        v_from := d.next_item;
      END LOOP;
    END LOOP;
    t.seconds := round(extract(epoch FROM clock_timestamp() - v_began), 1);
    INSERT INTO told SELECT t.*;
    COMMIT;
  END LOOP;
END $$;
SELECT * FROM told ORDER BY run;
