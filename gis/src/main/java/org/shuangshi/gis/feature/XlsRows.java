package org.shuangshi.gis.feature;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet of an old workbook, made of its cell records one after the other; no more
 * than one row is in memory. Of a formula its last computed result is read.
 */
final class XlsRows implements Sheet.Rows {

  private final XlsGlobals globals;
  private final RecordFactoryInputStream records;
  private final InputStream in;
  private @Nullable CellValueRecordInterface ahead;
  private @Nullable Object aheadValue;
  private int last = -1;

  /** Charts lie within a sheet with a start and an end of their own. */
  private int depth;

  XlsRows(XlsGlobals globals, InputStream in) throws IOException {
    this.globals = globals;
    this.in = in;
    this.records = new RecordFactoryInputStream(in, false);
    advance();
  }

  @Override
  public Sheet.@Nullable Row next() throws IOException {
    CellValueRecordInterface first = ahead;
    if (first == null) {
      return null;
    }
    int row = first.getRow();
    if (row <= last) {
      throw new IOException("row " + row + " after row " + last);
    }
    last = row;
    List<@Nullable Object> cells = new ArrayList<>();
    for (CellValueRecordInterface cell = ahead;
        cell != null && cell.getRow() == row;
        cell = ahead) {
      while (cells.size() <= cell.getColumn()) {
        cells.add(null);
      }
      cells.set(cell.getColumn(), aheadValue);
      advance();
    }
    return new Sheet.Row(row + 1, cells);
  }

  /** Goes to the next record of a cell that has a value. */
  private void advance() throws IOException {
    ahead = null;
    try {
      for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
        if (record instanceof BOFRecord) {
          depth++;
        } else if (record instanceof EOFRecord) {
          depth--;
          if (depth == 0) {
            return;
          }
        } else if (depth == 1 && record instanceof CellValueRecordInterface cell) {
          aheadValue = value(cell);
          if (aheadValue != null) {
            ahead = cell;
            return;
          }
        }
      }
      throw new EOFException("no end of sheet");
    } catch (RecordFormatException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(e);
    }
  }

  private @Nullable Object value(CellValueRecordInterface cell) {
    if (cell instanceof NumberRecord number) {
      return number(number.getValue(), number.getXFIndex());
    }
    if (cell instanceof LabelSSTRecord label) {
      return emptyToNull(globals.text(label.getSSTIndex()));
    }
    if (cell instanceof LabelRecord label) {
      return emptyToNull(label.getValue());
    }
    if (cell instanceof BoolErrRecord truth) {
      return truth.isBoolean()
          ? (Object) truth.getBooleanValue()
          : FormulaError.forInt(truth.getErrorValue()).getString();
    }
    return cell instanceof FormulaRecord formula ? formula(formula) : null;
  }

  private @Nullable Object formula(FormulaRecord formula) {
    CellType type = formula.getCachedResultTypeEnum();
    return switch (type) {
      case NUMERIC -> number(formula.getValue(), formula.getXFIndex());
      case BOOLEAN -> formula.getCachedBooleanValue();
      case ERROR -> FormulaError.forInt((byte) formula.getCachedErrorValue()).getString();
      // The text stands in the record behind.
      case STRING ->
          records.nextRecord() instanceof StringRecord text ? emptyToNull(text.getString()) : null;
      default -> null;
    };
  }

  private Object number(double real, int style) {
    if (globals.isDate(style) && DateUtil.isValidExcelDate(real)) {
      return DateUtil.getLocalDateTime(real, globals.isFrom1904(), true);
    }
    return SheetCell.number(real);
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
