#!/bin/bash
# Healthy: the store answers for whoever signs in, nobody else sees a layer, and the default account is closed.
base=http://127.0.0.1:8080/geoserver
account=$GEOSERVER_ADMIN_USER:$(<"$ADMIN_PASSWORD_FILE")
layers=$(curl -fsS -u "$account" "$base/registry/wfs?service=WFS&version=2.0.0&request=GetCapabilities") || exit 1
for layer in region grid building; do
  [[ $layers == *"<Name>registry:$layer</Name>"* ]] || { echo "layer $layer is not served"; exit 1; }
done
[[ $(curl -sS "$base/registry/wfs?service=WFS&version=2.0.0&request=GetCapabilities") != *'<Name>registry:'* ]] || { echo 'layers are open to anyone'; exit 1; }
[ "$(curl -s -o /dev/null -w '%{http_code}' -u admin:geoserver "$base/rest/about/version.xml")" = 401 ] || { echo 'the default account is open'; exit 1; }
