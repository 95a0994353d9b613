help_status() {
  cat <<'TEXT'
说出正在运行什么、在哪里、版本、数据量和占用的磁盘。服务在运行时退出码为 0，否则为 3。

用法：./registry status [选项]

  --help   这段说明

例子：
  ./registry status
  ./registry status >/dev/null || ./registry up
TEXT
}

run_status() {
  case ${1:-} in
    '') ;;
    --help | -h) help_status; return 0 ;;
    *) fail_usage "不认识 $1" ;;
  esac
  [ -d "$state" ] || { say "还没有启动过；./registry up"; exit 3; }
  local code=3 pid
  if pid=$(service_pid); then
    if http_answers "$(service_port)" /actuator/health; then
      say "服务      http://localhost:$(service_port)  进程 $pid  正常"
      code=0
    else
      say "服务      进程 $pid 在，但 http://localhost:$(service_port) 没有正常应答；日志 $state/log/service.log"
    fi
  else
    say "服务      没有运行"
  fi
  status_database
  say "构建      $(if [ ! -s "$apps/stamp" ]; then echo 还没有; elif [ "$(sources_stamp)" = "$(built_stamp)" ]; then echo "与源码一致（$(date -r "$apps/stamp" '+%F %R')）"; else echo 源码已改动，下次 up 会重新构建; fi)"
  say "版本      $(git -C "$here" describe --always --dirty 2>/dev/null || echo 不在 git 里)  Java $(java_major java 2>/dev/null || echo 无)  PostgreSQL $(find_postgres >/dev/null && postgres_major "$(find_postgres)" || echo 未安装)"
  say "磁盘      $(du -sh "$state" 2>/dev/null | cut -f 1) $state，剩余 $(df -h --output=avail "$state" | tail -n 1 | tr -d ' ')"
  exit "$code"
}

status_database() {
  local name pid
  if foreign_database; then
    say "数据库    REGISTRY_DB_URL ${REGISTRY_DB_URL%%\?*}" | sed 's,//[^@/]*@,//,'
    status_counts
    return 0
  fi
  for name in main test bench; do
    if pid=$(cluster_pid "$name"); then
      say "数据库    $name  127.0.0.1:$(cluster_port "$name")  进程 $pid  $(cluster_home "$name")"
    elif [ "$name" = main ]; then
      say "数据库    没有运行$([ -d "$(cluster_home main)" ] && echo "（数据在 $(cluster_home main)）")"
    fi
  done
  if cluster_pid main >/dev/null; then
    use_cluster main registry
    status_counts
  fi
}

status_counts() {
  local counts
  counts=$(register_value "SELECT format('行政区 %s  网格 %s  建筑 %s  房屋 %s  地址 %s  人口 %s  变更 %s  库 %s',
    (SELECT count(*) FROM region WHERE upper_inf(recorded)), (SELECT count(*) FROM grid WHERE upper_inf(recorded)),
    (SELECT count(*) FROM building WHERE upper_inf(recorded)), (SELECT count(*) FROM unit WHERE upper_inf(recorded)),
    (SELECT count(*) FROM address WHERE upper_inf(recorded)), (SELECT count(*) FROM person WHERE upper_inf(recorded)),
    (SELECT count(*) FROM change), pg_size_pretty(pg_database_size(current_database())))")
  say "数据      ${counts:-还没有登记簿的表}"
  if demo_loaded; then say "          含演示街区"; fi
}
