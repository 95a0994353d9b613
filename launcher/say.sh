# What the user sees. Results go to stdout; progress, notes and errors to stderr, so that stdout can be piped.

say() { printf '%s\n' "$*"; }
note() { printf '%s\n' "$*" >&2; }

# fail SENTENCE [REMEDY LINE…]: the run ends with exit code 1.
fail() {
  printf '错误：%s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# fail_usage SENTENCE: wrong words on the command line, exit code 2.
fail_usage() {
  printf '用法错误：%s\n' "$1" >&2
  printf '  ./registry %s --help\n' "$command" >&2
  exit 2
}

# Things to undo when the run ends, newest first; `keep` empties the list once all has gone well.
undo_list=()
on_end() { undo_list=("$1" "${undo_list[@]}"); }
keep() { undo_list=(); }
undo_all() {
  local code=$? act
  trap - EXIT INT TERM HUP
  for act in "${undo_list[@]}"; do
    "$act" || true
  done
  exit "$code"
}
trap undo_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# with_progress LABEL LOG COMMAND…: runs it with its words in LOG; a terminal sees the seconds pass.
with_progress() {
  local label=$1 log=$2 began=$SECONDS ticker='' code=0
  shift 2
  if [ -t 2 ]; then
    (
      trap 'exit 0' TERM
      while :; do
        printf '\r%s … %d 秒 ' "$label" $((SECONDS - began)) >&2
        sleep 1
      done
    ) 9>&- &
    ticker=$!
  else
    note "$label …"
  fi
  "$@" >"$log" 2>&1 </dev/null || code=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r\033[K' >&2
  fi
  if [ "$code" -ne 0 ]; then
    tail -n 40 "$log" >&2
    note "$label：失败（退出码 $code），全文见 $log"
    return "$code"
  fi
  note "$label：完成，$((SECONDS - began)) 秒"
}
