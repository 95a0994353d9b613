package org.shuangshi.gis.feature;

/**
 * A format that files are written in, with the ending they have. {@link FileKind} are those read.
 */
public enum Format {
  GEOJSON("geojson"),
  GEOPACKAGE("gpkg"),
  /** A zip with .shp, .shx, .dbf, .prj and .cpg. */
  SHAPEFILE("zip"),
  /** With a byte order mark where it is UTF-8, so that Excel shows Chinese. */
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
