package org.shuangshi.registry.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** New names in a district of the test's own, 10 degrees east of the fixture's town. */
class RenameApiTest {
  private static final RunningService service = RunningService.forWriting();

  private static long begin(String kind, String values) {
    Answer answer =
        service.post(
            "/api/things/" + kind,
            "{\"why\":\"登记\",\"from\":\"2020-01-01\",\"values\":{" + values + "}}");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  private static String box(double west, double south, double east, double north) {
    return "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[W,S],[E,S],[E,N],[W,N],[W,S]]]}"
        .replace("W", String.valueOf(west))
        .replace("S", String.valueOf(south))
        .replace("E", String.valueOf(east))
        .replace("N", String.valueOf(north));
  }

  private static long region(
      String level, String code, String name, @Nullable Long parent, String box) {
    return begin(
        "region",
        "\"level\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"parent\":%s,%s"
            .formatted(level, code, name, parent, box));
  }

  private static long road(String name, double lat) {
    return begin(
        "road",
        "\"name\":\"%s\",\"class\":\"LANE\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[130,%s],[130.02,%s]]}"
            .formatted(name, lat, lat));
  }

  private static long address(String values, double lon, double lat) {
    return begin(
        "address",
        values + ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}");
  }

  private static String etag(String kind, long id) {
    return service.get("/api/things/" + kind + "/" + id).body().path("etag").asString();
  }

  private static Answer rename(String kind, long id, String body) {
    return service.post("/api/" + kind + "s/" + id + "/rename", body, etag(kind, id));
  }

  /** Text and aliases on a day. */
  private static List<@Nullable String> said(long address, String day) {
    return service
        .rows(
            "SELECT text, aliases::text FROM address WHERE upper_inf(recorded) AND id = "
                + address
                + " AND valid @> DATE '"
                + day
                + "'")
        .get(0);
  }

  @Test
  void aRoadTakesItsAddressesAlongFromTheDayOnInOneChange() {
    long road = road("旧桥路", 40.001);
    long door = address("\"city\":\"试验市\",\"road\":\"旧桥路\",\"doorNumber\":\"1号\"", 130.001, 40.001);
    long room =
        address(
            "\"city\":\"试验市\",\"road\":\"旧桥路\",\"doorNumber\":\"1号\",\"room\":\"302室\",\"aliases\":[\"桥,头\"]",
            130.001,
            40.001);
    long other = address("\"city\":\"试验市\",\"road\":\"别的路\",\"doorNumber\":\"1号\"", 130.001, 40.0);
    String seen = etag("road", road);
    Answer reach = service.get("/api/roads/" + road + "/rename?from=2026-03-01");
    Answer renamed =
        rename("road", road, "{\"name\":\"新桥路\",\"from\":\"2026-03-01\",\"why\":\"更名公告\"}");
    assertThat(reach.body()).as("what was said before is what was done").isEqualTo(renamed.body());
    assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
    assertThat(renamed.body().path("addresses").asInt()).isEqualTo(2);
    assertThat(said(door, "2026-02-28")).containsExactly("试验市旧桥路1号", "{}");
    assertThat(said(door, "2026-03-01")).containsExactly("试验市新桥路1号", "{试验市旧桥路1号}");
    assertThat(said(room, "2026-03-01")).containsExactly("试验市新桥路1号302室", "{\"桥,头\",试验市旧桥路1号302室}");
    assertThat(said(other, "2026-03-01")).containsExactly("试验市别的路1号", "{}");
    for (String words : List.of("旧桥路1号", "试验市旧桥路1号", "新桥路1号")) {
      Answer found = service.post("/api/search", "{\"q\":\"" + words + "\"}");
      assertThat(found.body().path("items").path(0).path("label").asString())
          .as(words)
          .isEqualTo("试验市新桥路1号");
    }
    assertThat(
            service.rows(
                "SELECT DISTINCT opened_by FROM (SELECT opened_by FROM road WHERE upper_inf(recorded) AND id = "
                    + road
                    + " UNION SELECT opened_by FROM address WHERE upper_inf(recorded) AND id IN ("
                    + door
                    + ","
                    + room
                    + ")) x"))
        .hasSize(1);
    assertThat(
            service.rows(
                "SELECT DISTINCT road_id FROM address WHERE upper_inf(recorded) AND id IN ("
                    + door
                    + ","
                    + room
                    + ")"))
        .containsExactly(List.of(String.valueOf(road)));
    Answer late =
        service.post("/api/roads/" + road + "/rename", "{\"name\":\"再改\",\"why\":\"再改\"}", seen);
    assertThat(late.status()).isEqualTo(412);
    assertThat(service.post("/api/roads/" + road + "/rename", "{\"name\":\"再改\"}").status())
        .isEqualTo(428);
  }

  @Test
  void aLaterNameThatIsKnownAlreadyStays() {
    long road = road("甲路", 40.002);
    long door = address("\"city\":\"试验市\",\"road\":\"甲路\",\"doorNumber\":\"1号\"", 130.001, 40.002);
    rename("road", road, "{\"name\":\"丙路\",\"from\":\"2026-09-01\",\"why\":\"公告\"}");
    rename("road", road, "{\"name\":\"乙路\",\"from\":\"2026-05-01\",\"why\":\"补记\"}");
    assertThat(said(door, "2026-04-30").get(0)).isEqualTo("试验市甲路1号");
    assertThat(said(door, "2026-05-01").get(0)).isEqualTo("试验市乙路1号");
    assertThat(said(door, "2026-09-01").get(0)).isEqualTo("试验市丙路1号");
  }

  @Test
  void handsGiveNoAddressATextThatAnotherHas() {
    String parts = "\"city\":\"试验市\",\"road\":\"寅路\",\"doorNumber\":\"";
    long first = address(parts + "1号\"", 130.001, 40.004);
    long second = address(parts + "2号\"", 130.001, 40.004);
    Answer begun =
        service.post(
            "/api/things/address",
            "{\"why\":\"试验\",\"from\":\"2026-01-01\",\"values\":{" + parts + "1号\"}}");
    assertThat(begun.status()).isEqualTo(409);
    assertThat(begun.body().path("code").asString()).isEqualTo("address.text-taken");
    Answer changed =
        service.post(
            "/api/things/address/" + second + "/change",
            "{\"why\":\"试验\",\"values\":{\"doorNumber\":\"1号\"}}",
            etag("address", second));
    assertThat(changed.body().path("code").asString()).isEqualTo("address.text-taken");
    // the number is free again from the day its holder gives it up
    Answer ended =
        service.post(
            "/api/things/address/" + first + "/end",
            "{\"why\":\"试验\",\"from\":\"2026-03-01\"}",
            etag("address", first));
    assertThat(ended.status()).as(ended.body().toString()).isEqualTo(204);
    Answer now =
        service.post(
            "/api/things/address/" + second + "/change",
            "{\"why\":\"试验\",\"from\":\"2026-03-01\",\"values\":{\"doorNumber\":\"1号\"}}",
            etag("address", second));
    assertThat(now.status()).as(now.body().toString()).isEqualTo(200);
  }

  @Test
  void aTextThatAnotherAddressHasIsRefused() {
    long road = road("子路", 40.003);
    address("\"city\":\"试验市\",\"road\":\"子路\",\"doorNumber\":\"1号\"", 130.001, 40.003);
    address("\"city\":\"试验市\",\"road\":\"丑路\",\"doorNumber\":\"1号\"", 130.001, 40.003);
    Answer refused = rename("road", road, "{\"name\":\"丑路\",\"why\":\"并名\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("address.text-taken");
  }

  @Test
  void aRegionTakesItsAddressesAndTheCodesBelowAlong() {
    long district = region("DISTRICT", "520101", "试验区", null, box(130.1, 40.1, 130.14, 40.12));
    long street = region("STREET", "520101001", "旧街道", district, box(130.1, 40.1, 130.14, 40.12));
    long community =
        region("COMMUNITY", "520101001001", "西社区", street, box(130.1, 40.1, 130.12, 40.12));
    region("STREET", "520101007", "有主街道", district, box(130.15, 40.1, 130.16, 40.12));
    String grid =
        String.valueOf(
            service
                .rows(
                    "WITH c AS (INSERT INTO change (who, why, source, kind) VALUES ('t', 't', 't', 'PLAN') RETURNING id),"
                        + " i AS (INSERT INTO identity.grid (source, key) VALUES ('t', 'renamed') RETURNING id)"
                        + " INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)"
                        + " SELECT i.id, '[2020-01-01,)', c.id, '520101001001001', '格', "
                        + community
                        + ", ST_Multi(ST_MakeEnvelope(130.1, 40.1, 130.12, 40.12, 4490)) FROM c, i RETURNING id")
                .get(0)
                .get(0));
    long inside =
        address(
            "\"city\":\"试验市\",\"district\":\"试验区\",\"street\":\"旧街道\",\"road\":\"内路\",\"doorNumber\":\"1号\"",
            130.11,
            40.11);
    long outside =
        address(
            "\"city\":\"试验市\",\"district\":\"别的区\",\"street\":\"旧街道\",\"road\":\"外路\",\"doorNumber\":\"1号\"",
            130.3,
            40.11);
    long pointless =
        begin(
            "address",
            "\"city\":\"试验市\",\"district\":\"试验区\",\"street\":\"旧街道\",\"road\":\"无路\",\"doorNumber\":\"1号\"");
    Answer held =
        rename("region", street, "{\"name\":\"新街道\",\"code\":\"520101007\",\"why\":\"调整\"}");
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.body().path("code").asString()).isEqualTo("code.held");
    Answer foreign =
        rename("region", street, "{\"name\":\"新街道\",\"code\":\"520102002\",\"why\":\"调整\"}");
    assertThat(foreign.body().path("code").asString()).isEqualTo("code.prefix");
    Answer reach = service.get("/api/regions/" + street + "/rename?from=2026-03-01");
    Answer renamed =
        rename(
            "region",
            street,
            "{\"name\":\"新街道\",\"code\":\"520101002\",\"from\":\"2026-03-01\",\"why\":\"调整\"}");
    assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
    assertThat(renamed.body().toString()).isEqualTo("{\"addresses\":2,\"regions\":1,\"grids\":1}");
    assertThat(reach.body()).as("what was said before is what was done").isEqualTo(renamed.body());
    assertThat(said(inside, "2026-03-01")).containsExactly("试验市试验区新街道内路1号", "{试验市试验区旧街道内路1号}");
    assertThat(said(inside, "2026-02-28").get(0)).isEqualTo("试验市试验区旧街道内路1号");
    assertThat(said(pointless, "2026-03-01").get(0)).isEqualTo("试验市试验区新街道无路1号");
    assertThat(said(outside, "2026-03-01").get(0)).isEqualTo("试验市别的区旧街道外路1号");

    Answer old = service.get("/api/codes/520101001001001?asOf=2026-03-01");
    assertThat(old.body().path("held").asBoolean()).isFalse();
    assertThat(old.body().path("to").asString()).isEqualTo("2026-03-01");
    assertThat(old.body().path("supersededBy").toString())
        .isEqualTo(
            "[{\"kind\":\"grid\",\"id\":%s,\"code\":\"520101002001001\",\"name\":\"格\"}]"
                .formatted(grid));
    assertThat(
            service.get("/api/codes/520101001001?asOf=2026-02-28").body().path("held").asBoolean())
        .isTrue();
    assertThat(service.get("/api/codes/520101002001?asOf=2026-03-01").body().path("id").asLong())
        .isEqualTo(community);
    assertThat(service.get("/api/codes/520101002?asOf=2026-02-28").status()).isEqualTo(404);
  }
}
