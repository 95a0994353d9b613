package org.shuangshi.gis.crs;

/**
 * A coordinate reference system by its EPSG code.
 *
 * <pre>{@code Crs.parse("EPSG:4549")}</pre>
 *
 * @param epsg the code, e.g. 4490
 */
public record Crs(int epsg) {

  /** CGCS2000 geographic: what the register stores. */
  public static final Crs CGCS2000 = new Crs(4490);

  public static final Crs WGS84 = new Crs(4326);

  @Override
  public String toString() {
    return "EPSG:" + epsg;
  }
}
