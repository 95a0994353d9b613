# Real footprints and door plates of Nangang: both go in, and the plates of 2016 are led to buildings by their text alone;
# where the plate itself lies says whether the building is the right one. Draws what differs. Needs REGISTRY_TEST_DATA.

bench_nangang() {
  local folder=$state/bench/nangang data drawing=$here/data-import/target/nangang.svg
  find_test_data
  data=${REGISTRY_TEST_DATA:-}/taipei-nangang
  say ""
  say "## nangang"
  [ -n "${REGISTRY_TEST_DATA:-}" ] && [ -d "$data" ] || { say "没有 REGISTRY_TEST_DATA，未测"; return 0; }
  build_app
  on_end stop_bench
  start_cluster bench
  mkdir -p "$folder" "$(dirname "$drawing")"
  nangang_tables "$data" "$folder"
  nangang_register
  nangang_import "门牌 2026（到号）" "$folder/doors.csv" addresses plates-2026
  nangang_import "轮廓" "$data/buildings_4847.geojson.gz" buildings footprints
  nangang_import "门牌 2016 按文本归楼" "$folder/plates.csv" units plates-2016
  register_psql -q -f "$here/launcher/bench/nangang/figures.sql" <"$folder/points.csv" >"$folder/figures.txt" 2>"$state/log/bench-nangang.log" ||
    fail "计算失败" "$(tail -n 3 "$state/log/bench-nangang.log")"
  say "$(cat "$folder/figures.txt")"
  register_psql -q -At -f "$here/launcher/bench/nangang/drawing.sql" <"$folder/points.csv" >"$drawing" 2>"$state/log/bench-nangang.log" ||
    fail "画图失败" "$(tail -n 3 "$state/log/bench-nangang.log")"
  say "图              $drawing"
  cluster_psql bench postgres -c 'DROP DATABASE bench_nangang WITH (FORCE)'
}

# The plates as files an import takes: doors of 2026 once each, those of 2016 as rooms of a building known by text.
nangang_tables() {
  zcat "$1/addresses_2026.csv.gz" | awk -F, 'NR == 1 { print "id,地址,lon,lat"; next }
    { at = index($1, "號"); if (!at) next; door = substr($1, 1, at + length("號") - 1)
      if (!(door in seen)) { seen[door] = 1; print door "," door "," $13 "," $14 } }' >"$2/doors.csv"
  zcat "$1/addresses_2016.csv.gz" | awk -F, 'NR == 1 { print "id,楼栋地址,floor,room"; next } { print NR "," $1 ",1," NR }' >"$2/plates.csv"
  zcat "$1/addresses_2016.csv.gz" | awk -F, 'NR > 1 { print NR "," $13 "," $14 }' >"$2/points.csv"
}

nangang_register() {
  cluster_psql bench postgres -c 'SET client_min_messages = warning' -c 'DROP DATABASE IF EXISTS bench_nangang WITH (FORCE)'
  make_database bench bench_nangang
  use_cluster bench bench_nangang
  registry_java migrate >"$state/log/bench-nangang.log" 2>&1 || fail "建表失败" "全文见 $state/log/bench-nangang.log"
}

# nangang_import LABEL FILE KIND SOURCE
nangang_import() {
  local began
  began=$(now_ms)
  registry_java import "$2" --as "$3" --source "$4" >"$state/bench/nangang/$4.txt" 2>"$state/log/bench-nangang.log" || fail "$1 导入失败" "全文见 $state/log/bench-nangang.log"
  say "$1  $(sed -n '2s/^ *//p' "$state/bench/nangang/$4.txt")，$(($(now_ms) - began)) 毫秒"
  sed -n 's/^ *\(按地址文本：.*\)/                \1/p; s/^ *\(\(拒绝\|警告\|提示\) [a-z.-]*：[0-9]*\)$/                \1/p' "$state/bench/nangang/$4.txt"
}
