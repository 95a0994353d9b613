package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, new or old; may be read any number of times. */
interface Sheet {

  String name();

  Rows open() throws IOException;

  /** The rows in order, wholly blank ones left out or not. */
  interface Rows extends Closeable {
    @Nullable Row next() throws IOException;
  }

  /**
   * One row.
   *
   * @param number as the spreadsheet shows it, from 1
   * @param cells Long, Double, Boolean, {@link java.time.LocalDateTime} or a text that is not
   *     empty; null for blank cells
   */
  record Row(int number, List<@Nullable Object> cells) {

    @Nullable Object cell(int column) {
      return column < cells.size() ? cells.get(column) : null;
    }

    boolean isBlank() {
      for (Object cell : cells) {
        if (cell != null) {
          return false;
        }
      }
      return true;
    }
  }
}
