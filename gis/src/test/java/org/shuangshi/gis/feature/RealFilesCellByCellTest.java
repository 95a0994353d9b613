package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsTransform;

/**
 * Real files against the GeoJSON they were made of, and against GDAL; skipped where
 * REGISTRY_TEST_DATA or GDAL is absent.
 */
class RealFilesCellByCellTest {

  private static final Map<String, String> COLUMNS =
      Map.of("编号", "osm_id", "名称", "name", "街路巷", "addr_street", "门牌号", "addr_no", "高度", "height");

  @TempDir static Path directory = Path.of("");

  private static String described(@Nullable Object value) {
    return value == null
        ? ""
        : value instanceof Number number
            ? String.format(Locale.ROOT, "%.6f", number.doubleValue())
            : value.toString();
  }

  /** A cell that a Shapefile or GeoPackage was made of may be a number where it holds a text. */
  private static String cell(Reading read, int row, String column) {
    Object value = read.cell(row, column);
    boolean number = List.of("编号", "osm_id", "高度", "height").contains(column);
    return number && value instanceof String text && !text.isEmpty()
        ? described(Double.valueOf(text))
        : described(value);
  }

  @ParameterizedTest
  @CsvSource({
    "import-cases/sh_gbk_nocpg_4549.zip, 4549, GB18030",
    "import-cases/sh_utf8_4490.zip, 4490, UTF-8",
    "import-cases/sh_4549.gpkg, 4549, ",
  })
  void equalTheGeoJsonTheyWereMadeOf(String name, int epsg, @Nullable String charset)
      throws Exception {
    Reading original = Reading.of(Reading.realFile("shanghai/buildings.geojson"));
    Reading read = Reading.of(Reading.realFile(name));
    TextGuess guess = read.schema().encoding();
    assertThat(guess == null ? null : guess.charset().name()).isEqualTo(charset);
    assertThat(read.schema().crs()).isEqualTo(new Crs(epsg));
    assertThat(read.schema().geometryType()).isEqualTo(GeometryType.MULTI_POLYGON);
    assertThat(read.rows()).hasSize(1450).allMatch(row -> row.fault() == null);
    CrsTransform transform = CrsTransform.between(new Crs(epsg), Crs.CGCS2000);
    List<String> ours = read.schema().fields().stream().map(Field::name).toList();
    assertThat(COLUMNS.keySet()).isSubsetOf(ours);
    for (int i = 0; i < 1450; i++) {
      for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
        assertThat(cell(read, i, column.getKey()))
            .as("row %d %s", i, column)
            .isEqualTo(cell(original, i, column.getValue()));
      }
      Geometry here = transform.apply(Objects.requireNonNull(read.rows().get(i).geometry()));
      Geometry there = Objects.requireNonNull(original.rows().get(i).geometry());
      assertSamePlaces(here.norm().getCoordinates(), there.norm().getCoordinates(), i);
    }
  }

  private static void assertSamePlaces(Coordinate[] here, Coordinate[] there, int row) {
    assertThat(here).as("row %d", row).hasSameSizeAs(there);
    List<Coordinate> left = new ArrayList<>(List.of(there));
    for (Coordinate place : here) {
      // Rings may start elsewhere once rounded, so the nearest is the same one.
      Coordinate nearest =
          left.stream()
              .min((a, b) -> Double.compare(a.distance(place), b.distance(place)))
              .orElseThrow();
      assertThat(nearest.distance(place)).as("row %d", row).isLessThan(2e-8);
      left.remove(nearest);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chinese_poly.shp, NAME, 黑龙江省, GB18030, true",
    "ms_big5.dbf, NAME, 國語, x-windows-950, true",
    "ms_gbk.dbf, NAME, 简体国语, GB18030, false",
  })
  void wildTablesInGbkAndBig5(
      String name, String column, String text, String charset, boolean shapes) throws Exception {
    Reading read = Reading.of(Reading.realFile("import-cases/encoding/" + name));
    assertThat(read.cell(0, column)).isEqualTo(text);
    TextGuess guess = read.schema().encoding();
    assertThat(guess == null ? null : guess.charset().name()).isEqualTo(charset);
    assertThat(read.schema().geometryType() == GeometryType.NONE).isNotEqualTo(shapes);
    assertThat(read.rows()).hasSize(1).allMatch(row -> row.fault() == null);
  }

  @Test
  void theFolderOfThemIsThreeLayers() throws Exception {
    Inspection found =
        FeatureFiles.inspect(Reading.realFile("import-cases/encoding"), ReadOptions.DEFAULT);
    assertThat(found.layers().stream().map(Inspection.Layer::name))
        .containsExactly("chinese_poly", "ms_big5", "ms_gbk");
    assertThat(found.layers()).allMatch(layer -> layer.failure() == null && layer.rows() == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shanghai/buildings.geojson",
        "shanghai/roads.geojson.gz",
        "shanghai/landuse.geojson",
        "shanghai/pois.geojson",
        "import-cases/sh_4549.gpkg",
        "import-cases/sh_gbk_nocpg_4549.zip",
        "import-cases/sh_utf8_4490.zip",
        "import-cases/encoding/chinese_poly.shp",
        "import-cases/encoding/ms_big5.shp",
        "import-cases/encoding/ms_gbk.dbf",
        "import-cases/geopackage/ets_gdal_sample.gpkg",
        "import-cases/geopackage/ets_gdal_sample_v1.2_no_extensions.gpkg",
        "import-cases/geopackage/ets_null_geometry.gpkg",
        "import-cases/geopackage/ms_data_only_tables.gpkg",
        "import-cases/geopackage/ms_missing_crs_mixed_ranges.gpkg",
        "import-cases/geopackage/ms_mixed_crs.gpkg",
        "import-cases/geopackage/ms_null_crs_gdal.gpkg",
        "import-cases/geopackage/planetiler_empty-geom.gpkg"
      })
  void ogrinfoCountsTheSameInTheSamePlace(String name) throws Exception {
    Path file = Reading.realFile(name);
    Gdal.assumeInstalled();
    Inspection found = FeatureFiles.inspect(file, ReadOptions.DEFAULT);
    String prefix = name.endsWith(".zip") ? "/vsizip/" : name.endsWith(".gz") ? "/vsigzip/" : "";
    for (Inspection.Layer layer : found.layers()) {
      // GDAL names the layer of a packed file otherwise
      String which = found.layers().size() == 1 ? "-al" : layer.name();
      String printed = Gdal.run(directory, "ogrinfo", "-ro", "-so", prefix + file, which);
      assertThat(layer.failure()).isNull();
      assertThat(printed).as("%s", layer.name()).contains("Feature Count: " + layer.rows() + "\n");
      Matcher extent =
          Pattern.compile("Extent: \\((\\S+), (\\S+)\\) - \\((\\S+), (\\S+)\\)").matcher(printed);
      Envelope box = layer.extent();
      if (box != null && extent.find()) {
        double[] ours = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
        for (int i = 0; i < 4; i++) {
          assertThat(Double.parseDouble(extent.group(i + 1)))
              .as("%s", layer.name())
              .isCloseTo(ours[i], within(1e-6));
        }
      }
      assertSameCrs(layer, printed);
    }
  }

  /**
   * The authority's number at the end of the system GDAL prints; without one nothing is compared.
   */
  private static void assertSameCrs(Inspection.Layer layer, String printed) {
    Matcher id = Pattern.compile("(?m)^ {4}ID\\[\"EPSG\",(\\d+)\\]\\]$").matcher(printed);
    if (id.find()) {
      FeatureSchema schema = Objects.requireNonNull(layer.schema());
      assertThat(schema.crs())
          .as("%s", layer.name())
          .isEqualTo(new Crs(Integer.parseInt(id.group(1))));
    }
  }

  /** Every text of every row, which GDAL is told the encoding of where the file names none. */
  @ParameterizedTest
  @CsvSource({
    "shanghai/buildings.geojson, ",
    "shanghai/roads.geojson.gz, ",
    "shanghai/landuse.geojson, ",
    "shanghai/pois.geojson, ",
    "import-cases/sh_4549.gpkg, ",
    "import-cases/sh_gbk_nocpg_4549.zip, CP936",
    "import-cases/sh_utf8_4490.zip, ",
    "import-cases/encoding/chinese_poly.shp, CP936",
    "import-cases/encoding/ms_big5.shp, ",
    "import-cases/encoding/ms_gbk.dbf, CP936",
    "import-cases/geopackage/ms_mixed_crs.gpkg, ",
  })
  void gdalReadsTheSameTexts(String name, @Nullable String encoding) throws Exception {
    Path file = Reading.realFile(name);
    Gdal.assumeInstalled();
    String prefix = name.endsWith(".zip") ? "/vsizip/" : name.endsWith(".gz") ? "/vsigzip/" : "";
    Inspection found = FeatureFiles.inspect(file, ReadOptions.DEFAULT);
    int compared = 0;
    for (Inspection.Layer layer : found.layers()) {
      Reading ours = Reading.of(file, found.layers().size() == 1 ? null : layer.name());
      List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "CSV"));
      if (encoding != null) {
        command.addAll(List.of("-oo", "ENCODING=" + encoding));
      }
      Path csv = directory.resolve("texts-" + layer.name() + ".csv");
      Files.deleteIfExists(csv);
      command.addAll(List.of(csv.toString(), prefix + file));
      if (found.layers().size() > 1) {
        command.add(layer.name());
      }
      Gdal.run(directory, command.toArray(String[]::new));
      compared += assertSameTexts(ours, Reading.of(csv), layer.name());
    }
    assertThat(compared).isPositive();
  }

  /** But for spaces, which GDAL writes otherwise in a list; answers how many there were. */
  private static int assertSameTexts(Reading ours, Reading theirs, String layer) {
    assertThat(ours.rows()).as(layer).hasSameSizeAs(theirs.rows());
    int compared = 0;
    for (Field field : ours.schema().fields()) {
      if (theirs.schema().indexOf(field.name()) < 0) {
        continue;
      }
      for (int i = 0; i < ours.rows().size(); i++) {
        if (ours.cell(i, field.name()) instanceof String text) {
          assertThat(unspaced(theirs.cell(i, field.name())))
              .as("%s row %d %s", layer, i, field.name())
              .isEqualTo(unspaced(text));
          compared++;
        }
      }
    }
    return compared;
  }

  private static String unspaced(@Nullable Object text) {
    return text == null ? "" : text.toString().replaceAll("\\s", "");
  }
}
