package org.shuangshi.gis.feature;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first pass over a sheet: header, column types, last row. */
record SheetScan(List<String> names, List<Field> fields, long lastRow) {

  static SheetScan of(InputFile file, Sheet sheet) throws IOException {
    try (Sheet.Rows rows = sheet.open()) {
      Sheet.Row first = rows.next();
      if (first == null || first.number() != 1) {
        throw empty(file, sheet);
      }
      List<String> names = names(file, first);
      List<ColumnGuess> guesses = new ArrayList<>();
      names.forEach(name -> guesses.add(new ColumnGuess()));
      long lastRow = 1;
      for (Sheet.Row cells = rows.next(); cells != null; cells = rows.next()) {
        lastRow = cells.number();
        for (int i = 0; i < names.size(); i++) {
          see(cells.cell(i), guesses.get(i));
        }
      }
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        fields.add(new Field(names.get(i), guesses.get(i).type()));
      }
      return new SheetScan(names, fields, lastRow);
    }
  }

  private static List<String> names(InputFile file, Sheet.Row first) throws FeatureFileException {
    List<@Nullable String> cells = new ArrayList<>();
    for (Object value : first.cells()) {
      cells.add(value == null ? null : SheetCell.text(value));
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
        "文件 " + file.path().getFileName() + " 的工作表“" + sheet.name() + "”第一行没有列名，请在第一行写明各列名称");
  }
}
