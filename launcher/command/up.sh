help_up() {
  cat <<'TEXT'
构建并启动双实；页面可用后返回。再次运行不会重复已经做好的事。

用法：./registry up [选项]

  --port N       服务端口（默认 8080）
  --demo         装入演示街区（自带的空数据库默认就装）
  --no-demo      不装演示街区
  --tls-cert 文件、--tls-key 文件
                 证书与私钥（PEM）：只用 HTTPS；没有它们只监听本机
  --address 地址 监听的地址（默认 127.0.0.1；别的地址要有证书，并且没有演示账号）
  --host 域名    浏览器里用的域名，可重复
  --foreground   不返回；Ctrl-C 停止服务和自带的数据库
  --help         这段说明

环境变量：
  REGISTRY_DB_URL        用现成的数据库，例如 postgresql://host:5432/registry；不设则用自带的
  REGISTRY_DB_USER       数据库用户
  REGISTRY_DB_PASSWORD   数据库密码
  REGISTRY_KEYS          密钥文件（默认 .registry/keys，没有则建立）
  REGISTRY_AUDIT_HEAD    日志链头每分钟记到这个文件（默认 .registry/audit-head）；请与数据库的备份分开保存
  REGISTRY_FILES         在页面上送来的导入文件加密放在这里，七天后删除（默认 .registry/files）
  REGISTRY_OIDC_ISSUER、REGISTRY_OIDC_CLIENT_ID、REGISTRY_OIDC_CLIENT_SECRET
                         统一身份认证（OpenID Connect）；不设则只用密码登录
  REGISTRY_DB_SERVICE_PASSWORD  角色 registry_service 的密码；数据库用户能自己建角色时不用设

例子：
  ./registry up
  ./registry up --port 9090 --no-demo
  REGISTRY_DB_URL=postgresql://db.local/registry REGISTRY_DB_USER=registry ./registry up
TEXT
}

run_up() {
  local port='' demo='' foreground='' scheme=http
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:-}; [[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || fail_usage "--port 后面要一个 1 到 65535 的数"; shift ;;
      --demo) demo=yes ;;
      --no-demo) demo=no ;;
      --foreground) foreground=yes ;;
      --tls-cert | --tls-key)
        [ -r "${2:-}" ] || fail_usage "$1 后面要一个读得到的文件（PEM）"
        if [ "$1" = --tls-cert ]; then REGISTRY_TLS_CERT=$(readlink -f "$2"); else REGISTRY_TLS_KEY=$(readlink -f "$2"); fi
        export REGISTRY_TLS_CERT REGISTRY_TLS_KEY
        shift
        ;;
      --address) REGISTRY_ADDRESS=${2:-}; export REGISTRY_ADDRESS; [ -n "$REGISTRY_ADDRESS" ] || fail_usage "--address 后面要一个地址"; shift ;;
      --host) REGISTRY_HOSTS=${REGISTRY_HOSTS:+$REGISTRY_HOSTS,}${2:-}; export REGISTRY_HOSTS; [ -n "${2:-}" ] || fail_usage "--host 后面要一个域名"; shift ;;
      --help | -h) help_up; return 0 ;;
      *) fail_usage "不认识 $1" ;;
    esac
    shift
  done
  [ "${REGISTRY_TLS_CERT:+given}" = "${REGISTRY_TLS_KEY:+given}" ] || fail_usage "--tls-cert 和 --tls-key 要一起给"
  [ -z "${REGISTRY_TLS_CERT:-}" ] || scheme=https
  take_lock
  local running
  running=$(service_pid || true)
  [ -n "$running" ] || need_port "${port:-8080}"
  want_sheet_font
  # a given database is judged before minutes go into a build
  if foreign_database; then
    ready_database
    build_app
  else
    build_app
    cluster_pid main >/dev/null || on_end stop_main_cluster
    ready_database
    demo=${demo:-ask}
  fi
  if [ "$demo" = yes ] || { [ "$demo" = ask ] && register_is_empty; }; then load_demo; fi
  if demo_loaded; then
    export REGISTRY_DEMO=true
    # into a database that was given, nothing with a known password unasked
    if ! foreign_database || [ "$demo" = yes ]; then demo_accounts; fi
  fi
  if [ -n "$running" ]; then
    if [ "$(service_fingerprint)" = "$(wanted_fingerprint)" ] && [ "${port:-$(service_port)}" = "$(service_port)" ] &&
      http_answers "$(service_port)" /actuator/health; then
      port=$(service_port)
    else
      port=${port:-$(service_port)}
      stop_service
      running=''
    fi
  fi
  port=${port:-8080}
  if [ -z "$running" ]; then
    start_service "$port"
  else
    note "服务已经在运行"
  fi
  say "双实 $scheme://localhost:$port"
  say_first_token
  if [ -z "$foreground" ]; then keep; else stay_with_service; fi
}

# The private database gets the demo district while nothing else was ever written to it.
register_is_empty() { [ -z "$(register_value 'SELECT 1 FROM register.change LIMIT 1')" ]; }

# A register without an account: who reads this terminal makes the first administrator.
say_first_token() {
  local token
  [ -z "$(register_value 'SELECT 1 FROM access.account LIMIT 1')" ] || return 0
  token=$(registry_accounts invite) || fail "不能取得一次性口令" "用 ./registry admin create 建立管理员"
  [ -z "$token" ] || say "还没有账号：打开上面的地址，用一次性口令 $token 建立第一个管理员（24 小时内有效，只能用一次）"
}

stop_main_cluster() { stop_cluster main; }

# Until the service ends or the user interrupts; then both are stopped.
stay_with_service() {
  local pid
  pid=$(service_pid)
  undo_list=(stop_service)
  foreign_database || undo_list+=(stop_main_cluster)
  release_lock
  note "Ctrl-C 停止"
  while [ -d "/proc/$pid" ]; do sleep 0.5; done
  fail "服务自己停了" "全文见 $state/log/service.log"
}
