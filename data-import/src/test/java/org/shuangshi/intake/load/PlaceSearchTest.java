package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.gis.feature.GeometryHeaders;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Mapped.How;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Survey;
import org.shuangshi.intake.mapping.Wish;

/** Which columns of a table its geometry is found in. */
class PlaceSearchTest {

  private static final int ROWS = 20;
  private static final String SQUARE = "\"POLYGON ((121 31, 121.1 31, 121.1 31.1, 121 31))\"";

  @TempDir Path directory;

  /** A table of two columns of numbers that grow from row to row, behind an address. */
  private Path pair(String header, double first, double second, double step) throws Exception {
    StringBuilder csv = new StringBuilder("编号,路/街/巷,门牌号," + header + "\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("A%d,甲路,%d号,".formatted(i, i + 1))
          .append("%.4f,%.4f%n".formatted(first + i * step, second + i * step));
    }
    return Files.writeString(directory.resolve("t.csv"), csv);
  }

  private Path column(String header, String value) throws Exception {
    StringBuilder csv = new StringBuilder("编号," + header + "\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("B").append(i).append(',').append(value).append('\n');
    }
    return Files.writeString(directory.resolve("t.csv"), csv);
  }

  /** What a person is shown of two columns: field, how it was found. */
  private static String seen(Path file, Kind kind, String... headers) throws Exception {
    StringBuilder seen = new StringBuilder();
    for (Survey.Seen each : ColumnSurvey.of(file, kind, null, null, Choice.NONE).columns()) {
      if (List.of(headers).contains(each.header())) {
        assertThat(each.reason() == null)
            .isEqualTo(each.how() == How.NAMED || each.field() == null);
        seen.append(each.field()).append(' ').append(each.how()).append(' ');
      }
    }
    return seen.toString().strip();
  }

  private static GeometryHeaders place(Path file, Kind kind, Map<String, String> chosen)
      throws Exception {
    Sample sample = Sample.read(file, ReadOptions.DEFAULT);
    return new ColumnSearch(kind, sample.schema(), true)
        .find(null, new Wish(choice(chosen), null), () -> sample)
        .place();
  }

  private static Choice choice(Map<String, String> columns) {
    return new Choice(columns, Map.of(), null, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    // names of old, whatever the numbers are: an order of axes is the doctor's
    "经度, 纬度, 121.4, 31.2, lon NAMED lat NAMED",
    "x, y, 3456000, 521000, lon NAMED lat NAMED",
    "X, Y, 31.2, 121.4, lon NAMED lat NAMED",
    // names that are known or alike, and numbers that can be theirs
    "东坐标, 北坐标, 521000, 3456000, lon GUESSED lat GUESSED",
    "门牌经度, 门牌纬度, 121.4, 31.2, lon GUESSED lat GUESSED",
    "Easting(m), Northing(m), 40521000, 3456000, lon GUESSED lat GUESSED",
    "JDZB, WDZB, 121.4, 31.2, lon GUESSED lat GUESSED",
    // an axis is what its numbers are: a survey calls the northing X
    "X坐标, Y坐标, 521000, 3456000, lon GUESSED lat GUESSED",
    "X坐标(米), Y坐标(米), 3456000, 521000, lat GUESSED lon GUESSED",
    "坐标X, 坐标Y, 3456000, 40521000, lat GUESSED lon GUESSED",
    "X坐标, Y坐标, 31.2, 121.4, lat GUESSED lon GUESSED",
    // one of a pair by a name of old, the other not
    "经度, 北坐标, 121.4, 31.2, lon GUESSED lat GUESSED",
    // numbers alone are said and not taken
    "位置A, 位置B, 121.4, 31.2, lon null lat null",
    "位置A, 位置B, 3456000, 521000, lat null lon null",
    "位置A, 位置B, 40521000, 3456000, lon null lat null",
    // names whose numbers are something else
    "东坐标, 北坐标, 12, 31.2, null null null null",
    "位置A, 位置B, 121.4, 121.4, null null null null",
    "东坐标, 北坐标, 121.4, 3456000, lon null lat null",
  })
  void aPairIsFoundByItsNamesAndNumbers(
      String first, String second, double one, double other, String fields) throws Exception {
    Path file = pair(first + "," + second, one, other, one > 1000 ? 13 : 0.0013);
    assertThat(seen(file, Kind.ADDRESSES, first, second)).isEqualTo(fields);
  }

  @Test
  void numbersThatComeAgainAndAgainAreCodes() throws Exception {
    Path file = pair("区划,代号", 310101, 1310101, 0);
    assertThat(seen(file, Kind.ADDRESSES, "区划", "代号")).isEqualTo("null null null null");
  }

  @Test
  void ofTwoPairsNoneIsTaken() throws Exception {
    StringBuilder csv = new StringBuilder("编号,路/街/巷,门牌号,东坐标,北坐标,东距,北距\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("A%d,甲路,%d号,52%03d,3456%03d,53%03d,3457%03d%n".formatted(i, i, i, i, i, i));
    }
    Path file = Files.writeString(directory.resolve("t.csv"), csv);
    assertThat(seen(file, Kind.ADDRESSES, "东坐标", "北坐标")).isEqualTo("lon null lat null");
    assertThat(place(file, Kind.ADDRESSES, Map.of())).isEqualTo(GeometryHeaders.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "楼栋几何, BUILDINGS, wkt GUESSED",
    "the_geom, BUILDINGS, wkt GUESSED",
    "geom文本, BUILDINGS, wkt null",
    "WKT, BUILDINGS, wkt NAMED",
    // a footprint is no point of an address
    "几何, ADDRESSES, null null",
    "几何, CONTEXT, wkt GUESSED",
    "几何, UNITS, null null",
  })
  void wktIsFoundByItsNameAndForm(String header, Kind kind, String field) throws Exception {
    assertThat(seen(column(header, SQUARE), kind, header)).isEqualTo(field);
  }

