package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.geometry.Fault;
import org.shuangshi.gis.geometry.GeometryCheck;
import org.shuangshi.gis.geometry.Shape;

/** Files as they come from outside; skipped where REGISTRY_TEST_DATA does not name them. */
class RealFilesTest {

  /** Of the company addresses 222 lines hold nothing but a comma. */
  @ParameterizedTest
  @CsvSource({
    "shanghai/buildings.geojson, 1450",
    "shanghai/roads.geojson.gz, 1778",
    "shanghai/landuse.geojson, 327",
    "shanghai/pois.geojson, 494",
    "taipei-nangang/buildings_4847.geojson.gz, 3195",
    "taipei-nangang/addresses_2026.csv.gz, 42986",
    "addresses/company-addresses.csv, 18135",
  })
  void readsEveryRow(String name, int rows) throws IOException {
    Reading read = Reading.of(Reading.realFile(name));
    assertThat(read.rows()).hasSize(rows);
    assertThat(read.rows()).allMatch(row -> row.fault() == null);
  }

  @Test
  void shanghaiInMetresIsShanghaiInDegrees() throws IOException, CrsException {
    Reading metres = Reading.of(Reading.realFile("import-cases/sh_4549.gpkg"));
    Reading degrees = Reading.of(Reading.realFile("shanghai/buildings.geojson"));
    assertThat(metres.schema().layer()).isEqualTo("建筑物");
    assertThat(metres.schema().crs()).isEqualTo(new Crs(4549));
    assertThat(metres.schema().geometryType()).isEqualTo(GeometryType.MULTI_POLYGON);
    assertThat(metres.rows()).hasSameSizeAs(degrees.rows());
    CrsTransform toDegrees = CrsTransform.between(new Crs(4549), Crs.CGCS2000);
    for (int i = 0; i < degrees.rows().size(); i++) {
      Geometry moved = toDegrees.apply(present(metres.rows().get(i).geometry()));
      Envelope there = moved.getEnvelopeInternal();
      Envelope here = present(degrees.rows().get(i).geometry()).getEnvelopeInternal();
      assertThat(there.getMinX()).isCloseTo(here.getMinX(), within());
      assertThat(there.getMaxY()).isCloseTo(here.getMaxY(), within());
      assertThat(GeometryCheck.fault(moved, Shape.AREA)).isEmpty();
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(2e-8);
  }

  private static Geometry present(@Nullable Geometry geometry) {
    assertThat((Object) geometry).isNotNull();
    return Objects.requireNonNull(geometry);
  }

  @Test
  void nullAndEmptyGeometries() throws IOException {
    Path nulls = Reading.realFile("import-cases/geopackage/ets_null_geometry.gpkg");
    assertThat(
            Reading.of(nulls, "new_geopackage").rows().stream().map(row -> row.geometry() == null))
        .containsExactly(true, true, false);
    Reading points = Reading.of(nulls, "PointExamples");
    assertThat(points.cell(0, "Description")).isEqualTo("Null point");
    assertThat(Sample.text(points.rows().get(0).geometry())).isNull();
    Reading empty =
        Reading.of(Reading.realFile("import-cases/geopackage/planetiler_empty-geom.gpkg"));
    assertThat(Sample.text(empty.rows().get(0).geometry())).isEqualTo("MULTIPOLYGON EMPTY");
  }

  @ParameterizedTest
  @CsvSource({
    "ms_missing_crs_mixed_ranges.gpkg, OR_land_2269, ",
    "ms_null_crs_gdal.gpkg, land, ",
    "ms_mixed_crs.gpkg, oregon_2269, 2269",
    "ms_mixed_crs.gpkg, oregon_4326, 4326",
    "ets_gdal_sample.gpkg, point2d, ",
    "ets_gdal_sample.gpkg, polygon2d, 32631",
  })
  void saysTheSystemOfALayerOrThatItHasNone(String name, String layer, @Nullable Integer epsg)
      throws IOException {
    Reading read = Reading.of(Reading.realFile("import-cases/geopackage/" + name), layer);
    assertThat(read.schema().crs()).isEqualTo(epsg == null ? null : new Crs(epsg));
    assertThat(read.rows()).isNotEmpty();
  }

  @Test
  void everyGeometryTypeWithHeights() throws IOException {
    Reading read =
        Reading.of(Reading.realFile("import-cases/geopackage/ets_gdal_sample.gpkg"), "geometry3d");
    assertThat(read.rows().get(0).fault()).isNull();
    assertThat(present(read.rows().get(0).geometry()).getCoordinate().getZ()).isEqualTo(3);
    assertThat(read.rows().stream().filter(row -> row.geometry() != null)).hasSizeGreaterThan(6);
    assertThat(read.rows()).allMatch(row -> row.fault() == null);
  }

  @Test
  void tablesWithoutGeometry() throws IOException {
    Path file = Reading.realFile("import-cases/geopackage/ms_data_only_tables.gpkg");
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
    assertThat(refused.code()).isEqualTo("file.layer-ambiguous");
    assertThat(refused.getMessage()).contains("oregon_cities", "washington_cities");
    Reading cities = Reading.of(file, "oregon_cities");
    assertThat(cities.rows()).hasSize(5).allMatch(row -> row.geometry() == null);
    assertThat(cities.cell(0, "NAME")).isEqualTo("Medford");
  }

  /** The verdicts of JTS's own suite; also what other programs of the OGC family answer. */
  @Test
  void agreesWithEveryVerdictOnValidity() throws IOException {
    Reading cases =
        Reading.of(Reading.realFile("import-cases/invalid-geometry/jts_valid_cases.csv"));
    assertThat(cases.rows()).hasSize(839);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.rows().size(); i++) {
      boolean expected = "true".equals(cases.cell(i, "is_valid"));
      if (expected != isValid(String.valueOf(cases.cell(i, "wkt")))) {
        wrong.add(cases.cell(i, "desc") + ": " + cases.cell(i, "wkt"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isValid(String wkt) {
    try {
      Optional<Fault> fault = GeometryCheck.validityFault(new WKTReader().read(wkt));
      fault.ifPresent(f -> assertThat(f.at()).as(f.message()).isNotNull());
      return fault.isEmpty();
    } catch (ParseException | IllegalArgumentException e) {
      return false;
    }
  }
}
