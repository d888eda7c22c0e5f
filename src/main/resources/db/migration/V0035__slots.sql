-- As in V0014 and V0030. A balance row comes to a place by ledger_rows alone, which has just written the slot of that place
-- under the gate of the item, and the slot changes under that gate only. So the row need not be checked against the slot;
-- it is the slot that must not change hands over units that stand there, and that happens once in many moves. Of a hold of
-- 10,000 rows the key was a sixth of the time. An allocation is born from an order line that was just read; nobody may
-- delete those. I15 and I06 find a row that came another way.
ALTER TABLE stock DROP CONSTRAINT stock_one_lot_per_location;
ALTER TABLE allocation DROP CONSTRAINT allocation_order_line_id_fkey;

-- no statement asks by it
DROP INDEX order_line_open;

-- where the task stood, so that the move of its row can take the claim along
ALTER TYPE claim_cut ADD ATTRIBUTE stock_id bigint;

-- another answer, another argument
DROP FUNCTION IF EXISTS ledger_rows(move[]), hold_write(posting, text, text, held[], bigint[], integer),
  claims_unreserve(bigint, bigint, numeric, text), claims_unreserve_set(bigint, bigint[], numeric[]);
