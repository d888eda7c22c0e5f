-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- DAMAGE: units that are broken stay in their place and are held there. Good ones first; claims on them are cut.
CREATE OR REPLACE FUNCTION post_damage(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_state text;
  v_movement bigint;
BEGIN
  v_state := stock_state_with(e, ARRAY['AVAILABLE', 'SHORT_DATED', 'QUARANTINED']);
  IF v_state IS NULL THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', (SELECT coalesce(max(stock_there(e,
      e.to_location, s)), 0) FROM unnest(ARRAY['AVAILABLE', 'SHORT_DATED', 'QUARANTINED']) s)), NULL)::posted;
  END IF;
  PERFORM adjust_unclaim(e, e.to_location, v_state, e.quantity);
  v_movement := ledger_move(e, 'DAMAGE', 1::smallint, e.to_location, v_state, e.to_location, 'DAMAGED', e.quantity);
  PERFORM claims_drain_all(e.item_id);
  RETURN ('OK', 'DAMAGED', jsonb_build_object('from', v_state), ARRAY[v_movement])::posted;
END $$;

-- DISPOSE: units that leave the house for good. Damaged and held ones first; above the threshold it waits.
CREATE OR REPLACE FUNCTION post_dispose(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_states text[] := ARRAY['DAMAGED', 'SHORT_DATED', 'QUARANTINED', 'AVAILABLE'];
  v_state text := stock_state_with(e, v_states);
BEGIN
  IF v_state IS NULL THEN
    RETURN ('REFUSED', 'NOT_ENOUGH_STOCK', jsonb_build_object('available', (SELECT coalesce(max(stock_there(e,
      e.to_location, s)), 0) FROM unnest(v_states) s)), NULL)::posted;
  END IF;
  RETURN adjust_or_wait(e, 'DISPOSE', v_state, -e.quantity);
END $$;

-- The first of these states in which the place has all the units of a posting; NULL = none has.
CREATE OR REPLACE FUNCTION stock_state_with(e posting, p_states text[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT s.state FROM unnest(p_states) WITH ORDINALITY AS s (state, place)
  WHERE stock_there(e, e.to_location, s.state) >= e.quantity ORDER BY s.place LIMIT 1
$$;
