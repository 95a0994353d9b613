. "$here/launcher/journey.sh"
# shellcheck source=/dev/null
. "$here/launcher/command/test.sh"
for part in city statement startup grid-units time rights import kills plans feed mesh zoning drag addresses nangang; do
  # shellcheck source=/dev/null
  . "$here/launcher/bench/$part.sh"
done

help_bench() {
  cat <<'TEXT'
测量启动、查询与导入，和数据库自己的速度在同一次运行里并排。只在本机回环上，用自己的数据库（.registry 里的 bench 集群）。

用法：./registry bench [选项]

  --only 名字     startup（启动时间）、grid-units（网格空置房清单对 pgbench）、time（有时间对没有时间）、rights（有权限对没有权限）、import（导入对 ogr2ogr）、kills（导入、数据库、服务在随机时刻被强行终止）、plans（发布网格方案、重算全部归属）、feed（一个社区的变更流）、mesh（网格修改与全市检查对 JTS，不用数据库）、zoning（划分网格，不用数据库）、drag（浏览器里拖动边界，不用数据库）、addresses（按地址文本认定住处）、nangang（真实门牌归楼，要有 REGISTRY_TEST_DATA）；可重复
  --city 名字     demo（演示街区）、200k（20 万栋建筑的城市，第一次要生成并装入，约几分钟）、full（140 万栋，一座地级市）；可重复，默认测前两个
  --rounds N      每项轮数（默认 5）
  --seconds N     每轮秒数（默认 8）
  --clients N     同时的客户端数（默认 4）
  --kills N       kills 每种终止的次数（默认 20）
  --edits N       mesh 每种网格的修改次数（默认 10000）
  --help          这段说明

例子：
  ./registry bench --only grid-units --city demo
  ./registry bench --rounds 9 --clients 8
  ./registry bench --only mesh --edits 2000
TEXT
}

run_bench() {
  local benches=() cities=() bench city
  rounds=5 seconds=8 clients=4 edits=10000 kills=20
  while [ $# -gt 0 ]; do
    case $1 in
      --only)
        case ${2:-} in startup | grid-units | time | rights | import | kills | plans | mesh | zoning | drag | addresses | feed | nangang) benches+=("$2") ;; *) fail_usage "--only 后面要 startup、grid-units、time、rights、import、kills、plans、mesh、zoning、drag、addresses、feed 或 nangang" ;; esac
        shift
        ;;
      --city)
        case ${2:-} in demo | 200k | full) cities+=("$2") ;; *) fail_usage "--city 后面要 demo、200k 或 full" ;; esac
        shift
        ;;
      --rounds | --seconds | --clients | --kills)
        [[ ${2:-} =~ ^[1-9][0-9]{0,2}$ ]] || fail_usage "$1 后面要一个 1 到 999 的数"
        printf -v "${1#--}" %s "$2"
        shift
        ;;
      --edits)
        [[ ${2:-} =~ ^[1-9][0-9]{2,5}$ ]] || fail_usage "--edits 后面要一个 100 到 999999 的数"
        edits=$2
        shift
        ;;
      --help | -h) help_bench; return 0 ;;
      *) fail_usage "不认识 $1" ;;
    esac
    shift
  done
  [ ${#benches[@]} -gt 0 ] || benches=(mesh zoning drag nangang startup grid-units time rights addresses import plans feed)
  [ ${#cities[@]} -gt 0 ] || cities=(demo 200k)
  take_lock
  local served=()
  describe_machine
  for bench in "${benches[@]}"; do
    case $bench in
      kills | mesh | zoning | drag | nangang) "bench_$bench" ;;
      *) served+=("$bench") ;;
    esac
  done
  [ ${#served[@]} -eq 0 ] || bench_served
}

# Those that need the product and its database, city by city.
bench_served() {
  build_app
  on_end stop_bench
  start_cluster bench
  mkdir -p "$state/bench"
  say "数据库  PostgreSQL $(cluster_psql bench postgres -At -c "SELECT split_part(version(), ' ', 2)")"
  for city in "${cities[@]}"; do
    ready_files "$city"
    # an import makes registers of its own
    if [[ " ${served[*]} " == *" import "* ]]; then
      say ""
      say "## import · $city"
      bench_import "$city"
    fi
    [ "${served[*]}" != import ] || continue
    ready_city "$city"
    describe_city "$city"
    for bench in "${served[@]}"; do
      [ "$bench" != import ] || continue
      say ""
      say "## $bench · $city"
      "bench_${bench//-/_}" "$city"
    done
  done
}

stop_bench() {
  [ -z "${launched:-}" ] || stop_process "$launched" 10
  stop_cluster bench
}

describe_machine() {
  say "机器    $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)，$(nproc) 核，$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1048576)) GB，$(uname -sr)"
  say "版本    $(git -C "$here" describe --always --dirty 2>/dev/null || echo 不在 git 里)，Java $(java_major java)，$(date '+%F %R')"
}

# spread UNIT: median, least and most of the numbers on stdin, one a line.
spread() {
  sort -g | awk -v unit="$1" '{ v[NR] = $1 } END {
    m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
    form = m < 10000 ? "%.4g" : "%.0f"
    printf form " %s（" form " – " form "，%d 次）\n", m, unit, v[1], v[NR], NR }'
}
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
