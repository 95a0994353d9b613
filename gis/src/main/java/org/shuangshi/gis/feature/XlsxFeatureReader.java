package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
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
final class XlsxFeatureReader implements FeatureReader {

  private final InputFile file;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final FeatureSchema schema;
  private final TableGeometry geometry;
  private final long lastRow;
  private long row = 1;

  private XlsxFeatureReader(InputFile file, ReadableWorkbook workbook, Sheet sheet)
      throws IOException {
    this.file = file;
    this.workbook = workbook;
    XlsxScan scan = XlsxScan.of(file, sheet);
    this.geometry = TableGeometry.of(scan.names());
    this.schema = new FeatureSchema(sheet.getName(), scan.fields(), geometry.type(), null);
    this.lastRow = scan.lastRow();
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    rows.next();
  }

  static FeatureReader open(Path path, @Nullable String layer) throws FeatureFileException {
    InputFile file = new InputFile(path);
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
      return new XlsxFeatureReader(file, workbook, sheet(file, workbook, layer));
    } catch (IOException | ExcelReaderException | UncheckedIOException e) {
      if (workbook != null) {
        try {
          workbook.close();
        } catch (IOException closing) {
          e.addSuppressed(closing);
        }
      }
      throw failure(file, e);
    }
  }

  private static Sheet sheet(InputFile file, ReadableWorkbook workbook, @Nullable String layer)
      throws FeatureFileException {
    List<Sheet> sheets =
        workbook
            .getSheets()
            .filter(sheet -> layer != null || sheet.getVisibility() == SheetVisibility.VISIBLE)
            .toList();
    return Layers.choose(file.path(), "工作表", sheets, Sheet::getName, layer);
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public @Nullable Feature next() throws FeatureFileException {
    try {
      while (rows.hasNext()) {
        Row cells = rows.next();
        row = cells.getRowNum();
        if (!XlsxCell.isBlank(cells)) {
          return feature(cells);
        }
      }
      row = lastRow;
      return null;
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw failure(file, e);
    }
  }

  private Feature feature(Row cells) {
    List<@Nullable Object> values = new ArrayList<>(schema.fields().size());
    for (int i = 0; i < schema.fields().size(); i++) {
      values.add(value(XlsxCell.value(cells, i), schema.fields().get(i).type()));
    }
    try {
      Geometry shape =
          geometry.of(
              i -> {
                Object value = XlsxCell.value(cells, i);
                return value == null ? null : XlsxCell.text(value);
              });
      return new Feature(row, shape, values, beyond(cells));
    } catch (Unbuildable e) {
      return new Feature(row, null, values, e.fault());
    }
  }

  /** A cell with content under no header. */
  private @Nullable Fault beyond(Row cells) {
    for (int i = schema.fields().size(); i < cells.getCellCount(); i++) {
      if (XlsxCell.value(cells, i) != null) {
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
      case TEXT -> XlsxCell.text(value);
      case INTEGER, BOOLEAN -> value;
    };
  }

  static FeatureFileException failure(InputFile file, Exception e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    return new FeatureFileException(
        "file.broken",
        "文件 " + file.path().getFileName() + " 不是完好的 xlsx 文件，请用 Excel 或 WPS 打开后另存为 xlsx 再试",
        e);
  }

  @Override
  public double progress() {
    return lastRow == 0 ? 1 : (double) row / lastRow;
  }

  @Override
  public void close() throws FeatureFileException {
    try {
      stream.close();
      workbook.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
