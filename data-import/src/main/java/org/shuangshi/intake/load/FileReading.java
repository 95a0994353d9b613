package org.shuangshi.intake.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Wish;

/** How a file is read in the end: its layer, its encoding, and the columns of its geometry. */
public final class FileReading {

  private FileReading() {}

  /**
   * As an import reads it.
   *
   * @param layer null: the chosen one, else the only one
   * @param key null: the chosen one, else found by name
   * @throws ImportException those of {@link ColumnSurvey#of}, {@code mapping.unknown-column}
   */
  public static ReadOptions of(
      Path file, Kind kind, @Nullable String layer, @Nullable String key, Wish wish)
      throws ImportException, FeatureFileException {
    ReadOptions plain = Opening.options(layer, wish.choice());
    if (!isPlaced(file, kind)) {
      return plain;
    }
    FeatureSchema schema;
    try (FeatureReader reader = FeatureFiles.openAs(file, plain)) {
      schema = reader.schema();
    }
    ColumnSearch search = new ColumnSearch(kind, schema, true);
    return plain.withGeometry(search.look(key, wish, () -> Sample.read(file, plain)).place());
  }

  /** Whether columns of it are to be found that hold a geometry. */
  static boolean isPlaced(Path file, Kind kind) throws FeatureFileException {
    return kind.hasGeometry() && FeatureFiles.kind(file).isTable();
  }
}
