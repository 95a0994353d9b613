# Signal 9 at 20 random moments: of an import, of the database server under it, of its session; and of the service that
# works on one. What was killed and what was left, a line each; the tests judge it. Needs no database but its own.

bench_kills() {
  local log=$state/log/bench-kills.log module
  need_build_tools
  ready_test_cluster
  rm -f "$here"/{data-import,registry-service}/target/kills.txt
  (cd "$here" && REGISTRY_KILLS=$kills with_progress "强行终止，每种 $kills 次" "$log" mvn -B -ntp -Dfrontend.test.skip=true -Dspotless.check.skip=true \
    -Dtest='KilledImportTest,KilledServiceImportTest' -Dsurefire.failIfNoSpecifiedTests=false -pl data-import,registry-service -am verify) ||
    fail "强行终止后登记簿不是之前也不是之后，或者测试没有跑完" "$(tail -n 20 "$log")" "全文见 $log"
  say "## kills：被终止的、什么时候、之后登记簿里是什么"
  for module in data-import registry-service; do
    while IFS= read -r line; do say "$line"; done <"$here/$module/target/kills.txt"
  done
}
