#!/usr/bin/env bash
# Before every start the cluster is put in order behind a closed door (unix socket alone): made on the first start,
# then roles, passwords, database and extensions brought to what the environment says. Then it is opened.
#
# POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE  superuser's password (required)
# POSTGRES_USER, POSTGRES_DB                   superuser (postgres) and its database (the user's name)
# REGISTRY_DB_PASSWORD_FILE                    makes role and database `registry`, and the roles the service asks as
# REGISTRY_PUBLISH_PASSWORD_FILE               lets role `registry_publish` (GeoServer) sign in
set -euo pipefail

[ "${1:-}" = postgres ] || exec "$@"

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
password=${POSTGRES_PASSWORD:-}
[ -z "${POSTGRES_PASSWORD_FILE:-}" ] || password=$(<"$POSTGRES_PASSWORD_FILE")
[ -n "$password" ] || { echo 'POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE is required' >&2; exit 1; }

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb -U "$user" -E UTF8 --locale=C.UTF-8 --auth-local=trust --auth-host=scram-sha-256 --no-instructions
  echo "include '/opt/registry/registry.conf'" >>"$PGDATA/postgresql.conf"
  # the socket lies in this container: whoever reaches it is the database's own user
  printf '%s\n' 'local all all trust' 'host all all all scram-sha-256' >"$PGDATA/pg_hba.conf"
fi

sql() { psql -X -q -v ON_ERROR_STOP=1 -h /tmp -U "$user" "$@"; }

pg_ctl start -w -t 120 -s -o "-c listen_addresses=''"
sql -d postgres -v name="$user" -v database="$database" -v password="$password" <<'SQL'
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I', :'database') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
SELECT 'CREATE ROLE registry_publish NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_publish') \gexec
SQL
if [ -n "${REGISTRY_PUBLISH_PASSWORD_FILE:-}" ]; then
  sql -d postgres -v password="$(<"$REGISTRY_PUBLISH_PASSWORD_FILE")" <<'SQL'
ALTER ROLE registry_publish LOGIN PASSWORD :'password';
SQL
fi
if [ -n "${REGISTRY_DB_PASSWORD_FILE:-}" ]; then
  owner=$(<"$REGISTRY_DB_PASSWORD_FILE")
  # the service's password follows from the owner's, as ServiceRole has it
  service=$(printf 'registry_service:%s' "$owner" | sha256sum | cut -d ' ' -f 1)
  sql -d postgres -v password="$owner" -v service="$service" <<'SQL'
SELECT 'CREATE ROLE registry_service LOGIN NOINHERIT' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_service') \gexec
SELECT 'CREATE ROLE registry_settle NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_settle') \gexec
SET client_min_messages = warning;
GRANT registry_settle TO registry_service;
ALTER ROLE registry_service PASSWORD :'service';
SELECT 'CREATE ROLE registry LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry') \gexec
ALTER ROLE registry LOGIN PASSWORD :'password';
SELECT 'CREATE DATABASE registry OWNER registry TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'registry') \gexec
SQL
  # An update of the extension takes LEAKPROOF away, and with it the spatial index under row-level security.
  sql -d registry <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF;
SQL
fi
pg_ctl stop -w -s -m fast

unset POSTGRES_PASSWORD password owner service
exec "$@"
