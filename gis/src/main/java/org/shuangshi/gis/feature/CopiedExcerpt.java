package org.shuangshi.gis.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of any file, read and written anew: geometry, values and system are kept, what only the
 * program that made the file knew of is not. A geometry that cannot be built is left out.
 */
final class CopiedExcerpt {

  private CopiedExcerpt() {}

  static void write(Path path, ReadOptions options, Excerpt excerpt, Path target, Format format)
      throws FeatureFileException {
    try (FeatureReader reader = FeatureFiles.openAs(path, options)) {
      FeatureSchema schema = reader.schema();
      int[] places = excerpt.places(schema.fields().stream().map(Field::name).toList());
      List<Field> fields = new ArrayList<>(schema.fields());
      for (int i = 0; i < places.length; i++) {
        Field added = new Field(excerpt.columns().get(i), FieldType.TEXT);
        if (places[i] < fields.size()) {
          fields.set(places[i], added);
        } else {
          fields.add(added);
        }
      }
      try (FeatureWriter writer =
          FeatureFiles.create(
              target,
              format,
              new FeatureSchema(schema.layer(), fields, schema.geometryType(), schema.crs()))) {
        try {
          copy(reader, writer, excerpt, places);
        } catch (FeatureFileException e) {
          writer.abandon();
          throw e;
        }
      }
    }
  }

  private static void copy(
      FeatureReader reader, FeatureWriter writer, Excerpt excerpt, int[] places)
      throws FeatureFileException {
    for (Feature row = reader.next(); row != null; row = reader.next()) {
      List<String> said = excerpt.of(row.row());
      if (said != null) {
        writer.write(row.geometry(), values(row.values(), said, places));
      }
    }
  }

  private static List<@Nullable Object> values(
      List<@Nullable Object> row, List<String> said, int[] places) {
    List<@Nullable Object> values = new ArrayList<>(row);
    for (int i = 0; i < places.length; i++) {
      if (places[i] < values.size()) {
        values.set(places[i], said.get(i));
      } else {
        values.add(said.get(i));
      }
    }
    return values;
  }
}
