package org.shuangshi.registry.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** Buildings of each test's own, far from the fixture's town. */
class LifecycleApiTest {
  private static final RunningService service = RunningService.forWriting();
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** South of all that other tests make; each test has a row of its own. */
  private final double south = 20 + 0.01 * NEXT.getAndIncrement();

  private static long id(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  private static long begin(String kind, String values) {
    return id(
        service.post(
            "/api/things/" + kind,
            "{\"why\":\"登记\",\"from\":\"2026-01-01\",\"values\":{" + values + "}}"));
  }

  private String box(double west) {
    return "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[W,S],[E,S],[E,N],[W,N],[W,S]]]}"
        .replace("W", String.valueOf(west))
        .replace("E", String.valueOf(west + 0.001))
        .replace("S", String.valueOf(south))
        .replace("N", String.valueOf(south + 0.001));
  }

  private long building(double west, int floors) {
    return begin(
        "building",
        "\"name\":\"楼\",\"use\":\"RESIDENTIAL\",\"status\":\"STANDING\",\"floors\":%d,%s"
            .formatted(floors, box(west)));
  }

  private static long entrance(long building, String name, int ordinal) {
    return begin(
        "entrance",
        "\"building\":%d,\"name\":\"%s\",\"ordinal\":%d".formatted(building, name, ordinal));
  }

  private static long unit(long building, long entrance, String room) {
    return begin(
        "unit",
        "\"building\":%d,\"entrance\":%d,\"floor\":1,\"room\":\"%s\",\"use\":\"DWELLING\""
            .formatted(building, entrance, room));
  }

  private static String etag(long building) {
    return service.get("/api/things/building/" + building).body().path("etag").asString();
  }

  private static String lineage(long building) {
    return service
        .get("/api/things/building/" + building + "/lineage")
        .body()
        .path("items")
        .valueStream()
        .map(
            item ->
                Stream.of("way", "relation", "id", "label", "from")
                    .map(name -> item.path(name).asString())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(", "));
  }

  private static String status(long building, String day) {
    return service
        .get("/api/things/building/" + building + "?asOf=" + day)
        .body()
        .at("/values/status")
        .asString();
  }

  private static String one(String sql) {
    return String.valueOf(service.rows(sql).get(0).get(0));
  }

  @Test
  void demolishingABuildingEndsWhatIsInItOnlyWhenAsked() {
    long building = building(140, 6);
    long entrance = entrance(building, "1单元", 1);
    long unit = unit(building, entrance, "101");
    long household = begin("household", "\"unit\":%d,\"kind\":\"FAMILY\"".formatted(unit));
    long person = begin("person", "\"name\":\"拆迁户\",\"nationality\":\"CHN\"");
    long residence =
        begin(
            "residence",
            "\"person\":%d,\"unit\":%d,\"household\":%d,\"role\":\"OWNER\",\"relation\":\"HEAD\",\"main\":true"
                .formatted(person, unit, household));
    begin("tenancy", "\"unit\":%d".formatted(unit));
    begin("organisation", "\"name\":\"店\",\"kind\":\"SHOP\",\"unit\":%d".formatted(unit));
    begin("evidence", "\"unit\":%d,\"kind\":\"VISIT\",\"finding\":\"LIVED_IN\"".formatted(unit));
    String body = "{\"from\":\"2026-07-01\",\"why\":\"拆迁\",\"endUnits\":%s}";
    String path = "/api/buildings/" + building + "/demolish";
    Answer refused = service.post(path, body.formatted("false"), etag(building));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("building.in-use");
    assertThat(refused.body().path("detail").asString()).contains("户室 1 个、户 1 个、居住关系 1 条");
    Answer counted = service.get("/api/buildings/" + building + "/contents?from=2026-07-01");
    Answer done = service.post(path, body.formatted("true"), etag(building));
    assertThat(counted.body()).as("what was said before is what ended").isEqualTo(done.body());
    assertThat(done.body().toString())
        .isEqualTo(
            "{\"entrances\":1,\"units\":1,\"households\":1,\"residences\":1,\"tenancies\":1,"
                + "\"organisations\":1,\"evidence\":1}");
    assertThat(status(building, "2026-06-30")).isEqualTo("STANDING");
    assertThat(status(building, "2026-07-01")).isEqualTo("DEMOLISHED");
    assertThat(service.get("/api/things/residence/" + residence + "?asOf=2026-06-30").status())
        .isEqualTo(200);
    assertThat(service.get("/api/things/residence/" + residence + "?asOf=2026-07-01").status())
        .isEqualTo(404);
    assertThat(service.get("/api/things/person/" + person + "?asOf=2026-07-01").status())
        .isEqualTo(200);
    assertThat(
            one(
                "SELECT count(*) FROM unit_occupancy WHERE valid @> DATE '2026-07-01' AND unit_id = "
                    + unit))
        .isEqualTo("0");
    assertThat(one("SELECT count(*) FROM standing_buildings('2026-07-01') WHERE id = " + building))
        .isEqualTo("0");
    assertThat(service.post(path, body.formatted("true"), etag(building)).body().path("code"))
        .hasToString("\"building.not-standing\"");
    assertThat(service.post(path, body.formatted("true")).status()).isEqualTo(428);
  }

  @Test
  void mergedBuildingsAreOneWithAllTheirDoors() {
    long left = building(140.1, 6);
    long right = building(140.101, 8);
    long a = entrance(left, "1单元", 1);
    long b = entrance(left, "2单元", 2);
    long c = entrance(right, "1单元", 1);
    long unit = unit(right, c, "101");
    Answer merged =
        service.post(
            "/api/buildings/merge",
            "{\"ids\":[%d,%d],\"from\":\"2026-07-01\",\"why\":\"打通\",\"values\":{\"name\":\"合楼\"}}"
                .formatted(left, right));
    assertThat(merged.status()).as(merged.body().toString()).isEqualTo(201);
    assertThat(merged.body().path("entrances").asInt()).isEqualTo(3);
    assertThat(merged.body().path("units").asInt()).isEqualTo(1);
    long born = merged.body().path("ids").get(0).asLong();
    assertThat(lineage(left)).isEqualTo("INTO MERGED_INTO " + born + " 合楼 2026-07-01");
    assertThat(lineage(born))
        .isEqualTo(
            "FROM MERGED_INTO %d 楼 2026-07-01, FROM MERGED_INTO %d 楼 2026-07-01"
                .formatted(left, right));
    assertThat(
            service.rows(
                "SELECT status, use, floors, ST_NumGeometries(footprint), ST_NPoints(footprint) FROM building WHERE upper_inf(recorded) AND id = "
                    + born))
        .containsExactly(java.util.Arrays.asList("STANDING", "RESIDENTIAL", null, "1", "7"));
    assertThat(status(left, "2026-07-01")).isEqualTo("MERGED");
    assertThat(status(right, "2026-06-30")).isEqualTo("STANDING");
    assertThat(
            service.rows(
                "SELECT id, ordinal FROM entrance WHERE upper_inf(recorded) AND valid @> DATE '2026-07-01' AND building_id = "
                    + born
                    + " ORDER BY ordinal"))
        .containsExactly(row(a, 1), row(b, 2), row(c, 3));
    assertThat(
            one(
                "SELECT building_id FROM unit_occupancy WHERE valid @> DATE '2026-07-01' AND unit_id = "
                    + unit))
        .isEqualTo(String.valueOf(born));
    assertThat(
            one(
                "SELECT building_id FROM unit_occupancy WHERE valid @> DATE '2026-06-30' AND unit_id = "
                    + unit))
        .isEqualTo(String.valueOf(right));
    assertThat(
            service.rows(
                "SELECT from_id, relation FROM lineage WHERE upper_inf(recorded) AND to_id = "
                    + born
                    + " ORDER BY from_id"))
        .containsExactly(
            List.of(String.valueOf(left), "MERGED_INTO"),
            List.of(String.valueOf(right), "MERGED_INTO"));
    assertThat(
            service
                .post(
                    "/api/buildings/merge",
                    "{\"ids\":[%d,%d],\"why\":\"再并\"}".formatted(left, left))
                .status())
        .isEqualTo(400);
  }

  private static List<String> row(long id, int ordinal) {
    return List.of(String.valueOf(id), String.valueOf(ordinal));
  }

  @Test
  void aSplitBuildingLeavesEveryUnitInExactlyOnePart() {
    long building = building(140.2, 6);
    long a = entrance(building, "1单元", 1);
    long b = entrance(building, "2单元", 2);
    long first = unit(building, a, "101");
    long second = unit(building, b, "101");
    long third = unit(building, b, "102");
    String path = "/api/buildings/" + building + "/split";
    String body =
        "{\"from\":\"2026-07-01\",\"why\":\"拆开\",\"parts\":[{\"values\":{\"name\":\"东楼\",%s},\"units\":%s},"
            + "{\"values\":{\"name\":\"西楼\",%s},\"units\":%s}]}";
    String east = box(140.2);
    String west = box(140.202);
    Answer missing =
        service.post(
            path,
            body.formatted(east, "[" + first + "]", west, "[" + second + "]"),
            etag(building));
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body().path("code").asString()).isEqualTo("unit.not-once");
    Answer divided =
        service.post(
            path,
            body.formatted(east, "[" + first + "," + second + "]", west, "[" + third + "]"),
            etag(building));
    assertThat(divided.body().path("code").asString()).isEqualTo("entrance.divided");
    Answer done =
        service.post(
            path,
            body.formatted(east, "[" + first + "]", west, "[" + second + "," + third + "]"),
            etag(building));
    assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
    long part = done.body().path("ids").get(1).asLong();
    assertThat(status(building, "2026-07-01")).isEqualTo("SPLIT");
    assertThat(
            service.rows(
                "SELECT u.id, u.building_id, n.building_id FROM unit u JOIN entrance n ON n.id = u.entrance_id"
                    + " AND upper_inf(n.recorded) AND n.valid @> DATE '2026-07-01'"
                    + " WHERE upper_inf(u.recorded) AND u.valid @> DATE '2026-07-01' AND u.building_id = "
                    + part
                    + " ORDER BY 1"))
        .containsExactly(row(second, part), row(third, part));
    assertThat(
            one(
                "SELECT count(*) FROM lineage WHERE upper_inf(recorded) AND relation = 'SPLIT_INTO' AND from_id = "
                    + building))
        .isEqualTo("2");
    assertThat(service.get("/api/buildings/" + part + "/chart?asOf=2026-07-01").status())
        .isEqualTo(200);
  }

  private static List<String> row(long unit, long building) {
    return List.of(String.valueOf(unit), String.valueOf(building), String.valueOf(building));
  }
}
