# Where the launcher keeps what it makes: .registry/ in the clone, and for a database whose user cannot enter
# the clone (root's home, for one) /var/lib/registry/<id of the clone>.

state=$here/.registry
outside=/var/lib/registry

prepare_state() {
  [ -d "$state" ] || mkdir -p "$state" 2>/dev/null || fail "不能在 $here 里建 .registry" "请用拥有这个目录的用户运行。"
  [ -w "$state" ] || fail ".registry 属于 $(stat -c %U "$state")，当前用户 $(id -un) 不能写" "请用 $(stat -c %U "$state") 运行，或者先 chown -R。"
  mkdir -p "$state/log"
}

# One command at a time may build, start or stop. The lock dies with the process; daemons are started with 9>&-.
# `up` and `down` refuse a busy clone, the others wait for it.
take_lock() {
  prepare_state
  exec 9>"$state/lock"
  flock -n 9 || fail "另一个 ./registry 正在启动、停止或构建" "等它结束再试；它的进程：$(cat "$state/lock.owner" 2>/dev/null || echo 未知)"
  echo "$$ ($command)" >"$state/lock.owner"
}
wait_for_lock() {
  prepare_state
  exec 9>"$state/lock"
  flock -n 9 || { note "等待另一个 ./registry：$(cat "$state/lock.owner" 2>/dev/null || echo 未知)" && flock 9; }
  echo "$$ ($command)" >"$state/lock.owner"
}
release_lock() { exec 9>&-; }

# The clone's id names its folder under /var/lib/registry. It is kept in .registry; when that was deleted, the
# folder that names this clone is found again. A copied clone gets an id of its own.
clone_id() {
  local folder
  if [ ! -s "$state/id" ]; then
    for folder in "$outside"/*/; do
      if [ "$(cat "$folder/clone" 2>/dev/null)" = "$here" ]; then
        basename "$folder" >"$state/id"
        break
      fi
    done
  fi
  if [ -s "$state/id" ]; then
    local other
    other=$(cat "$outside/$(<"$state/id")/clone" 2>/dev/null || true)
    if [ -n "$other" ] && [ "$other" != "$here" ] && cmp -s "$other/.registry/id" "$state/id"; then
      rm -f "$state/id"
    fi
  fi
  [ -s "$state/id" ] || od -An -N6 -tx1 /dev/urandom | tr -d ' \n' >"$state/id"
  cat "$state/id"
}

random_secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
