# GET /api/grids/{code}/units?occupancy=VERIFIED_VACANT over every grid of the city in random order, beside the very
# statement the service sends (its own .sql file, with the area function AreaStatement puts in) under pgbench: same
# codes, same number of clients, both over TCP, keep-alive and prepared, in turns.

bench_grid_units() {
  local city=$1 port run folder=$state/bench/grid-units first second token
  has wrk || apt_install "wrk" wrk
  rm -rf "$folder"
  mkdir -p "$folder"
  register_psql -At -c "SELECT code FROM grid WHERE upper_inf(recorded) AND valid @> current_date ORDER BY md5(code) LIMIT 1000" >"$folder/codes"
  write_pgbench_script "$folder"
  token=$(bench_token)
  write_wrk_script "$folder"
  port=$(free_port 18090)
  # one account asks as fast as it is answered
  REGISTRY_RATE_ACCOUNT=0 REGISTRY_RATE_ADDRESS=0 launch_service "$port" "$state/log/bench-service.log"
  compare_answers "$folder" "$port"
  # both sides warm: the JIT compiler and the plan caches
  seconds=45 measure_service "$folder" "$port" warm
  seconds=3 measure_pgbench "$folder" warm
  for run in $(seq "$rounds"); do
    # who goes first alternates
    if [ $((run % 2)) -eq 0 ]; then first=service second=pgbench; else first=pgbench second=service; fi
    "measure_$first" "$folder" "$port" counted
    "measure_$second" "$folder" "$port" counted
  done
  stop_process "$launched" 20
  report_grid_units "$folder"
}

# The service answers nobody who is not signed in: a program that may read the whole city.
bench_token() {
  [ -n "$(register_value "SELECT 1 FROM access.account WHERE name = 'bench'")" ] ||
    registry_accounts create --name bench --program --role planner >"$state/log/accounts.log" 2>&1 || fail "建立账号失败" "全文见 $state/log/accounts.log"
  registry_accounts token bench --for bench --days 1
}

write_pgbench_script() {
  local folder=$1
  {
    # pgbench has no arrays: a balanced tree of CASE picks the code in about ten steps
    awk '{ code[NR] = $1 } END { printf "\\set n random(1, %d)\n\\set area %s\n", NR, pick(1, NR) }
      function pick(a, b,  m) { if (a == b) return code[a]; m = int((a + b) / 2)
        return "case when :n <= " m " then " pick(a, m) " else " pick(m + 1, b) " end" }' "$folder/codes"
    units_statement "buildings_of_grid(CAST(:area AS text), CAST(:asOf AS date))"
    echo ';'
  } >"$folder/statement.sql"
}

# units_statement BUILDINGS: the service's list of units in these. pgbench has no empty values: the room before the first
# stands in the text.
units_statement() {
  grep -v '^ *--' "$here/registry-service/src/main/resources/sql/unit/list.sql" |
    sed "s/#within#/$1/" |
    sed "s/CAST(:afterRoom AS text)/CAST('' AS text)/"
}

# The values of a first page of the usual length: 200 rows, and one to know whether there are more.
grid_units_values=(-D "states={VERIFIED_VACANT}" -D "bases={}" -D contradictionOnly=false -D afterBuilding=0 -D afterOrdinal=0
  -D afterFloor=0 -D afterUnit=0 -D limit=201)
today() { TZ=Asia/Shanghai date +%F; }

