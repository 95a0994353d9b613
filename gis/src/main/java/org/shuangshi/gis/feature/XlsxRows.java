package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.jspecify.annotations.Nullable;

/** The rows of an xlsx sheet. */
final class XlsxRows implements Sheet.Rows {

  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

  private XlsxRows(Stream<org.dhatim.fastexcel.reader.Row> stream) {
    this.stream = stream;
    this.rows = stream.iterator();
  }

  static Sheet sheet(org.dhatim.fastexcel.reader.Sheet sheet) {
    return new Sheet() {
      @Override
      public String name() {
        return sheet.getName();
      }

      @Override
      public Sheet.Rows open() throws IOException {
        return new XlsxRows(sheet.openStream());
      }
    };
  }

  @Override
  public Sheet.@Nullable Row next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      org.dhatim.fastexcel.reader.Row row = rows.next();
      List<@Nullable Object> cells = new ArrayList<>(row.getCellCount());
      for (int i = 0; i < row.getCellCount(); i++) {
        cells.add(value(row.getOptionalCell(i).orElse(null)));
      }
      return new Sheet.Row(row.getRowNum(), cells);
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /** Of a formula its last computed result; an error such as #N/A is its text. */
  private static @Nullable Object value(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    String raw = cell.getRawValue();
    return switch (cell.getType()) {
      case NUMBER -> number(cell, raw);
      case BOOLEAN -> cell.asBoolean();
      case STRING -> emptyToNull(cell.getText());
      default -> formula(raw);
    };
  }

  private static @Nullable Object number(Cell cell, @Nullable String raw) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    if (SheetCell.isDateFormat(cell.getDataFormatId(), cell.getDataFormatString())) {
      try {
        return cell.asDate();
      } catch (ExcelReaderException e) {
        return raw;
      }
    }
    return number(raw).orElse(raw);
  }

  private static Optional<Object> number(String raw) {
    try {
      return Optional.of(SheetCell.number(Double.parseDouble(raw)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object formula(@Nullable String raw) {
    return raw == null || raw.isEmpty() ? null : number(raw).orElse(raw);
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public void close() {
    stream.close();
  }
}
