package org.shuangshi.intake.load;

import java.util.Map;

/** A building without a use gets one from OpenStreetMap's kind, where that says one. */
final class BuildingRow implements RowRule {

  private static final Map<String, String> USE =
      Map.ofEntries(
          Map.entry("apartments", "RESIDENTIAL"),
          Map.entry("residential", "RESIDENTIAL"),
          Map.entry("house", "RESIDENTIAL"),
          Map.entry("dormitory", "RESIDENTIAL"),
          Map.entry("commercial", "COMMERCIAL"),
          Map.entry("retail", "COMMERCIAL"),
          Map.entry("hotel", "COMMERCIAL"),
          Map.entry("bank", "COMMERCIAL"),
          Map.entry("office", "OFFICE"),
          Map.entry("industrial", "INDUSTRIAL"),
          Map.entry("warehouse", "INDUSTRIAL"),
          Map.entry("school", "SCHOOL"),
          Map.entry("university", "SCHOOL"),
          Map.entry("kindergarten", "SCHOOL"),
          Map.entry("hospital", "HOSPITAL"),
          Map.entry("public", "PUBLIC"),
          Map.entry("civic", "PUBLIC"),
          Map.entry("government", "PUBLIC"),
          Map.entry("museum", "PUBLIC"),
          Map.entry("place_of_worship", "PUBLIC"),
          Map.entry("transportation", "PUBLIC"),
          Map.entry("garage", "ANCILLARY"),
          Map.entry("roof", "ANCILLARY"));

  @Override
  public void apply(Row row) {
    if (row.get("status") == null) {
      row.set("status", "STANDING");
    }
    if (row.get("use") != null) {
      return;
    }
    String kind = row.text("kind");
    String use = kind == null ? null : USE.get(kind);
    row.set("use", use == null ? "UNKNOWN" : use);
    if (kind != null && use == null) {
      row.note("building.kind-unmapped", "类型“" + kind + "”没有对应的用途，记为未知");
    }
  }
}
