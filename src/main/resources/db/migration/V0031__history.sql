-- Where the past is read from. The balances of an item in a warehouse as they stood after its movement movement_id,
-- which is the last one of them that this checkpoint knows; taken at a day's close once a thousand changes have come
-- together, so that stock as of any moment is the checkpoint before it and a bounded number of movements.
CREATE TABLE stock_checkpoint (
  warehouse_id bigint NOT NULL,
  item_id bigint NOT NULL,
  movement_id bigint NOT NULL,
  gate_seq bigint NOT NULL,
  business_date date NOT NULL,
  taken_at timestamptz NOT NULL,
  balances jsonb NOT NULL,
  PRIMARY KEY (warehouse_id, item_id, movement_id),
  FOREIGN KEY (warehouse_id, item_id) REFERENCES stock_summary (warehouse_id, item_id)
);
COMMENT ON COLUMN stock_checkpoint.balances IS '[{lot, location, state, units}], those above 0';
CREATE TRIGGER stock_checkpoint_is_final BEFORE UPDATE OR DELETE ON stock_checkpoint
  FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER stock_checkpoint_is_not_truncated BEFORE TRUNCATE ON stock_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();
