# The register's database: in the private cluster, or where REGISTRY_DB_URL points.

# make_database CLUSTER NAME: role `registry` owns it, extensions are in it. Safe to repeat.
make_database() {
  local cluster=$1 name=$2
  make_roles "$cluster"
  [ -n "$(cluster_psql "$cluster" postgres -At -c "SELECT 1 FROM pg_database WHERE datname = '$name'")" ] ||
    cluster_psql "$cluster" postgres -c "CREATE DATABASE $name OWNER registry TEMPLATE template0"
  # geometry && geometry may run before a row's policy is checked: without this, row-level security loses the
  # spatial index. An update of the extension takes it away again, hence at every start.
  cluster_psql "$cluster" "$name" >/dev/null 2>"$state/log/database.log" <<'SQL' || fail "准备数据库失败" "$(tail -n 3 "$state/log/database.log")"
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF;
SQL
}

# Roles belong to the cluster: `registry` owns the register, `registry_publish` reads the views for GeoServer. As
# `registry_service`, which owns nothing and which row-level security holds, the service answers requests; it turns into
# `registry_settle` to work out what follows from a change. Its password follows from the owner's, as ServiceRole has it:
# tests own their databases as superuser.
make_roles() {
  local owner=registry
  case $1 in test | kills) owner=postgres ;; esac
  cluster_psql "$1" postgres >/dev/null <<SQL
SELECT 'CREATE ROLE registry_service LOGIN NOINHERIT' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_service') \gexec
SELECT 'CREATE ROLE registry_settle NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_settle') \gexec
SET client_min_messages = warning;
GRANT registry_settle TO registry_service;
ALTER ROLE registry_service PASSWORD '$(service_password "$(cluster_secret "$1" "$owner")")';
SELECT 'CREATE ROLE registry LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry') \gexec
SELECT 'CREATE ROLE registry_publish NOLOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_publish') \gexec
ALTER ROLE registry PASSWORD '$(cluster_secret "$1" registry)';
SQL
}

service_password() { printf 'registry_service:%s' "$1" | sha256sum | cut -d ' ' -f 1; }

given_url=${REGISTRY_DB_URL:-}
foreign_database() { [ -n "$given_url" ]; }

# use_cluster CLUSTER DATABASE: what the Java side reads to find its database.
use_cluster() {
  REGISTRY_DB_URL=jdbc:postgresql://127.0.0.1:$(cluster_port "$1")/$2
  REGISTRY_DB_USER=registry
  REGISTRY_DB_PASSWORD=$(cluster_secret "$1" registry)
  export REGISTRY_DB_URL REGISTRY_DB_USER REGISTRY_DB_PASSWORD
}

# ready_database: the register's database answers and the environment names it.
ready_database() {
  if foreign_database; then
    check_foreign_database
  else
    start_cluster main
    make_database main registry
    use_cluster main registry
  fi
}

# register_psql [psql options]: as the register's owner, in the database the environment names.
register_psql() {
  local url=${REGISTRY_DB_URL#jdbc:} psql
  psql=$(find_postgres 2>/dev/null)/psql
  [ -x "$psql" ] || psql=psql
  # of what pgjdbc takes behind the question mark, libpq knows these
  url=$(printf '%s' "$url" | awk -F'?' '{
    printf "%s", $1; mark = "?"; count = split($2, part, "&")
    for (i = 1; i <= count; i++) if (part[i] ~ /^(user|password|sslmode|sslrootcert)=/) { printf "%s%s", mark, part[i]; mark = "&" }
  }')
  (
    [ -z "${REGISTRY_DB_USER:-}" ] || export PGUSER=$REGISTRY_DB_USER
    [ -z "${REGISTRY_DB_PASSWORD:-}" ] || export PGPASSWORD=$REGISTRY_DB_PASSWORD
    export PGCONNECT_TIMEOUT=10 PGOPTIONS='-c search_path=register,public'
    exec "$psql" -X -q -v ON_ERROR_STOP=1 -d "$url" "$@"
  )
}

# register_value SQL: one value, or nothing where the register is not there yet.
register_value() { register_psql -At -c "$1" 2>/dev/null || true; }

# The service checks the same at its start; here it is said before anything is built.
check_foreign_database() {
  case $REGISTRY_DB_URL in
    jdbc:postgresql:* | postgresql://* | postgres://*) ;;
    *) fail "REGISTRY_DB_URL 应为 postgresql://用户:口令@主机:端口/库 或 jdbc:postgresql://主机:端口/库" ;;
  esac
  has psql || find_postgres >/dev/null || return 0
  local facts locale postgis
  facts=$(register_psql -At -F ' ' -c "SELECT datctype, coalesce((SELECT default_version FROM pg_available_extensions WHERE name = 'postgis'), '-')
    FROM pg_database WHERE datname = current_database()" 2>"$state/log/database.log") ||
    fail "连不上 REGISTRY_DB_URL 指向的数据库" "$(tail -n 2 "$state/log/database.log")" "还可以设置 REGISTRY_DB_USER 和 REGISTRY_DB_PASSWORD。"
  read -r locale postgis <<<"$facts"
  case $locale in
    C | POSIX) fail "数据库的区域设置是 $locale，汉字的分词和排序会失效" \
      "请另建一个：CREATE DATABASE registry ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;" ;;
  esac
  [ "$postgis" != - ] || fail "数据库服务器没有 PostGIS" "请在服务器上安装，例如 apt-get install postgresql-postgis，再以超级用户运行 CREATE EXTENSION postgis;"
}
