-- The posting queue's one call: all waiting scans, one verdict each, one commit. Scan ids first, then the gates in key
-- order, then scan by scan in the order given. A refused scan is a row in the answer; only a fault ends the batch.
-- Every step of it finds its few rows by key. That is said to the planner once, here, so that no plan of the scan path
-- depends on statistics that a young or fast-growing table does not have yet, and none is made twice.
CREATE OR REPLACE FUNCTION ledger_post(p_batch jsonb)
RETURNS TABLE (n integer, verdict text, code text, language text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off SET jit = off AS $$
DECLARE
  v_batch posting[] := event_read(p_batch);
  v_fresh uuid[] := event_open(v_batch);
  e posting;
  v_today date;
  v_warehouse bigint;
  v_closing closing;
  v_closed closing[] := '{}';
BEGIN
  PERFORM ledger_gate(array_agg(b.warehouse_id), array_agg(b.item_id)) FROM unnest(v_batch) b
  WHERE b.id = ANY (v_fresh) AND b.item_id IS NOT NULL AND b.refusal IS NULL;

  FOREACH e IN ARRAY v_batch LOOP
    n := e.n;
    -- both look at events that may stand in this very batch
    IF cardinality(v_closed) > 0 AND (e.operation = 'UNDO' OR e.id <> ALL (v_fresh)) THEN
      PERFORM event_close(v_closed);
      v_closed := '{}';
    END IF;
    IF e.id = ANY (v_fresh) THEN
      v_fresh := array_remove(v_fresh, e.id);
      IF e.warehouse_id IS DISTINCT FROM v_warehouse THEN
        SELECT w.id, business_date(w.time_zone) INTO STRICT v_warehouse, v_today FROM warehouse w
        WHERE w.id = e.warehouse_id;
      END IF;
      e.today := v_today;
      v_closing := event_closing(e, ledger_judge(e));
      v_closed := v_closed || v_closing;
      verdict := v_closing.verdict; code := v_closing.code; language := e.language; facts := v_closing.facts;
      replayed := false;
    ELSE
      SELECT r.verdict, r.code, r.language, r.facts INTO verdict, code, language, facts FROM event_replay(e) r;
      replayed := code IS DISTINCT FROM 'KEY_REUSED' AND code IS DISTINCT FROM 'DEVICE_SEQ_REUSED';
    END IF;
    RETURN NEXT;
  END LOOP;
  PERFORM event_close(v_closed);
END $$;

-- One scan against the books as they stand now.
CREATE OR REPLACE FUNCTION ledger_judge(e posting) RETURNS posted LANGUAGE plpgsql AS $$
BEGIN
  IF e.refusal IS NOT NULL THEN
    RETURN ('REFUSED', e.refusal, NULL, NULL)::posted;
  END IF;
  CASE e.operation
    WHEN 'RECEIVE' THEN RETURN post_receive(e);
    WHEN 'STOW' THEN RETURN post_stow(e);
    WHEN 'MOVE' THEN RETURN post_move(e);
    WHEN 'PICK' THEN RETURN post_pick(e);
    WHEN 'SHORT' THEN RETURN post_short(e);
    WHEN 'UNPICK' THEN RETURN post_unpick(e);
    WHEN 'UNDO' THEN RETURN post_undo(e);
  END CASE;
END $$;

-- A command of a document (commit, close, cancel, release, ship): the same books, gates of all its items first.
CREATE OR REPLACE FUNCTION ledger_command(p_command jsonb)
RETURNS TABLE (verdict text, code text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  e posting := jsonb_populate_record(NULL::posting, p_command);
  v_closing closing;
BEGIN
  IF cardinality(event_open(ARRAY[e])) = 0 THEN
    SELECT r.verdict, r.code, r.facts INTO verdict, code, facts FROM event_replay(e) r;
    replayed := code IS DISTINCT FROM 'KEY_REUSED' AND code IS DISTINCT FROM 'DEVICE_SEQ_REUSED';
    RETURN NEXT;
    RETURN;
  END IF;
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id))
  FROM (
    SELECT warehouse_id, item_id FROM stock_summary
    WHERE item_id IN (SELECT item_id FROM order_line WHERE order_id = e.order_id
      UNION SELECT item_id FROM receiving_lot WHERE receiving_order_id = e.receiving_order_id)
    -- an item that nobody announced may have no gate yet
    UNION SELECT e.warehouse_id, item_id FROM receiving_exception
    WHERE id = (e.facts ->> 'exceptionId')::bigint AND item_id IS NOT NULL) s;
  SELECT business_date(w.time_zone) INTO STRICT e.today FROM warehouse w WHERE w.id = e.warehouse_id;
  v_closing := event_closing(e, CASE e.operation
    WHEN 'COMMIT' THEN receiving_commit(e)
    WHEN 'CLOSE' THEN receiving_close(e, false)
    WHEN 'CANCEL_RECEIVING' THEN receiving_close(e, true)
    WHEN 'ACCEPT_EXCEPTION' THEN receiving_accept(e)
    WHEN 'REJECT_EXCEPTION' THEN receiving_reject(e)
    WHEN 'RELEASE' THEN claims_reserve(e)
    WHEN 'SHIP' THEN order_ship(e)
    WHEN 'CANCEL_ORDER' THEN claims_release(e)
  END);
  PERFORM event_close(ARRAY[v_closing]);
  verdict := v_closing.verdict; code := v_closing.code; facts := v_closing.facts; replayed := false;
  RETURN NEXT;
END $$;
