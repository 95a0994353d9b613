#!/usr/bin/env bash
# Makes the passwords the compose stack needs, at random, once. They are never tracked.
# The files are readable to all because a container's user is not ours; their folder keeps others of this machine out.
set -euo pipefail
folder=$(dirname -- "$(readlink -f -- "$0")")/secrets
mkdir -p "$folder"
chmod 700 "$folder"
for name in postgres_password registry_password publish_password geoserver_password; do
  [ -s "$folder/$name" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/$name"
  chmod 644 "$folder/$name"
done
# the keys that lie outside the database; keep a copy apart from the database's backup
if [ ! -s "$folder/registry_keys" ]; then
  printf '1 AES %s\n' "$(head -c 32 /dev/urandom | base64)" >"$folder/registry_keys"
  chmod 644 "$folder/registry_keys"
fi
echo "$folder"
