# What rights cost: the service's own statements as the tables' owner, whom policies do not hold, beside the same as the
# role the service asks as, for an account of ten communities, of 400 grids and of the whole city. Processor time
# (statement.sh), in turns; the grids, buildings and tiles asked for lie in all these areas, so the answers are the same.

# those of the map's first day (grids, units of a grid and of a shape, chart, tiles), then cards and lists of people
rights_reads=(grid-units shape-units chart summary tile plates card people)
rights_sides=(owner ten grids city)

bench_rights() {
  local folder=$state/bench/rights round read side at
  rm -rf "$folder"
  mkdir -p "$folder"
  bench_accounts
  # as autovacuum leaves the tables: what is read from an index alone is not looked for in the table too
  cluster_psql bench "${REGISTRY_DB_URL##*/}" -q -c 'VACUUM (ANALYZE)'
  sample_rights "$folder"
  for read in "${rights_reads[@]}"; do
    time_script "$folder" "$read" today
    compare_rights "$folder" "$read"
    for side in "${rights_sides[@]}"; do measure_rights "$folder" "$read" "$side" 2 >/dev/null; done
    for round in $(seq "$rounds"); do
      # who goes first changes
      for at in 0 1 2 3; do
        side=${rights_sides[$(((round + at) % 4))]}
        measure_rights "$folder" "$read" "$side" "$seconds" >>"$folder/$read.$side.runs"
      done
    done
  done
  say "$rounds 轮 × $seconds 秒，1 个客户端"
  for read in "${rights_reads[@]}"; do report_rights "$folder" "$read"; done
}

# Accounts of the bench alone: nobody can sign in as them. Ten communities, and their grids among the 400.
bench_accounts() {
  cluster_psql bench "${REGISTRY_DB_URL##*/}" -v ON_ERROR_STOP=1 >/dev/null <<'SQL' || fail "权限没有建成" "见上"
INSERT INTO access.account (name, display_name) VALUES ('bench-ten', 'bench'), ('bench-grids', 'bench'), ('bench-city', 'bench') ON CONFLICT DO NOTHING;
DELETE FROM access.role_grant g USING access.account a WHERE a.id = g.account_id AND a.name LIKE 'bench-%';
CREATE TEMP TABLE ten AS
SELECT r.id FROM register.region r JOIN register.grid g ON g.community_id = r.id AND upper_inf(g.recorded) AND g.valid @> access.today()
WHERE r.level = 'COMMUNITY' AND upper_inf(r.recorded) AND r.valid @> access.today() GROUP BY r.id ORDER BY count(*) DESC, r.id LIMIT 10;
INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, granted_by)
SELECT a.id, r.id, x.region_id, x.grid_id, daterange(access.today(), NULL), 'bench'
FROM (SELECT 'bench-ten' AS name, id AS region_id, NULL::bigint AS grid_id FROM ten
      UNION ALL
      (SELECT 'bench-grids', NULL, g.id FROM register.grid g WHERE upper_inf(g.recorded) AND g.valid @> access.today()
       ORDER BY g.community_id IN (SELECT id FROM ten) DESC, md5(g.id::text) LIMIT 400)
      UNION ALL SELECT 'bench-city', NULL, NULL) x
JOIN access.account a USING (name) JOIN access.role r ON r.name = 'officer';
SELECT access.refresh_areas(a.id, access.today()) FROM access.account a WHERE a.name LIKE 'bench-%';
ANALYZE access.reach;
SQL
}

