package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.crs.Crs;

class ShapefileReadingTest {

  private static final List<RawShapefile.Column> COLUMNS =
      List.of(new RawShapefile.Column("name", 'C', 10, 0), new RawShapefile.Column("n", 'N', 5, 0));

  private static final List<byte[]> THREE =
      List.of(
          RawShapefile.point(1, 1, 10), RawShapefile.point(1, 2, 20), RawShapefile.point(1, 3, 30));

  @TempDir static Path directory = Path.of("");

  private static byte[] table(String... names) {
    return RawShapefile.dbf(
        0,
        StandardCharsets.UTF_8,
        COLUMNS,
        Arrays.stream(names)
            .map(n -> List.of(n.startsWith("*") ? "*" : " ", n.replace("*", ""), "7"))
            .toList());
  }

  private static Map<String, byte[]> three() {
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put("三.shp", RawShapefile.shp(1, THREE));
    parts.put("三.shx", RawShapefile.shx(1, THREE, 0, 1, 2));
    parts.put("三.dbf", table("a", "b", "c"));
    return parts;
  }

  private static Reading read(Map<String, byte[]> parts) throws Exception {
    return Reading.of(RawShapefile.zip(directory.resolve("r.zip"), parts));
  }

  private static String refusal(Map<String, byte[]> parts) {
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> read(parts));
    assertThat(refused).as("was read").isNotNull();
    assertThat(refused.getMessage()).matches("(?s).*\\p{IsHan}.*");
    return refused.code();
  }

  private static List<@Nullable String> geometries(Reading read) {
    return read.rows().stream().map(row -> Sample.text(row.geometry())).toList();
  }

  private static List<Double> heights(Feature row) {
    Geometry geometry = row.geometry();
    return geometry == null
        ? List.of()
        : Arrays.stream(geometry.getCoordinates()).map(c -> c.getZ()).toList();
  }

  private static Reading shapes(int type, byte[]... records) throws Exception {
    return read(new HashMap<>(Map.of("s.shp", RawShapefile.shp(type, List.of(records)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".shx", ".dbf", ".shx .dbf"})
  void readsWhateverPartsThereAre(String missing) throws Exception {
    Map<String, byte[]> parts = three();
    parts.keySet().removeIf(name -> missing.contains(name.substring(1)));
    Reading read = read(parts);
    assertThat(geometries(read)).containsExactly("POINT (1 10)", "POINT (2 20)", "POINT (3 30)");
    assertThat(read.schema().layer()).isEqualTo("三");
    assertThat(read.schema().crs()).isNull();
    assertThat(read.schema().fields()).hasSize(missing.contains(".dbf") ? 0 : 2);
    assertThat(read.schema().notices().stream().map(Notice::code).toList())
        .isEqualTo(missing.contains(".dbf") ? List.of("shapefile.no-table") : List.of());
  }

  @Test
  void readsAFolderABareFileAndATableAlone() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("folder"));
    for (Map.Entry<String, byte[]> part : three().entrySet()) {
      Files.write(folder.resolve(part.getKey().toUpperCase(Locale.ROOT)), part.getValue());
    }
    Files.write(folder.resolve("三.PRJ"), Crs.CGCS2000.esriWkt().getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve("说明.txt"), "not ours");
    for (Path file : List.of(folder, folder.resolve("三.SHP"), folder.resolve("三.DBF"))) {
      Reading read = Reading.of(file);
      assertThat(geometries(read)).as("%s", file).hasSize(3).doesNotContainNull();
      assertThat(read.cell(2, "name")).isEqualTo("c");
      assertThat(read.schema().crs()).isEqualTo(Crs.CGCS2000);
    }
    Path alone = Files.write(directory.resolve("alone.dbf"), table("x"));
    assertThat(Reading.of(alone).cell(0, "name")).isEqualTo("x");
    assertThat(Reading.of(alone).schema().geometryType()).isEqualTo(GeometryType.NONE);
  }

  @Test
  void listsSeveralLayersOfAZipAndReadsTheOneNamed() throws Exception {
    Map<String, byte[]> parts = new TreeMap<>();
    three().forEach((name, bytes) -> parts.put("甲/" + name, bytes));
    three().forEach((name, bytes) -> parts.put("乙\\" + name, bytes));
    parts.put("丙/点.shp", RawShapefile.shp(1, THREE.subList(0, 1)));
    parts.put("__MACOSX/._三.shp", new byte[10]);
    Path zip = RawShapefile.zip(directory.resolve("many.zip"), parts);
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(zip));
    assertThat(refused.code()).isEqualTo("file.layer-ambiguous");
    assertThat(refused.getMessage()).contains("“甲/三”", "“乙/三”", "“点”").doesNotContain("MACOSX");
    assertThat(Reading.of(zip, "乙/三").rows()).hasSize(3);
    assertThat(Reading.of(zip, "点").rows()).hasSize(1);
  }

  @Test
  void passesOverDeletedRowsWithTheirShapesAndSaysSo() throws Exception {
    Map<String, byte[]> parts = three();
    parts.put("三.dbf", table("a", "*b", "c"));
    Path zip = RawShapefile.zip(directory.resolve("deleted.zip"), parts);
    try (FeatureReader reader = FeatureFiles.openAs(zip, ReadOptions.DEFAULT)) {
      Feature first = reader.next();
      Feature second = reader.next();
      assertThat(first == null ? 0 : first.row()).isEqualTo(1);
      assertThat(second == null ? 0 : second.row()).isEqualTo(3);
      assertThat(second == null ? null : Sample.text(second.geometry())).isEqualTo("POINT (3 30)");
      assertThat(reader.next()).isNull();
      assertThat(reader.notices().stream().map(Notice::code)).containsExactly("row.deleted");
      assertThat(reader.progress()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void followsAnIndexOutOfOrder(boolean zipped) throws Exception {
    Map<String, byte[]> parts = three();
    parts.put("三.shx", RawShapefile.shx(1, THREE, 2, 0, 1));
    Path folder = Files.createDirectories(directory.resolve("order"));
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Files.write(folder.resolve(part.getKey()), part.getValue());
    }
    Reading read = zipped ? read(parts) : Reading.of(folder);
    assertThat(geometries(read)).containsExactly("POINT (3 30)", "POINT (1 10)", "POINT (2 20)");
    assertThat(read.cell(0, "name")).isEqualTo("a");
  }

  @Test
  void followsAnIndexThatLeavesRecordsOut() throws Exception {
    Map<String, byte[]> parts = three();
    parts.put("三.shx", RawShapefile.shx(1, THREE, 0, 2));
    parts.put("三.dbf", table("a", "c"));
    assertThat(geometries(read(parts))).containsExactly("POINT (1 10)", "POINT (3 30)");
  }

  @Test
  void ignoresABrokenIndexAndSaysSo() throws Exception {
    Map<String, byte[]> parts = three();
    byte[] shx = RawShapefile.shx(1, THREE, 0, 1, 2);
    parts.put("三.shx", Arrays.copyOf(shx, shx.length - 5));
    Reading read = read(parts);
    assertThat(read.rows()).hasSize(3);
    assertThat(read.schema().notices().stream().map(Notice::code))
        .containsExactly("shapefile.index-ignored");
  }

  @Test
  void keepsZAndNullShapesAndDropsM() throws Exception {
    Reading read =
        shapes(
            11,
            RawShapefile.point(11, 1, 2, 3, 99),
            RawShapefile.nothing(),
            RawShapefile.point(21, 5, 6, 99));
    assertThat(geometries(read)).containsExactly("POINT (1 2)", null, "POINT (5 6)");
    double[] square = {0, 0, 0, 1, 1, 1, 1, 0, 0, 0};
    assertThat(heights(read.rows().get(0))).containsExactly(3.0);
    assertThat(heights(read.rows().get(2))).containsExactly(Double.NaN);
    assertThat(heights(shapes(15, RawShapefile.parts(15, square)).rows().get(0)))
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
    assertThat(geometries(shapes(25, RawShapefile.parts(25, square))))
        .containsExactly("MULTIPOLYGON (((0 0, 0 1, 1 1, 1 0, 0 0)))");
    assertThat(geometries(shapes(3, RawShapefile.parts(3, new double[] {0, 0, 1, 1}))))
        .containsExactly("MULTILINESTRING ((0 0, 1 1))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shell, hole  | 0 0 0 9 9 9 9 0 0 0; 1 1 2 1 2 2 1 1              | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)))
          hole first   | 1 1 2 1 2 2 1 1; 0 0 0 9 9 9 9 0 0 0              | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)))
          two shells   | 0 0 0 1 1 1 0 0; 5 5 5 6 6 6 5 5                  | MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 5 6, 6 6, 5 5)))
          island       | 0 0 0 9 9 9 9 0 0 0; 1 1 8 1 8 8 1 8 1 1; 3 3 3 4 4 4 3 3; 3.2 3.4 3.3 3.5 3.2 3.6 3.2 3.4 | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((3 3, 3 4, 4 4, 3 3), (3.2 3.4, 3.3 3.5, 3.2 3.6, 3.2 3.4)))
          all reversed | 0 0 9 0 9 9 0 9 0 0; 1 1 2 1 2 2 1 1; 20 0 21 0 21 1 20 0 | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 0, 21 1, 21 0, 20 0)))
          lost hole    | 0 0 0 1 1 1 0 0; 5 5 6 5 6 6 5 5                  | MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 6 6, 6 5, 5 5)))
          touching     | 0 0 0 9 9 9 9 0 0 0; 0 0 2 1 2 2 0 0              | MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (0 0, 2 1, 2 2, 0 0)))
          """)
  void tellsShellsFromHolesByDirectionElseByNesting(String what, String rings, String wkt)
      throws Exception {
    double[][] parts =
        Arrays.stream(rings.split(";"))
            .map(
                r -> Arrays.stream(r.strip().split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    assertThat(geometries(shapes(5, RawShapefile.parts(5, parts)))).as(what).containsExactly(wkt);
  }

  @Test
  void aRingThatIsNoneIsTheRowsFault() throws Exception {
    Reading read =
        shapes(
            5,
            RawShapefile.parts(5, new double[] {0, 0, 0, 1, 1, 1, 5, 5}),
            RawShapefile.parts(5, new double[] {0, 0, 0, 1, 0, 0}),
            RawShapefile.parts(31, new double[] {0, 0}),
            Arrays.copyOf(RawShapefile.parts(5, new double[] {0, 0, 0, 1, 1, 1, 0, 0}), 80),
            RawShapefile.parts(5, new double[] {0, 0, 0, 1, 1, 1, 0, 0}));
    assertThat(read.rows().stream().map(r -> r.fault() == null ? "" : r.fault().code()))
        .containsExactly(
            "geometry.ring-not-closed",
            "geometry.too-few-points",
            "geometry.unsupported",
            "geometry.unreadable",
            "");
  }

  @Test
  void refusesPartsThatAreCutShort() {
    Map<String, byte[]> parts = three();
    byte[] shp = RawShapefile.shp(1, THREE);
    parts.put("三.shp", Arrays.copyOf(shp, shp.length - 10));
    assertThat(refusal(parts)).isEqualTo("file.truncated");
    parts = three();
    byte[] dbf = table("a", "b", "c");
    parts.put("三.dbf", Arrays.copyOf(dbf, dbf.length - 10));
    assertThat(refusal(parts)).isEqualTo("file.truncated");
    parts.put("三.dbf", Arrays.copyOf(dbf, 20));
    assertThat(refusal(parts)).isEqualTo("file.truncated");
    parts = three();
    parts.put("三.shp", new byte[200]);
    assertThat(refusal(parts)).isEqualTo("file.broken");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesShapesAndRowsThatDoNotBelongTogether(boolean withIndex) {
    Map<String, byte[]> parts = three();
    if (!withIndex) {
      parts.remove("三.shx");
    }
    parts.put("三.dbf", table("a", "b"));
    assertThat(refusal(parts)).isEqualTo("file.mismatched");
    parts.put("三.dbf", table("a", "b", "c", "d"));
    assertThat(refusal(parts)).isEqualTo("file.mismatched");
  }

  @Test
  void refusesARecordLongerThanTheFileBeforeMakingRoomForIt() {
    Map<String, byte[]> parts = three();
    byte[] shp = RawShapefile.shp(1, THREE);
    shp[104] = 0x3F;
    parts.put("三.shp", shp);
    assertThat(refusal(parts)).isEqualTo("file.truncated");
  }

  @Test
  void readsNumbersDatesAndTruthsAndNamesTheCellThatIsNone() throws Exception {
    List<RawShapefile.Column> columns =
        List.of(
            new RawShapefile.Column("whole", 'N', 18, 0),
            new RawShapefile.Column("real", 'N', 24, 15),
            new RawShapefile.Column("day", 'D', 8, 0),
            new RawShapefile.Column("truth", 'L', 1, 0));
    byte[] dbf =
        RawShapefile.dbf(
            0,
            StandardCharsets.UTF_8,
            columns,
            List.of(
                List.of(" ", "   -42", " 20.500000000000000", "20240229", "T"),
                List.of(" ", "12.0", "1.0e-7", "00000000", "?"),
                List.of(" ", "******************", "123456789.123456789", "        ", "n"),
                List.of(" ", "12.5", "1", "20240101", "y"),
                List.of(" ", "1", "x", "20240101", "y"),
                List.of(" ", "1", "1", "20240230", "y"),
                List.of(" ", "1", "-", "20240101", "z")));
    Reading read = Reading.of(Files.write(directory.resolve("types.dbf"), dbf));
    assertThat(read.schema().fields().stream().map(Field::type))
        .containsExactly(FieldType.INTEGER, FieldType.REAL, FieldType.DATE, FieldType.BOOLEAN);
    assertThat(read.rows().get(0).values())
        .isEqualTo(List.of(-42L, 20.5, LocalDate.of(2024, 2, 29), true));
    assertThat(read.rows().get(1).values()).isEqualTo(Arrays.asList(12L, 1e-7, null, null));
    assertThat(read.rows().get(2).values())
        .isEqualTo(Arrays.asList(null, 123456789.12345679, null, false));
    assertThat(read.rows().subList(0, 3)).allMatch(row -> row.fault() == null);
    assertThat(read.rows().subList(3, 7))
        .allMatch(row -> row.fault() != null && row.fault().code().equals("row.value"));
    assertThat(String.valueOf(read.rows().get(3).fault())).contains("12.5", "whole");
  }
}
