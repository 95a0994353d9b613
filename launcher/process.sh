# Processes and ports of this machine, read from /proc: no tool is needed that a bare system lacks.

# process_runs PID WORD: PID lives and WORD stands in its command line (a pid file may outlive its process).
process_runs() {
  [ -n "$1" ] && [ -r "/proc/$1/cmdline" ] && tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$2"
}

# stop_process PID SECONDS: asks, waits, then insists.
stop_process() {
  local pid=$1 left=$(($2 * 10))
  kill "$pid" 2>/dev/null || return 0
  while [ -d "/proc/$pid" ] && [ "$left" -gt 0 ]; do
    sleep 0.1
    left=$((left - 1))
  done
  [ ! -d "/proc/$pid" ] || kill -9 "$pid" 2>/dev/null || true
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port FIRST: the first port from FIRST on where nobody answers.
free_port() {
  local port=$1
  while port_open "$port"; do port=$((port + 1)); done
  echo "$port"
}

# port_holder PORT: "pid command line" of who listens there; empty where /proc does not tell this user.
port_holder() {
  local inode link pid
  inode=$(awk -v port="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' \
    /proc/net/tcp /proc/net/tcp6 2>/dev/null)
  [ -n "$inode" ] || return 0
  link=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$inode\]" -print -quit 2>/dev/null) || true
  [ -n "$link" ] || return 0
  pid=${link#/proc/}
  pid=${pid%%/*}
  printf '%s %s\n' "$pid" "$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c 1-120)"
}

# http_answers PORT PATH: true when a GET there is answered with 200.
http_answers() {
  local status=''
  if [ -n "${REGISTRY_TLS_CERT:-}" ]; then
    # whoever the certificate is for: this asks whether it is up, not who it is
    node -e 'require("https").get({ host: "127.0.0.1", port: process.argv[1], path: process.argv[2], rejectUnauthorized: false },
      (answer) => process.exit(answer.statusCode === 200 ? 0 : 1)).on("error", () => process.exit(1))' "$1" "$2"
    return
  fi
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3 2>/dev/null || true
  IFS= read -r -t 20 status <&3 || true
  exec 3<&- 3>&-
  [[ $status == HTTP/1.*" 200"* ]]
}
