help_test_database() {
  cat <<'TEXT'
启动（或找到）测试用的私有数据库集群，打印它的超级用户地址。测试在没有 REGISTRY_TEST_DB_URL 时自己调用。
集群留着给下一次用；./registry down 停止它，--remove 连数据一起删掉。

用法：./registry test-database [选项]

  --kills    另一个集群，设置与正式的一样：给强行终止数据库的测试，崩溃后再次调用就重新启动
  --remove   停止并删除
  --help     这段说明

例子：
  psql "$(./registry test-database)"
TEXT
}

run_test_database() {
  local cluster=test remove=
  while [ $# -gt 0 ]; do
    case $1 in
      --kills) cluster=kills ;;
      --remove) remove=1 ;;
      --help | -h) help_test_database; return 0 ;;
      *) fail_usage "不认识 $1" ;;
    esac
    shift
  done
  prepare_state
  if [ -n "$remove" ]; then remove_cluster "$cluster"; return 0; fi
  start_cluster "$cluster"
  make_roles "$cluster"
  cluster_url "$cluster" postgres
}
