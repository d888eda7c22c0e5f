-- A transfer is an order whose consignee is another warehouse of the house; what it ships is announced there.
ALTER TABLE customer_order ADD to_warehouse_id bigint REFERENCES warehouse,
  ADD CHECK (to_warehouse_id IS NULL OR warehouse_id IS NOT NULL AND warehouse_id <> to_warehouse_id);
ALTER TABLE receiving_order ADD shipment_id bigint REFERENCES shipment;
CREATE UNIQUE INDEX receiving_order_shipment ON receiving_order (shipment_id) WHERE shipment_id IS NOT NULL;
