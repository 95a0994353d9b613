# Grids as a mesh: edits of every kind with the coverage, the union and the undo checked after each, and the check of a
# whole city's grids beside plain JTS in the same process. Needs no database.

bench_mesh() {
  local figures=$state/bench/mesh.txt
  need_build_tools
  find_test_data
  mkdir -p "$state/bench"
  rm -f "$figures"
  say ""
  say "## mesh"
  (cd "$here" && REGISTRY_MESH_FIGURES=$figures REGISTRY_MESH_EDITS=$edits REGISTRY_MESH_ROUNDS=$rounds \
    with_progress "修改网格各 $edits 次并逐次检查" "$state/log/bench-mesh.log" \
    mvn -B -ntp -Dspotless.check.skip=true -pl gis -Dtest=MeshFigures verify) || fail "网格测量失败" "全文见 $state/log/bench-mesh.log"
  say "$(cat "$figures")"
  grep -q 南港 "$figures" || say "南港 27 里：没有 REGISTRY_TEST_DATA，未测"
}
