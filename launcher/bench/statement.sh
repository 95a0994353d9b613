# What a statement costs: processor time of the database's process under pgbench. Waiting behind other work of the machine is
# no cost of a statement.

# measure_statement SCRIPT USER PASSWORD OPTIONS SECONDS [pgbench arguments]: processor time and latency, in ms; one client,
# prepared, planned once. The sides of a round draw the same grids, buildings and tiles (--random-seed).
measure_statement() {
  local script=$1 user=$2 password=$3 options=$4 seconds=$5 runs=${1%.sql}.pgbench bench ticks name tries
  shift 5
  for tries in 1 2 3; do
    name=statement-$$-$SRANDOM
    PGAPPNAME=$name PGPASSWORD=$password PGOPTIONS="-c jit=off -c plan_cache_mode=force_generic_plan $options" "$(find_postgres)/pgbench" \
      -n -M prepared -c 1 -j 1 -T "$seconds" -f "$script" "$@" -h 127.0.0.1 -p "$(cluster_port bench)" -U "$user" "${REGISTRY_DB_URL##*/}" \
      >"$runs" 2>&1 &
    bench=$!
    ticks=$(backend_ticks "$bench" "$name")
    wait "$bench" || fail "pgbench 失败（${script##*/}）" "$(tail -n 3 "$runs")"
    # a process that was missed cost nothing, which would be reported as a figure
    [ "$ticks" -eq 0 ] || break
  done
  [ "$ticks" -gt 0 ] || fail "$tries 次都没有读到数据库进程的处理器时间（${script##*/}）" "在空闲的机器上再测"
  awk -v ticks="$ticks" -v each="$(getconf CLK_TCK)" '/^number of transactions actually processed/ { split($6, n, "/") } /^latency average/ { latency = $4 }
    END { printf "%.4f %s\n", 1000 * ticks / each / n[1], latency }' "$runs"
}

# backend_ticks PROCESS NAME: clock ticks the database worked for a pgbench that runs, read until it ends. The name is its
# own: the one before may still be on its way out. Of several connections (pgbench looks around with one first) the one
# that worked most is meant.
backend_ticks() {
  local backend stat ticks most=0 idle
  # nothing is started while it is watched: another process on the core would be measured with it
  exec {idle}<> <(:)
  while kill -0 "$1" 2>/dev/null; do
    backend=$(register_value "SELECT max(pid) FROM pg_stat_activity WHERE application_name = '$2'")
    while [ -n "$backend" ] && { IFS= read -r stat <"/proc/$backend/stat"; } 2>/dev/null; do
      read -r -a stat <<<"${stat##*) }"
      ticks=$((stat[11] + stat[12]))
      [ "$ticks" -le "$most" ] || most=$ticks
      read -r -t 0.02 -u "$idle" || true
    done
  done
  exec {idle}>&-
  echo "$most"
}

# answer_statement USER PASSWORD OPTIONS VALUE: what the statement on stdin answers today about a grid, a building or a tile.
answer_statement() {
  local user=$1 password=$2 options=$3 value=$4 each psql_values=()
  for each in "${time_values[@]}"; do if [ "$each" = -D ]; then psql_values+=(-v); else psql_values+=("$each"); fi; done
  sed -E "s/CAST\(:(area|code|asOf|countedOn|states|bases|contradictionOnly|incompleteOnly) /CAST(:'\1' /g" |
    PGOPTIONS="$options" PGPASSWORD=$password "$(find_postgres)/psql" -X -At -v ON_ERROR_STOP=1 \
      -h 127.0.0.1 -p "$(cluster_port bench)" -U "$user" -d "${REGISTRY_DB_URL##*/}" \
      -v area="$value" -v code="$value" -v id="$value" -v z="$time_zoom" -v x=$((value / 1000000)) -v y=$((value % 1000000)) \
      -v asOf="$(today)" -v countedOn="$(today)" "${psql_values[@]}"
}

# statement_figures NAME: what NAME.runs says, a line of measure_statement each round.
statement_figures() { printf '处理器 %s，等待 %s 毫秒' "$(cut -d ' ' -f 1 "$1.runs" | spread 毫秒)" "$(cut -d ' ' -f 2 "$1.runs" | median)"; }
# statement_ratio NAME NAME: the median of the rounds' ratios: how fast the machine is changes from minute to minute, within
# a round little.
statement_ratio() { paste -d ' ' "$1.runs" "$2.runs" | awk '{ print $1 / $3 }' | median | awk '{ printf "%.2f", $1 }'; }
