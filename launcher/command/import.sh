# The words are those of data-import's own command line; it explains them itself.
run_import() { through_java import "$@"; }

# through_java NAME ARGUMENT…: the product's own command with its database ready.
through_java() {
  local name=$1 word
  shift
  wait_for_lock
  build_app
  for word in "$@"; do
    case $word in --help | -h) registry_java "$name" --help; return 0 ;; esac
  done
  if [ "$name" != generate ]; then ready_database; fi
  release_lock
  registry_java "$name" "$@"
}
