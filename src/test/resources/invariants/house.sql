-- A small house with a past: two lots announced, counted (one of them two short), put away and committed; one order
-- released nearest expiry first, picked with a swap, an un-pick and an undone pick, and shipped; one order that waits.
-- For a transaction that is rolled back; or, under other names, for good.
UPDATE business_clock SET ahead_seconds = 0;
INSERT INTO owner (code, name, kind) VALUES ('PLANT', 'Plant', 'CUSTOMER');
INSERT INTO warehouse (code, name, time_zone) VALUES ('PLANT-1', 'Plant 1', 'UTC');
INSERT INTO item (owner_id, sku, name, tracking, lot_tracked, min_shelf_life_days)
SELECT id, 'PLANT-60', 'Plant 60', true, true, 30 FROM owner WHERE code = 'PLANT';
INSERT INTO location (warehouse_id, code, type)
SELECT w.id, v.code, v.type FROM warehouse w,
  (VALUES ('DOCK', 'RECEIVING'), ('A-01', 'STORAGE'), ('A-02', 'STORAGE'), ('A-03', 'STORAGE')) v (code, type)
WHERE w.code = 'PLANT-1';
INSERT INTO lot (item_id, lot_number, expiration_date)
SELECT i.id, v.number, business_date('UTC') + v.days
FROM item i, (VALUES ('L-A', 120), ('L-B', 60)) v (number, days) WHERE i.sku = 'PLANT-60';
INSERT INTO receiving_order (owner_id, reference, kind, warehouse_id, body_hash)
SELECT i.owner_id, 'PLANT-WRO', 'WRO', w.id, '' FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1';
INSERT INTO receiving_line (receiving_order_id, line_no, item_id, quantity)
SELECT o.id, 1, i.id, 100 FROM receiving_order o, item i WHERE o.reference = 'PLANT-WRO' AND i.sku = 'PLANT-60';
INSERT INTO receiving_lot (receiving_order_id, receiving_line_id, item_id, lot_id, expected)
SELECT l.receiving_order_id, l.id, l.item_id, t.id, CASE t.lot_number WHEN 'L-A' THEN 40 ELSE 60 END
FROM receiving_order o JOIN receiving_line l ON l.receiving_order_id = o.id JOIN lot t ON t.item_id = l.item_id
WHERE o.reference = 'PLANT-WRO';
SELECT receiving_announce(id) FROM receiving_order WHERE reference = 'PLANT-WRO';

CREATE TEMP SEQUENCE plant_seq;
CREATE FUNCTION pg_temp.place(p_code text) RETURNS bigint LANGUAGE sql AS $$
  SELECT l.id FROM location l JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = 'PLANT-1' AND l.code = p_code
