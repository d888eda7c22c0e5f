-- A session of the JSON-RPC door stands for the key that opened it. Neither is kept: id = SHA-256 of the session, and
-- the key is sealed with the session itself, so that only its bearer can unseal it. It ends with the key, or in a day.
CREATE TABLE rpc_session (
  id bytea PRIMARY KEY CHECK (length(id) = 32),
  holder text NOT NULL,
  sealed_key bytea NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX rpc_session_holder ON rpc_session (holder, opened_at);
GRANT SELECT, INSERT, DELETE ON rpc_session TO lotline_app;

-- Which transactions had ended at a moment: all before oldest_open. What it or a later one wrote may have become visible
-- after taken_at, whenever that transaction began; what an earlier one wrote was visible already.
CREATE TABLE change_mark (
  taken_at timestamptz PRIMARY KEY,
  oldest_open bigint NOT NULL
);
GRANT SELECT, INSERT, DELETE ON change_mark TO lotline_app;

-- demand that went away without moving a unit
CREATE INDEX customer_order_cancelled ON customer_order (owner_id) WHERE cancelled_at IS NOT NULL;
