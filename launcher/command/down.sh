help_down() {
  cat <<'TEXT'
停止服务和自带的数据库（也包括测试和测量用的）。数据保留，./registry up 再接着用。

用法：./registry down [选项]

  --help   这段说明

例子：
  ./registry down
TEXT
}

run_down() {
  case ${1:-} in
    '') ;;
    --help | -h) help_down; return 0 ;;
    *) fail_usage "不认识 $1" ;;
  esac
  take_lock
  local stopped='' cluster
  if service_pid >/dev/null; then
    stop_service
    say "服务已停止"
    stopped=yes
  fi
  rm -f "$state/service"
  for cluster in main test kills bench; do
    if cluster_pid "$cluster" >/dev/null; then
      stop_cluster "$cluster"
      say "数据库 $cluster 已停止"
      stopped=yes
    fi
  done
  [ -n "$stopped" ] || say "没有在运行的东西"
}
