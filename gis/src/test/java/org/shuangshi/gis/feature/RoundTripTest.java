package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangshi.gis.crs.Crs;

/** One table of rows that every format keeps, as far as it has types and geometry at all. */
class RoundTripTest {

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOPACKAGE", "CSV", "XLSX"})
  void keepsEveryCell(Format format, @TempDir Path directory) throws Exception {
    Path file = Sample.write(directory, format, WriteOptions.DEFAULT);

    Reading read = Reading.of(file);

    boolean table = format == Format.CSV || format == Format.XLSX;
    assertThat(read.schema().layer()).isEqualTo(Sample.LAYER);
    assertThat(read.schema().crs()).isEqualTo(table ? null : Crs.CGCS2000);
    assertThat(read.schema().fields().subList(0, Sample.FIELDS.size()))
        .isEqualTo(Sample.FIELDS.stream().map(field -> as(format, field)).toList());
    // A row of nothing at all is a blank line, which tables pass over.
    List<Sample.Row> expected =
        Sample.ROWS.stream().filter(row -> !(table && row.isBlank())).toList();
    assertThat(read.rows()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.rows().get(i).fault()).isNull();
      assertThat(read.rows().get(i).values().subList(0, Sample.FIELDS.size()))
          .as("row %d", i)
          .isEqualTo(expected.get(i).values().stream().map(v -> as(format, v)).toList());
      assertThat(Sample.text(read.rows().get(i).geometry()))
          .isEqualTo(Sample.text(expected.get(i).geometry()));
    }
    List<Long> lines = read.rows().stream().map(Feature::row).toList();
    assertThat(lines).isEqualTo(table ? List.of(2L, 3L, 5L, 6L) : List.of(1L, 2L, 3L, 4L, 5L));
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingOfAnAbandonedFile(Format format, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("a." + format.extension());
    Files.writeString(file, "stood here before");
    try (FeatureWriter writer = FeatureFiles.create(file, format, Sample.SCHEMA)) {
      writer.write(Sample.ROWS.get(0).geometry(), Sample.ROWS.get(0).values());
      writer.abandon();
    }
    assertThat(Files.readString(file)).isEqualTo("stood here before");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesASystemThatIsNoneBeforeItBegins(Format format, @TempDir Path directory)
      throws Exception {
    FeatureSchema schema =
        new FeatureSchema("a", Sample.FIELDS, GeometryType.POLYGON, new Crs(999_999));
    FeatureFileException refused =
        catchThrowableOfType(
            FeatureFileException.class,
            () -> FeatureFiles.create(directory.resolve("a"), format, schema));
    assertThat(refused.code()).isEqualTo("crs.unknown");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  private static Field as(Format format, Field field) {
    boolean text =
        format == Format.CSV || (format == Format.GEOJSON && field.type() == FieldType.DATE);
    return text ? new Field(field.name(), FieldType.TEXT) : field;
  }

  /** What a format without that type makes of a value. */
  private static @Nullable Object as(Format format, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (format) {
      case CSV ->
          value instanceof Double real
              ? new BigDecimal(real.toString()).toPlainString()
              : value.toString();
      case GEOJSON -> value instanceof LocalDate ? value.toString() : value;
      default -> value;
    };
  }
}
