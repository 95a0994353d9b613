#!/bin/bash
# After the first import, and when the city grew: docker-compose exec geoserver bash /seed/recalculate.sh
# Writes the data's real extent into the layers (before it they say all of China) and drops their cached tiles.
set -euo pipefail
base=http://127.0.0.1:8080/geoserver
account=$GEOSERVER_ADMIN_USER:$(<"$ADMIN_PASSWORD_FILE")
for layer in region grid building; do
  curl -fsS -u "$account" -X PUT -H 'Content-Type: application/xml' -d "<featureType><name>$layer</name><enabled>true</enabled></featureType>" \
    "$base/rest/workspaces/registry/datastores/publish/featuretypes/$layer?recalculate=nativebbox,latlonbbox"
  curl -fsS -u "$account" -X POST -H 'Content-Type: text/xml' -d "<truncateLayer><layerName>registry:$layer</layerName></truncateLayer>" \
    "$base/gwc/rest/masstruncate"
done
