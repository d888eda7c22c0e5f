-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- Closes one day of one owner in a warehouse, in a transaction of its own. outcome: CLOSED, REVISED (late facts came as
-- signed differences), UNCHANGED, OPEN (the day is not over), EARLIER_FIRST (a day before it is missing), FORGOTTEN (its month is
-- not kept any more).
CREATE OR REPLACE FUNCTION storage_close(p_warehouse bigint, p_owner bigint, p_day date, p_actor text)
RETURNS TABLE (outcome text, written integer, without integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
DECLARE
  v_before storage_day;
  v_version bigint;
  v_plan jsonb;
  v_sequence bigint;
  v_cells storage_cell[];
  v_any storage_cell[];
  v_receipts jsonb;
  v_amounts storage_amount[];
  v_hash text;
  v_late bigint[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('storage ' || p_warehouse || ' ' || p_owner, 0));
  IF p_day >= (SELECT business_date(time_zone) FROM warehouse WHERE id = p_warehouse) THEN
    RETURN QUERY SELECT 'OPEN', 0, 0;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM storage_forgotten f WHERE f.month = date_trunc('month', p_day)::date) THEN
    RETURN QUERY SELECT 'FORGOTTEN', 0, 0;
    RETURN;
  END IF;
  SELECT d.* INTO v_before FROM storage_day d WHERE d.warehouse_id = p_warehouse AND d.owner_id = p_owner AND d.day = p_day
  ORDER BY d.revision DESC LIMIT 1;
  IF v_before.day IS NULL AND (SELECT max(d.day) FROM storage_day d WHERE d.warehouse_id = p_warehouse
    AND d.owner_id = p_owner) <> p_day - 1 THEN
    RETURN QUERY SELECT 'EARLIER_FIRST', 0, 0;
    RETURN;
  END IF;
  PERFORM storage_partition(p_day);
  v_sequence := coalesce(pg_sequence_last_value('movement_id'), 0);
  SELECT v.id, v.measures INTO v_version, v_plan FROM storage_plan(p_owner, p_warehouse, p_day) v;
  v_cells := storage_with_dates(p_warehouse, p_day, v_plan, storage_with_plates(p_warehouse, p_owner, p_day, v_plan,
    storage_cells(p_warehouse, p_owner, p_day, false, v_plan)));
  IF v_plan ->> 'any' = 'true' THEN
    v_any := storage_with_dates(p_warehouse, p_day, v_plan, storage_cells(p_warehouse, p_owner, p_day, true, v_plan));
  END IF;
  IF v_plan ->> 'pool' = 'true' THEN
    v_receipts := storage_receipts(p_warehouse, p_owner, p_day);
  END IF;
  v_hash := encode(sha256(convert_to(coalesce(v_version, 0) || coalesce(v_cells::text, '') || coalesce(v_any::text, '')
    || coalesce(v_receipts::text, ''), 'UTF8')), 'hex');
  IF v_before.input_hash = v_hash THEN
    RETURN QUERY SELECT 'UNCHANGED', 0, v_before.unrated;
    RETURN;
  END IF;
  IF v_version IS NULL THEN
    -- all goods lack the same, so that is said once: of a merchant with 20,000 cells it were 600,000 rows a month
    SELECT array_agg((0, 0, 0, '', NULL, c.units, NULL, 'PLAN_NOT_ASSIGNED')::storage_amount) INTO v_amounts
    FROM (SELECT sum(x.units) AS units FROM unnest(v_cells) x
      WHERE x.type IN ('STORAGE', 'PICK_FACE', 'QUARANTINE', 'DAMAGED') HAVING count(*) > 0) c;
  ELSE
    SELECT array_agg(a ORDER BY a.item_id, a.lot_id, a.location_id, a.rule) INTO v_amounts
    FROM jsonb_array_elements(v_plan -> 'rules') r (rule)
    CROSS JOIN LATERAL storage_measure(r.rule, v_plan, p_day, storage_seen_by(r.rule, p_day, v_cells, v_any, v_receipts),
      storage_came(p_warehouse, p_owner, p_day, r.rule)) a;
  END IF;
  IF v_before.day IS NULL THEN
    written := storage_first(p_warehouse, p_owner, p_day, v_version, v_amounts);
  ELSE
    written := storage_revise(p_warehouse, p_owner, p_day, v_before.revision, v_version, v_amounts);
    SELECT coalesce(array_agg(m.id ORDER BY m.id), '{}') INTO v_late FROM movement m
    WHERE m.warehouse_id = p_warehouse AND m.id > v_before.ledger_sequence AND m.business_date <= p_day
      AND m.owner_id = p_owner;
  END IF;
  DELETE FROM storage_unrated u WHERE u.warehouse_id = p_warehouse AND u.owner_id = p_owner AND u.day = p_day;
  INSERT INTO storage_unrated (warehouse_id, owner_id, day, item_id, lot_id, location_id, rule, reason)
  SELECT p_warehouse, p_owner, p_day, a.item_id, a.lot_id, a.location_id, a.rule, a.reason
  FROM unnest(v_amounts) a WHERE a.reason IS NOT NULL
  -- bands of one pool lack the same
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS without = ROW_COUNT;
  PERFORM storage_levels(p_warehouse, p_owner, p_day, v_plan);
  INSERT INTO storage_day (warehouse_id, owner_id, day, revision, plan_version, ledger_sequence, input_hash, rows, unrated,
    movements, actor)
  VALUES (p_warehouse, p_owner, p_day, coalesce(v_before.revision + 1, 0), v_version, v_sequence, v_hash, written, without,
    v_late, p_actor);
  INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
  SELECT p_warehouse, gen_random_uuid(), 'lotline.storage', p_warehouse || ':' || p_owner, jsonb_build_object('operation',
    'STORAGE_DAY_CLOSED', 'owner', o.code, 'day', p_day, 'revision', coalesce(v_before.revision + 1, 0), 'rows', written,
    'unrated', without, 'actor', p_actor)
  FROM owner o WHERE o.id = p_owner;
  outcome := CASE WHEN v_before.day IS NULL THEN 'CLOSED' ELSE 'REVISED' END;
  RETURN NEXT;
