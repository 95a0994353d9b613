package org.shuangshi.gis.feature;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The first pass over a sheet: header, column types, last row. */
record XlsxScan(List<String> names, List<Field> fields, long lastRow) {

  static XlsxScan of(InputFile file, Sheet sheet) throws IOException {
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> rows = stream.iterator();
      if (!rows.hasNext()) {
        throw empty(file, sheet);
      }
      Row first = rows.next();
      if (first.getRowNum() != 1) {
        throw empty(file, sheet);
      }
      List<String> names = names(file, first);
      List<ColumnGuess> guesses = new ArrayList<>();
      names.forEach(name -> guesses.add(new ColumnGuess()));
      long lastRow = 1;
      while (rows.hasNext()) {
        Row cells = rows.next();
        lastRow = cells.getRowNum();
        for (int i = 0; i < names.size(); i++) {
          see(XlsxCell.value(cells, i), guesses.get(i));
        }
      }
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        fields.add(new Field(names.get(i), guesses.get(i).type()));
      }
      return new XlsxScan(names, fields, lastRow);
    }
  }

  private static List<String> names(InputFile file, Row first) throws FeatureFileException {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < first.getCellCount(); i++) {
      Object value = XlsxCell.value(first, i);
      cells.add(value == null ? null : XlsxCell.text(value));
    }
    return TableHeader.names(file, cells);
  }

  private static void see(@Nullable Object value, ColumnGuess guess) {
    if (value instanceof Long) {
      guess.sawInteger();
    } else if (value instanceof Double) {
      guess.sawReal();
    } else if (value instanceof Boolean) {
      guess.sawBoolean();
    } else if (value instanceof LocalDateTime time
        && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      guess.sawDate();
    } else if (value != null) {
      guess.sawText();
    }
  }

  private static FeatureFileException empty(InputFile file, Sheet sheet) {
    return new FeatureFileException(
        "file.empty",
        "文件 " + file.path().getFileName() + " 的工作表“" + sheet.getName() + "”第一行没有列名，请在第一行写明各列名称");
  }
}
