package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {

  private static final List<String> ADDED = List.of("代码", "原因");
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path directory;

  private static Excerpt excerpt(Map<Long, List<String>> rows) {
    return new Excerpt(ADDED, rows);
  }

  private Path excerpt(Path file, Map<Long, List<String>> rows) throws IOException {
    return excerpt(file, null, rows);
  }

  private Path excerpt(Path file, @Nullable String layer, Map<Long, List<String>> rows)
      throws IOException {
    Path target = directory.resolve("some-" + file.getFileName());
    FeatureFiles.excerpt(file, layer, excerpt(rows), target);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .as("no hidden file is left")
          .noneMatch(each -> each.toString().endsWith(".part"));
    }
    return target;
  }

  private static List<List<Object>> rows(Path file) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        List<Object> cells = new ArrayList<>(row.values());
        cells.replaceAll(cell -> cell == null ? "-" : cell);
        rows.add(cells);
      }
    }
    return rows;
  }

  @Test
  void aCsvKeepsItsEncodingItsSeparatorItsMarkAndItsCells() throws IOException {
    Path plain = directory.resolve("a.csv");
    Files.write(plain, "编号;名称\n1;一\n\n2;\"二;\"\"贰\"\"\n\"\n3; 三\n4;四;多\n5\n".getBytes(GB18030));
    Path some =
        excerpt(
            plain, Map.of(4L, List.of("x", "错;了"), 6L, List.of("y", "多了"), 7L, List.of("z", "少了")));
    assertThat(Files.readString(some, GB18030))
        .isEqualTo("编号;名称;代码;原因\r\n2;\"二;\"\"贰\"\"\n\";x;\"错;了\"\r\n4;四;y;多了;多\r\n5;;z;少了\r\n");

    Path marked = directory.resolve("b.csv");
    Files.writeString(marked, "\uFEFF编号,原因,名称\n1,旧,一\n2,旧,二\n");
    Path again = excerpt(marked, Map.of(3L, List.of("c", "新")));
    assertThat(Files.readString(again))
        .as("filled anew")
        .isEqualTo("\uFEFF编号,原因,名称,代码\r\n2,新,二,c\r\n");

    Path packed = directory.resolve("c.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(excerpt(packed, Map.of(2L, List.of("c", "d")))))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("a\tb\t代码\t原因\r\n1\t2\tc\td\r\n");
    }
  }

  @Test
  void aGeoJsonKeepsWhatCannotBeRead() throws IOException {
    Path file = directory.resolve("a.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","name":"楼","crs":{"type":"name","properties":{"name":"EPSG:4549"}},"features":[
        {"type":"Feature","id":7,"properties":{"a":1.10,"b":{"c":[1]}},"geometry":{"type":"Point","coordinates":[1.123456789012,2]}},
        {"type":"Feature","properties":{"a":2},"geometry":null},
        {"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}],"more":[1]}""");
    Path some = excerpt(file, Map.of(1L, List.of("x", "一"), 3L, List.of("y", "三")));
    assertThat(Files.readString(some).replace("\n", ""))
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"name\":\"楼\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4549\"}},"
                + "\"features\":[{\"type\":\"Feature\",\"id\":7,\"properties\":{\"a\":1.10,\"b\":{\"c\":[1]},\"代码\":\"x\",\"原因\":\"一\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.123456789012,2]}},"
                + "{\"type\":\"Feature\",\"properties\":{\"代码\":\"y\",\"原因\":\"三\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}}],\"more\":[1]}");
    assertThat(rows(some)).hasSize(2);
  }

  @Test
  void aGeoPackageIsWrittenAnew() throws IOException {
    Path file = directory.resolve("a.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}},
        {"type":"Feature","properties":{"a":2},"geometry":{"type":"Point","coordinates":[3,4]}}]}""");
    Path pack = directory.resolve("a.gpkg");
    CopiedExcerpt.write(
        file,
        ReadOptions.DEFAULT,
        new Excerpt(List.of(), Map.of(1L, List.of(), 2L, List.of())),
        pack,
        Format.GEOPACKAGE);
    Path some = excerpt(pack, Map.of(2L, List.of("x", "二")));
    assertThat(rows(some)).containsExactly(List.of(2L, "x", "二"));
    try (FeatureReader reader = FeatureFiles.open(some, null)) {
      assertThat(String.valueOf(reader.next())).contains("POINT (3 4)");
    }
  }

  @Test
  void aWorkbookKeepsAllButTheOtherRows() throws IOException {
    Path file = directory.resolve("楼.xlsx");
    workbook(file);
    Path some =
        excerpt(
            file,
            "楼栋",
            new TreeMap<>(
                Map.of(
                    3L,
                    List.of("x.y", "第一\n第二\u0001"),
                    6L,
                    List.of("z", "<&>"),
                    7L,
                    List.of("w", "多"))));
    try (FeatureReader reader = FeatureFiles.open(some, "楼栋")) {
      assertThat(reader.schema().fields())
          .extracting(Field::name)
          .containsExactly("编号", "名称", "日期", "合计", "代码", "原因");
    }
    List<List<Object>> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(some, "楼栋")) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        assertThat(row.row()).isEqualTo(rows.size() + 2);
        List<Object> cells = new ArrayList<>(row.values());
        cells.replaceAll(cell -> cell == null ? "-" : cell.toString());
        rows.add(cells);
        assertThat(row.fault() != null)
            .as("what stood under no header still does")
            .isEqualTo(row.row() == 4);
      }
    }
    assertThat(rows)
        .containsExactly(
            List.of("3", "三幢", "2024-05-03", "-", "x.y", "第一\n第二\uFFFD"),
            List.of("6", "六幢", "2024-05-06", "-", "z", "<&>"),
            List.of("7", "七幢", "2024-05-07", "-", "w", "多"));

    Map<String, String> before = parts(file);
    Map<String, String> after = parts(some);
    assertThat(after.get("xl/styles.xml")).isEqualTo(before.get("xl/styles.xml"));
    assertThat(after.get("xl/workbook.xml")).isEqualTo(before.get("xl/workbook.xml"));
    assertThat(after.get("xl/worksheets/sheet2.xml"))
        .isEqualTo(before.get("xl/worksheets/sheet2.xml"));
    assertThat(String.join("", after.values()))
        .as("nothing of the rows that are not in it, nor of the notes on cells")
        .doesNotContain("二幢")
        .doesNotContain("一条批注")
        .doesNotContain("comments");
    String sheet = String.valueOf(after.get("xl/worksheets/sheet1.xml"));
    assertThat(sheet)
        .contains("<col min=\"2\" max=\"2\" width=\"33.0\"")
        .contains("<col min=\"6\" max=\"6\" width=\"48\"")
        .contains("ySplit=\"1\"")
        .contains("<autoFilter ref=\"A1:D4\"")
        .contains("sqref=\"C2:C4\"")
        .contains("<mergeCell ref=\"A3:B3\"")
        .doesNotContain("A4:B5")
        .doesNotContain("hidden=")
        .doesNotContain("<f>");
    String first = String.valueOf(before.get("xl/worksheets/sheet1.xml"));
    String styled = first.replaceAll("(?s).*<c r=\"B6\" (s=\"[0-9]+\").*", "$1");
    assertThat(sheet).as("its fill").contains("<c r=\"B3\" " + styled);

    Path again = directory.resolve("again.xlsx");
    FeatureFiles.excerpt(some, "楼栋", excerpt(Map.of(3L, List.of("new", "又错"))), again);
    try (FeatureReader reader = FeatureFiles.open(again, "楼栋")) {
      assertThat(reader.schema().fields()).hasSize(6);
      assertThat(String.valueOf(reader.next())).contains("六幢").contains("new").contains("又错");
      assertThat(reader.next()).isNull();
    }
  }

  /** Seven rows with a filter, a hidden row, merged cells, a list to choose from, a note, a sum. */
  private static void workbook(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("楼栋");
      Worksheet other = workbook.newWorksheet("说明");
      other.value(0, 0, "勿删");
      String[] header = {"编号", "名称", "日期", "合计"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
        sheet.style(0, i).bold().set();
      }
      String[] numbers = {"二", "三", "四", "五", "六", "七"};
      for (int i = 0; i < numbers.length; i++) {
        sheet.value(i + 1, 0, i + 2);
        sheet.value(i + 1, 1, numbers[i] + "幢");
        sheet.value(i + 1, 2, java.time.LocalDate.of(2024, 5, i + 2));
        sheet.style(i + 1, 2).format("yyyy-mm-dd").set();
        sheet.formula(i + 1, 3, "A" + (i + 2) + "*2");
      }
      sheet.style(5, 1).fillColor("FFCC00").set();
      sheet.value(6, 4, "无名");
      sheet.width(1, 33);
      sheet.hideRow(5);
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, 6, 3);
      sheet.range(5, 0, 5, 1).merge();
      sheet.range(3, 0, 4, 1).merge();
      sheet.range(1, 2, 6, 2).validateWithListByFormula("说明!$A$1:$A$9");
      sheet.comment(2, 1, "一条批注");
    }
  }

  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }
}
