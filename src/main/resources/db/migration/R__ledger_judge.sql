-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Everyday scans of a round, set by set, in the order of n; empty when its only scan is of another kind.
CREATE OR REPLACE FUNCTION ledger_judge_sets(p_round posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_kinds text[];
  v_judged judged[] := '{}';
BEGIN
  SELECT array_agg(DISTINCT CASE WHEN refusal IS NULL THEN operation ELSE '' END) INTO v_kinds FROM unnest(p_round);
  IF '' = ANY (v_kinds) THEN
    v_judged := v_judged || ARRAY(SELECT (n, CASE WHEN refusal IN ('DUPLICATE_SCAN',
          'LABEL_VOIDED', 'LABEL_ALREADY_COUNTED') THEN 'WARN' ELSE 'REFUSED' END,
        refusal, NULL, NULL, NULL)::judged FROM unnest(p_round)
      WHERE refusal IS NOT NULL);
  END IF;
  IF 'RECEIVE' = ANY (v_kinds) THEN
    v_judged := v_judged || post_receive(p_round);
  END IF;
  IF 'STOW' = ANY (v_kinds) THEN
    v_judged := v_judged || post_stow(p_round);
  END IF;
  IF 'MOVE' = ANY (v_kinds) THEN
    v_judged := v_judged || post_move(p_round);
  END IF;
  IF 'PICK' = ANY (v_kinds) THEN
    v_judged := v_judged || post_pick(p_round);
  END IF;
  RETURN ARRAY(SELECT j FROM unnest(v_judged) j ORDER BY j.n);
END $$;

-- One scan of another kind; it has the batch for itself while it is judged.
CREATE OR REPLACE FUNCTION ledger_judge_one(e posting) RETURNS posted LANGUAGE plpgsql AS $$
BEGIN
  CASE e.operation
    WHEN 'SHORT' THEN RETURN post_short(e);
    WHEN 'UNPICK' THEN RETURN post_unpick(e);
    WHEN 'UNDO' THEN RETURN post_undo(e);
    WHEN 'COUNT' THEN RETURN post_count(e);
    WHEN 'RETURN' THEN RETURN post_return(e);
    WHEN 'DAMAGE' THEN RETURN post_damage(e);
    WHEN 'DISPOSE' THEN RETURN post_dispose(e);
  END CASE;
END $$;
