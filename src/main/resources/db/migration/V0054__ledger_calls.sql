-- Two functions of the ledger have got one more argument; under the old list of arguments they would stay beside themselves.
DROP FUNCTION IF EXISTS ledger_write(move[]);
DROP FUNCTION IF EXISTS event_record(posting[], judged[]);
