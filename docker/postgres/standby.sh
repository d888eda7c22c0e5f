#!/bin/sh
# The start of a standby: an empty data directory becomes a copy of the primary that follows it.
set -eu
: "${LOTLINE_REPLICATION_PASSWORD:?the password of replicator}"
primary=${PRIMARY_HOST:?where the primary is}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  export PGPASSWORD="$LOTLINE_REPLICATION_PASSWORD"
  until pg_basebackup --dbname="host=$primary user=replicator application_name=${STANDBY_NAME:-postgres_2}" \
    --pgdata="$PGDATA" --checkpoint=fast --wal-method=stream --write-recovery-conf; do
    echo "waiting for $primary" >&2
    find "$PGDATA" -mindepth 1 -delete
    sleep 2
  done
  unset PGPASSWORD
  chmod 700 "$PGDATA"
  # once it is the primary it waits for nobody, until somebody follows it
  echo "synchronous_standby_names = ''" >>"$PGDATA/postgresql.auto.conf"
  # rows that a question here still reads are not vacuumed away under it
  echo "hot_standby_feedback = on" >>"$PGDATA/postgresql.auto.conf"
fi
exec docker-entrypoint.sh postgres "$@"
