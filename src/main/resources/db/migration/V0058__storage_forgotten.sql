-- Months whose days are not kept any more. Their roll-up, their receipts and their statements stay.
CREATE TABLE storage_forgotten (
  month date PRIMARY KEY,
  forgotten_at timestamptz NOT NULL DEFAULT now()
);

-- pages of fees are in the order of their goods
CREATE INDEX item_sku_in_order ON item (owner_id, sku COLLATE "C");

-- Drops the days of months that are older than this and have all their statements; answers how many months. Days that were each
-- rounded by themselves are what the figures of their month are read from: they stay. Tried again later when somebody reads them now.
CREATE FUNCTION storage_forget(p_months integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  v_before date := (date_trunc('month', business_now()) - make_interval(months => greatest(p_months, 2)))::date;
  v_forgotten integer := 0;
  p record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('storage_partition', 0));
  FOR p IN SELECT c.oid::regclass AS part, to_date(right(c.relname, 7), 'YYYY_MM') AS month
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'storage_accrual'::regclass AND c.relname ~ '^storage_accrual_[0-9]{4}_[0-9]{2}$'
  LOOP
    CONTINUE WHEN p.month >= v_before OR EXISTS (SELECT FROM storage_month m WHERE m.month = p.month AND (
      NOT EXISTS (SELECT FROM storage_statement s WHERE s.owner_id = m.owner_id AND s.warehouse_id = m.warehouse_id
        AND s.month = m.month)
      OR EXISTS (SELECT FROM rate_plan_version v WHERE v.id = m.plan_version AND v.definition #>> '{rounding,level}' = 'DAY')));
    EXECUTE format('DROP TABLE %s', p.part);
    INSERT INTO storage_forgotten (month) VALUES (p.month);
    DELETE FROM storage_unrated u WHERE u.day >= p.month AND u.day < p.month + interval '1 month';
    v_forgotten := v_forgotten + 1;
  END LOOP;
  DELETE FROM plate_content_past WHERE until < v_before;
  DELETE FROM plate_past WHERE until < v_before;
  RETURN v_forgotten;
END $$;
REVOKE ALL ON FUNCTION storage_forget(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION storage_forget(integer) TO lotline_app;
