#!/bin/sh
# Makes the database roles and the database "lotline". PostgreSQL's image runs it at the first
# start; on a server of your own run it once as a superuser (PGHOST, PGPORT, POSTGRES_USER).
#
#   lotline_owner   owns database and tables; migrations only, never in a pool
#   lotline_app     the pool: no right to write the ledger, none to change tables
#   lotline_ledger  owns the functions that write ledger and claims; nobody logs in as it
#
# What each may do with which table is granted by the migrations, beside the tables.
set -eu
: "${LOTLINE_DB_OWNER_PASSWORD:?the password of lotline_owner}"
: "${LOTLINE_DB_PASSWORD:?the password of lotline_app}"

# The passwords go by environment (\getenv): on a command line every process could read them.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
  --username="${POSTGRES_USER:-postgres}" --dbname="${POSTGRES_DB:-postgres}" <<'SQL'
\getenv owner_password LOTLINE_DB_OWNER_PASSWORD
\getenv app_password LOTLINE_DB_PASSWORD

BEGIN;
-- a failed statement would be logged together with the password in it
SET LOCAL log_min_error_statement = panic;
SET LOCAL password_encryption = 'scram-sha-256';

-- CREATEROLE: later migrations add roles of their own (exports, checker)
CREATE ROLE lotline_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE lotline_app LOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE lotline_ledger NOLOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;

-- so that migrations can hand the functions over: ALTER FUNCTION … OWNER TO lotline_ledger
GRANT lotline_ledger TO lotline_owner;
COMMIT;

CREATE DATABASE lotline OWNER lotline_owner ENCODING 'UTF8' TEMPLATE template0;
SQL
