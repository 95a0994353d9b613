package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;

/** One table of rows that every format keeps, as far as it has types and geometry at all. */
class RoundTripTest {

  /** A file of the sample, ours or of others, and what its format can keep. */
  private record Kept(
      Path file, FileKind kind, @Nullable Crs crs, Set<FieldType> asText, boolean empties) {}

  private static Kept sample(String made, Path directory) throws Exception {
    Set<FieldType> noDates = EnumSet.of(FieldType.DATE);
    Path file = directory.resolve(Sample.LAYER + "." + made.substring(made.indexOf(' ') + 1));
    return switch (made) {
      case "our geojson" -> kept(ours(directory, Format.GEOJSON), FileKind.GEOJSON, noDates);
      case "our gpkg" -> kept(ours(directory, Format.GEOPACKAGE), FileKind.GEOPACKAGE, Set.of());
      case "our csv" ->
          kept(ours(directory, Format.CSV), FileKind.CSV, EnumSet.allOf(FieldType.class));
      case "our xlsx" -> kept(ours(directory, Format.XLSX), FileKind.XLSX, Set.of());
      case "our zip" -> kept(ours(directory, Format.SHAPEFILE), FileKind.SHAPEFILE, Set.of());
      case "gb18030 zip" ->
          kept(
              Sample.write(directory, Format.SHAPEFILE, WriteOptions.GB18030),
              FileKind.SHAPEFILE,
              Set.of());
      case "lines geojsonl" -> kept(ForeignSample.lines(file, ""), FileKind.GEOJSON, noDates);
      case "records geojsons" ->
          kept(ForeignSample.lines(file, "\u001e"), FileKind.GEOJSON, noDates);
      case "foreign kml" ->
          kept(Files.writeString(file, ForeignSample.kml()), FileKind.KML, noDates);
      case "foreign kmz" ->
          kept(
              RawShapefile.zip(
                  file, Map.of("doc.kml", ForeignSample.kml().getBytes(StandardCharsets.UTF_8))),
              FileKind.KML,
              noDates);
      case "foreign fgb" ->
          kept(
              ForeignSample.flatGeobuf(file, ForeignSample.MULTI_POLYGON),
              FileKind.FLATGEOBUF,
              noDates);
      case "foreign xls" -> kept(ForeignSample.xls(file), FileKind.XLS, Set.of());
      default -> throw new IllegalArgumentException(made);
    };
  }

  private static Path ours(Path directory, Format format) throws Exception {
    return Sample.write(directory, format, WriteOptions.DEFAULT);
  }

  private static Kept kept(Path file, FileKind kind, Set<FieldType> asText) {
    boolean lines = kind == FileKind.GEOJSON && !file.toString().endsWith(".geojson");
    Crs crs = kind.isTable() ? null : Crs.CGCS2000;
    crs = kind == FileKind.KML || lines ? Crs.WGS84 : crs;
    boolean empties = kind != FileKind.SHAPEFILE && kind != FileKind.KML;
    return new Kept(file, kind, crs, asText, empties);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our geojson",
        "our gpkg",
        "our csv",
        "our xlsx",
        "our zip",
        "gb18030 zip",
        "lines geojsonl",
        "records geojsons",
        "foreign kml",
        "foreign kmz",
        "foreign fgb",
        "foreign xls"
      })
  void keepsEveryCell(String made, @TempDir Path directory) throws Exception {
    Kept kept = sample(made, directory);

    Reading read = Reading.of(kept.file);

    assertThat(FeatureFiles.kind(kept.file)).isEqualTo(kept.kind);
    boolean table = kept.kind.isTable();
    assertThat(read.schema().layer()).isEqualTo(Sample.LAYER);
    assertThat(read.schema().crs()).isEqualTo(kept.crs);
    assertThat(read.schema().fields().subList(0, Sample.FIELDS.size()))
        .isEqualTo(Sample.FIELDS.stream().map(field -> as(kept, field)).toList());
    // A row of nothing at all is a blank line, which tables pass over.
    List<Sample.Row> expected =
        Sample.ROWS.stream().filter(row -> !(table && row.isBlank())).toList();
    assertThat(read.rows()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.rows().get(i).fault()).isNull();
      assertThat(read.rows().get(i).values().subList(0, Sample.FIELDS.size()))
          .as("row %d", i)
          .isEqualTo(expected.get(i).values().stream().map(v -> as(kept, v)).toList());
      Geometry wanted = expected.get(i).geometry();
      boolean lost = wanted != null && wanted.isEmpty() && !kept.empties;
      assertThat(Sample.text(read.rows().get(i).geometry()))
          .isEqualTo(lost ? null : Sample.text(wanted));
    }
    List<Long> lines = read.rows().stream().map(Feature::row).toList();
    assertThat(lines).isEqualTo(table ? List.of(2L, 3L, 5L, 6L) : List.of(1L, 2L, 3L, 4L, 5L));
  }

  /** Files whose header leaves the kind of geometry open tell it with each feature. */
  @Test
  void flatGeobufTellsTheGeometryTypeOfEachFeature(@TempDir Path directory) throws Exception {
    Path file = ForeignSample.flatGeobuf(directory.resolve("q.fgb"), ForeignSample.ANY);
    Reading read = Reading.of(file);
    assertThat(read.schema().geometryType()).isEqualTo(GeometryType.ANY);
    assertThat(Sample.text(read.rows().get(1).geometry()))
        .isEqualTo(Sample.text(Sample.ROWS.get(1).geometry()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"our zip", "lines geojsonl", "foreign kml", "foreign fgb", "foreign xls"})
  void namesAFileCutShortWhereverItIsCut(String made, @TempDir Path directory) throws Exception {
    byte[] whole = Files.readAllBytes(sample(made, directory).file);
    for (int keep : List.of(whole.length * 9 / 10, whole.length * 2 / 3, whole.length / 4)) {
      String ending = made.substring(made.indexOf(' ') + 1);
      Path half = Files.write(directory.resolve("half." + ending), Arrays.copyOf(whole, keep));
      FeatureFileException refused =
          catchThrowableOfType(FeatureFileException.class, () -> Reading.of(half));
      assertThat(refused).as("%s, %d of %d bytes was read", made, keep, whole.length).isNotNull();
      assertThat(refused.code()).isIn("file.truncated", "file.broken");
    }
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

  private static Field as(Kept kept, Field field) {
    return kept.asText.contains(field.type()) ? new Field(field.name(), FieldType.TEXT) : field;
  }

  /** What a format without that type makes of a value. */
  private static @Nullable Object as(Kept kept, @Nullable Object value) {
    if (value instanceof LocalDate && kept.asText.contains(FieldType.DATE)) {
      return value.toString();
    }
    if (value == null || kept.kind != FileKind.CSV) {
      return value;
    }
    return value instanceof Double real
        ? new BigDecimal(real.toString()).toPlainString()
        : value.toString();
  }
}
