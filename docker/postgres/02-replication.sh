#!/bin/sh
# Lets a standby follow and a balancer ask who the primary is; compose.scale.yaml runs it after 01-roles.sh.
#   replicator   what a standby logs in as
#   balancer     without a password, for the question pg_is_in_recovery() of docker/haproxy/haproxy.cfg; may nothing else
set -eu
: "${LOTLINE_REPLICATION_PASSWORD:?the password of replicator}"

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
  --username="${POSTGRES_USER:-postgres}" --dbname="${POSTGRES_DB:-postgres}" <<'SQL'
\getenv replication_password LOTLINE_REPLICATION_PASSWORD

BEGIN;
SET LOCAL log_min_error_statement = panic;
SET LOCAL password_encryption = 'scram-sha-256';
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'replication_password';
CREATE ROLE balancer LOGIN NOSUPERUSER CONNECTION LIMIT 8;
COMMIT;
SQL

{
  echo "host replication replicator samenet scram-sha-256"
  echo "host template1 balancer samenet trust"
} | cat - "$PGDATA/pg_hba.conf" >"$PGDATA/pg_hba.conf.new"
mv "$PGDATA/pg_hba.conf.new" "$PGDATA/pg_hba.conf"

# Last, and not on the command line: from here on every commit waits for the standby, those of these scripts, too.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" \
  --dbname="${POSTGRES_DB:-postgres}" --command="ALTER SYSTEM SET synchronous_standby_names = 'postgres_2'"
