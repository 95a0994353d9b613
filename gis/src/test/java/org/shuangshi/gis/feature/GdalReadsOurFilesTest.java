package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What GDAL finds in our files, translated by it to GeoJSON, cell by cell. */
class GdalReadsOurFilesTest {

  @BeforeAll
  static void gdal() {
    Gdal.assumeInstalled();
  }

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOPACKAGE", "XLSX"})
  void everyCell(Format format, @TempDir Path directory) throws Exception {
    Path file = Sample.write(directory, format, WriteOptions.DEFAULT);
    compare(format, translate(directory, file.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void everyCellOfAShapefile(String charset, @TempDir Path directory) throws Exception {
    WriteOptions options = charset.equals("UTF-8") ? WriteOptions.DEFAULT : WriteOptions.GB18030;
    Path file = Sample.write(directory, Format.SHAPEFILE, options);
    compare(Format.SHAPEFILE, translate(directory, "/vsizip/" + file));
  }

  @Test
  void knowsTheSystemOfEachFile(@TempDir Path directory) throws Exception {
    for (Format format : List.of(Format.GEOJSON, Format.GEOPACKAGE, Format.SHAPEFILE)) {
      Path file = Sample.write(directory, format, WriteOptions.DEFAULT);
      String prefix = format == Format.SHAPEFILE ? "/vsizip/" : "";
      String summary = Gdal.run(directory, "ogrinfo", "-so", "-al", "-ro", prefix + file);
      assertThat(summary).as("%s", format).containsIgnoringCase("China_2000".replace('_', ' '));
      assertThat(summary).doesNotContainIgnoringCase("warning").doesNotContain("ERROR");
      assertThat(summary).contains("Feature Count: 5", "Extent: (-0.512346, 0.000000)");
    }
  }

  private static Reading translate(Path directory, String source) throws Exception {
    Path json = directory.resolve("by-gdal.geojson");
    Gdal.run(
        directory,
        "ogr2ogr",
        "-f",
        "GeoJSON",
        "-lco",
        "COORDINATE_PRECISION=8",
        json.toString(),
        source);
    return Reading.of(json);
  }

  private static void compare(Format format, Reading read) throws Exception {
    List<Sample.Row> expected = Sample.ROWS;
    if (format == Format.XLSX) {
      expected = expected.stream().filter(row -> !row.isBlank()).toList();
    }
    List<Feature> rows = new ArrayList<>(read.rows());
    rows.removeIf(
        row -> format == Format.XLSX && row.values().stream().allMatch(value -> value == null));
    assertThat(rows).hasSameSizeAs(expected);
    for (int i = 0; i < rows.size(); i++) {
      List<@Nullable Object> wanted = new ArrayList<>();
      for (Object value : expected.get(i).values()) {
        wanted.add(plain(value));
      }
      List<@Nullable Object> found = new ArrayList<>();
      for (Object value : rows.get(i).values().subList(0, wanted.size())) {
        found.add(plain(value));
      }
      assertThat(found).as("%s row %d", format, i).isEqualTo(wanted);
      if (format != Format.XLSX) {
        assertThat(Sample.text(rows.get(i).geometry()))
            .isEqualTo(Sample.text(geometry(format, expected.get(i))));
      }
    }
  }

  /** Dates with dashes, truth as 0 and 1: GDAL says them differently for each format. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    if (value instanceof String text && text.matches("\\d{4}/\\d\\d/\\d\\d")) {
      return text.replace('/', '-');
    }
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    if (value instanceof String text && text.matches("[TF]")) {
      return text.equals("T") ? 1L : 0L;
    }
    return value;
  }

  /** A Shapefile knows no empty geometry, and GDAL gives its single polygons as such. */
  private static @Nullable Geometry geometry(Format format, Sample.Row row) throws Exception {
    Geometry geometry = row.geometry();
    if (format != Format.SHAPEFILE || geometry == null) {
      return geometry;
    }
    if (geometry.isEmpty()) {
      return null;
    }
    return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
  }
}
