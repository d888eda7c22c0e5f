-- May units of the posting's item and lot be put into this place? Answers the refusal or NULL.
CREATE OR REPLACE FUNCTION ledger_place_refusal(e posting, p_location bigint, p_quantity numeric)
RETURNS posted LANGUAGE plpgsql STABLE AS $$
DECLARE
  l location;
  v_other bigint;
  v_filled numeric;
  v_unit numeric;
BEGIN
  SELECT * INTO l FROM location WHERE warehouse_id = e.warehouse_id AND id = p_location;
  IF l.locked THEN
    RETURN ('REFUSED', 'LOCATION_LOCKED', jsonb_build_object('location', l.code), NULL)::posted;
  END IF;
  IF l.type NOT IN ('STORAGE', 'PICK_FACE', 'STAGING') THEN
    RETURN ('REFUSED', 'WRONG_LOCATION', jsonb_build_object('location', l.code, 'type', l.type), NULL)::posted;
  END IF;
  v_other := ledger_other_lot(e, p_location);
  IF v_other IS NOT NULL THEN
    RETURN ('REFUSED', 'LOT_MIX_FORBIDDEN', jsonb_build_object('location', l.code,
      'otherLot', (SELECT coalesce(lot_number, expiration_date::text) FROM lot WHERE id = v_other)), NULL)::posted;
  END IF;
  IF l.capacity_volume IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT volume_cubic_feet INTO v_unit FROM item WHERE id = e.item_id;
  IF v_unit IS NOT NULL THEN
    SELECT coalesce(sum(s.quantity * i.volume_cubic_feet), 0) INTO v_filled
    FROM stock s JOIN item i ON i.id = s.item_id
    WHERE s.warehouse_id = e.warehouse_id AND s.location_id = p_location AND s.quantity > 0;
    IF v_filled + p_quantity * v_unit > l.capacity_volume THEN
      RETURN ('REFUSED', 'CAPACITY_EXCEEDED', jsonb_build_object('location', l.code,
        'available', greatest(0, trunc((l.capacity_volume - v_filled) / v_unit))), NULL)::posted;
    END IF;
  END IF;
  RETURN NULL;
END $$;
