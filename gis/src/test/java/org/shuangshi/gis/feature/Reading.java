package org.shuangshi.gis.feature;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole file in memory, and where the real files are. */
record Reading(FeatureSchema schema, List<Feature> rows) {

  static Reading of(Path file) throws FeatureFileException {
    return of(file, ReadOptions.DEFAULT);
  }

  static Reading of(Path file, @Nullable String layer) throws FeatureFileException {
    return of(file, ReadOptions.ofLayer(layer));
  }

  static Reading of(Path file, ReadOptions options) throws FeatureFileException {
    List<Feature> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.openAs(file, options)) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
      return new Reading(reader.schema(), rows);
    }
  }

  @Nullable Object cell(int row, String field) {
    return rows.get(row).values().get(schema.indexOf(field));
  }

  /** A file of the collection REGISTRY_TEST_DATA names; without it the test is reported skipped. */
  static Path realFile(String name) {
    String directory = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(directory != null, "REGISTRY_TEST_DATA is not set");
    Path file = Path.of(String.valueOf(directory), name);
    assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no " + name);
    return file;
  }
}
