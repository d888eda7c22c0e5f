-- The posting queue's one call: all waiting scans, one verdict each, one commit. Scan ids first, then the gates in key
-- order, then scan by scan in the order given. A refused scan is a row in the answer; only a fault ends the batch.
CREATE OR REPLACE FUNCTION ledger_post(p_batch jsonb)
RETURNS TABLE (n integer, verdict text, code text, language text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  e posting;
  v_fresh uuid[];
  v_posted posted;
BEGIN
  v_fresh := event_open(p_batch);
  PERFORM ledger_gate(array_agg(b.warehouse_id), array_agg(b.item_id))
  FROM jsonb_populate_recordset(NULL::posting, p_batch) b
  WHERE b.id = ANY (v_fresh) AND b.item_id IS NOT NULL AND b.refusal IS NULL;

  FOR e IN SELECT * FROM jsonb_populate_recordset(NULL::posting, p_batch) LOOP
    n := e.n;
    IF e.id = ANY (v_fresh) THEN
      v_fresh := array_remove(v_fresh, e.id);
      v_posted := CASE
        WHEN e.refusal IS NOT NULL THEN ('REFUSED', e.refusal, '{}'::jsonb, NULL)::posted
        WHEN e.operation = 'RECEIVE' THEN post_receive(e)
        WHEN e.operation = 'STOW' THEN post_stow(e)
        WHEN e.operation = 'MOVE' THEN post_move(e)
        WHEN e.operation = 'PICK' THEN post_pick(e)
        WHEN e.operation = 'SHORT' THEN post_short(e)
        WHEN e.operation = 'UNPICK' THEN post_unpick(e)
        WHEN e.operation = 'UNDO' THEN post_undo(e)
      END;
      facts := event_close(e, v_posted);
      verdict := v_posted.verdict; code := v_posted.code; language := e.language; replayed := false;
    ELSE
      SELECT r.verdict, r.code, r.language, r.facts INTO verdict, code, language, facts FROM event_replay(e) r;
      replayed := code IS DISTINCT FROM 'KEY_REUSED' AND code IS DISTINCT FROM 'DEVICE_SEQ_REUSED';
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;

-- A command of a document (commit, close, cancel, release, ship): the same books, gates of all its items first.
CREATE OR REPLACE FUNCTION ledger_command(p_command jsonb)
RETURNS TABLE (verdict text, code text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  e posting := jsonb_populate_record(NULL::posting, p_command);
  v_posted posted;
BEGIN
  IF event_open(jsonb_build_array(p_command)) IS NULL THEN
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
  v_posted := CASE e.operation
    WHEN 'COMMIT' THEN receiving_commit(e)
    WHEN 'CLOSE' THEN receiving_close(e, false)
    WHEN 'CANCEL_RECEIVING' THEN receiving_close(e, true)
    WHEN 'ACCEPT_EXCEPTION' THEN receiving_accept(e)
    WHEN 'REJECT_EXCEPTION' THEN receiving_reject(e)
    WHEN 'RELEASE' THEN claims_reserve(e)
    WHEN 'SHIP' THEN order_ship(e)
    WHEN 'CANCEL_ORDER' THEN claims_release(e)
  END;
  facts := event_close(e, v_posted);
  verdict := v_posted.verdict; code := v_posted.code; replayed := false;
  RETURN NEXT;
END $$;
