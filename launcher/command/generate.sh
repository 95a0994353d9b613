# shellcheck source=/dev/null
. "$here/launcher/command/import.sh"

run_generate() { through_java generate "$@"; }
