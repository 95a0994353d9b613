# From the command to the first answer of health and page, the database running, its cache warm.

bench_startup() {
  local run began port
  for run in $(seq 0 "$rounds"); do
    port=$(free_port 18090)
    began=$(now_ms)
    spawn_service "$port" "$state/log/bench-service.log"
    until http_answers "$port" /actuator/health && http_answers "$port" /; do
      [ -d "/proc/$launched" ] || fail "服务没有启动" "全文见 $state/log/bench-service.log"
      sleep 0.02
    done
    # the first run warms the page cache and is not counted
    [ "$run" -eq 0 ] || echo "$(($(now_ms) - began))" >>"$state/bench/startup.ms"
    stop_process "$launched" 20
  done
  say "启动到页面可用  $(spread 毫秒 <"$state/bench/startup.ms")"
  rm "$state/bench/startup.ms"
}
