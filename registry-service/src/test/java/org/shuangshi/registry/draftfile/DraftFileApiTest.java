package org.shuangshi.registry.draftfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.FieldType;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Files of polygons as operators have them. */
class DraftFileApiTest {
  private static final RunningService service = RunningService.shared();

  /** Metres of CGCS2000 on 120° E: a square with a hole, and one in two parts. */
  private static final List<String> AREAS =
      List.of(
          "POLYGON ((500000 3320000, 500300 3320000, 500300 3320300.123, 500000 3320300, 500000 3320000),"
              + " (500100 3320100, 500100 3320200, 500200 3320200, 500200 3320100, 500100 3320100))",
          "MULTIPOLYGON (((500400 3320000, 500500 3320000, 500500 3320100, 500400 3320000)),"
              + " ((500600 3320000, 500700 3320000, 500700 3320100, 500600 3320000)))");

  private static final List<String> NAMES = List.of("东风里第一网格", "第二网格");

  @TempDir private Path folder;
  private List<Path> before;

  @BeforeEach
  void look() throws IOException {
    before = lying();
  }

  @AfterEach
  void nothingIsKept() throws IOException {
    assertThat(lying()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"SHAPEFILE, 4549", "GEOPACKAGE, 4549", "GEOJSON, 4326", "GEOPACKAGE, 4490"})
  void polygonsLieWherePostGisSaysWhateverTheFormat(Format format, int epsg) throws Exception {
    Answer answer = send(file(format, "网格", new Crs(epsg), moved(epsg)), "");

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("crs").asString()).endsWith("(EPSG:" + epsg + ")");
    JsonNode polygons = answer.body().path("polygons");
    assertThat(polygons.findValuesAsString("name")).isEqualTo(NAMES);
    List<Geometry> there = moved(4490);
    for (int i = 0; i < there.size(); i++) {
      assertThat(polygons.get(i).path("geometry").path("type").asString())
          .isEqualTo("MultiPolygon");
      List<Coordinate> got = corners(polygons.get(i).path("geometry").path("coordinates"));
      Coordinate[] expected = there.get(i).getCoordinates();
      assertThat(got).hasSameSizeAs(expected);
      for (Coordinate each : got) {
        double nearest = Arrays.stream(expected).mapToDouble(each::distance).min().orElseThrow();
        assertThat(nearest).isCloseTo(0, within(2e-8));
        assertThat(each.x * 1e8).isCloseTo(Math.rint(each.x * 1e8), within(1e-5));
      }
    }
    assertThat(answer.body().path("left").asLong()).isZero();
  }

  @Test
  void metresWithoutASystemAreAskedFor() throws Exception {
    Path file = file(Format.SHAPEFILE, "无坐标系", null, moved(4549));
    Answer refused = send(file, "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("code").asString()).isEqualTo("crs.missing");

    Answer taken = send(file, "&crs=EPSG:4549");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().path("polygons")).hasSize(2);
  }

  @Test
  void degreesWithoutASystemAreTakenAndTold() throws Exception {
    Answer taken = send(file(Format.SHAPEFILE, "经纬度", null, moved(4490)), "");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().path("notices").toString()).contains("没有写明坐标系");
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:2437, crs.no-datum-shift",
    "EPSG:999999, crs.unknown",
    "火星坐标, crs.unknown",
    "EPSG:4527, polygons.elsewhere"
  })
  void aSystemThatCannotBeIsRefused(String crs, String code) throws Exception {
    Answer refused = send(file(Format.SHAPEFILE, "另说", null, moved(4549)), "&crs=" + encoded(crs));
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.body().path("code").asString()).isEqualTo(code);
    assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("crs");
  }

  @Test
  void ofSeveralLayersOneIsChosen() throws Exception {
    Path one = file(Format.SHAPEFILE, "甲", new Crs(4549), moved(4549));
    Path two = file(Format.SHAPEFILE, "乙", new Crs(4549), moved(4549).subList(0, 1));
    Path both = folder.resolve("两层.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(both))) {
      for (Path each : List.of(one, two)) {
        try (var in = new java.util.zip.ZipInputStream(Files.newInputStream(each))) {
          for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            zip.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(zip);
          }
        }
      }
    }
    Answer refused = send(both, "");
    assertThat(refused.body().path("code").asString()).isEqualTo("file.layer-ambiguous");
    assertThat(refused.body().path("detail").asString()).contains("甲").contains("乙");
    assertThat(send(both, "&layer=" + encoded("乙")).body().path("polygons")).hasSize(1);
  }

  @Test
  void whatIsNoPolygonIsLeftOutAndCounted() throws Exception {
    List<Geometry> mixed = new ArrayList<>(moved(4326));
    mixed.add(new WKTReader().read("POINT (120 30)"));
    Answer taken = send(file(Format.GEOJSON, "混合", Crs.WGS84, mixed), "");
    assertThat(taken.body().path("polygons")).hasSize(2);
    assertThat(taken.body().path("left").asLong()).isEqualTo(1);

    Answer refused =
        send(
            file(Format.GEOJSON, "点", Crs.WGS84, List.of(new WKTReader().read("POINT (120 30)"))),
            "");
    assertThat(refused.body().path("code").asString()).isEqualTo("polygons.none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"坏.zip", "坏.gpkg", "坏.geojson", "坏.docx", "../../坏.kml"})
  void aFileThatCannotBeReadIsRefused(String name) throws Exception {
    Answer refused = send(name, "no file of any kind".getBytes(StandardCharsets.UTF_8), "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("code").asString()).startsWith("file.");
  }

  /** Larger than any other body may be. */
  @Test
  void aLargeFileIsTaken() throws Exception {
    byte[] small = Files.readAllBytes(file(Format.GEOJSON, "大", Crs.WGS84, moved(4326)));
    byte[] large = Arrays.copyOf(small, 20 << 20);
    Arrays.fill(large, small.length, large.length, (byte) ' ');
    assertThat(send("大.geojson", large, "").body().path("polygons")).hasSize(2);
  }

  @Test
  void moreThanAFileOfGridsIsNotTaken() throws Exception {
    Answer refused = send("大.geojson", new byte[64 * 1024 * 1024 + 1], "");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body().path("code").asString()).isEqualTo("file.too-large");
  }

  private static List<Path> lying() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().startsWith("draft-")).toList();
    }
  }

  /** The areas in another system, by PROJ. */
  private static List<Geometry> moved(int epsg) throws Exception {
    List<Geometry> all = new ArrayList<>();
    try (Connection connection = service.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT ST_AsBinary(ST_Transform(ST_GeomFromText(?, 4549), ?))")) {
      for (String area : AREAS) {
        statement.setString(1, area);
        statement.setInt(2, epsg);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          all.add(new WKBReader().read(row.getBytes(1)));
        }
      }
    }
    return all;
  }

  private Path file(Format format, String name, @Nullable Crs crs, List<Geometry> areas)
      throws IOException, FeatureFileException {
    FeatureSchema schema =
        new FeatureSchema(
            name,
            List.of(new Field("名称", FieldType.TEXT)),
            format == Format.SHAPEFILE ? GeometryType.MULTI_POLYGON : GeometryType.ANY,
            crs);
    Path inside = Files.createDirectories(folder.resolve(name + "-" + areas.size()));
    String ending =
        switch (format) {
          case SHAPEFILE -> ".zip";
          case GEOPACKAGE -> ".gpkg";
          default -> ".geojson";
        };
    Path file = inside.resolve(name + ending);
    try (FeatureWriter writer = FeatureFiles.create(file, format, schema)) {
      for (int i = 0; i < areas.size(); i++) {
        writer.write(areas.get(i), List.of(i < NAMES.size() ? NAMES.get(i) : "别的"));
      }
    }
    return file;
  }

  private static Answer send(Path file, String more) throws IOException {
    return send(file.getFileName().toString(), Files.readAllBytes(file), more);
  }

  private static Answer send(String name, byte[] bytes, String more) {
    return service.send(
        service
            .request("/api/grid-plans/polygons?fileName=" + encoded(name) + more)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Of a MultiPolygon. */
  private static List<Coordinate> corners(JsonNode coordinates) {
    List<Coordinate> all = new ArrayList<>();
    for (JsonNode polygon : coordinates) {
      for (JsonNode ring : polygon) {
        for (JsonNode place : ring) {
          all.add(new Coordinate(place.get(0).asDouble(), place.get(1).asDouble()));
        }
      }
    }
    return all;
  }
}
