#!/usr/bin/env bash
# Installs the packages named in package-lock.json, and only when that file changed since the last time:
# `npm ci` empties node_modules first, which costs half a minute that an unchanged build need not spend.
set -euo pipefail
cd "$(dirname "$0")"

installed=node_modules/.installed-lock
if ! cmp -s package-lock.json "$installed"; then
  # The system's browser is used for journeys; none is ever downloaded.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --prefer-offline
  cp package-lock.json "$installed"
fi
