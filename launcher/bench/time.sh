# What time costs: the service's own statements (its .sql files) over the register on today and on a day of the past, beside
# the same questions over the schema plain, written by hand and without time (time/plain.sql, time/plain/*.sql). The city gets
# a past first (time/history.sql). One client under pgbench, prepared, in turns; the answers of today are compared first.

time_reads=(grid-units chart summary people tile card)
time_sides=(plain today past)
time_cut=2026-01-01
time_past=2025-07-01
time_zoom=16

bench_time() {
  local folder=$state/bench/time round read side at
  rm -rf "$folder"
  mkdir -p "$folder"
  ready_time
  # numbers of people are told to who may know them; asked alike on all sides
  bench_accounts
  time_account=$(register_value "SELECT id FROM access.account WHERE name = 'bench-city'")
  sample_time "$folder"
  for read in "${time_reads[@]}"; do
    for side in "${time_sides[@]}"; do time_script "$folder" "$read" "$side"; done
    compare_time "$folder" "$read"
    # all five hundred asked for once at least, on each side
    for side in "${time_sides[@]}"; do measure_time "$folder" "$read" "$side" 8 >/dev/null; done
    for round in $(seq "$rounds"); do
      # who goes first changes
      for at in 0 1 2; do
        side=${time_sides[$(((round + at) % 3))]}
        measure_time "$folder" "$read" "$side" "$seconds" >>"$folder/$read.$side.runs"
      done
    done
  done
  say "每四个事物中一个在 $time_cut 以前另有一版，每八个中一个另有被更正的一版；$rounds 轮 × $seconds 秒，1 个客户端"
  for read in "${time_reads[@]}"; do report_time "$folder" "$read"; done
}

ready_time() {
  if [ -z "$(register_value "SELECT 1 FROM register.change WHERE source = 'bench-history' LIMIT 1")" ]; then
    time_psql -1 -q -v cut="$time_cut" -f "$here/launcher/bench/time/history.sql" >/dev/null || fail "历史没有写成" "见上"
    time_psql -q -c 'VACUUM ANALYZE' -c CHECKPOINT
  fi
  local mark
  mark="$(today) $(register_value 'SELECT max(installed_rank) FROM flyway_schema_history')"
  [ "$(register_value "SELECT obj_description('plain'::regnamespace)")" != "$mark" ] || return 0
  time_psql -1 -q -v day="$(today)" -v mark="$mark" -f "$here/launcher/bench/time/plain.sql" >/dev/null || fail "没有时间的表没有建成" "见上"
  # both without holes, as after a load: a migration that fills a column leaves as many dead rows as there are rows. FULL
  # forgets which pages hold rows everybody sees, which an index alone is read by
  time_psql -q -c 'VACUUM (FULL, ANALYZE)' -c VACUUM -c CHECKPOINT
}
time_psql() { cluster_psql bench "${REGISTRY_DB_URL##*/}" -v ON_ERROR_STOP=1 "$@"; }

# Five hundred grids, buildings with units, and tiles with buildings, the same for all sides.
sample_time() {
  local folder=$1
  register_psql -At -c "SELECT code FROM grid WHERE upper_inf(recorded) AND valid @> current_date ORDER BY md5(code) LIMIT 500" >"$folder/code"
  register_psql -At -c "SELECT id FROM (SELECT DISTINCT building_id AS id FROM unit_occupancy WHERE valid @> current_date) b ORDER BY md5(id::text) LIMIT 500" >"$folder/id"
  register_psql -At -c "SELECT floor((ST_X(p) + 20037508.342789244) / (40075016.685578488 / (1 << $time_zoom)))::bigint * 1000000
      + floor((20037508.342789244 - ST_Y(p)) / (40075016.685578488 / (1 << $time_zoom)))::bigint
    FROM (SELECT ST_Transform(inside_point, 3857) AS p FROM building WHERE upper_inf(recorded) ORDER BY md5(id::text) LIMIT 500) b" >"$folder/xy"
}

time_key() { case $1 in grid-units | shape-units | summary | people) echo code ;; tile | plates) echo xy ;; *) echo id ;; esac; }

