# Private PostgreSQL clusters: `main` for the register, `test` for tests, `kills` for those that kill it, `bench` for
# benches. They never run as
# root, listen on 127.0.0.1 alone (no unix socket: its path may not pass 107 bytes) and ask for a random password.

unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS PGSSLMODE PGPASSFILE PGPASSWORD

# Runs as the user the database runs as: `postgres` when we are root.
as_database_user() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec runuser -u postgres -- "$@")
  else
    (cd / && exec "$@")
  fi
}

# cluster_home NAME: its folder, decided once. server/ belongs to the database's user, the rest to ours.
cluster_home() {
  local inside=$state/cluster/$1
  if [ "$(id -u)" -ne 0 ] || [ -d "$inside/server" ] || { id postgres >/dev/null 2>&1 && as_database_user test -x "$state/."; }; then
    printf '%s\n' "$inside"
  else
    printf '%s/%s/%s\n' "$outside" "$(clone_id)" "$1"
  fi
}

# cluster_pid NAME: the postmaster that runs in our data directory; a stale postmaster.pid gives nothing.
cluster_pid() {
  local data pid
  data=$(cluster_home "$1")/server/data
  pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 1
  [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$data" ] && process_runs "$pid" postgres && echo "$pid"
}

cluster_port() { cat "$(cluster_home "$1")/port" 2>/dev/null; }
cluster_secret() { cat "$(cluster_home "$1")/$2.password" 2>/dev/null; }

# cluster_bin NAME: the binaries of the version its data was made with.
cluster_bin() {
  local data bin
  data=$(cluster_home "$1")/server/data
  bin=$(find_postgres) || fail "找不到 PostgreSQL 与 PostGIS"
  if [ -e "$data" ]; then
    local made
    made=$(as_database_user cat "$data/PG_VERSION")
    if [ "$(postgres_major "$bin")" != "$made" ]; then
      bin=/usr/lib/postgresql/$made/bin
      [ -x "$bin/postgres" ] || fail "数据目录 $data 属于 PostgreSQL $made，现在装的是 $(postgres_major "$(find_postgres)")" \
        "装回 PostgreSQL $made（含 PostGIS），或者移走这个目录重新开始。"
    fi
  fi
  printf '%s\n' "$bin"
}

create_cluster() {
  local name=$1 home server bin
  home=$(cluster_home "$name")
  server=$home/server
  bin=$(cluster_bin "$name")
  mkdir -p "$home"
  if [[ $home == "$outside"/* ]]; then printf '%s\n' "$here" >"${home%/*}/clone"; fi
  # a folder without PG_VERSION is what an interrupted initdb left
  rm -rf "$server"
  mkdir -p "$server"
  (umask 077 && random_secret >"$home/postgres.password" && random_secret >"$home/registry.password")
  [ "$(id -u)" -ne 0 ] || chown postgres: "$server"
  chmod 700 "$server"
  # shellcheck disable=SC2016
  as_database_user env LC_ALL=C.UTF-8 bash -c '
    set -eu
    umask 077
    cat >"$2/password"
    "$1/initdb" -D "$2/made" -U postgres -E UTF8 --locale=C.UTF-8 --auth=scram-sha-256 --pwfile="$2/password" --no-instructions
    rm "$2/password"
    echo "host all all 127.0.0.1/32 scram-sha-256" >"$2/made/pg_hba.conf"
    echo "include '"'"'registry.conf'"'"'" >>"$2/made/postgresql.conf"
    : >"$2/made/registry.conf"
    mv "$2/made" "$2/data"' \
    - "$bin" "$server" <"$home/postgres.password" >"$state/log/initdb.log" 2>&1 || {
    tail -n 20 "$state/log/initdb.log" >&2
    fail "建立数据库集群失败" "全文见 $state/log/initdb.log"
  }
}

# Sized for the machine: a quarter of its memory, 4 GB at most: a register of 200,000 buildings with its history is 3 GB,
# and what is not held here is copied from the page cache for every read. Only pages that are used take memory.
cluster_settings() {
  local name=$1 port=$2 megabytes shared
  megabytes=$(($(meminfo MemTotal) / 1024))
  shared=$((megabytes / 4 < 4096 ? megabytes / 4 : 4096))
  cat <<TEXT
# written by the launcher at every start
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 60
shared_buffers = ${shared}MB
effective_cache_size = $((megabytes / 2))MB
work_mem = 32MB
maintenance_work_mem = $((shared / 2 < 512 ? shared / 2 : 512))MB
random_page_cost = 1.1
jit = off
max_wal_size = 4GB
checkpoint_timeout = 15min
wal_compression = on
timezone = 'Asia/Shanghai'
log_timezone = 'Asia/Shanghai'
log_error_verbosity = terse  # the detail of a broken constraint is a row, the context of a bad COPY a line
cluster_name = 'registry-$name'
TEXT
  # containers often have 64 MB of /dev/shm, too little for a parallel join
  [ "$(df -m --output=avail /dev/shm 2>/dev/null | tail -n 1 || echo 0)" -ge 256 ] || echo "dynamic_shared_memory_type = 'mmap'"
  # what a test wrote may be lost with the machine
  [ "$name" != test ] || printf '%s\n' 'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' 'max_connections = 100'
}

# Huge pages for the memory a cluster shares, where the kernel lets us ask: a read goes to hundreds of pages all over it,
# and the processor keeps the addresses of a few megabytes of small ones (decisions/15). A huge page nobody uses is lost to
# all others, so what was asked for goes back when the cluster stops; where there are too few the server takes small ones.
huge_pages=/proc/sys/vm/nr_hugepages
reserve_huge_pages() {
  local name=$1 home wanted free
  [ "$name" != test ] && [ "$name" != kills ] && [ -w "$huge_pages" ] || return 0
  home=$(cluster_home "$name")
  return_huge_pages "$name" # a machine that went down may have left a note
  wanted=$(as_database_user "$(cluster_bin "$name")/postgres" -D "$home/server/data" -C shared_memory_size_in_huge_pages 2>/dev/null) || return 0
  free=$(meminfo MemAvailable)
  [ "${wanted:--1}" -gt 0 ] && [ "$free" -gt $((2 * wanted * $(meminfo Hugepagesize))) ] || return 0
  echo "$wanted" >"$home/huge-pages"
  echo $(($(cat "$huge_pages") + wanted)) >"$huge_pages"
}
# return_huge_pages NAME: those it asked for, as far as nobody uses them.
return_huge_pages() {
  local home taken unused
  home=$(cluster_home "$1")
  [ -s "$home/huge-pages" ] && [ -w "$huge_pages" ] || return 0
  taken=$(cat "$home/huge-pages")
  unused=$(($(meminfo HugePages_Free) - $(meminfo HugePages_Rsvd)))
  echo $(($(cat "$huge_pages") - (taken < unused ? taken : unused))) >"$huge_pages"
  rm "$home/huge-pages"
}
meminfo() { sed -n "s/^$1: *\([0-9]*\).*/\1/p" /proc/meminfo; }

# After a kill -9 of the postmaster its backends may still hold the shared memory: they know themselves by their
# working directory. They end by themselves once idle; one in a long statement is ended here.
clear_wreck() {
  local data=$1 pid cwd
  for cwd in /proc/[0-9]*/cwd; do
    [ "$(readlink "$cwd" 2>/dev/null)" = "$data" ] || continue
    pid=${cwd#/proc/}
    stop_process "${pid%/cwd}" 10
  done
  as_database_user rm -f "$data/postmaster.pid"
}

# start_cluster NAME: makes it if need be, starts it if need be. Leaves nothing half made.
start_cluster() {
  local name=$1 home data bin port tries
  need_postgis
  home=$(cluster_home "$name")
  data=$home/server/data
  mkdir -p "$home"
  exec 8>"$home/lock"
  flock -w 120 8 || fail "数据库集群 $name 正被另一个 ./registry 启动"
  if ! cluster_pid "$name" >/dev/null; then
    as_database_user test -s "$data/PG_VERSION" || create_cluster "$name"
    bin=$(cluster_bin "$name")
    clear_wreck "$data"
    port=$(cluster_port "$name" || echo 54320)
    for tries in 1 2 3 4 5; do
      port=$(free_port "$port")
      cluster_settings "$name" "$port" | as_database_user tee "$data/registry.conf" >/dev/null
      reserve_huge_pages "$name"
      if as_database_user env LC_ALL=C.UTF-8 "$bin/pg_ctl" start -w -t 120 -s -D "$data" -l "$data/server.log" \
        </dev/null >"$state/log/pg_ctl.log" 2>&1 8>&- 9>&-; then
        break
      fi
      as_database_user tail -n 5 "$data/server.log" 2>/dev/null | grep -q 'could not bind\|Address already in use' && [ "$tries" -lt 5 ] || {
        as_database_user tail -n 15 "$data/server.log" >&2 || cat "$state/log/pg_ctl.log" >&2
        fail "数据库没有启动" "全文见 $data/server.log"
      }
      port=$((port + 1))
    done
    echo "$port" >"$home/port"
  fi
  exec 8>&-
}

stop_cluster() {
  local name=$1 data
  cluster_pid "$name" >/dev/null || return 0
  data=$(cluster_home "$name")/server/data
  as_database_user "$(cluster_bin "$name")/pg_ctl" stop -w -t 60 -s -m fast -D "$data" >"$state/log/pg_ctl.log" 2>&1 ||
    as_database_user "$(cluster_bin "$name")/pg_ctl" stop -w -t 60 -s -m immediate -D "$data" >"$state/log/pg_ctl.log" 2>&1
  return_huge_pages "$name"
}

# remove_cluster NAME: stops it and deletes its data.
remove_cluster() {
  local home
  stop_cluster "$1"
  home=$(cluster_home "$1")
  rm -rf "$home"
}

# cluster_psql NAME DATABASE [psql options]: as superuser, statements from stdin.
cluster_psql() {
  local name=$1 database=$2
  shift 2
  PGPASSWORD=$(cluster_secret "$name" postgres) PGCONNECT_TIMEOUT=10 "$(cluster_bin "$name")/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(cluster_port "$name")" -U postgres -d "$database" "$@"
}

# cluster_url NAME DATABASE: as superuser; for tests alone.
cluster_url() {
  printf 'postgresql://postgres:%s@127.0.0.1:%s/%s\n' "$(cluster_secret "$1" postgres)" "$(cluster_port "$1")" "$2"
}
