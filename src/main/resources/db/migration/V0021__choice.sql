-- Lines that are chosen for together share one list of candidates: what stood there before any of them took its part.
-- Laid end to end in the order of choice the rows that were offered make one row of units: "start" says where in it a
-- candidate begins (none = not offered), and a line has its own stretch of it, from "before" for "wanted" units.
CREATE TABLE reservation_candidates (
  warehouse_id bigint NOT NULL,
  item_id bigint NOT NULL,
  chosen_seq bigint NOT NULL,
  candidates json NOT NULL,
  PRIMARY KEY (warehouse_id, item_id, chosen_seq)
);
ALTER TABLE reservation_choice ADD item_id bigint, ADD before numeric(14, 4) NOT NULL DEFAULT 0, ADD wanted numeric(14, 4);

-- what was chosen so far was chosen line by line, and kept as it stood afterwards
WITH kept AS (
  SELECT h.warehouse_id, h.order_line_id, l.item_id, h.chosen_seq, c.one, (c.one ->> 'place')::bigint AS place,
    (c.one ->> 'free')::numeric AS free, (c.one ->> 'reserved')::numeric AS reserved,
    (c.one ->> 'reserved_here')::numeric AS took
  FROM reservation_choice h JOIN order_line l ON l.id = h.order_line_id, jsonb_array_elements(h.candidates) c (one)
), placed AS (
  SELECT *, CASE WHEN took > 0 THEN sum(took) OVER (PARTITION BY warehouse_id, item_id, chosen_seq ORDER BY place) - took
    END AS start
  FROM kept
), listed AS (
  INSERT INTO reservation_candidates (warehouse_id, item_id, chosen_seq, candidates)
  SELECT warehouse_id, item_id, chosen_seq, json_agg((one - 'reserved_here') || jsonb_build_object('free', free + took,
    'reserved', reserved - took, 'start', start, 'reason', CASE WHEN took = 0 THEN one ->> 'reason' END) ORDER BY place)
  FROM placed GROUP BY 1, 2, 3
)
UPDATE reservation_choice h SET item_id = p.item_id, wanted = p.took
FROM (SELECT warehouse_id, order_line_id, item_id, chosen_seq, sum(took) AS took FROM kept GROUP BY 1, 2, 3, 4) p
WHERE (p.warehouse_id, p.order_line_id, p.chosen_seq) = (h.warehouse_id, h.order_line_id, h.chosen_seq);

ALTER TABLE reservation_choice DROP COLUMN candidates, ALTER item_id SET NOT NULL, ALTER wanted SET NOT NULL;

-- Lines that want stock, each in one warehouse, in the order of n; see claims_take_all.
CREATE TYPE claim_want AS (n integer, warehouse_id bigint, order_line_id bigint, avoid bigint);

-- A want and its stretch of the units that its item has to give; seq = the gate's number for this choice.
CREATE TYPE claim_stretch AS (n integer, warehouse_id bigint, item_id bigint, seq bigint, order_id bigint,
  order_line_id bigint, before numeric, units numeric, named_lot text, single_lot boolean, held_lot bigint, avoid bigint);

-- A candidate; start = where its units begin, NULL = not offered.
CREATE TYPE claim_offer AS (warehouse_id bigint, item_id bigint, seq bigint, place bigint, stock_id bigint,
  lot_id bigint, lot_number text, expiration_date date, location_id bigint, location text, free numeric,
  reserved numeric, min_days integer, today date, reason text, start numeric);

-- Where a stretch meets an offer.
CREATE TYPE claim_task AS (want claim_stretch, offer claim_offer, units numeric);
