help_admin() {
  cat <<'TEXT'
账号：直接在登记簿的数据库里建立账号、发令牌、重置密码；核对日志。

用法：./registry admin 命令 [选项]

  create --name 用户名 [--display-name 姓名] [--role 角色]… [--program | --provider]
               建立账号，全市范围；不写 --role 则为系统管理员。密码在终端上输入两遍，不是终端时从标准输入读一行。
               角色：gis、officer、planner、steward、administrator、auditor；--program 为程序账号，没有密码；
               --provider 为只由统一身份认证（OpenID Connect）登录的人
  token 用户名 --for 用途 [--days 天数]
               发令牌并打印，只显示这一次；程序用它登录（Bearer，或 HTTP Basic 的口令）
  reset 用户名
               忘了密码：打印一个临时密码，登录后必须改掉
  audit-check  逐条核对日志有没有被改动、删除或截掉末尾，指出第一条不对的；发现问题以非零值退出。
               需要 REGISTRY_KEYS 和 REGISTRY_AUDIT_HEAD（默认 .registry/keys 和 .registry/audit-head）

  --help       这段说明

例子：
  ./registry admin create --name zhang.san --display-name 张三
  ./registry admin create --name qgis --program --role planner && ./registry admin token qgis --for 桌面软件 --days 365
TEXT
}

run_admin() {
  case ${1:-} in
    create | token | reset | audit-check) ;;
    --help | -h | '') help_admin; return 0 ;;
    *) fail_usage "不认识 $1" ;;
  esac
  local word
  for word in "$@"; do
    case $word in --help | -h) help_admin; return 0 ;; esac
  done
  wait_for_lock
  build_app
  ready_database
  ready_keys
  release_lock
  if [ "$1" = create ] && [[ " $* " != *" --program "* && " $* " != *" --provider "* ]] && [ -t 0 ]; then
    ask_password | registry_accounts "$@"
  else
    registry_accounts "$@"
  fi
}

# A password, typed twice and not shown.
ask_password() {
  local once again
  IFS= read -r -s -p "密码（至少 12 个字符）：" once </dev/tty && echo >/dev/tty
  IFS= read -r -s -p "再输一遍：" again </dev/tty && echo >/dev/tty
  [ "$once" = "$again" ] || fail "两遍输入的密码不同"
  printf '%s\n' "$once"
}
