package org.shuangshi.gis.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.jspecify.annotations.Nullable;

/** What stands before the sheets of an old workbook: their places, all texts, all formats. */
final class XlsGlobals {

  /**
   * @param offset of its first record in the stream
   */
  record Place(String name, boolean hidden, int offset) {}

  private final List<Place> sheets = new ArrayList<>();
  private final Map<Integer, String> patterns = new HashMap<>();
  private final List<Integer> formats = new ArrayList<>();
  private @Nullable SSTRecord texts;
  private boolean from1904;

  private XlsGlobals() {}

  static XlsGlobals read(RecordFactoryInputStream records) {
    XlsGlobals globals = new XlsGlobals();
    for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
      if (record instanceof EOFRecord) {
        break;
      }
      globals.take(record);
    }
    return globals;
  }

  private void take(Record record) {
    if (record instanceof BoundSheetRecord sheet) {
      boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
      sheets.add(new Place(sheet.getSheetname(), hidden, sheet.getPositionOfBof()));
    } else if (record instanceof SSTRecord shared) {
      texts = shared;
    } else if (record instanceof FormatRecord format) {
      patterns.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      formats.add((int) style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window) {
      from1904 = window.getWindowing() == 1;
    }
  }

  List<Place> sheets() {
    return sheets;
  }

  /** Whether days count from 1904, as on the first Macintoshes. */
  boolean isFrom1904() {
    return from1904;
  }

  String text(int number) {
    return texts == null ? "" : texts.getString(number).getString();
  }

  boolean isDate(int style) {
    if (style < 0 || style >= formats.size()) {
      return false;
    }
    int format = formats.get(style);
    return SheetCell.isDateFormat(format, patterns.get(format));
  }
}
