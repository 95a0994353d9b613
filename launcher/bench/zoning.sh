# Streets of 20,000 and 100,000 households divided into grids, beside one spanning tree of the same pieces; processor time of
# one thread. Needs no database.

bench_zoning() {
  local jts
  build_app # brings the libraries
  (cd "$here" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl gis test-compile) >"$state/log/bench-zoning.log" 2>&1 ||
    fail "构建失败" "全文见 $state/log/bench-zoning.log"
  jts=$(printf '%s\n' "$apps/$(built_stamp)"/lib/jts-core-*.jar)
  say ""
  say "## zoning"
  java -Xmx1g -XX:+UseSerialGC -Dfile.encoding=UTF-8 -cp "$here/gis/target/test-classes:$here/gis/target/classes:$jts" \
    org.shuangshi.gis.zoning.ZoningBench "$rounds" || fail "划分失败" "见上"
}
