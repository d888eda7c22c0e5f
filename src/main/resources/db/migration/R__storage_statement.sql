-- Writes a statement, unless days were closed since it was calculated (p_stamp) or the month has one: then NULL.
CREATE OR REPLACE FUNCTION storage_state(p_owner bigint, p_warehouse bigint, p_month date, p_stamp bigint, p_head jsonb,
  p_lines jsonb, p_actor text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_id bigint;
  v_number text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('statements ' || p_owner, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('storage ' || p_warehouse || ' ' || p_owner, 0));
  IF p_stamp <> (SELECT count(*) FROM storage_day d WHERE d.warehouse_id = p_warehouse AND d.owner_id = p_owner)
    OR EXISTS (SELECT FROM storage_statement s WHERE s.owner_id = p_owner AND s.warehouse_id = p_warehouse
      AND s.month = p_month) THEN
    RETURN NULL;
  END IF;
  SELECT 'ST-' || to_char(p_month, 'YYYY-MM') || '-' || o.code || '-' || to_char(1 + (SELECT count(*) FROM storage_statement s
    WHERE s.owner_id = p_owner AND s.month = p_month), 'FM00') INTO v_number FROM owner o WHERE o.id = p_owner;
  INSERT INTO storage_statement (number, owner_id, warehouse_id, month, currency, lines_total, corrections_total, adjustments,
    corrections, excluded, sha256, closed_by, asked_by)
  VALUES (v_number, p_owner, p_warehouse, p_month, p_head ->> 'currency', (p_head ->> 'linesTotal')::numeric,
    (p_head ->> 'correctionsTotal')::numeric, p_head -> 'adjustments', p_head -> 'corrections', p_head -> 'excluded',
    encode(sha256(convert_to(p_head::text || p_lines::text, 'UTF8')), 'hex'), p_actor,
    p_head ->> 'askedBy')
  RETURNING id INTO v_id;
  INSERT INTO storage_statement_line (statement_id, n, sku, lot_id, lot, location, rule, unit, quantity_days,
    average_quantity, amount, segments)
  SELECT v_id, row_number() OVER (), l.* FROM jsonb_to_recordset(p_lines) AS l (sku text, "lotId" bigint, lot text,
    location text, rule text, unit text, "quantityDays" numeric, "averageQuantity" numeric, amount numeric, segments jsonb);
  DELETE FROM storage_close_asked a WHERE a.owner_id = p_owner AND a.warehouse_id = p_warehouse AND a.month = p_month;
  INSERT INTO outbox (warehouse_id, event_id, topic, key, payload)
  SELECT p_warehouse, gen_random_uuid(), 'lotline.storage', p_warehouse || ':' || p_owner, jsonb_build_object('operation',
    'STORAGE_STATEMENT_CLOSED', 'owner', o.code, 'month', to_char(p_month, 'YYYY-MM'), 'number', v_number, 'currency',
    p_head ->> 'currency', 'linesTotal', p_head ->> 'linesTotal', 'correctionsTotal', p_head ->> 'correctionsTotal', 'actor',
    p_actor)
  FROM owner o WHERE o.id = p_owner;
  RETURN v_number;
END $$;

-- Wants a month closed where two people must. asked_by = who wanted it first; agreed = this actor is another person, and may close it.
-- Whoever has no name of its own is nobody.
CREATE OR REPLACE FUNCTION storage_ask(p_owner bigint, p_warehouse bigint, p_month date, p_stamp bigint, p_reason text, p_actor text)
RETURNS TABLE (asked_by text, agreed boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('statements ' || p_owner, 0));
  DELETE FROM storage_close_asked a WHERE a.owner_id = p_owner AND a.warehouse_id = p_warehouse AND a.month = p_month
    AND (a.stamp <> p_stamp OR a.reason IS DISTINCT FROM p_reason OR a.asked_at < now() - interval '24 hours');
  INSERT INTO storage_close_asked (owner_id, warehouse_id, month, stamp, reason, asked_by)
  VALUES (p_owner, p_warehouse, p_month, p_stamp, p_reason, p_actor) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT a.asked_by, a.asked_by <> p_actor AND (EXISTS (SELECT FROM credential c WHERE c.name = p_actor AND c.revoked_at IS NULL)
    OR EXISTS (SELECT FROM person p WHERE p.name = p_actor AND p.disabled_at IS NULL))
  FROM storage_close_asked a WHERE a.owner_id = p_owner AND a.warehouse_id = p_warehouse AND a.month = p_month;
END $$;