# time_statement READ SIDE: the service's own, or the one without time.
time_statement() {
  # people of every kind, from the first room on: pgbench has neither NULL nor empty values
  time_words "$1" "$2" | sed "s/CAST(:kind AS text)/NULL::text/g; s/CAST(:afterRoom AS text)/CAST('' AS text)/g"
}
time_words() {
  local sql=$here/registry-service/src/main/resources/sql
  case $2:$1 in
    plain:*) grep -v '^ *--' "$here/launcher/bench/time/plain/$1.sql" ;;
    *:grid-units) units_statement "buildings_of_grid(CAST(:area AS text), CAST(:asOf AS date))" ;;
    *:shape-units) units_statement "buildings_of_shape((SELECT g.geom FROM grid g WHERE g.code = CAST(:area AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)), CAST(:asOf AS date))" ;;
    *:chart) grep -v '^ *--' "$sql/building/units.sql" ;;
    *:summary) grep -v '^ *--' "$sql/grid/summary.sql" ;;
    *:people) grep -v '^ *--' "$sql/grid/people.sql" ;;
    *:tile) grep -v '^ *--' "$sql/tile/buildings.sql" ;;
    *:plates) grep -v '^ *--' "$sql/tile/addresses.sql" ;;
    *:card) grep -v '^ *--' "$sql/building/card.sql" ;;
  esac
}

time_script() {
  local folder=$1 read=$2 side=$3 key
  key=$(time_key "$read")
  {
    awk -v key="$key" '{ code[NR] = $1 } END { printf "\\set n random(1, %d)\n\\set %s %s\n", NR, key, pick(1, NR) }
      function pick(a, b,  m) { if (a == b) return code[a]; m = int((a + b) / 2)
        return "case when :n <= " m " then " pick(a, m) " else " pick(m + 1, b) " end" }' "$folder/$key"
    case $key in
      code) printf '\\set area :code\n' ;;
      xy) printf '\\set z %s\n\\set x :xy / 1000000\n\\set y :xy %% 1000000\n' "$time_zoom" ;;
    esac
    time_statement "$read" "$side"
    echo ';'
  } >"$folder/$read.$side.sql"
}

time_values=("${grid_units_values[@]}" -D incompleteOnly=false -D afterId=0)

# measure_time FOLDER READ SIDE SECONDS: processor time and latency of a statement, in ms.
measure_time() {
  local day path=register,public
  day=$(today)
  [ "$3" != past ] || day=$time_past
  [ "$3" != plain ] || path=plain,register,public
  measure_statement "$1/$2.$3.sql" registry "$REGISTRY_DB_PASSWORD" "-c search_path=$path -c registry.account=$time_account" "$4" \
    --random-seed="${round:-0}" -D asOf="$day" -D countedOn="$day" "${time_values[@]}"
}

# The cost of another answer says nothing: ten of each, today with time and without.
compare_time() {
  local folder=$1 read=$2 value side
  for value in $(head -n 10 "$folder/$(time_key "$read")"); do
    for side in plain today; do
      time_statement "$read" "$side" | answer_statement registry "$REGISTRY_DB_PASSWORD" \
        "-c registry.account=$time_account -c search_path=$([ "$side" = plain ] && echo plain,register,public || echo register,public)" \
        "$value" >"$folder/$side.answer" || fail "$read 没有答案（$side）" "见上"
    done
    cmp -s "$folder/plain.answer" "$folder/today.answer" || fail "$read $value 有时间和没有时间的答案不同" "$folder/plain.answer 与 $folder/today.answer"
    cat "$folder/today.answer" >>"$folder/$read.answers"
  done
  [ -s "$folder/$read.answers" ] || fail "$read 没有答案" "样本不对"
}

report_time() {
  local folder=$1 read=$2
  say "$read"
  say "  没有时间    $(statement_figures "$folder/$read.plain")"
  say "  今天        $(statement_figures "$folder/$read.today")，为没有时间的 $(statement_ratio "$folder/$read.today" "$folder/$read.plain") 倍"
  say "  $time_past  $(statement_figures "$folder/$read.past")，为今天的 $(statement_ratio "$folder/$read.past" "$folder/$read.today") 倍"
}
