package org.shuangshi.intake.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.ReadOptions;

/**
 * The first rows of a file, column by column.
 *
 * @param columns one per field of the schema: values that are there, in the file's order
 * @param rows how many were looked at
 */
public record Sample(FeatureSchema schema, List<List<Object>> columns, int rows) {

  /** What is looked at of a file of any length. */
  public static final int MOST_ROWS = 2000;

  /** Longer texts prove no more. */
  private static final int LONGEST = 200;

  /** Reads it; rows with a fault are passed over. */
  public static Sample read(Path file, ReadOptions options) throws FeatureFileException {
    try (FeatureReader reader = FeatureFiles.openAs(file, options)) {
      FeatureSchema schema = reader.schema();
      List<List<Object>> columns = new ArrayList<>();
      schema.fields().forEach(field -> columns.add(new ArrayList<>()));
      int rows = 0;
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        if (row.fault() == null) {
          take(row.values(), columns);
        }
        if (++rows >= MOST_ROWS) {
          break;
        }
      }
      return new Sample(schema, columns, rows);
    }
  }

  private static void take(List<@Nullable Object> values, List<List<Object>> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value instanceof String text) {
        value = text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST)).strip();
      }
      if (value != null) {
        columns.get(i).add(value);
      }
    }
  }
}
