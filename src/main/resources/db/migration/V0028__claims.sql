-- a balance row knows its item
DROP FUNCTION IF EXISTS claims_cut(bigint, bigint, bigint, numeric);
