package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;

class TableFilesTest {

  @TempDir static Path directory = Path.of("");

  private static Path csv(String text, Charset charset) throws IOException {
    return Files.write(directory.resolve("t.csv"), text.getBytes(charset));
  }

  private static Reading csv(String text) throws IOException {
    return Reading.of(csv(text, StandardCharsets.UTF_8));
  }

  private static @Nullable String fault(Reading read, int row) {
    var fault = read.rows().get(row).fault();
    return fault == null ? null : fault.code();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparatorAndTheEncoding(String separator) throws IOException {
    String text = "编号S名称S层数\r\n1S上海大厦S7\r\n".replace("S", separator);
    for (String charset : List.of("UTF-8", "GB18030", "GBK")) {
      Reading read = Reading.of(csv(text, Charset.forName(charset)));
      assertThat(read.rows().get(0).values()).isEqualTo(List.of("1", "上海大厦", "7"));
    }
    assertThat(csv("\uFEFF" + text).schema().fields().get(0).name()).isEqualTo("编号");
  }

  @Test
  void aSeparatorWithinQuotesDoesNotCount() throws IOException {
    assertThat(csv("\"a;b;c\",d\n1,2\n").schema().fields()).hasSize(2);
  }

  @Test
  void numbersRowsAsASpreadsheetDoes() throws IOException {
    Reading read = csv("id,note\n1,\"two\nlines\"\n\n,\n2,x\n");
    assertThat(read.rows().stream().map(Feature::row)).containsExactly(2L, 5L);
    assertThat(read.cell(0, "note")).isEqualTo("two\nlines");
  }

  @Test
  void aLineWithMoreOrFewerCellsIsTheRowsFault() throws IOException {
    Reading read = csv("id,name\n1,a,b\n2\n3,c,,\n4,d\n");
    assertThat(fault(read, 0)).isEqualTo("row.ragged");
    assertThat(fault(read, 1)).isEqualTo("row.ragged");
    assertThat(fault(read, 2)).isNull();
    assertThat(fault(read, 3)).isNull();
    assertThat(String.valueOf(read.rows().get(1).fault())).contains("第 3 行");
  }

  @Test
  void readsPointsAndWkt() throws IOException {
    Reading points = csv("id,经度,纬度\n1,121.5,31.2\n2,,\n3,abc,31\n4,121.5,\n");
    assertThat(points.schema().geometryType()).isEqualTo(GeometryType.POINT);
    assertThat(points.schema().crs()).isNull();
    assertThat(Sample.text(points.rows().get(0).geometry())).isEqualTo("POINT (121.5 31.2)");
    assertThat(points.cell(0, "经度")).isEqualTo("121.5");
    assertThat(Sample.text(points.rows().get(1).geometry())).isNull();
    assertThat(fault(points, 1)).isNull();
    assertThat(fault(points, 2)).isEqualTo("geometry.unreadable");
    assertThat(fault(points, 3)).isEqualTo("geometry.unreadable");

    Reading wkt =
        csv(
            "WKT,x,y\n\"POLYGON ((0 0, 1 0, 1 1, 0 0))\",5,5\n\"POLYGON ((0 0, 1 0, 1 1, 0 2))\",,\n");
    assertThat(Sample.text(wkt.rows().get(0).geometry())).startsWith("POLYGON");
    assertThat(fault(wkt, 1)).isEqualTo("geometry.ring-not-closed");
  }

  @Test
  void readsTheGeometryOfTheColumnsThatWereChosen() throws IOException {
    Path file = csv("位置B,位置A,lon,lat,wkt\n31.2,121.5,1,2,POINT (3 4)\n", StandardCharsets.UTF_8);
    ReadOptions options = ReadOptions.DEFAULT;
    assertThat(first(file, options)).as("as it is called").isEqualTo("POINT (3 4)");
    assertThat(first(file, options.withGeometry(GeometryHeaders.pair("位置A", "位置B"))))
        .isEqualTo("POINT (121.5 31.2)");
    assertThat(first(file, options.withGeometry(GeometryHeaders.NONE))).isNull();

    Path sheet = directory.resolve("t.xlsx");
    try (OutputStream out = Files.newOutputStream(sheet);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet cells = workbook.newWorksheet("t");
      cells.value(0, 0, "几何");
      cells.value(1, 0, "POINT (121.5 31.2)");
    }
    assertThat(first(sheet, options.withGeometry(GeometryHeaders.ofWkt("几何"))))
        .isEqualTo("POINT (121.5 31.2)");
  }

  private static @Nullable String first(Path file, ReadOptions options) throws IOException {
    try (FeatureReader reader = FeatureFiles.openAs(file, options)) {
      Feature row = Objects.requireNonNull(reader.next());
      assertThat(reader.schema().geometryType() == GeometryType.NONE)
          .isEqualTo(row.geometry() == null);
      return Sample.text(row.geometry());
    }
  }

  @Test
  void writesPointsInTwoColumnsWithoutExponents() throws Exception {
    Path file = directory.resolve("p.csv");
    FeatureSchema schema =
        new FeatureSchema(
            "p", List.of(new Field("id", FieldType.TEXT)), GeometryType.POINT, Crs.CGCS2000);
    try (FeatureWriter writer = FeatureFiles.create(file, Format.CSV, schema)) {
      writer.write(new WKTReader().read("POINT (0.00001 31.123456789)"), List.of("甲"));
      writer.write(null, Arrays.asList((Object) null));
    }
    assertThat(Files.readString(file))
        .isEqualTo("\uFEFFid,lon,lat\r\n甲,0.00001,31.12345679\r\n,,\r\n");
  }

  @Test
  void fillsOrdinateColumnsThatAreThereAlready() throws Exception {
    Path file = directory.resolve("p.csv");
    FeatureSchema schema =
        new FeatureSchema(
            "p",
            List.of(
                new Field("lat", FieldType.REAL),
                new Field("lon", FieldType.REAL),
                new Field("n", FieldType.INTEGER)),
            GeometryType.POINT,
            Crs.CGCS2000);
    try (FeatureWriter writer = FeatureFiles.create(file, Format.CSV, schema)) {
      writer.write(new WKTReader().read("POINT (121 31)"), Arrays.asList(null, null, 5L));
    }
    assertThat(Files.readString(file)).isEqualTo("\uFEFFlat,lon,n\r\n31.0,121.0,5\r\n");
  }

  @Test
  void aWorkbookKeepsDatesWholeNumbersAndMixedCellsApart() throws IOException {
    Path file = directory.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("人员");
      String[] header = {"号码", "出生", "时间", "层", "面积", "混合", "公式", "空"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      sheet.value(1, 0, "013800000000");
      sheet.value(1, 1, LocalDate.of(1980, 2, 29));
      sheet.style(1, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
      sheet.value(1, 2, LocalDateTime.of(2024, 1, 2, 3, 4));
      sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
      sheet.value(1, 3, 6);
      sheet.value(1, 4, 90.25);
      sheet.value(1, 5, 12);
      sheet.formula(1, 6, "1+1");
      sheet.value(3, 3, -1.0);
      sheet.value(3, 4, 80);
      sheet.value(3, 5, "十二");
    }
    Reading read = Reading.of(file);
    assertThat(read.schema().layer()).isEqualTo("人员");
    assertThat(read.schema().fields().stream().map(Field::type))
        .containsExactly(
            FieldType.TEXT,
            FieldType.DATE,
            FieldType.TEXT,
            FieldType.INTEGER,
            FieldType.REAL,
            FieldType.TEXT,
            FieldType.TEXT,
            FieldType.TEXT);
    assertThat(read.rows().stream().map(Feature::row)).containsExactly(2L, 4L);
    assertThat(read.rows().get(0).values().subList(0, 6))
        .isEqualTo(
            List.of(
                "013800000000", LocalDate.of(1980, 2, 29), "2024-01-02T03:04", 6L, 90.25, "12"));
    assertThat(read.rows().get(1).values().subList(3, 6)).isEqualTo(List.of(-1L, 80.0, "十二"));
  }

  @Test
  void severalSheetsAreListedAndOneIsChosenByName() throws IOException {
    Path file = directory.resolve("two.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", null)) {
      for (String name : List.of("一", "二")) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, "id");
        sheet.value(1, 0, name);
      }
    }
    FeatureFileException refused =
        catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file));
    assertThat(refused.code()).isEqualTo("file.layer-ambiguous");
    assertThat(refused.getMessage()).contains("“一”、“二”");
    assertThat(Reading.of(file, "二").cell(0, "id")).isEqualTo("二");
    refused = catchThrowableOfType(FeatureFileException.class, () -> Reading.of(file, "三"));
    assertThat(refused.code()).isEqualTo("file.layer-unknown");
  }
}
