package org.shuangshi.gis.crs;

import java.util.List;
import java.util.Optional;

/**
 * A system whose parameters are known here without the EPSG database: the geographic ones, the
 * Gauss-Kruger series of CGCS2000, Xian 80 and Beijing 54, UTM on WGS 84 and Web Mercator. They are
 * what .prj files without codes are recognised by, and what gets a Chinese name.
 *
 * @param projection {@link Projection#NONE} for the geographic systems
 */
record KnownSystem(int epsg, Datum datum, Projection projection) {

  enum Kind {
    GEOGRAPHIC,
    GAUSS_KRUGER,
    UTM,
    WEB_MERCATOR
  }

  /**
   * @param zoneDegrees width of the zone, 3 or 6
   * @param zone number of the zone
   * @param zonePrefix whether eastings carry the zone number in front (40 500 000)
   */
  record Projection(
      Kind kind,
      int zoneDegrees,
      int zone,
      boolean zonePrefix,
      double centralMeridian,
      double scale,
      double falseEasting,
      double falseNorthing) {

    static final Projection NONE = new Projection(Kind.GEOGRAPHIC, 0, 0, false, 0, 1, 0, 0);
    static final Projection WEB_MERCATOR =
        new Projection(Kind.WEB_MERCATOR, 0, 0, false, 0, 1, 0, 0);

    static Projection gaussKruger(int zoneDegrees, int zone, boolean zonePrefix) {
      int meridian = zoneDegrees == 3 ? 3 * zone : 6 * zone - 3;
      double easting = zonePrefix ? zone * 1_000_000.0 + 500_000 : 500_000;
      return new Projection(
          Kind.GAUSS_KRUGER, zoneDegrees, zone, zonePrefix, meridian, 1, easting, 0);
    }

    static Projection utm(int zone, boolean south) {
      return new Projection(
          Kind.UTM, 6, zone, false, 6 * zone - 183, 0.9996, 500_000, south ? 10_000_000 : 0);
    }
  }

  /** Consecutive codes for consecutive zones. */
  private record Series(
      int firstEpsg, Datum datum, int zoneDegrees, int firstZone, int lastZone, boolean prefix) {

    KnownSystem at(int zone) {
      return new KnownSystem(
          firstEpsg + zone - firstZone, datum, Projection.gaussKruger(zoneDegrees, zone, prefix));
    }
  }

  /** From the EPSG register; three-degree series first, as they are what cities use. */
  private static final List<Series> SERIES =
      List.of(
          new Series(4513, Datum.CGCS2000, 3, 25, 45, true),
          new Series(4534, Datum.CGCS2000, 3, 25, 45, false),
          new Series(4491, Datum.CGCS2000, 6, 13, 23, true),
          new Series(4502, Datum.CGCS2000, 6, 13, 23, false),
          new Series(2349, Datum.XIAN80, 3, 25, 45, true),
          new Series(2370, Datum.XIAN80, 3, 25, 45, false),
          new Series(2327, Datum.XIAN80, 6, 13, 23, true),
          new Series(2338, Datum.XIAN80, 6, 13, 23, false),
          new Series(2401, Datum.BEIJING54, 3, 25, 45, true),
          new Series(2422, Datum.BEIJING54, 3, 25, 45, false),
          new Series(21413, Datum.BEIJING54, 6, 13, 23, true),
          new Series(21453, Datum.BEIJING54, 6, 13, 23, false));

  static Optional<KnownSystem> of(int epsg) {
    for (Datum datum : Datum.values()) {
      if (datum.geographic == epsg) {
        return Optional.of(new KnownSystem(epsg, datum, Projection.NONE));
      }
    }
    if (epsg == 3857) {
      return Optional.of(new KnownSystem(epsg, Datum.WGS84, Projection.WEB_MERCATOR));
    }
    if (epsg > 32600 && epsg <= 32660) {
      return Optional.of(utm(epsg - 32600, false));
    }
    if (epsg > 32700 && epsg <= 32760) {
      return Optional.of(utm(epsg - 32700, true));
    }
    for (Series series : SERIES) {
      int zone = epsg - series.firstEpsg + series.firstZone;
      if (zone >= series.firstZone && zone <= series.lastZone) {
        return Optional.of(series.at(zone));
      }
    }
    return Optional.empty();
  }

  static KnownSystem utm(int zone, boolean south) {
    return new KnownSystem(
        (south ? 32700 : 32600) + zone, Datum.WGS84, Projection.utm(zone, south));
  }

  /**
   * The Gauss-Kruger system with these parameters. Where a three- and a six-degree series share the
   * meridian they are the same projection, and the one of the preferred width is named.
   */
  static Optional<KnownSystem> gaussKruger(
      Datum datum, double centralMeridian, double falseEasting, int preferredDegrees) {
    KnownSystem found = null;
    for (Series series : SERIES) {
      for (int zone = series.firstZone; zone <= series.lastZone; zone++) {
        KnownSystem candidate = series.at(zone);
        if (series.datum == datum
            && Math.abs(candidate.projection.centralMeridian - centralMeridian) < 1e-9
            && Math.abs(candidate.projection.falseEasting - falseEasting) < 1e-3
            && (found == null || series.zoneDegrees == preferredDegrees)) {
          found = candidate;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  boolean isGeographic() {
    return projection.kind == Kind.GEOGRAPHIC;
  }

  String label() {
    return switch (projection.kind) {
      case GEOGRAPHIC -> datum.label + " 经纬度";
      case WEB_MERCATOR -> "Web 墨卡托";
      case UTM -> "WGS84 UTM " + projection.zone + (projection.falseNorthing > 0 ? "S" : "N");
      case GAUSS_KRUGER ->
          datum.label
              + " 高斯-克吕格 "
              + projection.zoneDegrees
              + "度带 "
              + (projection.zonePrefix
                  ? "带号" + projection.zone
                  : "中央经线" + (int) projection.centralMeridian + "°E");
    };
  }
}
