package org.shuangshi.gis.crs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises WKT definitions, also those of Esri, which carry no codes. */
final class WktReading {

  private WktReading() {}

  static Crs read(String wkt) throws CrsException {
    WktNode root = WktNode.parse(wkt);
    WktNode system =
        root == null
            ? null
            : root.find("PROJCS", "PROJCRS", "PROJECTEDCRS", "GEOGCS", "GEOGCRS", "GEODCRS");
    if (system == null) {
      throw CrsException.unknown(wkt);
    }
    Integer code = code(system);
    if (code != null) {
      return new Crs(code);
    }
    return recognise(system).orElseThrow(() -> CrsException.unknown(system.name()));
  }

  /** The EPSG code the element itself carries, not one of its parts. */
  private static @Nullable Integer code(WktNode system) {
    for (WktNode child : system.children()) {
      boolean authority = child.keyword().equals("AUTHORITY") || child.keyword().equals("ID");
      if (authority && child.values().size() >= 2 && child.name().equalsIgnoreCase("EPSG")) {
        String digits = child.values().get(1);
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
      }
    }
    return null;
  }

  private static Optional<Crs> recognise(WktNode system) {
    Datum datum = datum(system);
    if (datum == null) {
      return Optional.empty();
    }
    WktNode projection = system.find("PROJECTION", "METHOD");
    if (projection == null) {
      return system.keyword().startsWith("GEO")
          ? Optional.of(new Crs(datum.geographic))
          : Optional.empty();
    }
    String method = plain(projection.name());
    if (datum == Datum.WGS84
        && (method.contains("auxiliarysphere") || method.contains("pseudomercator"))) {
      return Optional.of(new Crs(3857));
    }
    if (!method.equals("gausskruger") && !method.equals("transversemercator")) {
      return Optional.empty();
    }
    return transverseMercator(system, datum).map(known -> new Crs(known.epsg()));
  }

  private static Optional<KnownSystem> transverseMercator(WktNode system, Datum datum) {
    Map<String, Double> parameters = new HashMap<>();
    collectParameters(system, parameters);
    double meridian =
        parameters.getOrDefault(
            "centralmeridian", parameters.getOrDefault("longitudeofnaturalorigin", Double.NaN));
    double scale =
        parameters.getOrDefault(
            "scalefactor", parameters.getOrDefault("scalefactoratnaturalorigin", 1.0));
    double latitude =
        parameters.getOrDefault(
            "latitudeoforigin", parameters.getOrDefault("latitudeofnaturalorigin", 0.0));
    double easting = parameters.getOrDefault("falseeasting", Double.NaN);
    double northing = parameters.getOrDefault("falsenorthing", 0.0);
    if (!metres(system) || latitude != 0) {
      return Optional.empty();
    }
    if (scale == 1 && northing == 0) {
      int degrees = plain(system.name()).contains("3degree") ? 3 : 6;
      return KnownSystem.gaussKruger(datum, meridian, easting, degrees);
    }
    boolean south = northing == 10_000_000;
    boolean zoned = meridian % 6 == 3 || meridian % 6 == -3;
    if (datum == Datum.WGS84 && scale == 0.9996 && easting == 500_000 && zoned) {
      return Optional.of(KnownSystem.utm((int) ((meridian + 183) / 6), south))
          .filter(known -> south || northing == 0);
    }
    return Optional.empty();
  }

  private static void collectParameters(WktNode node, Map<String, Double> into) {
    if (node.keyword().equals("PARAMETER") && node.values().size() >= 2) {
      try {
        into.put(plain(node.name()), Double.valueOf(node.values().get(1)));
      } catch (NumberFormatException e) {
        into.put(plain(node.name()), Double.NaN);
      }
    }
    for (WktNode child : node.children()) {
      collectParameters(child, into);
    }
  }

  /** Whether the unit of the projected system is the metre (the degree belongs to its base). */
  private static boolean metres(WktNode system) {
    for (WktNode child : system.children()) {
      if (child.keyword().equals("UNIT") || child.keyword().equals("LENGTHUNIT")) {
        return plain(child.name()).startsWith("met");
      }
    }
    // WKT 2 says the unit within each axis.
    WktNode axisUnit = system.find("AXIS");
    WktNode unit = axisUnit == null ? null : axisUnit.find("LENGTHUNIT", "UNIT");
    return unit != null && plain(unit.name()).startsWith("met");
  }

  private static @Nullable Datum datum(WktNode system) {
    WktNode geographic = system.find("GEOGCS", "GEOGCRS", "BASEGEOGCRS", "GEODCRS", "BASEGEODCRS");
    WktNode datum = system.find("DATUM", "ENSEMBLE");
    String names =
        (geographic == null ? "" : plain(geographic.name()))
            + " "
            + (datum == null ? "" : plain(datum.name()));
    if (names.contains("cgcs2000")
        || names.contains("china2000")
        || names.contains("chinageodeticcoordinatesystem2000")) {
      return Datum.CGCS2000;
    }
    if (names.contains("xian1980") || names.contains("xian80")) {
      return Datum.XIAN80;
    }
    if (names.contains("beijing1954") || names.contains("beijing54")) {
      return Datum.BEIJING54;
    }
    if (names.contains("wgs1984") || names.contains("wgs84")) {
      return Datum.WGS84;
    }
    return null;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
