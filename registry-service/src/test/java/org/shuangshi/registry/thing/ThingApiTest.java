package org.shuangshi.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

class ThingApiTest {
  private static final RunningService service = RunningService.forWriting();

  /** In the west of G1, where the fixture has nothing. */
  private static final String HOUSE =
      "{\"why\":\"新建\",\"from\":\"2026-01-01\",\"values\":{\"name\":\"新楼\",\"use\":\"RESIDENTIAL\","
          + "\"status\":\"STANDING\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[120.0005,30.0005],[120.0007,30.0005],[120.0007,30.0007],[120.0005,30.0007],"
          + "[120.0005,30.0005]]]}}}";

  private static Answer begin(String kind, String from, String values) {
    return service.post(
        "/api/things/" + kind,
        "{\"why\":\"登记\",\"from\":\"" + from + "\",\"values\":{" + values + "}}");
  }

  private static long id(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  private static String path(String kind, long id) {
    return "/api/things/" + kind + "/" + id;
  }

  private static String etag(String kind, long id) {
    return service.get(path(kind, id)).body().path("etag").asString();
  }

  private static long person(String name) {
    return id(begin("person", "2026-01-01", "\"name\":\"" + name + "\",\"nationality\":\"CHN\""));
  }

  private static long unit(String room) {
    long building = id(service.post("/api/things/building", HOUSE));
    return id(
        begin(
            "unit",
            "2026-01-01",
            "\"building\":"
                + building
                + ",\"floor\":1,\"room\":\""
                + room
                + "\",\"use\":\"DWELLING\""));
  }

  private static Answer live(long person, long unit, String from) {
    return begin(
        "residence",
        from,
        "\"person\":" + person + ",\"unit\":" + unit + ",\"role\":\"OWNER\",\"main\":true");
  }

  private static String code(Answer answer) {
    return answer.body().path("code").asString();
  }

  @Test
  void aChangeAndACorrectionAreKeptApartInBothTimes() {
    long id = person("赵一");
    OffsetDateTime before = OffsetDateTime.now(java.time.ZoneOffset.UTC);
    String path = path("person", id);
    Answer changed =
        service.post(
            path + "/change",
            "{\"why\":\"换号\",\"from\":\"2026-06-01\",\"values\":{\"phone\":\"10000000001\"}}",
            etag("person", id));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo(etag("person", id));
    Answer corrected =
        service.post(
            path + "/correct",
            "{\"why\":\"写错了字\",\"from\":\"2026-01-01\",\"values\":{\"name\":\"赵壹\"}}",
            etag("person", id));
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    assertThat(value(path + "?asOf=2026-05-31", "phone")).isEqualTo("null");
    assertThat(value(path + "?asOf=2026-06-01", "phone")).isEqualTo("100****0001");
    assertThat(value(path + "?asOf=2026-03-01", "name")).isEqualTo("赵*");
    String known = "&knownAt=" + before.toString().replace("+", "%2B");
    assertThat(value(path + "?asOf=2026-03-01" + known, "name")).isEqualTo("赵*");
    List<Integer> marks = new ArrayList<>();
    service
        .get(path + "/versions")
        .body()
        .path("items")
        .forEach(each -> marks.add(each.path("marks").path("name").asInt()));
    assertThat(marks).as("of the names, masked alike").containsExactly(1, 1, 2, 2, 2);
    assertThat(value(path + "?asOf=2026-06-01" + known, "phone")).isEqualTo("null");
    List<String> kinds = new ArrayList<>();
    service
        .get(path + "/versions")
        .body()
        .path("items")
        .forEach(each -> kinds.add(each.path("opened").path("kind").asString()));
    assertThat(kinds).containsExactly("CORRECTION", "CORRECTION", "CHANGE", "CHANGE", "CHANGE");
  }

  private static String value(String path, String field) {
    return service.get(path).body().path("values").path(field).asString("null");
  }

  @Test
  void whoWasSlowerIsToldWhatChanged() {
    long id = person("钱二");
    String path = path("person", id);
    String seen = etag("person", id);
    String body = "{\"why\":\"改\",\"values\":{\"phone\":\"10000000002\"}}";
    assertThat(service.post(path + "/change", body, seen).status()).isEqualTo(200);
    Answer late =
        service.post(path + "/change", "{\"why\":\"改\",\"values\":{\"ethnicity\":\"汉\"}}", seen);
    assertThat(late.status()).isEqualTo(412);
    assertThat(code(late)).isEqualTo("thing.changed");
    assertThat(late.body().path("fields").toString()).isEqualTo("[\"phone\"]");
    assertThat(late.body().path("changes").get(0).path("why").asString()).isEqualTo("改");
    String now = late.body().path("current").path("etag").asString();
    assertThat(
            service
                .post(path + "/change", "{\"why\":\"改\",\"values\":{\"ethnicity\":\"汉\"}}", now)
                .status())
        .isEqualTo(200);
    assertThat(service.post(path + "/change", body).status()).isEqualTo(428);
  }

  @Test
  void sayingWhatIsSoWritesNothing() throws SQLException {
    long id = person("孙三");
    String seen = etag("person", id);
    long changes = count("SELECT count(*) FROM change");
    service.post(
        path("person", id) + "/change", "{\"why\":\"再说\",\"values\":{\"name\":\"孙三\"}}", seen);
    assertThat(etag("person", id)).isEqualTo(seen);
    assertThat(count("SELECT count(*) FROM change")).isEqualTo(changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person | \"name\":\"李四\" | value.missing | values.nationality",
        "person | \"name\":\"李四\",\"nationality\":\"CHN\",\"age\":3 | field.unknown | values.age",
        "person | \"name\":\"李四\",\"nationality\":\"CHN\",\"documentType\":\"CITIZEN_ID\","
            + "\"documentNumber\":\"11010519491231002Y\" | code.citizen-id | values.documentNumber",
        "person | \"name\":\"李四\",\"nationality\":\"CHN\",\"documentType\":\"CITIZEN_ID\","
            + "\"documentNumber\":\"11010519491231002X\",\"birthDate\":\"1949-12-30\""
            + " | person.birth-date-differs | values.birthDate",
        "person | \"name\":\"李四\",\"nationality\":\"CHN\",\"birthDate\":\"1949-13-01\" | value.invalid | values.birthDate",
        "organisation | \"name\":\"店\",\"kind\":\"SHOP\",\"creditCode\":\"91350100M000100Y44\" | code.credit | values.creditCode",
        "unit | \"building\":101,\"floor\":0,\"room\":\"1\",\"use\":\"DWELLING\" | value.range | values.floor",
        "unit | \"building\":987654,\"floor\":1,\"room\":\"1\",\"use\":\"DWELLING\" | reference.unknown | ",
        "unit | \"building\":101,\"floor\":1,\"room\":\"1\",\"use\":\"CASTLE\" | value.invalid | values.use",
        "entrance | \"building\":101,\"name\":\"甲\",\"ordinal\":1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[500000,3000000]} | geometry.range | values.geometry",
        "address | \"aliases\":[\"无名\"] | address.empty | ",
      })
  void whatCannotBeIsRefusedWithItsFieldAndChangesNothing(
      String kind, String values, String code, String field) throws SQLException {
    long changes = count("SELECT count(*) FROM change");
    Answer answer = begin(kind, "2026-01-01", values);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(answer.body().path("errors").path(0).path("field").asString(null)).isEqualTo(field);
    assertThat(count("SELECT count(*) FROM change")).isEqualTo(changes);
  }

  @Test
  void aReasonMustBeGiven() {
    assertThat(code(service.post("/api/things/person", "{\"values\":{\"name\":\"周五\"}}")))
        .isIn("why.missing", "value.missing");
    assertThat(
            code(
                service.post(
                    "/api/things/person",
                    "{\"why\":\" \",\"values\":{\"name\":\"周五\",\"nationality\":\"CHN\"}}")))
        .isEqualTo("why.missing");
  }

  @Test
  void occupancyAndCommunityFollow() throws SQLException {
    long unit = unit("101");
    long building = count("SELECT building_id FROM unit WHERE id = " + unit);
    assertThat(state(unit)).isEqualTo("UNVISITED");
    assertThat(count("SELECT community_id FROM building WHERE id = " + building)).isEqualTo(11);
    assertThat(count("SELECT community_id FROM unit WHERE id = " + unit)).isEqualTo(11);
    long home = id(live(person("吴六"), unit, "2026-03-01"));
    assertThat(state(unit)).isEqualTo("OCCUPIED");
    assertThat(count("SELECT community_id FROM residence WHERE id = " + home)).isEqualTo(11);
    assertThat(
            service
                .post(
                    path("residence", home) + "/end",
                    "{\"why\":\"搬走\",\"from\":\"2026-10-01\"}",
                    etag("residence", home))
                .status())
        .isEqualTo(204);
    assertThat(state(unit)).isEqualTo("UNVISITED");
    begin(
        "evidence", "2026-10-02", "\"unit\":" + unit + ",\"kind\":\"VISIT\",\"finding\":\"EMPTY\"");
    assertThat(state(unit)).isEqualTo("VERIFIED_VACANT");
    assertThat(
            count(
                "SELECT count(*) FROM occupancy_derive(ARRAY["
                    + unit
                    + "::bigint]) d FULL JOIN"
                    + " unit_occupancy o USING (unit_id, valid) WHERE unit_id = "
                    + unit
                    + " AND d.state IS DISTINCT FROM o.state"))
        .isZero();
  }

  private static String state(long unit) throws SQLException {
    return text(
        "SELECT state FROM unit_occupancy WHERE unit_id = "
            + unit
            + " AND valid @> DATE '2026-11-24'");
  }

  @Test
  void nothingPointsAtWhatIsNotThere() {
    long unit = unit("102");
    long person = person("郑七");
    Answer early = live(person, unit, "2025-12-31");
    assertThat(code(early)).isEqualTo("reference.absent");
    long home = id(live(person, unit, "2026-03-01"));
    Answer gone =
        service.post(
            path("unit", unit) + "/end",
            "{\"why\":\"拆除\",\"from\":\"2026-09-01\"}",
            etag("unit", unit));
    assertThat(gone.status()).isEqualTo(409);
    assertThat(code(gone)).isEqualTo("thing.in-use");
    assertThat(
            service
                .post(
                    path("residence", home) + "/end",
                    "{\"why\":\"搬走\",\"from\":\"2026-09-01\"}",
                    etag("residence", home))
                .status())
        .isEqualTo(204);
    assertThat(
            service
                .post(
                    path("unit", unit) + "/end",
                    "{\"why\":\"拆除\",\"from\":\"2026-09-01\"}",
                    etag("unit", unit))
                .status())
        .isEqualTo(204);
    assertThat(service.get(path("unit", unit) + "?asOf=2026-09-01").status()).isEqualTo(404);
    assertThat(service.get(path("unit", unit) + "?asOf=2026-08-31").status()).isEqualTo(200);
  }

  @Test
  void aPersonHasOneMainResidenceAtATime() {
    long person = person("王八");
    id(live(person, unit("103"), "2026-03-01"));
    Answer second = live(person, unit("104"), "2026-05-01");
    assertThat(code(second)).isEqualTo("residence.two-mains");
    assertThat(second.status()).isEqualTo(400);
  }

  @Test
  void withdrawingIsACorrectionAndTheRowsStay() throws SQLException {
    long person = person("冯九");
    Answer withdrawn =
        service.post(
            path("person", person) + "/withdraw", "{\"why\":\"查无此人\"}", etag("person", person));
    assertThat(withdrawn.status()).isEqualTo(204);
    assertThat(service.get(path("person", person)).status()).isEqualTo(404);
    assertThat(
            service
                .get(path("person", person) + "/versions")
                .body()
                .path("items")
                .get(0)
                .path("closed")
                .path("kind")
                .asString())
        .isEqualTo("CORRECTION");
    assertThat(count("SELECT count(*) FROM person WHERE id = " + person)).isOne();
  }

  @Test
  void theTextOfAnAddressIsComposedAnewWhenAPartChanges() {
    Answer begun =
        begin(
            "address",
            "2026-01-01",
            "\"city\":\"双河市\",\"district\":\"东城区\",\"street\":\"河滨街道\",\"road\":\"新开路\",\"doorNumber\":\"８\"");
    long id = id(begun);
    assertThat(begun.body().path("label").asString()).isEqualTo("双河市东城区河滨街道新开路8号");
    Answer changed =
        service.post(
            path("address", id) + "/change",
            "{\"why\":\"改门牌\",\"from\":\"2026-07-01\",\"values\":{\"doorNumber\":\"10号\"}}",
            etag("address", id));
    assertThat(changed.body().path("label").asString()).isEqualTo("双河市东城区河滨街道新开路10号");
    assertThat(
            service.get(path("address", id) + "?asOf=2026-06-30").body().path("label").asString())
        .isEqualTo("双河市东城区河滨街道新开路8号");
  }

  @Test
  void linksGoBothWays() {
    long unit = unit("105");
    long person = person("陈十");
    id(live(person, unit, "2026-03-01"));
    Answer links = service.get(path("unit", unit) + "/links");
    assertThat(links.body().path("groups").get(0).path("kind").asString()).isEqualTo("residence");
    assertThat(links.body().path("groups").get(0).path("items").get(0).path("label").asString())
        .isEqualTo("陈*");
    assertThat(service.get(path("unit", unit)).body().path("labels").path("building").asString())
        .isEqualTo("新楼");
  }

  private static long count(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = service.connect();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