sample_rights() {
  local folder=$1 here_grids="FROM grid g WHERE upper_inf(g.recorded) AND g.valid @> current_date
    AND g.id <@ (SELECT range_merge(r.ids) FROM access.reach r JOIN access.account a ON a.id = r.account_id WHERE a.name = 'bench-grids' AND r.what = 'READ')
    AND g.community_id <@ (SELECT r.ids FROM access.reach r JOIN access.account a ON a.id = r.account_id WHERE a.name = 'bench-ten' AND r.what = 'READ')"
  register_psql -At -c "SELECT g.code $here_grids ORDER BY md5(g.code) LIMIT 200" >"$folder/code"
  register_psql -At -c "SELECT id FROM (SELECT DISTINCT l.building_id AS id FROM building_grid l JOIN unit_occupancy o USING (building_id)
    WHERE l.grid_id IN (SELECT g.id $here_grids)) b ORDER BY md5(id::text) LIMIT 500" >"$folder/id"
  # tiles with nothing that lies elsewhere: everybody sees the same
  register_psql -At -c "WITH tile AS MATERIALIZED (
      SELECT DISTINCT floor((ST_X(p) + 20037508.342789244) / (40075016.685578488 / (1 << $time_zoom)))::int AS x,
             floor((20037508.342789244 - ST_Y(p)) / (40075016.685578488 / (1 << $time_zoom)))::int AS y
      FROM (SELECT ST_Transform(b.inside_point, 3857) AS p FROM building b JOIN building_grid l ON l.building_id = b.id
            WHERE upper_inf(b.recorded) AND l.grid_id IN (SELECT g.id $here_grids)) b)
    SELECT t.x * 1000000::bigint + t.y FROM tile t
    WHERE NOT EXISTS (SELECT FROM building b JOIN building_grid l ON l.building_id = b.id
                      WHERE upper_inf(b.recorded) AND l.grid_id NOT IN (SELECT g.id $here_grids)
                        AND b.footprint && ST_Transform(ST_TileEnvelope($time_zoom, t.x, t.y, margin => 0.1), 4490))
    ORDER BY md5((t.x * 1000000::bigint + t.y)::text) LIMIT 500" >"$folder/xy"
  [ -s "$folder/code" ] && [ -s "$folder/xy" ] || fail "没有可问的网格" "这座城市还没有网格"
}

# rights_of SIDE: user, password and settings. The owner too asks for an account of the city: who works for nobody is told no
# numbers of people, and would have less to count.
rights_of() {
  local name=$1 account
  [ "$name" != owner ] || name=city
  account=$(register_value "SELECT id FROM access.account WHERE name = 'bench-$name'")
  rights_options="-c search_path=register,public -c registry.account=$account"
  rights_user=registry_service rights_password=$(service_password "$REGISTRY_DB_PASSWORD")
  [ "$1" != owner ] || rights_user=registry rights_password=$REGISTRY_DB_PASSWORD
}

# measure_rights FOLDER READ SIDE SECONDS: processor time and latency of a statement, in ms.
measure_rights() {
  local rights_user rights_password rights_options
  rights_of "$3"
  measure_statement "$1/$2.today.sql" "$rights_user" "$rights_password" "$rights_options" "$4" \
    --random-seed="${round:-0}" -D asOf="$(today)" -D countedOn="$(today)" "${time_values[@]}"
}

# Ten of each are answered alike to all.
compare_rights() {
  local folder=$1 read=$2 value side rights_user rights_password rights_options
  for side in "${rights_sides[@]}"; do
    rights_of "$side"
    for value in $(head -n 10 "$folder/$(time_key "$read")"); do
      time_statement "$read" today | answer_statement "$rights_user" "$rights_password" "$rights_options" "$value"
    done >"$folder/$read.$side.answers" || fail "$read 没有答案（$side）" "见上"
    cmp -s "$folder/$read.owner.answers" "$folder/$read.$side.answers" ||
      fail "$read 有权限和没有权限的答案不同" "$folder/$read.owner.answers 与 $folder/$read.$side.answers"
  done
  [ -s "$folder/$read.owner.answers" ] || fail "$read 没有答案" "样本不对"
}

report_rights() {
  local folder=$1 read=$2 side label
  say "$read"
  say "  不受约束    $(statement_figures "$folder/$read.owner")"
  for side in ten grids city; do
    case $side in ten) label='10 个社区  ' ;; grids) label='400 个网格 ' ;; city) label='全市       ' ;; esac
    say "  $label $(statement_figures "$folder/$read.$side")，为不受约束的 $(statement_ratio "$folder/$read.$side" "$folder/$read.owner") 倍"
  done
}
