-- One scan of a device at a time, in order. Answers what is to be done with this one:
-- TAKEN work on it, state is what is open · RESUME its event is decided, post it again · FINISH another scan of this
-- device was decided and never answered: that one first · REPLAY it was answered · BUSY another one is being worked on
-- · KEY_REUSED, DEVICE_SEQ_REUSED, SCAN_OUT_OF_ORDER as said.
CREATE OR REPLACE FUNCTION scan_claim(p_device text, p_id uuid, p_seq bigint, p_hash text, p_payload text,
  p_idle interval, p_lease interval,
  OUT outcome text, OUT state text, OUT decided text, OUT reply text, OUT pending uuid, OUT payload text,
  OUT millis bigint, OUT last bigint)
LANGUAGE plpgsql AS $$
DECLARE
  c scan_context;
  s raw_scan;
BEGIN
  millis := extract(epoch FROM clock_timestamp()) * 1000;
  INSERT INTO scan_context (device) VALUES (p_device) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT c FROM scan_context WHERE device = p_device FOR UPDATE;
  state := CASE WHEN c.touched_at < clock_timestamp() - p_idle THEN '{}' ELSE c.state END;
  last := c.last_seq;
  SELECT * INTO s FROM raw_scan WHERE device = p_device AND id = p_id;
  IF s.id IS NOT NULL AND s.payload_hash <> p_hash THEN
    outcome := 'KEY_REUSED'; RETURN;
  ELSIF s.reply IS NOT NULL THEN
    outcome := 'REPLAY'; reply := s.reply; RETURN;
  ELSIF c.holder IS NOT NULL AND c.held_until > clock_timestamp() THEN
    outcome := 'BUSY'; RETURN;
  ELSIF c.holder IS NOT NULL AND c.holder <> p_id THEN
    SELECT r.decided, r.payload INTO decided, payload FROM raw_scan r WHERE r.device = p_device AND r.id = c.holder;
    IF decided IS NOT NULL THEN
      UPDATE scan_context SET held_until = clock_timestamp() + p_lease WHERE device = p_device;
      outcome := 'FINISH'; pending := c.holder; RETURN;
    END IF;
    -- nothing of it was posted; whoever sent it sends it again
    DELETE FROM raw_scan r WHERE r.device = p_device AND r.id = c.holder;
  END IF;
  IF s.id IS NULL THEN
    outcome := CASE
      WHEN EXISTS (SELECT FROM raw_scan r WHERE r.device = p_device AND r.seq = p_seq) THEN 'DEVICE_SEQ_REUSED'
      WHEN p_seq < c.last_seq THEN 'SCAN_OUT_OF_ORDER' END;
    IF outcome IS NOT NULL THEN
      RETURN;
    END IF;
    DELETE FROM raw_scan r WHERE r.device = p_device AND r.id = ANY (ARRAY(SELECT o.id FROM raw_scan o
      WHERE o.device = p_device AND o.recorded_at < now() - interval '30 days' ORDER BY o.recorded_at LIMIT 100));
    INSERT INTO raw_scan (device, id, seq, payload_hash, payload) VALUES (p_device, p_id, p_seq, p_hash, p_payload);
  END IF;
  UPDATE scan_context SET holder = p_id, held_until = clock_timestamp() + p_lease WHERE device = p_device;
  decided := s.decided; payload := p_payload;
  outcome := CASE WHEN decided IS NULL THEN 'TAKEN' ELSE 'RESUME' END;
END $$;

-- Keeps what a scan became, before it is posted; false when somebody else has taken over meanwhile.
CREATE OR REPLACE FUNCTION scan_decide(p_device text, p_id uuid, p_decided text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM scan_context WHERE device = p_device AND holder = p_id FOR UPDATE;
  IF FOUND THEN
    UPDATE raw_scan SET decided = p_decided WHERE device = p_device AND id = p_id AND decided IS NULL;
  END IF;
  RETURN FOUND;
END $$;

-- Keeps the answer and what is open from now on, and lets the next scan in. Twice is the same as once.
CREATE OR REPLACE FUNCTION scan_done(p_device text, p_id uuid, p_reply text, p_state text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE scan_context c SET state = p_state, holder = NULL, held_until = NULL, touched_at = clock_timestamp(),
    last_seq = greatest(c.last_seq, (SELECT r.seq FROM raw_scan r WHERE r.device = p_device AND r.id = p_id))
  WHERE c.device = p_device AND c.holder = p_id;
  IF FOUND THEN
    UPDATE raw_scan SET reply = p_reply WHERE device = p_device AND id = p_id AND reply IS NULL;
  END IF;
END $$;
