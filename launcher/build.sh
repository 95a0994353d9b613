# Builds the product when its sources changed. What runs is a copy under .registry/app/<stamp>, so that a later build
# (or `mvn clean`) never pulls the jar from under a running service. The copy is unpacked: libraries as files of their
# own start a fifth faster than nested in one jar.

apps=$state/app

built_stamp() { cat "$apps/stamp" 2>/dev/null; }

# The class path. slf4j 2 stands first: geotools-wrapper carries an slf4j 1.7.
app_path() {
  local home
  home=$apps/$(built_stamp)
  printf '%s:%s\n' "$home"/lib/slf4j-api-*.jar "$home/registry.jar"
}

# A digest of everything the product is made from; tests are not part of it.
sources_stamp() {
  (
    cd "$here" || exit
    find pom.xml .mvn gis data-import frontend registry-service \
      \( -name target -o -name node_modules -o -name dist -o -name test-results -o -path '*/src/test' \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha1sum | sha1sum | cut -c 1-40
  )
}

# Real data stands beside the clone, unless the environment names it or there is none.
find_test_data() {
  if [ -z "${REGISTRY_TEST_DATA:-}" ] && [ -d "$here/../shared/data" ]; then
    REGISTRY_TEST_DATA=$(cd "$here/../shared/data" && pwd)
    export REGISTRY_TEST_DATA
  fi
}

build_app() {
  local stamp
  stamp=$(sources_stamp)
  [ "$stamp" != "$(built_stamp)" ] || return 0
  need_build_tools
  # formatting and tests are the business of `./registry test`
  (cd "$here" && with_progress "构建（第一次要下载依赖，需要几分钟）" "$state/log/build.log" \
    mvn -B -ntp -DskipTests -Dspotless.check.skip=true -pl registry-service -am package) || fail "构建失败" "全文见 $state/log/build.log"
  keep_build "$stamp"
}

# keep_build STAMP: what Maven has just made from these sources is what runs from now on. The build before it stays,
# a service may still run from it.
keep_build() {
  local stamp=$1 before
  before=$(built_stamp || true)
  mkdir -p "$apps"
  rm -rf "$apps/new"
  cp "$here"/registry-service/target/registry-service-*-boot.jar "$apps/registry.jar"
  java -Djarmode=tools -jar "$apps/registry.jar" extract --destination "$apps/new" >"$state/log/extract.log" 2>&1 ||
    fail "解开构建结果失败" "全文见 $state/log/extract.log"
  rm -rf "$apps/registry.jar" "${apps:?}/$stamp"
  mv "$apps/new" "$apps/$stamp"
  printf '%s\n' "$stamp" >"$apps/stamp"
  find "$apps" -mindepth 1 -maxdepth 1 -type d ! -name "$stamp" ! -name "${before:-none}" -exec rm -rf {} +
}
