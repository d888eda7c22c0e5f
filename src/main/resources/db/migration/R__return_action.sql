-- What becomes of goods that come back. A lot on hold goes into quarantine whatever else is said. Undelivered goods that
-- have expired or keep for less than the minimum go the backup way; nothing of that kind is restocked. Else what was
-- asked for, else the item's policy. reason = what decided.
CREATE OR REPLACE FUNCTION return_action(p_kind text, p_asked text, p_customer text, p_rts text, p_backup text,
  p_refusal text)
RETURNS TABLE (action text, reason text) LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_refusal = 'LOT_ON_HOLD' THEN 'QUARANTINE'
    WHEN p_refusal IS NOT NULL AND (wanted = 'RESTOCK' OR p_kind = 'RTS' AND p_asked IS NULL) THEN p_backup
    ELSE wanted END,
    CASE
    WHEN p_refusal = 'LOT_ON_HOLD' THEN p_refusal
    WHEN p_refusal IS NOT NULL AND (wanted = 'RESTOCK' OR p_kind = 'RTS' AND p_asked IS NULL) THEN p_refusal
    WHEN p_asked IS NOT NULL THEN 'ASKED'
    ELSE 'POLICY' END
  FROM (SELECT coalesce(p_asked, CASE p_kind WHEN 'RTS' THEN p_rts ELSE p_customer END) AS wanted) w
$$;

-- Goods of a customer's return that came by a receiving order: good only where the item's policy restocks them.
CREATE OR REPLACE FUNCTION return_state(p_document text, p_policy text, p_state text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_document = 'RMA' AND p_policy <> 'RESTOCK' AND p_state = 'AVAILABLE' THEN 'QUARANTINED'
    ELSE p_state END
$$;
