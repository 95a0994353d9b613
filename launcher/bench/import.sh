# What files cost on their way in, with -Xmx512m: the buildings of a city from a Shapefile beside ogr2ogr on the same one,
# which copies and makes an index: no checks, no versions, no key; the set in one transaction into an empty register, the
# set again where nothing differs; each file by itself into a growing register (not of the largest city: hours). Peak memory
# is what the kernel saw of the process (VmHWM), heap and all else.

bench_import() {
  local city=$1 files=$state/bench/$1 file kind
  has ogr2ogr || apt_install "ogr2ogr" gdal-bin
  local heap=512m
  ready_shapefile "$files"
  beside_ogr2ogr "$files"
  say "城市的文件共 $(du -sh "$files" | cut -f 1)（-Xmx$heap）："
  empty_register
  measured import --set "$files" --source "$city" --from "$demo_since"
  tell_import "整套，一个事务" "$(row_count)"
  if [ "$city" != full ]; then
    measured import --set "$files" --source "$city" --from "$demo_since"
    tell_import "整套再来一次，没有不同" "$(row_count)"
  fi
  keep_city "$city"
  if [ "$city" != full ]; then
    empty_register
    while read -r file kind; do
      measured import "$files/$file" --as "$kind" --source "$city"
      tell_import "$file" "$(row_count)"
    done < <(listed_files "$files")
  fi
  cluster_psql bench postgres -c 'SET client_min_messages = warning' -c 'DROP DATABASE IF EXISTS bench_import WITH (FORCE)'
}

# What was loaded is the city that other benches run on, where there is none yet.
keep_city() {
  local database
  database=$(city_database "$1")
  [ -z "$(cluster_psql bench postgres -At -c "SELECT 1 FROM pg_database WHERE datname = '$database'")" ] || return 0
  cluster_psql bench postgres -c "ALTER DATABASE bench_import RENAME TO $database"
  cluster_psql bench "$database" -c 'VACUUM ANALYZE' -c CHECKPOINT
}

# Ours and theirs in turn, so that both meet the same machine.
beside_ogr2ogr() {
  local files=$1 run began size rows ours=$state/bench/ours.ms theirs=$state/bench/theirs.ms runs=$((rounds < 3 ? rounds : 3))
  rm -f "$ours" "$theirs"
  size=$(du -shL "$files.shp" | cut -f 1)
  for run in $(seq "$runs"); do
    empty_register
    measured import "$files.shp/buildings.shp" --as buildings
    rows=$(row_count)
    echo "$took" >>"$ours"
    began=$(now_ms)
    PGPASSWORD=$REGISTRY_DB_PASSWORD ogr2ogr -overwrite -nln bench_building -nlt PROMOTE_TO_MULTI -lco SPATIAL_INDEX=GIST --config PG_USE_COPY YES \
      "PG:host=127.0.0.1 port=$(cluster_port bench) user=registry dbname=bench_import active_schema=public" "$files.shp/buildings.shp" >"$state/log/bench-import.log" 2>&1 ||
      fail "ogr2ogr 失败" "全文见 $state/log/bench-import.log"
    echo $(($(now_ms) - began)) >>"$theirs"
  done
  say "Shapefile 建筑（$rows 行，$size）"
  say "  导入        $(spread 毫秒 <"$ours")，内存峰值 $peak MB"
  say "  ogr2ogr     $(spread 毫秒 <"$theirs")，带空间索引，没有检查和版本"
  say "  倍数        $(awk -v a="$(median <"$ours")" -v b="$(median <"$theirs")" 'BEGIN { printf "%.2f", a / b }')"
  rm "$ours" "$theirs"
}

# The buildings as ogr2ogr itself writes them, once.
ready_shapefile() {
  [ -f "$1.shp/buildings.shp" ] && return 0
  rm -rf "$1.shp" "$1.shp.new"
  mkdir -p "$1.shp.new"
  # without the reference: the addresses are not there when buildings come alone
  with_progress "写 Shapefile" "$state/log/bench-import.log" ogr2ogr -f "ESRI Shapefile" -lco ENCODING=UTF-8 \
    -select id,name,use,status,structure,floors,floors_below,height_m,year_built "$1.shp.new/buildings.shp" "$1/buildings.gpkg" ||
    fail "写 Shapefile 失败" "全文见 $state/log/bench-import.log"
  mv "$1.shp.new" "$1.shp"
}

# "file kind" of a set, in the order they are loaded.
listed_files() { sed -n 's/.*"file": "\([^"]*\)", "as": "\([^"]*\)".*/\1 \2/p' "$1/city.json"; }

# measured WORD…: runs the command line; leaves $took in milliseconds and $peak in MB.
measured() {
  local began pid high
  began=$(now_ms)
  registry_java "$@" >"$state/log/bench-import.log" 2>&1 &
  pid=$!
  peak=0
  while [ -d "/proc/$pid" ]; do
    high=$(high_water "$pid")
    [ "${high:-0}" -le "$peak" ] || peak=$high
    sleep 0.1
  done
  wait "$pid" || fail "导入失败" "$(tail -n 5 "$state/log/bench-import.log")" "全文见 $state/log/bench-import.log"
  took=$(($(now_ms) - began))
  peak=$((peak / 1024))
}

# The most memory the process under a shell ever had, in kB.
high_water() {
  local child
  child=$(pgrep -o -P "$1") || return 0
  sed -n 's/^VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$child/status" 2>/dev/null || true
}

# Rows of the files the last command read.
row_count() { sed -n 's/^  \([0-9]*\) 行：.*/\1/p' "$state/log/bench-import.log" | awk '{ n += $1 } END { print n + 0 }'; }

tell_import() { say "  $(printf '%-22s %9d 行 %8d 毫秒 %8d 行/秒 %5d MB' "$1" "$2" "$took" $(($2 * 1000 / (took > 0 ? took : 1))) "$peak")"; }

empty_register() {
  cluster_psql bench postgres -c 'SET client_min_messages = warning' -c 'DROP DATABASE IF EXISTS bench_import WITH (FORCE)'
  make_database bench bench_import
  use_cluster bench bench_import
  registry_java migrate >"$state/log/bench-import.log" 2>&1 || fail "建表失败" "全文见 $state/log/bench-import.log"
}
