# The whole set through the ordinary import into an empty register; and its building file alone beside ogr2ogr, which
# only copies: no checks, no versions, no key.

bench_import() {
  local city=$1 files=$state/bench/$1 run began rows
  has ogr2ogr || apt_install "ogr2ogr" gdal-bin
  # a city takes minutes: three runs tell enough
  local runs=$((rounds < 3 ? rounds : 3))
  for run in $(seq "$runs"); do
    empty_register
    began=$(now_ms)
    registry_java import --set "$files" --source "$city" >"$state/log/bench-import.log" 2>&1 || fail "导入失败" "全文见 $state/log/bench-import.log"
    echo $(($(now_ms) - began)) >>"$state/bench/set.ms"
    rows=$(register_value "SELECT sum(n) FROM (SELECT count(*) n FROM region UNION ALL SELECT count(*) FROM grid UNION ALL SELECT count(*) FROM estate
      UNION ALL SELECT count(*) FROM road UNION ALL SELECT count(*) FROM address UNION ALL SELECT count(*) FROM building UNION ALL SELECT count(*) FROM entrance
      UNION ALL SELECT count(*) FROM unit UNION ALL SELECT count(*) FROM household UNION ALL SELECT count(*) FROM person UNION ALL SELECT count(*) FROM residence
      UNION ALL SELECT count(*) FROM organisation UNION ALL SELECT count(*) FROM evidence) t")
    empty_register
    began=$(now_ms)
    registry_java import "$files"/buildings.gpkg --as buildings >"$state/log/bench-import.log" 2>&1 || fail "导入失败" "全文见 $state/log/bench-import.log"
    echo $(($(now_ms) - began)) >>"$state/bench/buildings.ms"
    began=$(now_ms)
    PGPASSWORD=$REGISTRY_DB_PASSWORD ogr2ogr -overwrite -nln bench_building -nlt PROMOTE_TO_MULTI --config PG_USE_COPY YES \
      "PG:host=127.0.0.1 port=$(cluster_port bench) user=registry dbname=bench_import active_schema=public" "$files"/buildings.gpkg >"$state/log/bench-import.log" 2>&1 ||
      fail "ogr2ogr 失败" "全文见 $state/log/bench-import.log"
    echo $(($(now_ms) - began)) >>"$state/bench/ogr2ogr.ms"
  done
  say "整套导入        $(spread 毫秒 <"$state/bench/set.ms")，$rows 行，每秒 $((rows * 1000 / $(median <"$state/bench/set.ms" | cut -d . -f 1))) 行"
  say "只导入建筑      $(spread 毫秒 <"$state/bench/buildings.ms")"
  say "ogr2ogr 建筑    $(spread 毫秒 <"$state/bench/ogr2ogr.ms")"
  rm "$state"/bench/{set,buildings,ogr2ogr}.ms
  cluster_psql bench postgres -c 'DROP DATABASE bench_import WITH (FORCE)'
  use_cluster bench "$(city_database "$city")"
}

empty_register() {
  cluster_psql bench postgres -c 'SET client_min_messages = warning' -c 'DROP DATABASE IF EXISTS bench_import WITH (FORCE)'
  make_database bench bench_import
  use_cluster bench bench_import
  registry_java migrate >"$state/log/bench-import.log" 2>&1 || fail "建表失败" "全文见 $state/log/bench-import.log"
}
