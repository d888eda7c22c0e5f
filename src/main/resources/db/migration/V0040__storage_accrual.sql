-- What each rule measured of each cell on each day. Append-only: what is learned later comes as a row of a higher
-- revision that holds the signed difference, and the sum over the revisions is the truth. No lot, item or place = 0.
CREATE TABLE storage_accrual (
  warehouse_id bigint NOT NULL,
  day date NOT NULL,
  owner_id bigint NOT NULL,
  item_id bigint NOT NULL,
  lot_id bigint NOT NULL,
  location_id bigint NOT NULL,
  rule text NOT NULL,
  plan_version bigint NOT NULL,
  rate_key text NOT NULL,
  revision smallint NOT NULL,
  units numeric NOT NULL,
  quantity numeric NOT NULL,
  PRIMARY KEY (warehouse_id, day, owner_id, item_id, lot_id, location_id, rule, plan_version, rate_key, revision)
) PARTITION BY RANGE (day);
COMMENT ON COLUMN storage_accrual.quantity IS 'mm³ of a volume, else places, units or 1';
CREATE TABLE storage_accrual_default PARTITION OF storage_accrual DEFAULT;
CREATE TRIGGER storage_accrual_is_final BEFORE UPDATE OR DELETE ON storage_accrual
  FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER storage_accrual_is_not_truncated BEFORE TRUNCATE ON storage_accrual
  FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();

-- The partition of a month, made when its first day is closed.
CREATE FUNCTION storage_partition(p_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  v_month date := date_trunc('month', p_day)::date;
  v_part text := 'storage_accrual_' || to_char(p_day, 'YYYY_MM');
BEGIN
  IF to_regclass(v_part) IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('storage_partition', 0));
    IF to_regclass(v_part) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF storage_accrual FOR VALUES FROM (%L) TO (%L)', v_part, v_month,
        (v_month + interval '1 month')::date);
    END IF;
  END IF;
END $$;
REVOKE ALL ON FUNCTION storage_partition(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION storage_partition(date) TO lotline_ledger;

-- Its roll-up: what an estimate and a statement are read from.
CREATE TABLE storage_month (
  owner_id bigint NOT NULL,
  warehouse_id bigint NOT NULL,
  month date NOT NULL,
  item_id bigint NOT NULL,
  lot_id bigint NOT NULL,
  location_id bigint NOT NULL,
  rule text NOT NULL,
  plan_version bigint NOT NULL,
  rate_key text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  days integer NOT NULL,
  quantity_days numeric NOT NULL,
  unit_days numeric NOT NULL,
  peak numeric NOT NULL,
  last_quantity numeric NOT NULL,
  last_units numeric NOT NULL,
  PRIMARY KEY (owner_id, warehouse_id, month, item_id, lot_id, location_id, rule, plan_version, rate_key)
) WITH (fillfactor = 70);

-- How much an owner (with tiers by item: of an item) had on a day, for rules that go by it.
CREATE TABLE storage_level (
  owner_id bigint NOT NULL,
  warehouse_id bigint NOT NULL,
  day date NOT NULL,
  rule text NOT NULL,
  plan_version bigint NOT NULL,
  rate_key text NOT NULL,
  item_id bigint NOT NULL,
  quantity numeric NOT NULL,
  PRIMARY KEY (owner_id, warehouse_id, day, rule, plan_version, rate_key, item_id)
);

-- The receipt of a close. movements = late facts that this revision brought.
CREATE TABLE storage_day (
  warehouse_id bigint NOT NULL,
  owner_id bigint NOT NULL,
  day date NOT NULL,
  revision smallint NOT NULL,
  plan_version bigint,
  ledger_sequence bigint NOT NULL,
  input_hash text NOT NULL,
  rows integer NOT NULL,
  unrated integer NOT NULL,
  movements bigint[] NOT NULL DEFAULT '{}',
  closed_at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  PRIMARY KEY (warehouse_id, owner_id, day, revision)
);
CREATE TRIGGER storage_day_is_final BEFORE UPDATE OR DELETE ON storage_day
  FOR EACH ROW EXECUTE FUNCTION history_is_final();

-- Cells that could not be measured on a day, and why; empty once they were.
CREATE TABLE storage_unrated (
  warehouse_id bigint NOT NULL,
  owner_id bigint NOT NULL,
  day date NOT NULL,
  item_id bigint NOT NULL,
  lot_id bigint NOT NULL,
  location_id bigint NOT NULL,
  rule text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (warehouse_id, owner_id, day, item_id, lot_id, location_id, rule)
);

-- When a lot came to a warehouse (location 0) or to a place of it.
CREATE TABLE storage_since (
  warehouse_id bigint NOT NULL,
  item_id bigint NOT NULL,
  lot_id bigint NOT NULL,
  location_id bigint NOT NULL,
  first_day date NOT NULL,
  PRIMARY KEY (warehouse_id, item_id, lot_id, location_id)
);

-- Up to where the ledger was looked through for late facts.
CREATE TABLE storage_seen (
  warehouse_id bigint PRIMARY KEY,
  movement_id bigint NOT NULL,
  oldest_open xid8 NOT NULL
);

-- A block range keeps the first and the last business date of its pages: nothing to be written by a scan, and what moved
-- after a day is found without reading all of the past.
CREATE INDEX movement_business_date ON movement USING brin (business_date) WITH (pages_per_range = 32);

-- A cell of a day on its way into the accrual.
CREATE TYPE storage_cell AS (
  item_id bigint,
  lot_id bigint,
  location_id bigint,
  units numeric,
  held jsonb,
  sides numeric[],
  unit_volume numeric,
  weight numeric,
  type text,
  storage_class text,
  temperature_class text,
  zone text,
  volume numeric,
  volume_part numeric,
  place_part numeric,
  received date,
  came date
);

-- What a rule makes of it; reason = why it can't be measured, then there is no quantity.
CREATE TYPE storage_amount AS (
  item_id bigint,
  lot_id bigint,
  location_id bigint,
  rule text,
  rate_key text,
  units numeric,
  quantity numeric,
  reason text
);
