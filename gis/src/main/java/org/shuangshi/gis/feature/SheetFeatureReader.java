package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.Fault;

/**
 * One sheet of a workbook with its header in line 1. Read twice: a column's type is known only
 * after its last cell. Blank cells are null, wholly blank rows are passed over but counted.
 *
 * <p>A column is DATE where every cell is a day without a time, INTEGER where every number is
 * whole, and TEXT where it mixes; in a TEXT column a whole number has no decimals and a day is ISO
 * 8601.
 */
final class SheetFeatureReader implements FeatureReader {

  private final Workbook workbook;
  private final Sheet.Rows rows;
  private final FeatureSchema schema;
  private final TableGeometry geometry;
  private final long lastRow;
  private long row = 1;

  /** Where the sheet lies: it is closed with the reader, and has words for what is wrong. */
  interface Workbook extends Closeable {
    FeatureFileException failure(Exception e);
  }

  /**
   * @param chosen columns of the geometry; null: by their names
   */
  SheetFeatureReader(
      InputFile file, Workbook workbook, Sheet sheet, @Nullable GeometryHeaders chosen)
      throws IOException {
    this.workbook = workbook;
    SheetScan scan = SheetScan.of(file, sheet);
    this.geometry = TableGeometry.of(scan.names(), chosen);
    this.schema = new FeatureSchema(sheet.name(), scan.fields(), geometry.type(), null);
    this.lastRow = scan.lastRow();
    this.rows = sheet.open();
    rows.next();
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      for (Sheet.Row cells = rows.next(); cells != null; cells = rows.next()) {
        row = cells.number();
        if (!cells.isBlank()) {
          return feature(cells);
        }
      }
      row = lastRow;
      return null;
    } catch (IOException e) {
      throw workbook.failure(e);
    }
  }

  private Feature feature(Sheet.Row cells) {
    List<@Nullable Object> values = new ArrayList<>(schema.fields().size());
    for (int i = 0; i < schema.fields().size(); i++) {
      values.add(value(cells.cell(i), schema.fields().get(i).type()));
    }
    try {
      Geometry shape =
          geometry.of(
              i -> {
                Object value = cells.cell(i);
                return value == null ? null : SheetCell.text(value);
              });
      return new Feature(row, shape, values, beyond(cells));
    } catch (Unbuildable e) {
      return new Feature(row, null, values, e.fault());
    }
  }

  /** A cell with content under no header. */
  private @Nullable Fault beyond(Sheet.Row cells) {
    for (int i = schema.fields().size(); i < cells.cells().size(); i++) {
      if (cells.cell(i) != null) {
        return new Fault("row.ragged", "第 " + row + " 行在第 " + (i + 1) + " 列有内容，但这一列没有列名", null);
      }
    }
    return null;
  }

  private static @Nullable Object value(@Nullable Object value, FieldType type) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case REAL -> value instanceof Long whole ? (Object) whole.doubleValue() : value;
      case DATE -> value instanceof LocalDateTime day ? (Object) day.toLocalDate() : value;
      case TEXT -> SheetCell.text(value);
      case INTEGER, BOOLEAN -> value;
    };
  }

  @Override
  public double progress() {
    return lastRow == 0 ? 1 : (double) row / lastRow;
  }

  @Override
  public void close() throws FeatureFileException {
    try (workbook) {
      rows.close();
    } catch (IOException e) {
      throw workbook.failure(e);
    }
  }
}
