-- The day of a warehouse: shelf life is judged anew at its midnight. A row = the close of that business date ended; its
-- figures are those of the run that ended it first.
CREATE TABLE day_close (
  warehouse_id bigint NOT NULL REFERENCES warehouse,
  business_date date NOT NULL,
  event_id uuid NOT NULL,
  rows bigint NOT NULL,
  units numeric(18, 4) NOT NULL,
  tasks bigint NOT NULL,
  closed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (warehouse_id, business_date)
);

-- what falls due, item by item
CREATE INDEX lot_expiration ON lot (item_id, expiration_date) WHERE expiration_date IS NOT NULL;

-- Days of life that the customer of an order asks of everything; its lines carry the larger of this and their own.
ALTER TABLE customer_order ADD COLUMN customer_min_shelf_life_days integer CHECK (customer_min_shelf_life_days >= 0);
