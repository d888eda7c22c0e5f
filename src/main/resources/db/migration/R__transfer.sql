-- The reference under which the n-th shipment of a transfer is announced: that of the order, numbered from the second on.
CREATE OR REPLACE FUNCTION transfer_reference(o customer_order, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN n = 1 THEN o.reference ELSE left(o.reference, 63 - length(n::text)) || '-' || n END
$$;

-- The reference of the next shipment's announcement, when another receiving order has it already; else NULL.
CREATE OR REPLACE FUNCTION transfer_clash(p_order bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT r.reference FROM customer_order o JOIN receiving_order r ON r.owner_id = o.owner_id
      AND r.reference = transfer_reference(o, (SELECT count(*) + 1 FROM shipment h WHERE h.order_id = o.id))
    WHERE o.id = p_order AND o.to_warehouse_id IS NOT NULL);
END $$;

-- What left for another warehouse of the house is expected there, lot by lot, from the same commit on. Good goods that
-- are known: they are committed as they are put away, and the announcement closes itself when all of it is there.
CREATE OR REPLACE FUNCTION transfer_announce(p_order bigint, p_shipment bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_receiving bigint;
BEGIN
  INSERT INTO receiving_order (owner_id, reference, kind, warehouse_id, auto_commit, auto_close, body_hash, shipment_id)
  SELECT o.owner_id, transfer_reference(o, (SELECT count(*) FROM shipment h WHERE h.order_id = o.id)), 'TRANSFER',
    o.to_warehouse_id, true, true, '', p_shipment
  FROM customer_order o WHERE o.id = p_order AND o.to_warehouse_id IS NOT NULL
    AND EXISTS (SELECT FROM shipment_line n WHERE n.shipment_id = p_shipment)
  RETURNING id INTO v_receiving;
  IF v_receiving IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO receiving_line (receiving_order_id, line_no, item_id, quantity)
  SELECT v_receiving, row_number() OVER (ORDER BY min(l.line_no)), l.item_id, sum(n.quantity)
  FROM shipment_line n JOIN order_line l ON l.id = n.order_line_id WHERE n.shipment_id = p_shipment GROUP BY l.item_id;
  INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
  SELECT v_receiving, x.id, l.item_id, n.lot_id, sum(n.quantity)
  FROM shipment_line n JOIN order_line l ON l.id = n.order_line_id
  JOIN receiving_line x ON x.receiving_order_id = v_receiving AND x.item_id = l.item_id
  WHERE n.shipment_id = p_shipment GROUP BY x.id, l.item_id, n.lot_id ORDER BY x.id, n.lot_id;
  PERFORM receiving_announce(v_receiving);
END $$;
