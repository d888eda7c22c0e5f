-- Bodies name functions of files that are applied later.
SET LOCAL check_function_bodies = off;

-- How far the lines of purchase orders have come: announced on receiving lines and not counted yet, counted, and not
-- announced yet. A receiving order that was closed or cancelled gives back what it did not bring.
CREATE OR REPLACE FUNCTION purchase_lines(p_order purchase_order)
RETURNS TABLE (line_no integer, item_id bigint, quantity numeric, shipped numeric, received numeric, unshipped numeric)
LANGUAGE sql STABLE AS $$
  SELECT l.line_no, l.item_id, l.quantity, x.shipped, x.received,
    CASE WHEN p_order.closed_at IS NULL THEN greatest(l.quantity - x.shipped - x.received, 0) ELSE 0 END
  FROM purchase_line l
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(greatest(r.expected - r.missing - r.received, 0)), 0) AS shipped,
      coalesce(sum(r.received), 0) AS received
    FROM receiving_line n JOIN receiving_order o ON o.id = n.receiving_order_id AND o.owner_id = p_order.owner_id
    JOIN receiving_lot r ON r.receiving_line_id = n.id AND r.item_id = l.item_id
    WHERE n.item_id = l.item_id AND n.purchase_order = p_order.reference) x
  WHERE l.purchase_order_id = p_order.id
$$;

-- Units of an item on open purchase orders that no receiving line announces yet; for some warehouses, or NULL = all.
CREATE OR REPLACE FUNCTION purchase_unshipped(p_item bigint, p_warehouses bigint[]) RETURNS numeric
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(l.unshipped), 0)
  FROM purchase_line b JOIN purchase_order o ON o.id = b.purchase_order_id AND o.closed_at IS NULL
  CROSS JOIN LATERAL purchase_lines(o) l
  WHERE b.item_id = p_item AND l.item_id = p_item AND (p_warehouses IS NULL OR o.warehouse_id = ANY (p_warehouses))
$$;

-- The figures of its items have changed: whoever asks what changed since must see them.
CREATE OR REPLACE FUNCTION purchase_changed(p_order bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM ledger_gate(array_agg(s.warehouse_id), array_agg(s.item_id))
  FROM warehouse w JOIN purchase_line l ON l.purchase_order_id = p_order
  JOIN stock_summary s ON s.warehouse_id = w.id AND s.item_id = l.item_id;
  UPDATE stock_summary s SET changed_at = now()
  FROM purchase_line l WHERE l.purchase_order_id = p_order AND s.item_id = l.item_id;
END $$;

-- Closes a purchase order: nothing more is to be shipped for it. What is on its way still arrives. Argument in e.facts:
-- purchaseOrderId.
CREATE OR REPLACE FUNCTION purchase_close(e posting) RETURNS posted LANGUAGE plpgsql AS $$
DECLARE
  v_order bigint := (e.facts ->> 'purchaseOrderId')::bigint;
BEGIN
  -- what is closed already changes no item
  IF EXISTS (SELECT FROM purchase_order WHERE id = v_order AND closed_at IS NOT NULL) THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  PERFORM purchase_changed(v_order);
  UPDATE purchase_order SET closed_at = now() WHERE id = v_order AND closed_at IS NULL;
  IF NOT FOUND THEN
    RETURN ('REFUSED', 'DOCUMENT_CLOSED', '{}'::jsonb, NULL)::posted;
  END IF;
  RETURN ('OK', 'CLOSED', '{}'::jsonb, NULL)::posted;
END $$;
