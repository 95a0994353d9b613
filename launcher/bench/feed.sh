# The feed of a community: read from nothing (with the roads and the base map, which are everybody's), after a change in it,
# after a change elsewhere. Beside it the rows of what is in the same communities, read whole by plain SQL.

bench_feed() {
  local folder=$state/bench/feed port token
  rm -rf "$folder"
  mkdir -p "$folder"
  # some community in the middle of their sizes, each with a building to rename
  register_psql -At -F ' ' -c "SELECT c.code, c.building FROM (
      SELECT r.code, min(b.id) AS building, row_number() OVER (ORDER BY count(*), r.code) AS n, count(*) OVER () AS communities
      FROM building b JOIN region r ON r.id = b.community_id AND upper_inf(r.recorded) AND r.valid @> current_date
      WHERE upper_inf(b.recorded) AND upper_inf(b.valid) AND r.level = 'COMMUNITY' GROUP BY r.code) c
    WHERE c.n > c.communities / 2 ORDER BY c.n LIMIT $((rounds + 2))" >"$folder/places"
  [ "$(wc -l <"$folder/places")" -gt 2 ] || fail "社区太少"
  token=$(plans_token feed steward)
  port=$(free_port 18090)
  REGISTRY_RATE_ACCOUNT=0 REGISTRY_RATE_ADDRESS=0 launch_service "$port" "$state/log/bench-service.log"
  java "$here/launcher/bench/feed/Readings.java" "http://127.0.0.1:$port" "$token" "$folder/places" >"$folder/readings" ||
    fail "读取变更失败" "全文见 $state/log/bench-service.log"
  stop_process "$launched" 20
  # the first warms the service
  sed -n '2,$s/ .*//p' "$folder/places" | head -n "$rounds" | while read -r code; do feed_by_hand "$code"; done >"$folder/plain"
  say "从头读一个社区          $(awk 'NR > 1 { print $1 }' "$folder/readings" | spread 毫秒)，记录 $(awk 'NR > 1 { print $2 }' "$folder/readings" | spread 条)"
  say "其中社区自己的用 SQL 读 $(spread 毫秒 <"$folder/plain")"
  say "社区内一次更正之后      $(awk 'NR > 1 { print $3 }' "$folder/readings" | spread 毫秒)"
  say "别处一次更正之后        $(awk 'NR > 1 { print $4 }' "$folder/readings" | spread 毫秒)"
}

# feed_by_hand CODE: milliseconds in which the rows of what is in a community come.
feed_by_hand() {
  register_psql -At -c "\\timing on" -c "CREATE TEMP TABLE here AS SELECT u.id, u.building_id FROM unit u JOIN building b ON b.id = u.building_id AND upper_inf(b.recorded)
      JOIN region r ON r.id = b.community_id AND upper_inf(r.recorded) WHERE r.code = '$1' AND upper_inf(u.recorded)" \
    -c "SELECT b.* FROM building b JOIN region r ON r.id = b.community_id AND upper_inf(r.recorded) WHERE r.code = '$1' AND upper_inf(b.recorded)" \
    -c "SELECT u.* FROM here h JOIN unit u ON u.id = h.id AND upper_inf(u.recorded)" \
    -c "SELECT a.* FROM here h JOIN unit u ON u.id = h.id AND upper_inf(u.recorded) JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded)" \
    -c "SELECT x.* FROM here h JOIN household x ON x.unit_id = h.id AND upper_inf(x.recorded)" \
    -c "SELECT x.* FROM here h JOIN evidence x ON x.unit_id = h.id AND upper_inf(x.recorded)" \
    -c "SELECT x.* FROM here h JOIN organisation x ON x.unit_id = h.id AND upper_inf(x.recorded)" \
    -c "SELECT r.*, p.* FROM here h JOIN residence r ON r.unit_id = h.id AND upper_inf(r.recorded) JOIN person p ON p.id = r.person_id AND upper_inf(p.recorded)" |
    awk '/^Time:/ { sum += $2 } END { printf "%.0f\n", sum }'
}
