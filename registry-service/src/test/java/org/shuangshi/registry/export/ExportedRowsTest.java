package org.shuangshi.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.registry.RunningService;

/** What is in a file is what is in the register, row by row: values and places. */
class ExportedRowsTest {
  private static final RunningService service = RunningService.shared();
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** One millimetre, in degrees. */
  private static final double TOLERANCE = 1e-8;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "units, geojson",
    "units, gpkg",
    "units, csv",
    "units, shapefile",
    "buildings, geojson",
    "buildings, gpkg",
    "buildings, csv",
    "buildings, shapefile",
    "grids, gpkg",
    "regions, geojson",
    "addresses, csv",
    "roads, gpkg",
    "estates, shapefile",
  })
  void aFileHoldsTheLayerOfTheDay(String layer, String format) throws Exception {
    List<List<@Nullable String>> expected = service.rows(expected(layer));
    Path file =
        Orders.fetched(
            "{\"layer\":\"%s\",\"format\":\"%s\",\"asOf\":\"2026-11-24\"}".formatted(layer, format),
            folder);
    if (format.equals("shapefile")) {
      sameAs(expected, ShapefileRows.read(file));
    } else {
      sameAs(expected, Orders.read(file));
    }
  }

  private static void sameAs(List<List<@Nullable String>> expected, List<Feature> rows)
      throws ParseException {
    assertThat(rows).hasSize(expected.size());
    for (int i = 0; i < rows.size(); i++) {
      List<@Nullable String> row = expected.get(i);
      assertThat(plain(rows.get(i).values()).subList(0, row.size() - 1)).isEqualTo(values(row));
      Geometry place = Objects.requireNonNull(rows.get(i).geometry());
      assertThat(one(place).equalsExact(one(place(row)), TOLERANCE))
          .as("place of %s", row)
          .isTrue();
    }
  }

  private static void sameAs(List<List<@Nullable String>> expected, ShapefileRows file)
      throws ParseException {
    assertThat(file.rows()).hasSize(expected.size());
    assertThat(file.boxes()).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      List<@Nullable String> row = expected.get(i);
      assertThat(plain(file.rows().get(i)))
          .isEqualTo(values(row).stream().map(ExportedRowsTest::inTable).toList());
      Envelope box = place(row).getEnvelopeInternal();
      assertThat(file.boxes().get(i).getMinX()).isCloseTo(box.getMinX(), within(TOLERANCE));
      assertThat(file.boxes().get(i).getMaxX()).isCloseTo(box.getMaxX(), within(TOLERANCE));
      assertThat(file.boxes().get(i).getMinY()).isCloseTo(box.getMinY(), within(TOLERANCE));
      assertThat(file.boxes().get(i).getMaxY()).isCloseTo(box.getMaxY(), within(TOLERANCE));
    }
    assertThat(file.wkt()).contains("GCS").contains("China");
  }

  /** A value as the table of a Shapefile has it. */
  private static String inTable(String value) {
    return switch (value) {
      case "true" -> "T";
      case "false" -> "F";
      default -> DATE.matcher(value).matches() ? value.replace("-", "") : value;
    };
  }

  private static Geometry place(List<@Nullable String> row) throws ParseException {
    return new WKTReader().read(Objects.requireNonNull(row.get(row.size() - 1)));
  }

  /** A collection of one as that one, in a comparable order. */
  private static Geometry one(Geometry geometry) {
    return (geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry).norm();
  }

  private static List<String> values(List<@Nullable String> row) {
    return plain(row.subList(0, row.size() - 1));
  }

  private static List<String> plain(List<? extends @Nullable Object> values) {
    List<String> plain = new ArrayList<>();
    for (Object value : values) {
      String text = value == null ? "" : value.toString();
      plain.add(
          DECIMAL.matcher(text).matches()
              ? new BigDecimal(text).stripTrailingZeros().toPlainString()
              : text);
    }
    return plain;
  }

  /** The rows by another way than the service's: from the tables and the rule of occupancy. */
  private static String expected(String layer) {
    return switch (layer) {
      case "units" ->
          """
          SELECT u.id, d.state, d.basis, d.contradiction::text, e.kind, e.seen_on, e.finding, a.text, b.name, n.name,
                 u.floor, u.room, u.use, u.area_m2, ST_AsText(ST_PointOnSurface(b.footprint), 12)
          FROM unit u
          JOIN occupancy_derive(ARRAY(SELECT id FROM identity.unit)) d ON d.unit_id = u.id AND d.valid @> '2026-11-24'::date
          JOIN building b ON b.id = u.building_id AND b.valid @> '2026-11-24'::date AND b.status = 'STANDING'
          LEFT JOIN entrance n ON n.id = u.entrance_id
          LEFT JOIN address a ON a.id = u.address_id
          LEFT JOIN evidence e ON e.id = d.evidence_id
          WHERE u.valid @> '2026-11-24'::date
          ORDER BY b.id, coalesce(n.ordinal, 0), u.floor, u.room, u.id
          """;
      case "buildings" ->
          """
          SELECT b.id, b.name, b.use, b.structure, b.floors, b.height_m, b.year_built, a.text,
                 count(*) FILTER (WHERE d.state = 'VERIFIED_VACANT'), count(*) FILTER (WHERE d.state = 'OCCUPIED'),
                 count(*) FILTER (WHERE d.state = 'UNLINKED'), count(*) FILTER (WHERE d.state = 'UNVISITED'),
                 ST_AsText(b.footprint, 12)
          FROM building b
          JOIN address a ON a.id = b.address_id
          LEFT JOIN occupancy_derive(ARRAY(SELECT id FROM identity.unit)) d
            ON d.building_id = b.id AND d.valid @> '2026-11-24'::date
          WHERE b.valid @> '2026-11-24'::date AND b.status = 'STANDING'
          GROUP BY b.version, a.text ORDER BY b.id
          """;
      case "grids" ->
          """
          SELECT g.id, g.code, g.name, g.kind, g.setting, r.code, r.name, ST_AsText(g.geom, 12)
          FROM grid g JOIN region r ON r.id = g.community_id WHERE g.valid @> '2026-11-24'::date ORDER BY g.id
          """;
      case "regions" -> "SELECT id, code, name, level, ST_AsText(geom, 12) FROM region ORDER BY id";
      case "addresses" ->
          """
          SELECT id, text, city, district, street, community, village_group, road, lane, door_number, estate, building,
                 entrance, room, array_to_string(aliases, ';'), ST_AsText(geom, 12)
          FROM address ORDER BY id
          """;
      case "roads" -> "SELECT id, name, class, ST_AsText(geom, 12) FROM road ORDER BY id";
      default ->
          "SELECT id, name, array_to_string(aliases, ';'), ST_AsText(geom, 12) FROM estate ORDER BY id";
    };
  }
}
