# The service: one Java process, remembered in .registry/service as "pid port fingerprint".

service_pid() {
  local pid
  pid=$(cut -d ' ' -f 1 "$state/service" 2>/dev/null) || return 1
  process_runs "$pid" "$apps/" && echo "$pid"
}
service_port() { cut -d ' ' -f 2 "$state/service" 2>/dev/null; }
service_fingerprint() { cut -d ' ' -f 3 "$state/service" 2>/dev/null; }

# What a running service must agree with to be left alone: the build, the database and the demo mark.
wanted_fingerprint() {
  printf '%s' "$(built_stamp) ${REGISTRY_DB_URL%%\?*} ${REGISTRY_DB_USER:-} ${REGISTRY_DEMO:-} ${REGISTRY_TLS_CERT:-} ${REGISTRY_ADDRESS:-} ${REGISTRY_HOSTS:-}" | sha1sum | cut -c 1-40
}

# What lies outside the database: the keys, made once, the file the log's heads are written to. Where REGISTRY_KEYS or
# REGISTRY_AUDIT_HEAD names a file, that is taken; REGISTRY_FILES is the folder of files that are being brought in.
ready_keys() {
  export REGISTRY_AUDIT_HEAD=${REGISTRY_AUDIT_HEAD:-$state/audit-head} REGISTRY_FILES=${REGISTRY_FILES:-$state/files}
  if [ -z "${REGISTRY_KEYS:-}" ]; then
    REGISTRY_KEYS=$state/keys
    export REGISTRY_KEYS
    if [ ! -s "$REGISTRY_KEYS" ]; then
      (umask 077 && {
        echo '# 编号 算法 密钥；编号最大的用来加密。丢了它，库里加密的内容就打不开：请与数据库的备份分开保存'
        printf '1 AES %s\n' "$(head -c 32 /dev/urandom | base64)"
      } >"$REGISTRY_KEYS.new" && mv "$REGISTRY_KEYS.new" "$REGISTRY_KEYS")
    fi
  fi
}

# spawn_service PORT LOG: a service in the background on the database the environment names; its process in $launched.
spawn_service() {
  need_java
  ready_keys
  REGISTRY_PORT=$1 setsid java -Xmx768m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai \
    -cp "$(app_path)" org.shuangshi.registry.RegistryApplication >"$2" 2>&1 </dev/null 8>&- 9>&- &
  launched=$!
}

# need_port PORT: nobody else listens there. Where nobody is seen to hold it, a killed process may be on its way out.
need_port() {
  local port=$1 holder='' left=30
  while port_open "$port"; do
    holder=$(port_holder "$port")
    [ -z "$holder" ] && [ "$left" -gt 0 ] || fail "端口 $port 已被占用${holder:+：进程 $holder}" "换一个端口：./registry $command --port $(free_port $((port + 1)))"
    sleep 0.1
    left=$((left - 1))
  done
}

# launch_service PORT LOG: the same, back when the page answers; on failure nothing stays.
launch_service() {
  local port=$1 log=$2
  spawn_service "$port" "$log"
  await_service "$launched" "$port" "$log" && return 0
  stop_process "$launched" 5
  tail -n 30 "$log" >&2
  fail "服务没有启动" "全文见 $log"
}

# start_service PORT: the clone's one service, remembered.
start_service() {
  local port=$1 began=$SECONDS
  need_port "$port"
  on_end stop_service
  launch_service "$port" "$state/log/service.log"
  printf '%s %s %s\n' "$launched" "$port" "$(wanted_fingerprint)" >"$state/service"
  note "服务已启动，$((SECONDS - began)) 秒"
}

# await_service PID PORT LOG: health and page both answer, or the process is gone, or it has said nothing new for two
# minutes. A city that is sealed with a new key at the start takes longer, and says how far it is.
await_service() {
  local pid=$1 port=$2 log=$3 left=600 said='' says
  while [ "$left" -gt 0 ]; do
    [ -d "/proc/$pid" ] || return 1
    if http_answers "$port" /actuator/health && http_answers "$port" /; then return 0; fi
    sleep 0.2
    left=$((left - 1))
    says=$(stat -c %s "$log" 2>/dev/null)
    if [ "$says" != "$said" ]; then said=$says left=600; fi
  done
  return 1
}

stop_service() {
  local pid
  pid=$(service_pid) && stop_process "$pid" 20
  rm -f "$state/service"
}
