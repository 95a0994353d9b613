help_test_database() {
  cat <<'TEXT'
启动（或找到）测试用的私有数据库集群，打印它的超级用户地址。测试在没有 REGISTRY_TEST_DB_URL 时自己调用。
集群留着给下一次用；./registry down 停止它，--remove 连数据一起删掉。

用法：./registry test-database [选项]

  --remove   停止并删除
  --help     这段说明

例子：
  psql "$(./registry test-database)"
TEXT
}

run_test_database() {
  case ${1:-} in
    '') ;;
    --remove) prepare_state; remove_cluster test; return 0 ;;
    --help | -h) help_test_database; return 0 ;;
    *) fail_usage "不认识 $1" ;;
  esac
  prepare_state
  start_cluster test
  make_roles test
  cluster_url test postgres
}
