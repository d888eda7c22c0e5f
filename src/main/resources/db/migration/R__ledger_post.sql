-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- The posting queue's one call: all waiting scans, one verdict each, one commit. Ids first, then the gates in key order,
-- then round by round: scans that have nothing to do with each other are judged and written together. A refused scan is
-- a row in the answer; only a fault ends the batch.
-- Every step of it finds its few rows by key. That is said to the planner once, here, so that no plan of the scan path
-- depends on statistics that a young or fast-growing table does not have yet, and none is made twice.
CREATE OR REPLACE FUNCTION ledger_post(p_batch jsonb)
RETURNS TABLE (n integer, verdict text, code text, language text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
DECLARE
  v_left posting[] := event_read(p_batch);
  v_round posting[];
  v_known integer[];
  e posting;
BEGIN
  PERFORM event_lock(v_left);
  PERFORM ledger_gate(array_agg(g.warehouse_id), array_agg(g.item_id)) FROM ledger_gates(v_left) g;

  WHILE cardinality(v_left) > 0 LOOP
    v_round := ledger_round(v_left);
    v_known := event_known(v_round);
    FOREACH e IN ARRAY v_round LOOP
      IF e.n = ANY (v_known) THEN
        RETURN QUERY SELECT e.n, r.verdict, r.code, r.language, r.facts,
          r.code IS DISTINCT FROM 'KEY_REUSED' AND r.code IS DISTINCT FROM 'DEVICE_SEQ_REUSED' FROM event_replay(e) r;
      END IF;
    END LOOP;
    RETURN QUERY SELECT j.n, j.verdict, j.code, b.language, j.facts, false
      FROM unnest(ledger_judge(ARRAY(SELECT b FROM unnest(v_round) b WHERE b.n <> ALL (v_known)))) j
      JOIN unnest(v_round) b ON b.n = j.n;
    EXIT WHEN cardinality(v_round) = cardinality(v_left);
    v_left := ARRAY(SELECT b FROM unnest(v_left) b WHERE NOT EXISTS (SELECT FROM unnest(v_round) r WHERE r.n = b.n)
      ORDER BY b.n);
  END LOOP;
END $$;

-- The gates of a batch. Units that an order loses may be served by any warehouse.
CREATE OR REPLACE FUNCTION ledger_gates(p_batch posting[]) RETURNS TABLE (warehouse_id bigint, item_id bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT b.warehouse_id, b.item_id FROM unnest(p_batch) b WHERE b.item_id IS NOT NULL AND b.refusal IS NULL;
  IF EXISTS (SELECT FROM unnest(p_batch) b WHERE b.item_id IS NOT NULL
    AND b.operation IN ('SHORT', 'UNPICK', 'UNDO', 'DAMAGE', 'DISPOSE', 'COUNT')) THEN
    RETURN QUERY SELECT s.warehouse_id, s.item_id FROM unnest(p_batch) b JOIN stock_summary s ON s.item_id = b.item_id
      WHERE b.operation IN ('SHORT', 'UNPICK', 'UNDO', 'DAMAGE', 'DISPOSE', 'COUNT') AND b.refusal IS NULL;
  END IF;
END $$;

-- The next scans that may be judged together: no two of them with the same item, place, id or number of a device. What
-- has to wait for one of them waits, and whatever has to wait for that, so each item's and place's scans keep their order.
-- An operation that may look at more than its own item is a round of its own.
CREATE OR REPLACE FUNCTION ledger_round(p_left posting[]) RETURNS posting[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  v_round posting[] := '{}';
  v_used text[] := '{}';
  v_keys text[];
  e posting;
BEGIN
  FOREACH e IN ARRAY p_left LOOP
    IF e.refusal IS NULL AND e.operation NOT IN ('RECEIVE', 'STOW', 'MOVE', 'PICK') THEN
      RETURN CASE WHEN cardinality(v_used) = 0 THEN ARRAY[e] ELSE v_round END;
    END IF;
    v_keys := ARRAY[e.id::text, 'd' || e.device || ':' || e.seq, 'i' || e.warehouse_id || ':' || e.item_id];
    IF e.operation IN ('STOW', 'MOVE') THEN
      v_keys := v_keys || ('l' || e.warehouse_id || ':' || e.to_location);
    END IF;
    IF NOT v_keys && v_used THEN
      v_round := v_round || e;
    END IF;
    v_used := v_used || v_keys;
  END LOOP;
  RETURN v_round;
END $$;

-- Judges the scans of one round against the books as they stand now, writes and records what follows.
CREATE OR REPLACE FUNCTION ledger_judge(p_round posting[]) RETURNS judged[] LANGUAGE plpgsql AS $$
DECLARE
  v_judged judged[];
  v_moves move[];
  v_written bigint[];
BEGIN
  IF cardinality(p_round) = 0 THEN
    RETURN '{}';
  END IF;
  v_judged := ledger_judge_sets(p_round);
  IF cardinality(v_judged) = 0 THEN
    RETURN ARRAY[event_record_one(p_round[1], ledger_judge_one(p_round[1]))];
  END IF;
  SELECT array_agg(j.moved ORDER BY j.n) INTO v_moves FROM unnest(v_judged) j WHERE (j.moved).n IS NOT NULL;
  IF cardinality(v_moves) > 0 THEN
    v_written := ledger_write(v_moves, true);
    PERFORM claims_picked(v_moves);
    PERFORM claims_follow(v_moves);
  END IF;
  RETURN event_record(p_round, v_judged, v_written);
END $$;
