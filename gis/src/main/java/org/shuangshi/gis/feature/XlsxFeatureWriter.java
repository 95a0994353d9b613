package org.shuangshi.gis.feature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One sheet named after the layer, header bold and frozen, rows flushed as they come. Texts are
 * inline strings: nothing is kept in memory for them, and one that starts with an equals sign stays
 * a text.
 */
final class XlsxFeatureWriter extends RowWriter {

  /** Limits of the format (ECMA-376, SpreadsheetML; Excel specifications). */
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_SHEET_NAME = 31;

  private static final int ROWS_HELD = 500;

  private final TableCells cells;
  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row = 1;

  XlsxFeatureWriter(Path file, FeatureSchema schema) throws FeatureFileException {
    super(file, schema);
    cells = new TableCells(schema, scale);
    try {
      out = new BufferedOutputStream(Files.newOutputStream(part.path()), 1 << 16);
    } catch (IOException e) {
      throw fail(e);
    }
    workbook = new Workbook(out, "Shuangshi", null);
    sheet = workbook.newWorksheet(sheetName(schema.layer()));
    sheet.freezePane(0, 1);
    for (int column = 0; column < cells.header().size(); column++) {
      sheet.inlineString(0, column, cells.header().get(column));
      sheet.style(0, column).bold().set();
    }
  }

  private static String sheetName(String layer) {
    String name = layer.replaceAll("[\\[\\]:*?/\\\\]", "_").replaceAll("^'|'$", "_");
    if (name.length() > LONGEST_SHEET_NAME) {
      name = name.substring(0, LONGEST_SHEET_NAME);
    }
    return name.isBlank() ? "Sheet1" : name;
  }

  @Override
  void row(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws IOException {
    if (row >= MOST_ROWS) {
      throw new FeatureFileException(
          "file.too-large", "一个 xlsx 工作表最多 1048576 行，请缩小范围、分成几个文件，或改用 CSV");
    }
    List<@Nullable Object> texts = cells.row(geometry, values);
    for (int column = 0; column < texts.size(); column++) {
      Object value = texts.get(column);
      if (value != null) {
        cell(column, value);
      }
    }
    row++;
    if (row % ROWS_HELD == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Object value) throws FeatureFileException {
    if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Boolean bool) {
      sheet.value(row, column, bool);
    } else if (value instanceof Long integer && Math.abs(integer) < 1_000_000_000_000_000L) {
      sheet.value(row, column, integer);
    } else if (value instanceof Double real && Double.isFinite(real)) {
      sheet.value(row, column, real);
    } else {
      // Also integers beyond the 15 digits a spreadsheet keeps.
      String text = value.toString();
      if (text.length() > LONGEST_TEXT) {
        throw new FeatureFileException(
            "file.text-too-long",
            "第 " + (row + 1) + " 行的文本超过 xlsx 单元格 32767 字的上限，请改用 GeoPackage 或 CSV");
      }
      sheet.inlineString(row, column, text);
    }
  }

  @Override
  void finish() throws IOException {
    workbook.finish();
    out.close();
  }

  @Override
  void release() throws IOException {
    out.close();
  }
}
