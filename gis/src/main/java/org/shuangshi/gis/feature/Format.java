package org.shuangshi.gis.feature;

/** A file format, with the ending its files have. */
public enum Format {
  GEOJSON("geojson"),
  GEOPACKAGE("gpkg"),
  /** A zip with .shp, .shx, .dbf, .prj and .cpg; written, not yet read. */
  SHAPEFILE("zip"),
  /** UTF-8, with or without BOM when read, with BOM when written so that Excel shows Chinese. */
  CSV("csv"),
  XLSX("xlsx");

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  public String extension() {
    return extension;
  }
}
