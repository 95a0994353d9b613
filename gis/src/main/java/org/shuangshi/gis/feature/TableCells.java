package org.shuangshi.gis.feature;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/**
 * Puts a row's geometry into cells: points in columns lon and lat (x and y in metres), others in a
 * column wkt. Columns of these names that the schema has already are filled, otherwise they stand
 * at the end.
 */
final class TableCells {

  private final List<String> header;
  private final TableGeometry place;
  private final WKTWriter wkt = new WKTWriter();
  private final double scale;

  /**
   * @param scale steps in a unit of the system to which ordinates are rounded
   */
  TableCells(FeatureSchema schema, double scale) {
    this.scale = scale;
    wkt.setPrecisionModel(new PrecisionModel(scale));
    List<String> names = new ArrayList<>(schema.fields().stream().map(Field::name).toList());
    if (schema.geometryType() == GeometryType.NONE) {
      place = TableGeometry.of(List.of());
    } else {
      boolean points = schema.geometryType() == GeometryType.POINT;
      TableGeometry own = TableGeometry.of(names);
      if (points ? own.type() != GeometryType.POINT : own.wkt() < 0) {
        names.addAll(
            points ? (scale > 1e4 ? List.of("lon", "lat") : List.of("x", "y")) : List.of("wkt"));
      }
      place = TableGeometry.of(names);
    }
    header = List.copyOf(names);
  }

  /**
   * A number as people write it: Double.toString turns to exponents below 0.001 and from 10 million
   * on, which spreadsheets and people misread.
   */
  static String plain(double real) {
    String text = Double.toString(real);
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  List<String> header() {
    return header;
  }

  /** The values with those of the geometry in their places; ordinates are Doubles. */
  List<@Nullable Object> row(@Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    List<@Nullable Object> cells = new ArrayList<>(values);
    while (cells.size() < header.size()) {
      cells.add(null);
    }
    if (place.wkt() >= 0) {
      cells.set(place.wkt(), geometry == null ? null : wkt.write(geometry));
    } else if (place.east() >= 0) {
      Coordinate at = geometry == null ? null : geometry.getCoordinate();
      cells.set(place.east(), at == null ? null : Math.rint(at.x * scale) / scale);
      cells.set(place.north(), at == null ? null : Math.rint(at.y * scale) / scale);
    }
    return cells;
  }
}
