# The journey: the built product, its own database with the demo district, the system's Chromium.

journey_database=registry_test_journey

find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

need_browser() {
  local missing=()
  find_browser >/dev/null || missing+=(chromium)
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -iname '*cjk*' -print -quit 2>/dev/null)" ] ||
    missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] || apt_install "浏览器与中文字体（${missing[*]}）" "${missing[@]}"
  CHROMIUM=${CHROMIUM:-$(find_browser)}
  export CHROMIUM
}

test_journey() {
  on_end end_journey
  note ""
  note "=== journey"
  # in a shell of its own: the register's database stays what it was, and a failure is one of many
  if ! (start_journey); then
    broken+=(journey-service)
    return 0
  fi
  REGISTRY_URL=http://127.0.0.1:$(cat "$reports/journey.port") REGISTRY_JOURNEY_DB_URL=${REGISTRY_TEST_DB_URL%/*}/$journey_database PLAYWRIGHT_JSON_OUTPUT_NAME=$reports/playwright.json \
    runner journey frontend npm run --silent journey -- --reporter=list,json
  end_journey
}

start_journey() {
  local port
  build_app
  ready_journey_database
  (cd "$here/frontend" && ./install.sh) >"$reports/journey-install.txt" 2>&1 || fail "安装前端的依赖失败" "全文见 $reports/journey-install.txt"
  generate_demo "$reports/demo"
  with_progress "装入演示街区" "$reports/demo-import.txt" registry_java import --set "$reports/demo" --source demo --from "$demo_since" ||
    fail "装入演示街区失败" "全文见 $reports/demo-import.txt"
  demo_accounts
  # somebody whose role asks for a second factor
  printf 'three brown kettles\n' | registry_accounts create --name li.ming --display-name 李明 --role officer >"$reports/journey-accounts.txt" 2>&1 ||
    fail "建立账号失败" "全文见 $reports/journey-accounts.txt"
  export REGISTRY_DEMO=true
  port=$(free_port 18080)
  launch_service "$port" "$reports/journey-service.txt"
  echo "$port" >"$reports/journey.port"
  echo "$launched" >"$reports/journey.pid"
}

ready_journey_database() {
  drop_journey_database
  psql_at "$REGISTRY_TEST_DB_URL" -c "CREATE DATABASE $journey_database TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
  export REGISTRY_DB_URL=${REGISTRY_TEST_DB_URL%/*}/$journey_database
  unset REGISTRY_DB_USER REGISTRY_DB_PASSWORD
  psql_at "$REGISTRY_DB_URL" -c 'CREATE EXTENSION postgis' -c 'CREATE EXTENSION btree_gist' \
    -c 'ALTER FUNCTION geometry_overlaps(geometry, geometry) LEAKPROOF'
}

drop_journey_database() { psql_at "$REGISTRY_TEST_DB_URL" -c "DROP DATABASE IF EXISTS $journey_database WITH (FORCE)"; }

end_journey() {
  local pid
  pid=$(cat "$reports/journey.pid" 2>/dev/null || true)
  if process_runs "$pid" "$apps/"; then stop_process "$pid" 20; fi
  drop_journey_database 2>/dev/null || true
}

psql_at() {
  local url=$1
  shift
  PGOPTIONS='-c client_min_messages=warning' "$(find_postgres)/psql" -X -q -v ON_ERROR_STOP=1 -d "$url" "$@"
}
