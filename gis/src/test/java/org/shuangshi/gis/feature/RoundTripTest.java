package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;

/** One table of rows that every format keeps, as far as it has types and geometry at all. */
class RoundTripTest {

  private static final List<Field> FIELDS =
      List.of(
          new Field("名称", FieldType.TEXT),
          new Field("floors", FieldType.INTEGER),
          new Field("height_m", FieldType.REAL),
          new Field("built", FieldType.DATE),
          new Field("listed", FieldType.BOOLEAN));

  private record Row(@Nullable String wkt, List<@Nullable Object> values) {
    static Row of(@Nullable String wkt, @Nullable Object... values) {
      return new Row(wkt, Arrays.asList(values));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          Row.of(
              "MULTIPOLYGON (((121.5 31.2, 121.51 31.2, 121.51 31.21, 121.5 31.2)))",
              "上海国际会议中心",
              7L,
              20.5,
              LocalDate.of(1999, 8, 1),
              true),
          Row.of(
              "MULTIPOLYGON (((121 31, 121.4 31, 121.4 31.4, 121 31.4, 121 31),"
                  + " (121.1 31.1, 121.1 31.2, 121.2 31.2, 121.2 31.1, 121.1 31.1)),"
                  + " ((122 31, 122.1 31, 122.1 31.12345678, 122 31)))",
              "引号\" 逗号, 分号; \n第二行",
              -3L,
              0.00012,
              LocalDate.of(2024, 2, 29),
              false),
          Row.of(null, null, null, null, null, null),
          Row.of("MULTIPOLYGON EMPTY", "=1+1", 123_456_789_012L, -1e9 - 0.25, null, null),
          Row.of(
              "MULTIPOLYGON (((-0.00000001 0, 1 0, 1 1, -0.00000001 0)))",
              "生僻字𠮷㐀",
              0L,
              0.0,
              LocalDate.of(1900, 3, 1),
              true));

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOPACKAGE", "CSV", "XLSX"})
  void keepsEveryCell(Format format, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("建筑物." + format.extension());
    FeatureSchema schema =
        new FeatureSchema("建筑物", FIELDS, GeometryType.MULTI_POLYGON, Crs.CGCS2000);
    try (FeatureWriter writer = FeatureFiles.create(file, format, schema)) {
      for (Row row : ROWS) {
        writer.write(geometry(row), row.values());
      }
    }
    List<Feature> read = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      assertThat(reader.schema().layer()).isEqualTo("建筑物");
      assertThat(reader.schema().fields().stream().map(Field::name))
          .startsWith("名称", "floors", "height_m", "built", "listed");
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        read.add(row);
      }
      assertThat(reader.progress()).isEqualTo(1.0);
    }
    // A row of nothing at all is a blank line, which tables pass over.
    boolean table = format == Format.CSV || format == Format.XLSX;
    List<Row> expected =
        table
            ? ROWS.stream().filter(row -> row.wkt() != null || row.values().get(0) != null).toList()
            : ROWS;
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.get(i).fault()).isNull();
      assertThat(read.get(i).values().subList(0, FIELDS.size()))
          .as("row %d", i)
          .isEqualTo(expected.get(i).values().stream().map(v -> as(format, v)).toList());
      assertThat(text(read.get(i).geometry())).isEqualTo(text(geometry(expected.get(i))));
    }
  }

  private static @Nullable String text(@Nullable Geometry geometry) {
    return geometry == null ? null : geometry.norm().toText();
  }

  /** What a format without that type makes of a value. */
  private static @Nullable Object as(Format format, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (format) {
      case CSV ->
          value instanceof Double real
              ? new BigDecimal(real.toString()).toPlainString()
              : value.toString();
      case GEOJSON -> value instanceof LocalDate ? value.toString() : value;
      default -> value;
    };
  }

  private static @Nullable Geometry geometry(Row row) throws ParseException {
    return row.wkt() == null ? null : new WKTReader().read(row.wkt());
  }
}
