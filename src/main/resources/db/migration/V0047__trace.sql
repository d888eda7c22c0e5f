-- What crossed the walls of the house, lot by lot. What was shipped is by far the most of it, and a trace of a lot of a million
-- movements reads these entries and nothing else of the ledger, on every core. Only goods that come or go pay for it, not
-- those that are moved within the house.
CREATE INDEX movement_shipped ON movement (lot_id)
  INCLUDE (order_line_id, quantity, business_date, recorded_at, warehouse_id) WHERE kind = 'SHIP';
CREATE INDEX movement_crossed ON movement (lot_id)
  WHERE kind <> 'SHIP' AND (from_state IS NULL OR to_state IS NULL);