write_wrk_script() {
  cat >"$1/request.lua" <<LUA
local codes = {}
for line in io.lines("$1/codes") do codes[#codes + 1] = line end
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init() math.randomseed(1000 + number) end
function request()
  return wrk.format("GET", "/api/grids/" .. codes[math.random(#codes)] .. "/units?occupancy=VERIFIED_VACANT", { Authorization = "Bearer $token" })
end
LUA
}

measure_service() {
  local folder=$1 port=$2 kind=$3
  wrk -t 1 -c "$clients" -d "${seconds}s" --latency -s "$folder/request.lua" "http://127.0.0.1:$port" >"$folder/wrk.out" 2>&1
  ! grep -q 'Non-2xx\|Socket errors' "$folder/wrk.out" || fail "服务答错了一些请求" "$(grep 'Non-2xx\|Socket errors' "$folder/wrk.out")"
  [ "$kind" = counted ] || return 0
  awk '/Requests\/sec/ { print $2 }' "$folder/wrk.out" >>"$folder/service.rate"
  awk -v folder="$folder" 'function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { print ms($2) >> (folder "/service.p50") } $1 == "99%" { print ms($2) >> (folder "/service.p99") }' "$folder/wrk.out"
}

measure_pgbench() {
  local folder=$1 kind=${3:-$2}
  rm -f "$folder"/transactions.*
  PGPASSWORD=$REGISTRY_DB_PASSWORD PGOPTIONS='-c search_path=register,public -c jit=off -c plan_cache_mode=force_generic_plan' "$(find_postgres)/pgbench" -n -M prepared \
    -c "$clients" -j 1 -T "$seconds" -f "$folder/statement.sql" -D asOf="$(today)" "${grid_units_values[@]}" -l --log-prefix="$folder/transactions" \
    -h 127.0.0.1 -p "$(cluster_port bench)" -U registry "${REGISTRY_DB_URL##*/}" >"$folder/pgbench.out" 2>&1 || fail "pgbench 失败" "$(tail -n 3 "$folder/pgbench.out")"
  [ "$kind" = counted ] || return 0
  awk '/^tps/ { print $3 }' "$folder/pgbench.out" >>"$folder/pgbench.rate"
  sort -n -k 3,3 "$folder"/transactions.* | awk -v folder="$folder" '{ t[NR] = $3 / 1000 } END {
    print t[int(NR * 0.5) + 1] >> (folder "/pgbench.p50"); print t[int(NR * 0.99) + 1] >> (folder "/pgbench.p99") }'
}

# Speed of a wrong answer is no speed: the ids of twenty grids from both sides, in order.
compare_answers() {
  local folder=$1 port=$2 code value psql_values=()
  for value in "${grid_units_values[@]}"; do if [ "$value" = -D ]; then psql_values+=(-v); else psql_values+=("$value"); fi; done
  head -n 20 "$folder/codes" >"$folder/sample"
  while read -r code; do
    # psql puts words in as they stand: quoted where SQL wants quotes
    units_statement "buildings_of_grid(CAST(:area AS text), CAST(:asOf AS date))" | sed -E 's/CAST\(:(area|asOf|states|bases|contradictionOnly) /CAST(:'"'\\1'"' /g' |
      register_psql -At -F ' ' -v area="$code" -v asOf="$(today)" "${psql_values[@]}" | cut -d ' ' -f 1 >"$folder/sql.ids"
    node -e 'fetch(process.argv[1], { headers: { Authorization: `Bearer ${process.argv[2]}` } }).then(r => r.json()).then(p => p.items.slice(0, 201).forEach(u => console.log(u.id)))' \
      "http://127.0.0.1:$port/api/grids/$code/units?occupancy=VERIFIED_VACANT" "$token" </dev/null >"$folder/service.ids"
    head -n 200 "$folder/sql.ids" | cmp -s - "$folder/service.ids" || fail "网格 $code 的清单与数据库的答案不同" "$folder/sql.ids 与 $folder/service.ids"
  done <"$folder/sample"
}

report_grid_units() {
  local folder=$1 side
  for side in service pgbench; do
    say "$(printf '%-8s' "$side") $(spread 次/秒 <"$folder/$side.rate")"
    say "         p50 $(spread 毫秒 <"$folder/$side.p50")"
    say "         p99 $(spread 毫秒 <"$folder/$side.p99")"
  done
  say "服务达到数据库速率的 $(awk -v a="$(median <"$folder/service.rate")" -v b="$(median <"$folder/pgbench.rate")" 'BEGIN { printf "%.0f", 100 * a / b }') %（$clients 个客户端，$(wc -l <"$folder/codes") 个网格，$rounds 轮 × $seconds 秒）"
}
