# The cities benches run on: generated once into .registry/bench, loaded once into the bench cluster.

city_buildings() { case $1 in demo) echo "$demo_buildings" ;; 200k) echo 200000 ;; full) echo 1400000 ;; esac; }
city_database() { echo "city_$1"; }

# ready_files NAME: generated.
ready_files() {
  local files=$state/bench/$1
  if [ ! -f "$files/city.json" ]; then
    rm -rf "$files.new"
    with_progress "生成 $1" "$state/log/bench-generate.log" registry_java generate --buildings "$(city_buildings "$1")" --seed 1 --out "$files.new" ||
      fail "生成 $1 失败" "全文见 $state/log/bench-generate.log"
    mv "$files.new" "$files"
  fi
}

# ready_city NAME: generated, loaded, vacuumed; the environment names its database.
ready_city() {
  local files=$state/bench/$1 database
  database=$(city_database "$1")
  ready_files "$1"
  make_database bench "$database"
  use_cluster bench "$database"
  if [ -z "$(register_value "SELECT 1 FROM register.change WHERE source = '$1' LIMIT 1")" ]; then
    with_progress "装入 $1" "$state/log/bench-import.log" registry_java import --set "$files" --source "$1" --from "$demo_since" ||
      fail "装入 $1 失败" "全文见 $state/log/bench-import.log"
    cluster_psql bench "$database" -c 'VACUUM ANALYZE' -c CHECKPOINT
  else
    # loaded by an earlier build
    registry_java migrate >"$state/log/bench-import.log" 2>&1 || fail "$database 没有跟上" "全文见 $state/log/bench-import.log"
  fi
}

describe_city() {
  say ""
  say "# $1：$(register_psql -At -c "SELECT format('建筑 %s，网格 %s，有居住状态的房屋 %s（其中空置 %s），人口 %s，库 %s',
    (SELECT count(*) FROM building WHERE upper_inf(recorded) AND valid @> current_date), (SELECT count(*) FROM grid WHERE upper_inf(recorded) AND valid @> current_date),
    (SELECT count(*) FROM unit_occupancy WHERE valid @> current_date),
    (SELECT count(*) FROM unit_occupancy WHERE valid @> current_date AND state = 'VERIFIED_VACANT'),
    (SELECT count(*) FROM person WHERE upper_inf(recorded) AND valid @> current_date), pg_size_pretty(pg_database_size(current_database())))")"
}
