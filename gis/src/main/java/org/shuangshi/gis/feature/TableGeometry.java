package org.shuangshi.gis.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.geometry.FaultCode;

/** The columns of a table that hold its geometry: a pair of ordinates, or WKT. */
final class TableGeometry {

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
    return of(header, null);
  }

  /**
   * In the columns that were chosen.
   *
   * @param chosen null: by the names of the columns
   * @throws IllegalArgumentException where one of them is not there
   */
  static TableGeometry of(List<String> header, @Nullable GeometryHeaders chosen) {
    GeometryHeaders place = chosen == null ? GeometryHeaders.named(header) : chosen;
    return new TableGeometry(
        position(header, place.east()),
        position(header, place.north()),
        position(header, place.wkt()));
  }

  private static int position(List<String> header, @Nullable String name) {
    int position = name == null ? -1 : header.indexOf(name);
    if (name != null && position < 0) {
      throw new IllegalArgumentException("no column " + name);
    }
    return position;
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
