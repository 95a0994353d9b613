# What the machine has, and how it gets what is missing: apt where there is one, exact words elsewhere.

has() { command -v "$1" >/dev/null 2>&1; }
has_apt() { has apt-get && has dpkg; }

# as_root COMMAND…, once may_install has found that it works.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# may_install WHAT PACKAGE…: fails with the command to type where apt or sudo is missing. WHAT is said to the user.
may_install() {
  local what=$1
  shift
  has_apt || fail "缺少 $what" "这台机器没有 apt-get，请自己安装：$what"
  [ "$(id -u)" -ne 0 ] || return 0
  # without a terminal sudo can only work where it asks nothing
  has sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; } ||
    fail "缺少 $what，当前用户不能安装" "请管理员运行：apt-get update && apt-get install --no-install-recommends $*"
}

# apt_install WHAT PACKAGE…
apt_install() {
  local what=$1 get=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q)
  may_install "$@"
  shift
  prepare_state
  with_progress "更新软件目录" "$state/log/apt.log" "${get[@]}" update || fail "apt-get update 失败"
  with_progress "安装 $what" "$state/log/apt.log" "${get[@]}" install --no-install-recommends "$@" ||
    fail "安装 $what 失败" "可以自己运行：apt-get install --no-install-recommends $*"
}

apt_candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}//p'; }

# The newest PostgreSQL (15 or later) that has PostGIS and btree_gist; prints its bin directory.
find_postgres() {
  local bin share
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -t/ -rV) "$(dirname "$(command -v pg_config || echo /none/x)")"; do
    [ -x "$bin/initdb" ] || continue
    share=$("$bin/pg_config" --sharedir 2>/dev/null) || share=$(dirname "$bin" | sed 's,/lib/,/share/,')
    [ -f "$share/extension/postgis.control" ] && [ -f "$share/extension/btree_gist.control" ] || continue
    [ "$(postgres_major "$bin")" -ge 15 ] || continue
    printf '%s\n' "$bin"
    return 0
  done
  return 1
}

postgres_major() { "$1/postgres" --version | sed 's/.* \([0-9]*\)[.a-z].*/\1/'; }

# Debian starts a cluster of its own with the package; ours is private, so that one is not made.
need_postgis() {
  find_postgres >/dev/null && return 0
  has_apt || fail "缺少 PostgreSQL 15 以上和 PostGIS 3.3 以上" \
    "请安装后再试，例如 Fedora：dnf install postgresql-server postgresql-contrib postgis；" \
    "或者用 REGISTRY_DB_URL 指向一个现成的数据库。"
  local version
  version=$(apt_candidate postgresql | sed 's/[^0-9].*//')
  if [ -n "$version" ] && [ "$version" -lt 15 ]; then
    fail "这个系统的软件源只有 PostgreSQL $version，双实需要 15 以上" "请换用 Debian 12 / Ubuntu 24.04 以上，或者用 REGISTRY_DB_URL 指向一个现成的数据库。"
  fi
  local packages=(postgresql-postgis postgresql-client) quiet=/etc/postgresql-common/createcluster.d/registry.conf
  may_install "PostgreSQL 与 PostGIS" "${packages[@]}"
  if ! has pg_createcluster; then
    as_root mkdir -p "${quiet%/*}"
    echo 'create_main_cluster = false' | as_root tee "$quiet" >/dev/null
  fi
  apt_install "PostgreSQL 与 PostGIS" "${packages[@]}"
  as_root rm -f "$quiet"
  find_postgres >/dev/null || fail "装好了 PostGIS，却找不到它" "期望在 /usr/lib/postgresql/15/bin（或更新的版本）。"
}

java_major() { "$1" -version 2>&1 | sed -n '1s/.*"\([0-9]*\)[."].*/\1/p'; }

need_build_tools() {
  local missing=() node
  if ! has javac || [ "$(java_major "$(command -v java || echo false)")" -lt 17 ]; then missing+=(openjdk-17-jdk-headless); fi
  has mvn || missing+=(maven)
  node=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  if [ "${node:-0}" -lt 20 ]; then
    node=$(has_apt && apt_candidate nodejs | sed 's/[^0-9].*//' || true)
    [ "${node:-0}" -ge 20 ] || fail "缺少 Node.js 20 以上（含 npm），这个系统的软件源里没有" "请先安装 Node.js 20，再运行 ./registry $command"
    missing+=(nodejs)
  fi
  if [ ${#missing[@]} -gt 0 ]; then
    has_apt || fail "缺少构建工具" "请安装：JDK 17、Maven 3.8、Node.js 20（含 npm）"
    [[ " ${missing[*]} " != *openjdk* || -n "$(apt_candidate openjdk-17-jdk-headless)" ]] || missing=("${missing[@]/openjdk-17-jdk-headless/default-jdk-headless}")
    apt_install "构建工具（${missing[*]}）" "${missing[@]}"
  fi  # some packages of Node.js carry npm, Debian's own does not
  has npm || apt_install npm npm
}

# want LABEL PACKAGE WITHOUT: installs it where it may; else says what is not there without it.
want() {
  if has_apt && { [ "$(id -u)" -eq 0 ] || { has sudo && sudo -n true 2>/dev/null; }; } && (apt_install "$1" "$2"); then
    return 0
  fi
  note "没有$1：$3。可以自己安装：apt-get install $2"
}

# GDAL is the second opinion on files; without it the tests that ask for it are reported skipped.
want_gdal() { { has ogrinfo && has ogr2ogr; } || want "GDAL（ogrinfo、ogr2ogr）" gdal-bin "相关测试记为跳过"; }

# Without a Chinese font with TrueType outlines no sheet is printed; all else works.
want_sheet_font() {
  [ -r /usr/share/fonts/truetype/wqy/wqy-microhei.ttc ] || want "打印用的中文字体" fonts-wqy-microhei "影响表不能生成 PDF"
}
