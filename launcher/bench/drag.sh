# Main-thread work of the plan editor while a border is dragged in a city of 7,000 grids and 1.4 M buildings, in the system's
# browser on the built page; from a trace, by pointer move. No database, no service.

bench_drag() {
  local grids buildings moves median most longest opened
  need_browser
  (cd "$here/frontend" && ./install.sh) >"$state/log/bench-install.log" 2>&1 || fail "安装前端的依赖失败" "全文见 $state/log/bench-install.log"
  (cd "$here/frontend" && npm run --silent build && npx playwright test -c bench) >"$state/log/bench-drag.log" 2>&1 ||
    fail "拖动测量失败" "全文见 $state/log/bench-drag.log"
  read -r grids buildings moves median most longest opened <"$here/frontend/target/drag.txt"
  say "拖动边界  $grids 个网格、$buildings 栋建筑；$moves 次移动，主线程每次移动中位 $median 毫秒、95% 在 $most 毫秒内；最长任务 $longest 毫秒；打开方案 $opened 毫秒"
}
