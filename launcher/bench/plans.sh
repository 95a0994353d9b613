# Publishing a plan that merges two grids of a community, and taking it back, as a program does; and working out the grid of
# every building anew, with one link in a hundred spoilt before. Beside it the database's own join of all points to grids.

bench_plans() {
  local folder=$state/bench/plans port run planner other
  rm -rf "$folder"
  mkdir -p "$folder"
  for run in $(seq "$rounds"); do
    register_psql -c "UPDATE building_grid SET grid_id = (SELECT min(id) FROM grid) WHERE building_id % 100 = $((run % 100))" >/dev/null
    register_psql -c 'VACUUM building_grid' -c 'VACUUM unit_occupancy' # what spoiling left behind is not of it
    registry_java regrid >"$folder/regrid.out" || fail "重算失败" "$(tail -n 3 "$folder/regrid.out")"
    sed -n 's/.*用时 \([0-9.]*\) 秒.*/\1/p' "$folder/regrid.out" >>"$folder/regrid"
  done
  say "重算全部归属  $(spread 秒 <"$folder/regrid")；$(cat "$folder/regrid.out")"
  # pairs that share more than a corner, of communities with the most grids
  register_psql -At -F ' ' -c "SELECT DISTINCT ON (c.code) c.code, a.id, b.id FROM grid a
    JOIN grid b ON b.community_id = a.community_id AND b.id > a.id AND upper_inf(b.recorded) AND b.valid @> current_date
      AND ST_Length(ST_Intersection(ST_Boundary(a.geom), ST_Boundary(b.geom))) > 0.0005
    JOIN region c ON c.id = a.community_id AND upper_inf(c.recorded) AND c.valid @> current_date
    WHERE upper_inf(a.recorded) AND a.valid @> current_date AND ST_NumGeometries(a.geom) = 1 AND ST_NumGeometries(b.geom) = 1
    ORDER BY c.code, a.id" | awk -v n="$((rounds * 4 + 2))" 'NR <= n' >"$folder/pairs"
  [ -s "$folder/pairs" ] || fail "没有可合并的网格"
  planner=$(plans_token planner gis) other=$(plans_token approver steward)
  port=$(free_port 18090)
  REGISTRY_RATE_ACCOUNT=0 REGISTRY_RATE_ADDRESS=0 launch_service "$port" "$state/log/bench-service.log"
  java "$here/launcher/bench/plans/Publications.java" "http://127.0.0.1:$port" "$planner" "$other" "$folder/pairs" >"$folder/publications" ||
    fail "发布失败" "全文见 $state/log/bench-service.log"
  stop_process "$launched" 20
  # the first two warm the service
  say "发布一个社区的方案  $(awk 'NR > 2 { print $1 }' "$folder/publications" | spread 毫秒)"
  say "撤回发布            $(awk 'NR > 2 { print $2 }' "$folder/publications" | spread 毫秒)"
}

# plans_token NAME ROLE: a program's, made once.
plans_token() {
  [ -n "$(register_value "SELECT 1 FROM access.account WHERE name = 'bench-$1'")" ] ||
    registry_accounts create --name "bench-$1" --program --role "$2" >"$state/log/accounts.log" 2>&1 || fail "建立账号失败" "全文见 $state/log/accounts.log"
  registry_accounts token "bench-$1" --for bench --days 1
}
