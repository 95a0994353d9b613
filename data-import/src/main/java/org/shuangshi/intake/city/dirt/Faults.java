package org.shuangshi.intake.city.dirt;

import java.util.List;
import java.util.Map;

/** Which faults rows of a kind can have, and what they refer to. */
final class Faults {

  /** A column that names things of another kind. */
  record Referring(String column, String kind) {}

  /** Columns a department's file has and the city's own has not. */
  static final Map<String, List<String>> EXTRA_COLUMNS =
      Map.of(
          "addresses", List.of("text"),
          "late-addresses", List.of("text"),
          "buildings", List.of("kind", "address_text"),
          "units", List.of("building_address", "address_text"),
          "households", List.of("address"),
          "people", List.of("address"),
          "organisations", List.of("valid_to", "address"));

  private static final Referring UNIT = new Referring("unit", "units");

  private static final Map<String, List<Referring>> REFERRING =
      Map.of(
          "buildings", List.of(new Referring("address", "addresses")),
          "units",
              List.of(
                  new Referring("building", "buildings"), new Referring("address", "addresses")),
          "households", List.of(UNIT),
          "people", List.of(UNIT, new Referring("household", "households")),
          "organisations", List.of(UNIT),
          "evidence", List.of(UNIT),
          "staff", List.of(new Referring("grid", "grids")));

  private static final Map<String, List<Fault>> FAULTS =
      Map.ofEntries(
          Map.entry("regions", PlaceFaults.REGIONS),
          Map.entry("grids", PlaceFaults.GRIDS),
          Map.entry("estates", PlaceFaults.ESTATES),
          Map.entry("roads", PlaceFaults.ROADS),
          Map.entry("context", PlaceFaults.CONTEXT),
          Map.entry("addresses", PlaceFaults.ADDRESSES),
          Map.entry("buildings", PlaceFaults.BUILDINGS),
          Map.entry("units", PlaceFaults.UNITS),
          Map.entry("households", PeopleFaults.HOUSEHOLDS),
          Map.entry("people", PeopleFaults.PEOPLE),
          Map.entry("organisations", PeopleFaults.ORGANISATIONS),
          Map.entry("evidence", PeopleFaults.EVIDENCE),
          Map.entry("staff", PeopleFaults.STAFF));

  private Faults() {}

  static List<Fault> of(String kind) {
    return FAULTS.getOrDefault(kind, List.of());
  }

  static List<Referring> referring(String kind) {
    return REFERRING.getOrDefault(kind, List.of());
  }
}
