-- Which stock may be used: the one place that decides it, for availability, selection, pick scan and shipping.
-- Answers the refusal, or NULL when the lot may be used on that business date. p_min_days NULL = no minimum.
CREATE OR REPLACE FUNCTION lot_refusal(p_hold text, p_expiration date, p_min_days integer, p_today date)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN p_hold <> 'NONE' THEN 'LOT_ON_HOLD'
    WHEN p_expiration < p_today THEN 'LOT_EXPIRED'
    WHEN p_expiration - p_today < p_min_days THEN 'SHELF_LIFE_TOO_SHORT'
  END
$$;

CREATE OR REPLACE FUNCTION lot_usable(p_lot_id bigint, p_min_days integer, p_today date)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_lot_id IS NULL
    OR (SELECT lot_refusal(hold, expiration_date, p_min_days, p_today) IS NULL FROM lot WHERE id = p_lot_id)
$$;

-- The state that good units of a lot take when they become free: AVAILABLE, or held by its hold or its shelf life.
CREATE OR REPLACE FUNCTION lot_state(p_hold text, p_expiration date, p_min_days integer, p_today date)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN p_hold <> 'NONE' THEN 'QUARANTINED'
    WHEN lot_refusal(p_hold, p_expiration, p_min_days, p_today) IS NOT NULL THEN 'SHORT_DATED'
    ELSE 'AVAILABLE'
  END
$$;
