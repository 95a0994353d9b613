# shellcheck source=/dev/null
. "$here/launcher/command/import.sh"

run_regrid() { through_java regrid "$@"; }
