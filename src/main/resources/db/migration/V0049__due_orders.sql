-- Open orders by their cut-off: what must leave next. An order without one comes last.
CREATE INDEX customer_order_due ON customer_order ((coalesce(ship_by, 'infinity'::date)), id)
  WHERE shipped_at IS NULL AND cancelled_at IS NULL;
