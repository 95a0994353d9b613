package org.shuangshi.gis.feature;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.crs.Crs;

/** The table of rows every format is tried with. */
final class Sample {

  static final String LAYER = "建筑物";

  static final List<Field> FIELDS =
      List.of(
          new Field("名称", FieldType.TEXT),
          new Field("floors", FieldType.INTEGER),
          new Field("height_m", FieldType.REAL),
          new Field("built", FieldType.DATE),
          new Field("listed", FieldType.BOOLEAN));

  static final FeatureSchema SCHEMA =
      new FeatureSchema(LAYER, FIELDS, GeometryType.MULTI_POLYGON, Crs.CGCS2000);

  record Row(@Nullable String wkt, List<@Nullable Object> values) {
    static Row of(@Nullable String wkt, @Nullable Object... values) {
      return new Row(wkt, Arrays.asList(values));
    }

    @Nullable Geometry geometry() throws ParseException {
      return wkt == null ? null : new WKTReader().read(wkt);
    }

    boolean isBlank() {
      return wkt == null && values.stream().allMatch(value -> value == null);
    }
  }

  static final List<Row> ROWS =
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
              "引号\" 逗号, 分号; 制表\t\n第二行 'SQL'",
              -3L,
              0.00012,
              LocalDate.of(2024, 2, 29),
              false),
          Row.of(null, null, null, null, null, null),
          Row.of("MULTIPOLYGON EMPTY", "=1+1", 123_456_789_012L, -1e9 - 0.25, null, null),
          Row.of(
              "MULTIPOLYGON (((-0.51234567 0, 1 0, 1 1, -0.51234567 0)))",
              "生僻字𠮷㐀",
              0L,
              0.0,
              LocalDate.of(1900, 3, 1),
              true));

  private Sample() {}

  static Path write(Path directory, Format format, WriteOptions options) throws Exception {
    Path file = directory.resolve(LAYER + "." + format.extension());
    try (FeatureWriter writer = FeatureFiles.create(file, format, SCHEMA, options)) {
      for (Row row : ROWS) {
        writer.write(row.geometry(), row.values());
      }
    }
    return file;
  }

  /** Independent of where rings start and of their direction. */
  static @Nullable String text(@Nullable Geometry geometry) {
    return geometry == null ? null : geometry.norm().toText();
  }
}
