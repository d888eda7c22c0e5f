-- A kit that is made on demand. Its line may be served from units that were made before; what is not is broken down into
-- a line for each component, which is allocated, reserved, picked and shipped like any other. kitted = whole kits broken
-- down; of a component line quantity = per_kit × that, and kit_waits = its kit still waits for components.
ALTER TABLE order_line
  ADD kit boolean NOT NULL DEFAULT false,
  ADD kitted numeric(14, 4) NOT NULL DEFAULT 0 CHECK (kitted >= 0),
  ADD kit_line_id bigint REFERENCES order_line,
  ADD per_kit numeric(14, 4) CHECK (per_kit > 0),
  ADD kit_waits boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT order_line_quantity_check,
  ADD CONSTRAINT order_line_quantity_check CHECK (quantity > 0 OR quantity = 0 AND kit_line_id IS NOT NULL),
  DROP CONSTRAINT order_line_check1,
  ADD CONSTRAINT order_line_check1 CHECK (untracked
    OR allocated + reserved + picked + shipped + backordered + cancelled + kitted = quantity),
  ADD CHECK ((kit_line_id IS NULL) = (per_kit IS NULL) AND (kit OR kitted = 0) AND NOT (kit AND kit_line_id IS NOT NULL));
CREATE INDEX order_line_kit ON order_line (kit_line_id) WHERE kit_line_id IS NOT NULL;
CREATE INDEX order_line_kit_waits ON order_line (item_id, order_id) WHERE kit_waits;
