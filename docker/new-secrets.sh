#!/bin/sh
# Writes docker/.env with fresh random secrets for docker/compose*.yaml, once.
# They are this host's own: nothing in the repository works as a password.
set -eu
cd "$(dirname "$0")"

if [ -e .env ]; then
  echo "docker/.env is there already; an existing database keeps its passwords, so it stays as it is" >&2
  exit 1
fi

# 256 bits as 64 hexadecimal digits: safe in URLs, shells and YAML
secret() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

umask 077
# written aside and renamed, so that an interrupted run leaves no half file
{
  echo "POSTGRES_PASSWORD=$(secret)"
  echo "LOTLINE_DB_PASSWORD=$(secret)"
  echo "LOTLINE_DB_OWNER_PASSWORD=$(secret)"
  echo "LOTLINE_REPLICATION_PASSWORD=$(secret)"
  echo "LOTLINE_MASTER_KEY=$(secret)"
  echo "LOTLINE_ADMIN_TOKEN=$(secret)"
} >.env.new
mv .env.new .env
echo "docker/.env written (readable by you alone); LOTLINE_ADMIN_TOKEN in it is the administrator's bearer token"
