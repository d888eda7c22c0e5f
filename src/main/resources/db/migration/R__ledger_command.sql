-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- A command of a document (commit, close, cancel, release, ship …): the same books, gates of all its items first. Its own
-- steps find a few rows by key, by plans that are kept; what it carries out may touch one row or ten thousand.
CREATE OR REPLACE FUNCTION ledger_command(p_command jsonb)
RETURNS TABLE (verdict text, code text, facts jsonb, replayed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_batch posting[];
  e posting;
BEGIN
  v_batch := event_read(jsonb_build_array(p_command));
  e := v_batch[1];
  PERFORM event_lock(v_batch);
  IF cardinality(event_known(v_batch)) > 0 THEN
    RETURN QUERY SELECT r.verdict, r.code, r.facts,
      r.code IS DISTINCT FROM 'KEY_REUSED' AND r.code IS DISTINCT FROM 'DEVICE_SEQ_REUSED' FROM event_replay(e) r;
    RETURN;
  END IF;
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id))
  FROM (
    SELECT warehouse_id, item_id FROM stock_summary
    WHERE item_id IN (SELECT item_id FROM order_line WHERE order_id = e.order_id
      UNION SELECT item_id FROM receiving_lot WHERE receiving_order_id = e.receiving_order_id)
    -- what a transfer ships is expected where it goes
    UNION SELECT o.to_warehouse_id, l.item_id FROM customer_order o JOIN order_line l ON l.order_id = o.id
    WHERE o.id = e.order_id AND o.to_warehouse_id IS NOT NULL
    -- an item that nobody announced may have no gate yet
    UNION SELECT e.warehouse_id, item_id FROM receiving_exception
    WHERE id = (e.facts ->> 'exceptionId')::bigint AND item_id IS NOT NULL
    -- what units are relabelled as
    UNION SELECT e.warehouse_id, e.item_id WHERE e.facts ? 'relabelled') s;
  RETURN QUERY SELECT j.verdict, j.code, j.facts, false FROM event_record_one(e, ledger_run(e)) j;
END $$;

-- Who carries out which command. A command whose items are known only inside takes their gates itself, all at once.
CREATE OR REPLACE FUNCTION ledger_run(e posting) RETURNS posted LANGUAGE plpgsql
SET plan_cache_mode = auto AS $$
BEGIN
  CASE e.operation
    WHEN 'COMMIT' THEN RETURN receiving_commit(e);
    WHEN 'CLOSE' THEN RETURN receiving_close(e, false);
    WHEN 'CANCEL_RECEIVING' THEN RETURN receiving_close(e, true);
    WHEN 'ACCEPT_EXCEPTION' THEN RETURN receiving_accept(e);
    WHEN 'REJECT_EXCEPTION' THEN RETURN receiving_reject(e);
    WHEN 'RELEASE' THEN RETURN claims_reserve(e);
    WHEN 'SHIP' THEN RETURN order_ship(e);
    WHEN 'CANCEL_ORDER' THEN RETURN claims_release(e);
    WHEN 'HOLD' THEN RETURN hold_place_on(e);
    WHEN 'UNHOLD' THEN RETURN hold_release(e);
    WHEN 'DISPOSE_HELD', 'RETURN_HELD' THEN RETURN hold_remove(e);
    WHEN 'WAVE' THEN RETURN wave_plan(e);
    WHEN 'RELEASE_WAVE' THEN RETURN wave_release(e);
    WHEN 'HAND_OVER' THEN RETURN wave_assign(e);
    WHEN 'DAY_CLOSE' THEN RETURN day_close(e);
    WHEN 'CLOSE_PURCHASE' THEN RETURN purchase_close(e);
    WHEN 'ASSIGN_LOTS' THEN RETURN lot_assign(e);
    WHEN 'RECEIVE_PLATE' THEN RETURN plate_receive(e);
    WHEN 'STOW_PLATE', 'MOVE_PLATE' THEN RETURN plate_move(e);
    WHEN 'PICK' THEN RETURN plate_pick(e);
    WHEN 'BUILD_PLATE' THEN RETURN plate_build(e);
    WHEN 'SPLIT_PLATE' THEN RETURN plate_split(e);
    WHEN 'NEST_PLATE' THEN RETURN plate_nest(e);
    WHEN 'REPLENISH' THEN RETURN replenish_move(e);
    WHEN 'PLAN_REPLENISHMENT' THEN RETURN replenish_plan(e);
    WHEN 'PLAN_COUNT' THEN RETURN count_plan_open(e);
    WHEN 'POST_COUNT' THEN RETURN count_post(e);
    WHEN 'TAKE_RETURN' THEN RETURN return_take(e);
    WHEN 'ADJUST' THEN RETURN adjust_ask(e);
    WHEN 'LOAD' THEN RETURN stock_load(e);
    WHEN 'APPROVE_ADJUSTMENT' THEN RETURN adjust_decide(e, true);
    WHEN 'REJECT_ADJUSTMENT' THEN RETURN adjust_decide(e, false);
  END CASE;
END $$;
