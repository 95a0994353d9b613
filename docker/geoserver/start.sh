#!/bin/bash
# GeoServer writes into its data directory (global.xml, security/, the store's password in place), so the tracked one
# in /seed/data is copied over the volume at every start. A featuretype that did not change since the last copy is
# left as it is: recalculate.sh wrote the city's extent there.
set -euo pipefail
volume=${GEOSERVER_DATA_DIR:-/opt/geoserver_data}
seen=$volume/.seed
cd /seed/data

# the image's own security folder first, so that its start script finds the files the account is written to
[ -d "$volume/security" ] || cp -r "$CATALINA_HOME/webapps/geoserver/data/security" "$volume/"

find . -type f | while read -r file; do
  case $file in
    */featuretype.xml) ! cmp -s "$file" "$seen/$file" || [ ! -f "$volume/$file" ] || continue ;;
  esac
  mkdir -p "$volume/$(dirname "$file")" "$seen/$(dirname "$file")"
  cp "$file" "$volume/$file"
  cp "$file" "$seen/$file"
done

(umask 077 && printf 'REGISTRY_DB_HOST=%s\nREGISTRY_DB_PASSWORD=%s\n' "$REGISTRY_DB_HOST" "$(<"$PUBLISH_PASSWORD_FILE")" \
  >"$volume/geoserver-environment.properties")

# read by the image's start script, which writes the account with a salted digest
GEOSERVER_ADMIN_PASSWORD=$(<"$ADMIN_PASSWORD_FILE")
export GEOSERVER_ADMIN_PASSWORD
exec bash /opt/startup.sh
