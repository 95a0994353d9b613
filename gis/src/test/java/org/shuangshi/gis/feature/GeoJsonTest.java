package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.geometry.Fault;

class GeoJsonTest {

  @TempDir static Path directory = Path.of("");

  private static Reading read(String json) throws IOException {
    return Reading.of(Files.writeString(directory.resolve("a.geojson"), json));
  }

  private static Reading features(String... features) throws IOException {
    return read(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static String properties(String json) {
    return "{\"type\":\"Feature\",\"geometry\":null,\"properties\":" + json + "}";
  }

  @Test
  void columnsAreTheUnionOfAllPropertiesWithTheTypeThatFitsAll() throws IOException {
    Reading read =
        features(
            properties("{\"whole\":1,\"mixed\":1,\"truth\":true,\"long\":12345678901234567890}"),
            properties("{\"whole\":null,\"mixed\":1.5,\"odd\":1}"),
            properties("{\"odd\":\"二\",\"nested\":{\"b\":[1,{\"c\":null}]},\"nothing\":null}"),
            properties("null"));
    assertThat(read.schema().fields())
        .containsExactly(
            new Field("whole", FieldType.INTEGER),
            new Field("mixed", FieldType.REAL),
            new Field("truth", FieldType.BOOLEAN),
            new Field("long", FieldType.TEXT),
            new Field("odd", FieldType.TEXT),
            new Field("nested", FieldType.TEXT),
            new Field("nothing", FieldType.TEXT));
    assertThat(read.rows().get(0).values())
        .isEqualTo(row(1L, 1.0, true, "12345678901234567890", null, null, null));
    assertThat(read.rows().get(1).values()).isEqualTo(row(null, 1.5, null, null, "1", null, null));
    assertThat(read.rows().get(2).values())
        .isEqualTo(row(null, null, null, null, "二", "{\"b\":[1,{\"c\":null}]}", null));
    assertThat(read.rows().get(3).values()).containsOnlyNulls();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void membersComeInAnyOrderAndStrangeOnesArePassedOver() throws IOException {
    Reading read =
        read(
            """
            {"bbox":[1,2,3,4],"features":[
              {"tile":{"x":[1,2]},"properties":{"名称":"甲"},"id":7,
               "geometry":{"bbox":[1],"coordinates":[[1,2],[3,4,5,6]],"type":"LineString"},
               "type":"Feature"}],
             "name":"x","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::4549"},"type":"name"},
             "type":"FeatureCollection"}""");
    assertThat(read.schema().crs()).isEqualTo(new Crs(4549));
    assertThat(read.schema().geometryType()).isEqualTo(GeometryType.LINE);
    assertThat(read.rows().get(0).values()).isEqualTo(row(7L, "甲"));
    assertThat(Sample.text(read.rows().get(0).geometry())).isEqualTo("LINESTRING (1 2, 3 4)");
  }

  @Test
  void aPropertyNamedIdWinsOverTheFeaturesOwn() throws IOException {
    Reading read =
        features(
            "{\"type\":\"Feature\",\"id\":1,\"geometry\":null,\"properties\":{\"id\":\"B1\"}}");
    assertThat(read.schema().fields()).containsExactly(new Field("id", FieldType.TEXT));
    assertThat(read.cell(0, "id")).isEqualTo("B1");
  }

  @Test
  void withoutACrsMemberItIsWgs84AndNullMeansUnknown() throws IOException {
    assertThat(features().schema().crs()).isEqualTo(Crs.WGS84);
    assertThat(read("{\"type\":\"FeatureCollection\",\"crs\":null,\"features\":[]}").schema().crs())
        .isNull();
  }

  @Test
  void aSingleFeatureIsAFile() throws IOException {
    Reading read =
        read(
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "\"properties\":{\"a\":1}}");
    assertThat(read.rows()).hasSize(1);
    assertThat(read.cell(0, "a")).isEqualTo(1L);
  }

  @Test
  void readsGzip() throws IOException {
    Path file = directory.resolve("roads.geojson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          ("{\"type\":\"FeatureCollection\",\"features\":[" + properties("{\"a\":1}") + "]}")
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Reading.of(file).schema().layer()).isEqualTo("roads");
    assertThat(Reading.of(file).rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,2]]]}           | geometry.ring-not-closed
          {"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}                 | geometry.too-few-points
          {"type":"LineString","coordinates":[[0,0]]}                            | geometry.too-few-points
          {"type":"LineString","coordinates":[0,0]}                              | geometry.unreadable
          {"type":"Polygon","coordinates":[[[0,0],"x",[0,0]]]}                   | geometry.unreadable
          {"type":"Polygon"}                                                     | geometry.unreadable
          {"coordinates":[1,2]}                                                  | geometry.unreadable
          {"type":"CircularString","coordinates":[[0,0],[1,1],[2,0]]}            | geometry.unsupported
          {"type":"GeometryCollection","geometries":[{"type":"Point"}]}          | geometry.unreadable
          """)
  void aGeometryThatCannotBeBuiltIsTheRowsFault(String geometry, String code) throws IOException {
    Reading read =
        features(
            "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{\"a\":1}}",
            properties("{\"a\":2}"));
    Fault fault = read.rows().get(0).fault();
    assertThat(fault).isNotNull().satisfies(f -> assertThat(f.code()).isEqualTo(code));
    assertThat(read.cell(0, "a")).isEqualTo(1L);
    assertThat(read.rows().get(1).fault()).isNull();
    assertThat(read.cell(1, "a")).isEqualTo(2L);
  }

  @Test
  void writesEightDecimalsOfDegreesAndFourOfMetresAndTheCrs() throws Exception {
    Path file = directory.resolve("w.geojson");
    for (Crs crs : List.of(Crs.WGS84, Crs.CGCS2000, new Crs(4549))) {
      FeatureSchema schema = new FeatureSchema("w", List.of(), GeometryType.POINT, crs);
      try (FeatureWriter writer = FeatureFiles.create(file, Format.GEOJSON, schema)) {
        writer.write(new WKTReader().read("POINT (121.123456789 31.1)"), List.of());
      }
      String text = Files.readString(file);
      boolean degrees = crs.isGeographic();
      assertThat(text)
          .contains(degrees ? "[121.12345679,31.1]" : "[121.1235,31.1]")
          .matches(t -> t.contains("\"crs\"") == !crs.equals(Crs.WGS84));
    }
  }

  @Test
  void writesShellsCounterClockwise() throws Exception {
    Path file = directory.resolve("ring.geojson");
    FeatureSchema schema = new FeatureSchema("r", List.of(), GeometryType.POLYGON, Crs.WGS84);
    try (FeatureWriter writer = FeatureFiles.create(file, Format.GEOJSON, schema)) {
      writer.write(
          new WKTReader().read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"),
          List.of());
    }
    assertThat(Files.readString(file))
        .contains("[[[0.0,0.0],[9.0,0.0],[9.0,9.0],[0.0,9.0],[0.0,0.0]],[[1.0,1.0],[1.0,2.0]");
  }
}