END $$;

-- What a rule looks at: cells at the close or at any time of the day, or the pool of each item.
CREATE OR REPLACE FUNCTION storage_seen_by(p_rule jsonb, p_day date, p_cells storage_cell[], p_any storage_cell[],
  p_receipts jsonb) RETURNS storage_cell[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_cells storage_cell[] := CASE WHEN p_rule ->> 'sampling' = 'DAILY_ANY' THEN p_any ELSE p_cells END;
BEGIN
  RETURN CASE WHEN p_rule ->> 'pool' = 'true' THEN storage_pool(p_rule, p_day, v_cells, p_receipts) ELSE v_cells END;
END $$;

-- The version that an owner pays by on a day.
CREATE OR REPLACE FUNCTION storage_plan(p_owner bigint, p_warehouse bigint, p_day date)
RETURNS SETOF rate_plan_version LANGUAGE sql STABLE AS $$
  SELECT v.* FROM rate_plan_assignment a JOIN rate_plan_version v ON v.plan_id = a.plan_id
  WHERE a.owner_id = p_owner AND (a.warehouse_id = p_warehouse OR a.warehouse_id IS NULL)
    AND p_day BETWEEN a.from_day AND coalesce(a.to_day, 'infinity') AND v.state = 'ACTIVE' AND v.effective_from <= p_day
  ORDER BY v.effective_from DESC LIMIT 1
$$;

-- Cells with the days their lot came to the warehouse and they came to their place, where a rule asks for them. Found once
-- and kept: the ledger is append-only.
CREATE OR REPLACE FUNCTION storage_with_dates(p_warehouse bigint, p_day date, p_plan jsonb, p_cells storage_cell[])
RETURNS storage_cell[] LANGUAGE plpgsql AS $$
DECLARE
  v_cells storage_cell[];
BEGIN
  IF p_cells IS NULL OR p_plan ->> 'dates' IS DISTINCT FROM 'true' THEN
    RETURN p_cells;
  END IF;
  INSERT INTO storage_since (warehouse_id, item_id, lot_id, location_id, first_day)
  SELECT p_warehouse, k.item_id, k.lot_id, k.location_id, coalesce((
    SELECT min(m.business_date) FROM movement m WHERE m.warehouse_id = p_warehouse AND m.item_id = k.item_id
      AND coalesce(m.lot_id, 0) = k.lot_id AND m.to_state IS NOT NULL
      AND CASE WHEN k.location_id = 0 THEN m.from_state IS NULL ELSE m.to_location = k.location_id END), p_day)
  FROM (SELECT DISTINCT c.item_id, c.lot_id, x.location_id FROM unnest(p_cells) c
    CROSS JOIN LATERAL unnest(ARRAY[0, c.location_id]) x (location_id)) k
  WHERE NOT EXISTS (SELECT FROM storage_since s WHERE s.warehouse_id = p_warehouse AND s.item_id = k.item_id
    AND s.lot_id = k.lot_id AND s.location_id = k.location_id)
  ON CONFLICT DO NOTHING;
  SELECT array_agg((c.item_id, c.lot_id, c.location_id, c.units, c.held, c.sides, c.unit_volume, c.weight, c.type,
    c.storage_class, c.temperature_class, c.zone, c.volume, c.volume_part, c.place_part, l.first_day,
    p.first_day, c.plate_part)::storage_cell ORDER BY c.item_id, c.lot_id, c.location_id)
  INTO v_cells
  FROM unnest(p_cells) c
  JOIN storage_since l ON l.warehouse_id = p_warehouse AND l.item_id = c.item_id AND l.lot_id = c.lot_id
    AND l.location_id = 0
  JOIN storage_since p ON p.warehouse_id = p_warehouse AND p.item_id = c.item_id AND p.lot_id = c.lot_id
    AND p.location_id = c.location_id;
  RETURN v_cells;
END $$;

-- Cells that this rule has met on an earlier day of the month, for those who ask about the first one.
CREATE OR REPLACE FUNCTION storage_came(p_warehouse bigint, p_owner bigint, p_day date, p_rule jsonb)
RETURNS bigint[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_rule ->> 'sampling' = 'SNAPSHOT_FIRST' AND p_rule ->> 'gap' <> 'NONE' THEN coalesce((
    SELECT array_agg(DISTINCT storage_cell_key(a.item_id, a.lot_id, a.location_id)) FROM storage_accrual a
    WHERE a.warehouse_id = p_warehouse AND a.owner_id = p_owner AND a.rule = p_rule ->> 'code'
      AND a.day >= date_trunc('month', p_day)::date AND a.day < p_day), '{}') ELSE '{}' END
$$;
