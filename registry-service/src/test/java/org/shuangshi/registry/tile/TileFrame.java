package org.shuangshi.registry.tile;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A tile of the web's scheme, by the textbook's formulas. */
record TileFrame(int z, int x, int y) {

  static TileFrame around(int z, double lon, double lat) {
    return new TileFrame(z, (int) Math.floor(column(z, lon)), (int) Math.floor(row(z, lat)));
  }

  String path(String layer) {
    return "/tiles/" + layer + "/" + z + "/" + x + "/" + y + ".mvt";
  }

  /** Where a place falls, in units of 4096 a tile. */
  Coordinate at(double lon, double lat) {
    return new Coordinate((column(z, lon) - x) * 4096, (row(z, lat) - y) * 4096);
  }

  /** Whether a box of degrees touches the tile with its margin of 64 units. */
  boolean touches(Envelope degrees) {
    Envelope units = new Envelope(at(degrees.getMinX(), degrees.getMinY()));
    units.expandToInclude(at(degrees.getMaxX(), degrees.getMaxY()));
    return new Envelope(-64, 4096 + 64, -64, 4096 + 64).intersects(units);
  }

  private static double column(int z, double lon) {
    return (lon + 180) / 360 * (1 << z);
  }

  private static double row(int z, double lat) {
    double phi = Math.toRadians(lat);
    return (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * (1 << z);
  }
}
