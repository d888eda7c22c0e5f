-- Units that came to a posting's goods in its place (less those that left) after they were counted, though they are in
-- the books already. A count that comes late is compared with the books as they were when it was taken. Which of two
-- scans was first is decided by the first of these that can tell:
-- 1. the position of the books that the counting device has seen: everything up to it was before the count;
-- 2. scans of the same device: its own numbers;
-- 3. two clocks that are right to the day: the later one was later;
-- 4. else the clock of the books: recorded after the count was taken, at the earliest moment that the count's device
--    leaves open (its clock, put right by its quickest scan of late; at the latest now).
CREATE OR REPLACE FUNCTION count_since(e posting, p_position bigint) RETURNS numeric LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_ahead interval := business_now() - now();
  v_taken timestamptz := now();
  -- what was recorded two days before a count whose clock is right was before it
  v_since timestamptz := now() - CASE WHEN count_clock(e.at, now() + v_ahead) THEN interval '48 hours'
    ELSE interval '400 days' END;
BEGIN
  IF e.at IS NOT NULL THEN
    SELECT least(now(), e.at + min(late)) INTO v_taken FROM (
      SELECT now() - e.at AS late
      UNION ALL
      (SELECT s.recorded_at - s.at FROM scan_event s WHERE s.warehouse_id = e.warehouse_id AND s.device = e.device
        AND s.seq IS NOT NULL AND s.at <> s.recorded_at ORDER BY s.seq DESC LIMIT 100)) x;
  END IF;
  RETURN (
    SELECT coalesce(sum(CASE WHEN m.to_location = e.to_location AND m.to_state IS NOT NULL THEN m.quantity ELSE 0 END
      - CASE WHEN m.from_location = e.to_location AND m.from_state IS NOT NULL THEN m.quantity ELSE 0 END), 0)
    FROM (
      SELECT * FROM movement WHERE item_id = e.item_id AND lot_id = e.lot_id
      UNION ALL SELECT * FROM movement WHERE item_id = e.item_id AND lot_id IS NULL AND e.lot_id IS NULL) m
    JOIN scan_event s ON s.warehouse_id = m.warehouse_id AND s.id = m.event_id
    WHERE m.warehouse_id = e.warehouse_id AND e.to_location IN (m.from_location, m.to_location)
      AND m.recorded_at > v_since
      AND CASE
        WHEN m.gate_seq <= p_position THEN false
        WHEN s.device = e.device AND s.seq IS NOT NULL AND e.seq IS NOT NULL THEN s.seq > e.seq
        WHEN s.at <> s.recorded_at AND count_clock(s.at, s.recorded_at + v_ahead)
          AND count_clock(e.at, now() + v_ahead) THEN s.at > e.at
        ELSE s.recorded_at > v_taken END);
END $$;

-- Is this device's clock right to the day?
CREATE OR REPLACE FUNCTION count_clock(p_at timestamptz, p_now timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(p_at BETWEEN p_now - interval '24 hours' AND p_now + interval '24 hours', false)
$$;
