# The demo district: generated files, brought in through the ordinary import, once.

demo_buildings=3600
# Before anybody of it moved in: what people live in has to be there on every day they do, or none of it could be edited.
demo_since=1950-01-01

demo_loaded() { [ -n "$(register_value "SELECT 1 FROM register.change WHERE source = 'demo' LIMIT 1")" ]; }

# generate_demo DIRECTORY: complete or absent, and made by this build.
generate_demo() {
  ! cmp -s "$apps/stamp" "$1/made-by" || return 0
  rm -rf "$1" "$1.new"
  with_progress "生成演示街区" "$state/log/generate.log" registry_java generate --buildings "$demo_buildings" --seed 1 --out "$1.new" ||
    fail "生成演示街区失败" "全文见 $state/log/generate.log"
  cp "$apps/stamp" "$1.new/made-by"
  mv "$1.new" "$1"
}

# Demo accounts come with the demo district, also where it was loaded before there were accounts; once somebody else
# has an account they are not made again.
demo_accounts() {
  [ -z "$(register_value 'SELECT 1 FROM access.account LIMIT 1')" ] || return 0
  registry_accounts demo >"$state/log/accounts.log" 2>&1 || fail "建立演示账号失败" "全文见 $state/log/accounts.log"
}

load_demo() {
  if demo_loaded; then return 0; fi
  generate_demo "$state/demo"
  with_progress "装入演示街区" "$state/log/import.log" \
    registry_java import --set "$state/demo" --source demo --from "$demo_since" --who "./registry up" --why "演示街区" ||
    fail "装入演示街区失败，登记簿没有改变" "全文见 $state/log/import.log"
}
