# Builds the product when its sources changed. What runs is a copy under .registry/app, so that a later build
# (or `mvn clean`) never pulls the jar from under a running service.

app=$state/app/registry.jar

# A digest of everything the product is made from; tests are not part of it.
sources_stamp() {
  (
    cd "$here" || exit
    find pom.xml .mvn gis data-import frontend registry-service \
      \( -name target -o -name node_modules -o -name dist -o -name test-results -o -path '*/src/test' \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha1sum | sha1sum | cut -c 1-40
  )
}

build_app() {
  local stamp
  stamp=$(sources_stamp)
  [ ! -s "$app" ] || [ "$stamp" != "$(cat "$app.stamp" 2>/dev/null)" ] || return 0
  need_build_tools
  # formatting and tests are the business of `./registry test`
  (cd "$here" && with_progress "构建（第一次要下载依赖，需要几分钟）" "$state/log/build.log" \
    mvn -B -ntp -DskipTests -Dspotless.check.skip=true -pl registry-service -am package) || fail "构建失败" "全文见 $state/log/build.log"
  keep_build "$stamp"
}

# keep_build STAMP: what Maven has just made from these sources is what runs from now on.
keep_build() {
  mkdir -p "$state/app"
  cp "$here"/registry-service/target/registry-service-*-boot.jar "$app.new"
  mv "$app.new" "$app"
  printf '%s\n' "$1" >"$app.stamp"
}
