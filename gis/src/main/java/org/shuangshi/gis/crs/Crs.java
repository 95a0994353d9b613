package org.shuangshi.gis.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A coordinate reference system by its EPSG code.
 *
 * <pre>{@code Crs.parse("EPSG:4549")}</pre>
 *
 * <p>A Crs is only a name: whether the code exists is asked when a transform is made.
 *
 * @param epsg the code, e.g. 4490
 */
public record Crs(int epsg) {

  /** CGCS2000 geographic: what the register stores. */
  public static final Crs CGCS2000 = new Crs(4490);

  public static final Crs WGS84 = new Crs(4326);

  private static final double PLAIN_FALSE_EASTING_METRES = 500_000;

  /** {@code 4549}, {@code EPSG:4549}, the URN and URL forms with or without a version. */
  private static final Pattern EPSG =
      Pattern.compile(
          "(?:urn:(?:ogc|x-ogc):def:crs:epsg:[\\d.]*:|https?://www\\.opengis\\.net/def/crs/epsg/[\\d.]+/"
              + "|epsg::?)?(\\d{1,9})");

  /**
   * Reads the name of a system as people, GeoJSON and command lines write it. CRS84 is WGS 84 in
   * lon/lat order, which is the only order there is here.
   *
   * @throws CrsException {@code crs.unknown} for anything that does not name an EPSG code
   */
  public static Crs parse(String text) throws CrsException {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.endsWith("crs84") || name.equals("wgs84") || name.equals("wgs 84")) {
      return WGS84;
    }
    if (name.equals("cgcs2000")) {
      return CGCS2000;
    }
    Matcher matcher = EPSG.matcher(name);
    if (!matcher.matches()) {
      throw CrsException.unknown(text);
    }
    return new Crs(Integer.parseInt(matcher.group(1)));
  }

  /**
   * The system a WKT definition (version 1 as OGC or Esri write it, or version 2) describes: by its
   * own EPSG code where it has one, else by datum and projection parameters.
   *
   * @throws CrsException {@code crs.unknown} where it is not one of the systems in use in China
   */
  public static Crs ofWkt(String wkt) throws CrsException {
    return WktReading.read(wkt);
  }

  /** Whether coordinates are degrees (lon, lat) rather than metres. */
  public boolean isGeographic() throws CrsException {
    return KnownSystem.of(epsg).isPresent()
        ? KnownSystem.of(epsg).get().isGeographic()
        : Epsg.isGeographic(this);
  }

  /**
   * The Gauss-Kruger system of CGCS2000 for a zone: of 3 degrees 25 to 45, of 6 degrees 13 to 23.
   *
   * @param zonePrefix whether eastings carry the number of the zone in front
   */
  public static Optional<Crs> gaussKruger(int zoneDegrees, int zone, boolean zonePrefix) {
    KnownSystem.Projection wanted =
        KnownSystem.Projection.gaussKruger(zoneDegrees, zone, zonePrefix);
    return KnownSystem.gaussKruger(
            Datum.CGCS2000, wanted.centralMeridian(), wanted.falseEasting(), zoneDegrees)
        .map(known -> new Crs(known.epsg()));
  }

  /**
   * For a system of Xian 80 or Beijing 54 the same projection on CGCS2000, to within some 100 m of
   * which it lies, differently in each city; empty for all others.
   */
  public Optional<Crs> counterpart() {
    return KnownSystem.of(epsg)
        .filter(k -> k.datum() == Datum.XIAN80 || k.datum() == Datum.BEIJING54)
        .flatMap(
            k ->
                k.isGeographic()
                    ? Optional.of(CGCS2000)
                    : KnownSystem.gaussKruger(
                            Datum.CGCS2000,
                            k.projection().centralMeridian(),
                            k.projection().falseEasting(),
                            k.projection().zoneDegrees())
                        .map(known -> new Crs(known.epsg())));
  }

  /**
   * The Gauss-Kruger system of CGCS2000 on the same meridian whose eastings carry no zone: the
   * plane that published parameters between datums are given in; empty for systems of other kinds.
   */
  public Optional<Crs> plane() {
    return KnownSystem.of(epsg)
        .filter(k -> k.projection().kind() == KnownSystem.Kind.GAUSS_KRUGER)
        .flatMap(
            k ->
                KnownSystem.gaussKruger(
                    Datum.CGCS2000,
                    k.projection().centralMeridian(),
                    PLAIN_FALSE_EASTING_METRES,
                    k.projection().zoneDegrees()))
        .map(known -> new Crs(known.epsg()));
  }

  /** The definition as OGC WKT 1 with EPSG codes, for GeoPackage. */
  public String wkt() throws CrsException {
    return KnownSystem.of(epsg).isPresent() ? WktWriting.ogc(this) : Epsg.wkt(this);
  }

  /** The definition as Esri writes it in a .prj beside a Shapefile. */
  public String esriWkt() throws CrsException {
    return KnownSystem.of(epsg).isPresent() ? WktWriting.esri(this) : Epsg.wkt(this);
  }

  /** A name for people, in Chinese, with the code: {@code CGCS2000 经纬度 (EPSG:4490)}. */
  public String label() {
    return KnownSystem.of(epsg).map(known -> known.label() + " (" + this + ")").orElse(toString());
  }

  @Override
  public String toString() {
    return "EPSG:" + epsg;
  }
}
