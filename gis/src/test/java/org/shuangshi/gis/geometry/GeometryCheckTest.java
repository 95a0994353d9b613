package org.shuangshi.gis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryCheckTest {

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  private static @Nullable String code(Optional<Fault> fault) {
    return fault.map(Fault::code).orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AREA  | POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))                                   |
          AREA  | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((3 0, 4 0, 4 1, 3 0)))    |
          AREA  | POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))                                   | geometry.self-intersection
          AREA  | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))             | geometry.hole-outside-shell
          AREA  | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 1), (5 3, 6 3, 6 4, 5 3)) | geometry.nested-holes
          AREA  | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))    | geometry.nested-shells
          AREA  | POLYGON ((0 0, 1 1, 0 0, 0 0))                                        | geometry.too-few-points
          AREA  | LINESTRING (0 0, 1 1)                                                 | geometry.wrong-type
          AREA  | POLYGON EMPTY                                                         | geometry.empty
          AREA  | POLYGON ((31 121, 31.1 121, 31.1 121.1, 31 121))                      | geometry.axes-swapped
          AREA  | POLYGON ((600000 3450000, 600010 3450000, 600010 3450010, 600000 3450000)) | geometry.out-of-range
          POINT | POINT (121.5 31.2)                                                    |
          POINT | MULTIPOINT ((121.5 31.2))                                             |
          POINT | MULTIPOINT ((121.5 31.2), (121.6 31.2))                               | geometry.wrong-type
          POINT | POINT (-180 -90)                                                      |
          POINT | POINT (180.00000001 0)                                                | geometry.out-of-range
          LINE  | LINESTRING (0 0, 1 1, 1 0, 0 1)                                       |
          LINE  | LINESTRING (1 1, 1 1)                                                 | geometry.too-few-points
          ANY   | GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))               |
          """)
  void namesTheFault(Shape wanted, String wkt, @Nullable String code) throws ParseException {
    assertThat(code(GeometryCheck.fault(geometry(wkt), wanted))).isEqualTo(code);
  }

  @Test
  void namesWhatIsNotThere() {
    assertThat(code(GeometryCheck.fault(null, Shape.ANY))).isEqualTo("geometry.missing");
  }

  @Test
  void namesACoordinateThatIsNoNumber() {
    Geometry broken =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(0, 0), new Coordinate(Double.NaN, 1)});
    assertThat(code(GeometryCheck.fault(broken, Shape.LINE))).isEqualTo("geometry.nan");
  }

  @Test
  void saysWhereInWordsAndNumbers() throws ParseException {
    Fault fault =
        GeometryCheck.fault(
                geometry("POLYGON ((121 31, 123 33, 123 31, 121 33, 121 31))"), Shape.AREA)
            .orElseThrow();
    assertThat(fault.at()).isEqualTo(new Coordinate(122, 32));
    assertThat(fault.message()).isEqualTo("边界自相交，位置 122 32");
  }

  @Test
  void promotesToMultipleAndDropsHeights() throws ParseException {
    Geometry flat = Reshape.dropZ(geometry("POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))"));
    assertThat(Reshape.hasZ(flat)).isFalse();
    assertThat(Reshape.toMulti(flat).toText()).isEqualTo("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
    assertThat(Reshape.toMulti(geometry("POLYGON EMPTY")).toText()).isEqualTo("MULTIPOLYGON EMPTY");
    assertThat(Reshape.toMulti(geometry("LINESTRING (0 0, 1 1)")).toText())
        .isEqualTo("MULTILINESTRING ((0 0, 1 1))");
  }
}
