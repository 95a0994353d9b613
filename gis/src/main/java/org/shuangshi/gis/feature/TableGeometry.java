package org.shuangshi.gis.feature;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.geometry.FaultCode;

/** The columns of a table that hold its geometry: a pair of ordinates, or WKT. */
final class TableGeometry {

  private static final List<List<String>> EAST_NORTH =
      List.of(
          List.of("lon", "lat"),
          List.of("longitude", "latitude"),
          List.of("经度", "纬度"),
          List.of("x", "y"));

  private final int east;
  private final int north;
  private final int wkt;
  private final WKTReader reader = new WKTReader();
  private final GeometryFactory factory = new GeometryFactory();

  private TableGeometry(int east, int north, int wkt) {
    this.east = east;
    this.north = north;
    this.wkt = wkt;
  }

  /** By the names of the columns; WKT wins over a pair. */
  static TableGeometry of(List<String> header) {
    List<String> names = header.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
    int wkt = names.indexOf("wkt");
    if (wkt >= 0) {
      return new TableGeometry(-1, -1, wkt);
    }
    for (List<String> pair : EAST_NORTH) {
      int east = names.indexOf(pair.get(0));
      int north = names.indexOf(pair.get(1));
      if (east >= 0 && north >= 0) {
        return new TableGeometry(east, north, -1);
      }
    }
    return new TableGeometry(-1, -1, -1);
  }

  GeometryType type() {
    if (wkt >= 0) {
      return GeometryType.ANY;
    }
    return east >= 0 ? GeometryType.POINT : GeometryType.NONE;
  }

  int east() {
    return east;
  }

  int north() {
    return north;
  }

  int wkt() {
    return wkt;
  }

  /** The row's geometry, null where its cells are blank. */
  @Nullable Geometry of(Cells cells) throws Unbuildable {
    if (wkt >= 0) {
      return wkt(cells.text(wkt));
    }
    if (east < 0) {
      return null;
    }
    String x = cells.text(east);
    String y = cells.text(north);
    if (x == null && y == null) {
      return null;
    }
    try {
      Coordinate at =
          new Coordinate(
              Double.parseDouble(x == null ? "" : x), Double.parseDouble(y == null ? "" : y));
      return factory.createPoint(at);
    } catch (NumberFormatException e) {
      throw new Unbuildable(FaultCode.UNREADABLE.because("“" + x + "”，“" + y + "”"));
    }
  }

  private @Nullable Geometry wkt(@Nullable String text) throws Unbuildable {
    if (text == null) {
      return null;
    }
    try {
      return reader.read(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw Unbuildable.of(e);
    }
  }

  /** The cells of one row. */
  @FunctionalInterface
  interface Cells {
    /** The cell as text, null where it is blank or beyond the end of the row. */
    @Nullable String text(int column);
  }
}
