package org.shuangshi.gis.crs;

import java.util.Locale;
import org.shuangshi.gis.crs.KnownSystem.Kind;
import org.shuangshi.gis.crs.KnownSystem.Projection;

/** Writes the definitions of the known systems, with the names other programs expect. */
final class WktWriting {

  /** Esri's own text: its projection has a name and parameters no other system uses. */
  private static final String ESRI_WEB_MERCATOR =
      "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",%s,"
          + "PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
          + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  /** The EXTENSION is how GDAL keeps the spherical formula in WKT 1. */
  private static final String OGC_WEB_MERCATOR =
      "PROJCS[\"WGS 84 / Pseudo-Mercator\",%s,PROJECTION[\"Mercator_1SP\"],"
          + "PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
          + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],"
          + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],"
          + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],"
          + "EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0"
          + " +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],AUTHORITY[\"EPSG\",\"3857\"]]";

  private WktWriting() {}

  static String ogc(Crs crs) {
    KnownSystem system = known(crs);
    Datum datum = system.datum();
    String geographic =
        String.format(
            Locale.ROOT,
            "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"%s\",%.0f,%s,AUTHORITY[\"EPSG\",\"%d\"]],"
                + "AUTHORITY[\"EPSG\",\"%d\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
                + "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"%d\"]]",
            datum.ogc,
            datum.datumName,
            datum.spheroid,
            datum.semiMajorMetres,
            datum.inverseFlattening,
            datum.spheroidCode,
            datum.datumCode,
            datum.geographic);
    return switch (system.projection().kind()) {
      case GEOGRAPHIC -> geographic;
      case WEB_MERCATOR -> OGC_WEB_MERCATOR.formatted(geographic);
      case UTM, GAUSS_KRUGER -> ogcTransverseMercator(system, geographic);
    };
  }

  private static String ogcTransverseMercator(KnownSystem system, String geographic) {
    Projection projection = system.projection();
    boolean gaussKruger = projection.kind() == Kind.GAUSS_KRUGER;
    // The official axis order of Gauss-Kruger systems is northing first; coordinates in files are
    // easting first all the same (GeoPackage 1.3, requirement 33).
    String axes =
        gaussKruger
            ? "AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]"
            : "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]";
    return String.format(
        Locale.ROOT,
        "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",%.0f],"
            + "PARAMETER[\"scale_factor\",%s],PARAMETER[\"false_easting\",%.0f],"
            + "PARAMETER[\"false_northing\",%.0f],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],"
            + "%s,AUTHORITY[\"EPSG\",\"%d\"]]",
        ogcName(system),
        geographic,
        projection.centralMeridian(),
        number(projection.scale()),
        projection.falseEasting(),
        projection.falseNorthing(),
        axes,
        system.epsg());
  }

  private static String ogcName(KnownSystem system) {
    Projection projection = system.projection();
    if (projection.kind() == Kind.UTM) {
      return "WGS 84 / UTM zone "
          + projection.zone()
          + (projection.falseNorthing() > 0 ? "S" : "N");
    }
    String datum = system.datum() == Datum.CGCS2000 ? "CGCS2000" : system.datum().ogc;
    String width = projection.zoneDegrees() == 3 ? "3-degree " : "";
    return datum
        + " / "
        + width
        + "Gauss-Kruger "
        + (projection.zonePrefix()
            ? "zone " + projection.zone()
            : "CM " + (int) projection.centralMeridian() + "E");
  }

  static String esri(Crs crs) {
    KnownSystem system = known(crs);
    Datum datum = system.datum();
    String geographic =
        String.format(
            Locale.ROOT,
            "GEOGCS[\"%s\",DATUM[\"D_%s\",SPHEROID[\"%s\",%.1f,%s]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]]",
            datum.esri,
            datum.datumName,
            datum.esriSpheroid,
            datum.semiMajorMetres,
            datum.inverseFlattening);
    return switch (system.projection().kind()) {
      case GEOGRAPHIC -> geographic;
      case WEB_MERCATOR -> ESRI_WEB_MERCATOR.formatted(geographic);
      case UTM, GAUSS_KRUGER -> esriTransverseMercator(system, geographic);
    };
  }

  private static String esriTransverseMercator(KnownSystem system, String geographic) {
    Projection projection = system.projection();
    return String.format(
        Locale.ROOT,
        "PROJCS[\"%s\",%s,PROJECTION[\"%s\"],PARAMETER[\"False_Easting\",%.1f],"
            + "PARAMETER[\"False_Northing\",%.1f],PARAMETER[\"Central_Meridian\",%.1f],"
            + "PARAMETER[\"Scale_Factor\",%s],PARAMETER[\"Latitude_Of_Origin\",0.0],"
            + "UNIT[\"Meter\",1.0]]",
        esriName(system),
        geographic,
        projection.kind() == Kind.UTM ? "Transverse_Mercator" : "Gauss_Kruger",
        projection.falseEasting(),
        projection.falseNorthing(),
        projection.centralMeridian(),
        projection.scale());
  }

  private static String esriName(KnownSystem system) {
    Projection projection = system.projection();
    if (projection.kind() == Kind.UTM) {
      return "WGS_1984_UTM_Zone_"
          + projection.zone()
          + (projection.falseNorthing() > 0 ? "S" : "N");
    }
    String datum = system.datum() == Datum.CGCS2000 ? "CGCS2000" : system.datum().datumName;
    return datum
        + (projection.zoneDegrees() == 3 ? "_3_Degree" : "")
        + "_GK_"
        + (projection.zonePrefix()
            ? "Zone_" + projection.zone()
            : "CM_" + (int) projection.centralMeridian() + "E");
  }

  private static KnownSystem known(Crs crs) {
    return KnownSystem.of(crs.epsg()).orElseThrow();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
