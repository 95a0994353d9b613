#!/usr/bin/env bash
# Without words: the service. With words: the command line, e.g. `docker-compose run --rm service import --set /city`.
set -euo pipefail
if [ -n "${REGISTRY_DB_PASSWORD_FILE:-}" ]; then
  REGISTRY_DB_PASSWORD=$(<"$REGISTRY_DB_PASSWORD_FILE")
  export REGISTRY_DB_PASSWORD
fi
if [ -n "${REGISTRY_KEYS_FILE:-}" ]; then
  # a mounted secret is readable to all in here, and the service wants its keys for itself
  REGISTRY_KEYS=/tmp/registry.keys
  (umask 077 && cat "$REGISTRY_KEYS_FILE" >"$REGISTRY_KEYS")
  export REGISTRY_KEYS
fi
java=(java -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai)
if [ $# -eq 0 ]; then
  # Without TLS the service listens on loopback alone and refuses anything else. The container's loopback is
  # reached through this door; outside, compose publishes it on the host's loopback alone.
  # One door per network: the port is published on one of them, and which one is the engine's choice.
  for address in $(hostname -I); do
    case $address in *:*) continue ;; esac
    socat "TCP-LISTEN:8080,bind=$address,fork,reuseaddr" TCP:127.0.0.1:8080 &
  done
  exec "${java[@]}" -jar /opt/registry/registry.jar
fi
if [ "$1" = admin ]; then
  shift
  exec "${java[@]}" -Dloader.main=org.shuangshi.registry.account.AccountCommand -jar /opt/registry/registry.jar "$@"
fi
exec "${java[@]}" -Dloader.main=org.shuangshi.intake.cli.RegistryCommand -jar /opt/registry/registry.jar "$@"
