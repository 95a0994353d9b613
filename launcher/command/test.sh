# shellcheck source=/dev/null
. "$here/launcher/journey.sh"

help_test() {
  cat <<'TEXT'
运行全部测试，缺什么装什么：前端（规范、单元）、各模块（格式、静态检查、单元、真实 PostGIS）、浏览器里的完整走查。
最后一行是总数：N passed, N failed, N skipped。

用法：./registry test [选项]

  --fast        只跑不需要数据库和浏览器的：frontend 与 gis
  --only 名字   只跑一部分：gis、data-import、registry-service、frontend、journey
  --help        这段说明

环境变量：
  REGISTRY_TEST_DB_URL   用现成的测试集群（超级用户的 postgresql:// 地址），不设则自己起一个、用完删掉
  REGISTRY_TEST_DATA     真实数据的目录；没有则相关测试记为跳过

例子：
  ./registry test
  ./registry test --only data-import
TEXT
}

run_test() {
  local parts=(frontend gis data-import registry-service journey)
  while [ $# -gt 0 ]; do
    case $1 in
      --fast) parts=(frontend gis) ;;
      --only)
        case ${2:-} in
          gis | data-import | registry-service | frontend | journey) parts=("$2") ;;
          *) fail_usage "--only 后面要 gis、data-import、registry-service、frontend 或 journey" ;;
        esac
        shift
        ;;
      --help | -h) help_test; return 0 ;;
      *) fail_usage "不认识 $1" ;;
    esac
    shift
  done
  take_lock
  need_build_tools
  if wanted journey; then need_browser; fi
  if wanted gis; then want_gdal; fi
  if wanted registry-service; then want_sheet_font; fi
  reports=$state/test
  rm -rf "$reports"
  mkdir -p "$reports"
  broken=()
  find_test_data
  if wanted data-import || wanted registry-service || wanted journey; then ready_test_cluster; fi
  if wanted frontend; then test_frontend; fi
  test_modules
  if wanted journey; then test_journey; fi
  close_test
}

wanted() { [[ " ${parts[*]} " == *" $1 "* ]]; }

# runner NAME FOLDER COMMAND…: its words on the screen and in a log; a failure is remembered, the other runners still run.
runner() {
  local name=$1 folder=$2
  shift 2
  note ""
  note "=== $name"
  (cd "$here/$folder" && "$@") 2>&1 </dev/null | tee "$reports/$name.log" || broken+=("$name")
}

ready_test_cluster() {
  [ -z "${REGISTRY_TEST_DB_URL:-}" ] || return 0
  cluster_pid test >/dev/null || on_end remove_test_cluster
  start_cluster test
  make_roles test
  REGISTRY_TEST_DB_URL=$(cluster_url test postgres)
  export REGISTRY_TEST_DB_URL
}
remove_test_cluster() { remove_cluster test; }

test_frontend() {
  runner frontend-install frontend ./install.sh
  runner frontend-lint frontend npm run --silent lint
  runner vitest frontend npx vitest run --reporter=default --reporter=json --outputFile.json="$reports/vitest.json"
}

# One Maven run over all modules; where parts were asked for, over the modules they need, by the packages of their tests.
test_modules() {
  local part modules=() patterns=() options=(-B -ntp -fae -Dfrontend.test.skip=true) stamp
  for part in "${parts[@]}"; do
    case $part in
      gis) patterns+=('org/shuangshi/gis/**/*Test') ;;
      data-import) patterns+=('org/shuangshi/intake/**/*Test') ;;
      registry-service) patterns+=('org/shuangshi/registry/**/*Test') ;;
      *) continue ;;
    esac
    modules+=("$part")
  done
  [ ${#modules[@]} -gt 0 ] || return 0
  if [ ${#modules[@]} -lt 3 ]; then
    options+=(-Dtest="$(IFS=, && echo "${patterns[*]}")" -Dsurefire.failIfNoSpecifiedTests=false -pl "$(IFS=, && echo "${modules[*]}")" -am)
  fi
  rm -rf "$here"/*/target/surefire-reports
  stamp=$(sources_stamp)
  runner maven . mvn "${options[@]}" verify
  if wanted registry-service && [[ " ${broken[*]} " != *" maven "* ]]; then keep_build "$stamp"; fi
}

# What each runner said last, then the sum over their reports.
close_test() {
  local log sum
  note ""
  for log in "$reports"/*.log; do
    note "--- $(basename "$log" .log)"
    closing_lines "$log" >&2
  done
  [ ${#broken[@]} -eq 0 ] || note "失败：${broken[*]}"
  sum=$(node "$here/launcher/count-tests.mjs" "$reports" "${broken[*]}" "$here"/*/target/surefire-reports)
  say "$sum"
  [ ${#broken[@]} -eq 0 ] && [[ $sum == *" 0 failed,"* ]]
}

closing_lines() {
  sed 's/\x1b\[[0-9;]*[A-Za-z]//g' "$1" |
    grep -E '^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$|BUILD (SUCCESS|FAILURE)|^ *(Test Files|Tests) |^ *[0-9]+ (passed|failed|flaky|skipped)' || tail -n 2 "$1"
}
