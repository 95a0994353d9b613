package org.shuangshi.intake.load;

import java.util.Map;

/** A road without a class gets one from OpenStreetMap's words, the finer one first. */
final class RoadRow implements RowRule {

  private static final Map<String, String> CLASS =
      Map.ofEntries(
          Map.entry("motorway", "EXPRESSWAY"),
          Map.entry("trunk", "EXPRESSWAY"),
          Map.entry("highway", "EXPRESSWAY"),
          Map.entry("primary", "ARTERIAL"),
          Map.entry("major_road", "ARTERIAL"),
          Map.entry("secondary", "SECONDARY"),
          Map.entry("tertiary", "BRANCH"),
          Map.entry("residential", "BRANCH"),
          Map.entry("unclassified", "BRANCH"),
          Map.entry("minor_road", "BRANCH"),
          Map.entry("living_street", "LANE"),
          Map.entry("service", "LANE"),
          Map.entry("pedestrian", "LANE"),
          Map.entry("footway", "PATH"),
          Map.entry("path", "PATH"),
          Map.entry("cycleway", "PATH"),
          Map.entry("steps", "PATH"),
          Map.entry("track", "PATH"),
          Map.entry("rail", "RAIL"),
          Map.entry("subway", "RAIL"),
          Map.entry("light_rail", "RAIL"),
          Map.entry("tram", "RAIL"),
          Map.entry("funicular", "RAIL"));

  @Override
  public void apply(Row row) {
    if (row.get("class") == null) {
      String fine = CLASS.get(word(row, "kind_detail"));
      String coarse = CLASS.get(word(row, "kind"));
      row.set("class", fine != null ? fine : coarse != null ? coarse : "OTHER");
    }
  }

  /** A slip road (primary_link) is of its road's class. */
  private static String word(Row row, String column) {
    String word = row.text(column);
    return word == null ? "" : word.replaceFirst("_link$", "");
  }
}
