package org.shuangshi.gis.crs;

/**
 * A geodetic datum of Chinese files.
 *
 * <p>{@link #esri} names are those of ArcGIS; {@link #ogc} names and codes those of EPSG.
 */
enum Datum {
  CGCS2000(
      "CGCS2000",
      4490,
      "China Geodetic Coordinate System 2000",
      "GCS_China_Geodetic_Coordinate_System_2000",
      "China_2000",
      1043,
      "CGCS2000",
      "CGCS2000",
      1024,
      6378137,
      298.257222101),
  WGS84(
      "WGS84",
      4326,
      "WGS 84",
      "GCS_WGS_1984",
      "WGS_1984",
      6326,
      "WGS 84",
      "WGS_1984",
      7030,
      6378137,
      298.257223563),
  XIAN80(
      "西安80",
      4610,
      "Xian 1980",
      "GCS_Xian_1980",
      "Xian_1980",
      6610,
      "IAG 1975",
      "Xian_1980",
      7049,
      6378140,
      298.257),
  BEIJING54(
      "北京54",
      4214,
      "Beijing 1954",
      "GCS_Beijing_1954",
      "Beijing_1954",
      6214,
      "Krassowsky 1940",
      "Krasovsky_1940",
      7024,
      6378245,
      298.3);

  final String label;

  /** EPSG code of the system in degrees on this datum. */
  final int geographic;

  final String ogc;
  final String esri;
  final String datumName;
  final int datumCode;
  final String spheroid;
  final String esriSpheroid;
  final int spheroidCode;
  final double semiMajorMetres;
  final double inverseFlattening;

  Datum(
      String label,
      int geographic,
      String ogc,
      String esri,
      String datumName,
      int datumCode,
      String spheroid,
      String esriSpheroid,
      int spheroidCode,
      double semiMajorMetres,
      double inverseFlattening) {
    this.label = label;
    this.geographic = geographic;
    this.ogc = ogc;
    this.esri = esri;
    this.datumName = datumName;
    this.datumCode = datumCode;
    this.spheroid = spheroid;
    this.esriSpheroid = esriSpheroid;
    this.spheroidCode = spheroidCode;
    this.semiMajorMetres = semiMajorMetres;
    this.inverseFlattening = inverseFlattening;
  }
}