$$;
CREATE FUNCTION pg_temp.lot(p_number text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('owner_id', i.owner_id, 'item_id', i.id, 'lot_id', t.id, 'lot_number', t.lot_number,
    'expiration_date', t.expiration_date)
  FROM item i JOIN lot t ON t.item_id = i.id WHERE i.sku = 'PLANT-60' AND t.lot_number = p_number
$$;
CREATE FUNCTION pg_temp.line(p_number text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.lot(p_number) || jsonb_build_object('receiving_order_id', r.receiving_order_id,
    'receiving_lot_id', r.id)
  FROM receiving_lot r JOIN receiving_order o ON o.id = r.receiving_order_id JOIN lot t ON t.id = r.lot_id
  WHERE o.reference = 'PLANT-WRO' AND t.lot_number = p_number
$$;
CREATE FUNCTION pg_temp.task(p_number text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('reservation_id', max(r.id)) FROM reservation r
  WHERE r.lot_id = (pg_temp.lot(p_number) ->> 'lot_id')::bigint
$$;
-- Posts one scan or command and insists on its verdict; answers the id of the event.
CREATE FUNCTION pg_temp.post(p_operation text, p_more jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  n bigint := nextval('plant_seq');
  v_id uuid := gen_random_uuid();
  e jsonb := jsonb_build_object('n', 0, 'id', v_id, 'device', 'PLANT-HH', 'seq', n, 'operation', p_operation,
    'warehouse_id', (SELECT id FROM warehouse WHERE code = 'PLANT-1'), 'payload_hash', md5('p' || n),
    'effect_hash', md5('e' || n), 'payload', '{}', 'actor', 'plant', 'language', 'en', 'at', now()) || p_more;
  v_said text;
BEGIN
  IF p_operation IN ('COMMIT', 'CLOSE', 'RELEASE', 'SHIP') THEN
    SELECT verdict || ' ' || code INTO v_said FROM ledger_command(e - 'seq');
  ELSE
    SELECT verdict || ' ' || code INTO v_said FROM ledger_post(jsonb_build_array(e));
  END IF;
  IF v_said NOT LIKE 'OK %' THEN
    RAISE EXCEPTION '% said %', p_operation, v_said;
  END IF;
  RETURN v_id;
END $$;
CREATE FUNCTION pg_temp.sold(p_reference text, p_units numeric) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order bigint;
BEGIN
  INSERT INTO customer_order (owner_id, reference, warehouse_id, body_hash)
  SELECT o.id, p_reference, w.id, '' FROM owner o, warehouse w WHERE o.code = 'PLANT' AND w.code = 'PLANT-1'
  RETURNING id INTO v_order;
  INSERT INTO order_line (order_id, line_no, item_id, quantity, backordered)
  SELECT v_order, 1, id, p_units, p_units FROM item WHERE sku = 'PLANT-60';
  PERFORM claims_allocate(v_order);
  RETURN jsonb_build_object('order_id', v_order);
END $$;
CREATE FUNCTION pg_temp.at(p_from text, p_to text, p_units numeric) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('from_location', pg_temp.place(p_from), 'to_location', pg_temp.place(p_to),
    'quantity', p_units)
$$;

SELECT pg_temp.post('RECEIVE', pg_temp.line('L-B') || pg_temp.at(NULL, 'DOCK', 60));
SELECT pg_temp.post('RECEIVE', pg_temp.line('L-A') || pg_temp.at(NULL, 'DOCK', 38));
SELECT pg_temp.post('STOW', pg_temp.line('L-B') || pg_temp.at('DOCK', 'A-01', 60));
SELECT pg_temp.post('UNDO', jsonb_build_object('undo_of',
  pg_temp.post('STOW', pg_temp.line('L-A') || pg_temp.at('DOCK', 'A-03', 38))));
SELECT pg_temp.post('STOW', pg_temp.line('L-A') || pg_temp.at('DOCK', 'A-02', 38));
SELECT pg_temp.post('COMMIT', pg_temp.line('L-A') - 'lot_id' - 'item_id');
SELECT pg_temp.post('CLOSE', pg_temp.line('L-A') - 'lot_id' - 'item_id');
SELECT pg_temp.post('RELEASE', pg_temp.sold('PLANT-1', 70));
SELECT pg_temp.post('PICK', pg_temp.lot('L-B') || pg_temp.task('L-B') || pg_temp.at('A-01', '@TOTE', 60));
SELECT pg_temp.post('UNPICK', pg_temp.lot('L-B') || pg_temp.task('L-B') || pg_temp.at('@TOTE', 'A-01', 5));
SELECT pg_temp.post('PICK', pg_temp.lot('L-B') || pg_temp.task('L-B') || pg_temp.at('A-01', '@TOTE', 5));
SELECT pg_temp.post('UNDO', jsonb_build_object('undo_of',
  pg_temp.post('PICK', pg_temp.lot('L-A') || pg_temp.task('L-A') || pg_temp.at('A-02', '@TOTE', 10))));
SELECT pg_temp.post('PICK', pg_temp.lot('L-A') || pg_temp.task('L-A') || pg_temp.at('A-02', '@TOTE', 4));
SELECT pg_temp.post('SHIP', o) FROM (SELECT jsonb_build_object('order_id', id) AS o FROM customer_order
  WHERE reference = 'PLANT-1') sent;
SELECT pg_temp.sold('PLANT-2', 40);
