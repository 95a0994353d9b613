package org.shuangshi.gis.feature;

/** What a file that is read turned out to be, whatever its name ends in. */
public enum FileKind {
  /** A .shp with its neighbours, a folder or a zip of such; also a dBase table alone. */
  SHAPEFILE("Shapefile"),
  GEOPACKAGE("GeoPackage"),
  /** A FeatureCollection, one Feature, or a sequence of Features, one after the other. */
  GEOJSON("GeoJSON"),
  /** Also as KMZ. */
  KML("KML"),
  FLATGEOBUF("FlatGeobuf"),
  CSV("CSV"),
  XLSX("Excel 工作簿 (xlsx)"),
  /** Excel 97 to 2003. */
  XLS("Excel 97-2003 工作簿 (xls)");

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Whether it is a table whose coordinates, if any, stand in columns and name no system. */
  public boolean isTable() {
    return this == CSV || this == XLSX || this == XLS;
  }
}
