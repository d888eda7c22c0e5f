-- Units of an exception may be counted as something else than they were captured as; which row they went into is kept.
ALTER TABLE receiving_exception ADD COLUMN accepted_as bigint REFERENCES receiving_lot;
COMMENT ON COLUMN receiving_exception.accepted_as IS 'where relabelled units were counted; NULL = as they were captured';