  @Test
  void anEmptyColumnIsNoGeometry() throws Exception {
    assertThat(seen(column("geom", ""), Kind.BUILDINGS, "geom")).isEqualTo("null null");
  }

  @Test
  void fieldsOfTheGeometryAreThoseThatMakeSense() throws Exception {
    Path file = column("名称", "甲");
    assertThat(fields(file, Kind.ADDRESSES)).isEqualTo("lon lat wkt");
    assertThat(fields(file, Kind.CONTEXT)).isEqualTo("lon lat wkt");
    assertThat(fields(file, Kind.BUILDINGS)).isEqualTo("wkt required");
    assertThat(fields(file, Kind.ROADS)).isEqualTo("wkt required");
    assertThat(fields(file, Kind.PEOPLE)).isEmpty();
    Path own = directory.resolve("own.geojson");
    Files.writeString(own, "{\"type\":\"FeatureCollection\",\"features\":[]}");
    assertThat(fields(own, Kind.ADDRESSES)).as("it has its own").isEmpty();
  }

  private static String fields(Path file, Kind kind) throws Exception {
    StringBuilder fields = new StringBuilder();
    ColumnSurvey.of(file, kind, null, null, Choice.NONE).fields().stream()
        .filter(field -> List.of("lon", "lat", "wkt").contains(field.name()))
        .forEach(
            field -> fields.append(field.name()).append(field.required() ? " required " : " "));
    return fields.toString().strip();
  }

  @Test
  void whatIsChosenGoesBeforeNames() throws Exception {
    Path file = pair("经度,纬度", 121.4, 31.2, 0.001);
    assertThat(place(file, Kind.ADDRESSES, Map.of())).isEqualTo(GeometryHeaders.pair("经度", "纬度"));
    assertThat(place(file, Kind.ADDRESSES, Map.of("经度", "lat", "纬度", "lon")))
        .isEqualTo(GeometryHeaders.pair("纬度", "经度"));
    assertThat(place(file, Kind.ADDRESSES, Map.of("经度", "", "纬度", "")))
        .as("not used means not used")
        .isEqualTo(GeometryHeaders.NONE);
    assertThat(place(file, Kind.ADDRESSES, Map.of("经度", "lon")))
        .as("the other half has its name")
        .isEqualTo(GeometryHeaders.pair("经度", "纬度"));
    Path both = column("wkt,形状", "POINT (121 31),POINT (122 32)");
    assertThat(place(both, Kind.CONTEXT, Map.of("形状", "wkt")))
        .isEqualTo(GeometryHeaders.ofWkt("形状"));
    assertThat(place(both, Kind.CONTEXT, Map.of())).isEqualTo(GeometryHeaders.ofWkt("wkt"));
  }

  @Test
  void whatCannotBeReadIsRefusedAndSaysWhy() throws Exception {
    Path file = pair("位置A,位置B", 121.4, 31.2, 0.001);
    assertThat(refused(file, Kind.ADDRESSES, Map.of("位置A", "lon")))
        .isEqualTo("mapping.place-half 坐标要成对：列“位置A”是 lon（经度、东坐标），还没有列是 lat（纬度、北坐标），可能是“位置B”");
    assertThat(refused(file, Kind.ADDRESSES, Map.of("位置B", "lat", "位置A", "")))
        .startsWith("mapping.place-half")
        .endsWith("还没有列是 lon（经度、东坐标）");
    assertThat(refused(file, Kind.ADDRESSES, Map.of("位置A", "lon", "位置B", "lat", "门牌号", "wkt")))
        .startsWith("mapping.place-twice");
    assertThat(refused(file, Kind.ADDRESSES, Map.of("位置A", "lon", "位置B", "lon")))
        .startsWith("mapping.twice");
    assertThat(refused(file, Kind.BUILDINGS, Map.of("位置A", "lon")))
        .isEqualTo("mapping.unknown-field 建筑物没有字段“lon”");
  }

  private static @Nullable String refused(Path file, Kind kind, Map<String, String> chosen) {
    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> place(file, kind, chosen));
    return refused.code() + " " + refused.getMessage();
  }

  @Test
  void aGeometryIsOfOnePlaceWhenAChoiceIsLaidOverAnother() {
    Choice pair = choice(Map.of("甲", "lon", "乙", "lat", "丙", "name"));
    Choice wkt = choice(Map.of("丁", "wkt"));
    assertThat(wkt.over(pair).columns()).isEqualTo(Map.of("丁", "wkt", "丙", "name"));
    assertThat(pair.over(wkt)).isEqualTo(pair);
    assertThat(choice(Map.of("戊", "lon")).over(pair).columns())
        .isEqualTo(Map.of("戊", "lon", "乙", "lat", "丙", "name"));
  }
}
