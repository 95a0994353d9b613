package org.shuangshi.registry.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What lists, counts and cards answered at a moment is what they answer later when asked what was
 * known then, whatever was written since.
 */
class KnownAtTest {
  private static final RunningService service = RunningService.forWriting();
  private static final String WEST = "339901001001001";
  private static final List<String> DAYS =
      List.of("2026-05-01", "2026-07-15", "2026-10-15", "2026-11-24");

  /** All that was answered at a moment, by call. */
  private record Moment(Instant at, Map<Call, JsonNode> answers) {}

  /** A read; POST where it has a body, which then ends before its closing brace. */
  private record Call(String path, String asOf, String body) {

    Answer ask() {
      return body.isEmpty()
          ? service.get(path + "asOf=" + asOf)
          : service.post(path, body + ",\"asOf\":\"" + asOf + "\"}");
    }

    Answer ask(Instant knownAt) {
      return body.isEmpty()
          ? service.get(path + "asOf=" + asOf + "&knownAt=" + knownAt)
          : service.post(
              path, body + ",\"asOf\":\"" + asOf + "\",\"knownAt\":\"" + knownAt + "\"}");
    }
  }

  private static final List<Moment> moments = new ArrayList<>();
  private static final List<Long> buildings = new ArrayList<>(List.of(101L, 102L));

  @BeforeAll
  static void aYearIsWritten() {
    remember();
    long house = begin("building", "2026-01-01", house("120.0061"));
    long other = begin("building", "2026-01-01", house("120.0065"));
    buildings.addAll(List.of(house, other));
    remember();
    long entrance =
        begin("entrance", "2026-01-01", "'building':" + house + ",'name':'1单元','ordinal':1");
    long flat = begin("unit", "2026-01-01", unit(house, "101", "DWELLING"));
    begin("unit", "2026-01-01", unit(house, "01", "GARAGE"));
    remember();
    verb("unit", flat, "correct", "'from':'2026-01-01','values':{'entrance':" + entrance + "}");
    long address =
        begin("address", "2026-01-01", "'city':'双河市','road':'新路','doorNumber':'9号','room':'101室'");
    verb("unit", flat, "change", "'from':'2026-02-01','values':{'address':" + address + "}");
    remember();
    long person = begin("person", "2026-01-01", "'name':'赵一','nationality':'CHN'");
    long family = begin("household", "2026-03-01", "'unit':" + flat + ",'kind':'FAMILY'");
    long home =
        begin(
            "residence",
            "2026-03-01",
            "'person':%d,'unit':%d,'household':%d,'role':'OWNER','relation':'HEAD','main':true"
                .formatted(person, flat, family));
    remember();
    verb("residence", home, "end", "'from':'2026-10-01'");
    long visit = begin("evidence", "2026-10-02", seen(flat, "EMPTY"));
    remember();
    verb("evidence", visit, "withdraw", "'why':'看错了门'");
    verb("person", person, "correct", "'from':'2026-01-01','values':{'phone':'1','sex':'MALE'}");
    remember();
    verb("building", house, "change", "'from':'2026-06-01','values':{'name':'甲楼'}");
    verb("building", house, "change", "'from':'2026-11-01','values':{" + place("120.0131") + "}");
    verb("address", address, "correct", "'from':'2026-01-01','values':{'doorNumber':'11号'}");
    remember();
    long shop = begin("unit", "2026-01-01", unit(other, "底商", "SHOP"));
    long trade = begin("organisation", "2026-02-01", "'name':'面馆','kind':'SHOP','unit':" + shop);
    begin("tenancy", "2026-02-01", "'unit':" + flat);
    remember();
    verb("organisation", trade, "withdraw", "");
    verb("unit", shop, "correct", "'from':'2026-01-01','values':{'building':" + house + "}");
    remember();
    verb("residence", home, "withdraw", "");
    verb("building", other, "change", "'from':'2026-07-01','values':{'status':'DEMOLISHED'}");
    remember();
  }

  @Test
  void whatWasAnsweredThenIsAnsweredAgain() {
    SoftAssertions all = new SoftAssertions();
    for (Moment moment : moments) {
      moment
          .answers()
          .forEach(
              (call, answer) ->
                  all.assertThat(call.ask(moment.at()).body())
                      .as("%s known at %s", call, moment.at())
                      .isEqualTo(answer));
    }
    all.assertAll();
  }

  @Test
  void beliefsDidChange() {
    assertThat(moments.stream().map(moment -> moment.answers().values().toString()).distinct())
        .hasSize(moments.size());
  }

  @Test
  void peopleAreThoseOfTheTables() {
    for (Moment moment : moments) {
      for (String day : DAYS) {
        String rows =
            service
                .rows(
                    """
                    SELECT coalesce(string_agg(DISTINCT r.person_id::text, ','
                                               ORDER BY r.person_id::text), '')
                    FROM register.grid g, register.building b, register.unit u, register.residence r
                    WHERE g.code = '%s' AND ST_Covers(g.geom, b.inside_point)
                      AND b.status = 'STANDING' AND u.building_id = b.id AND r.unit_id = u.id
                      AND r.main
                      AND NOT EXISTS (SELECT FROM register.grid o
                        WHERE o.id < g.id AND ST_Covers(o.geom, b.inside_point)
                          AND o.recorded @> %2$s AND o.valid @> %3$s)
                      AND g.recorded @> %2$s AND b.recorded @> %2$s AND u.recorded @> %2$s
                      AND r.recorded @> %2$s AND g.valid @> %3$s AND b.valid @> %3$s
                      AND u.valid @> %3$s AND r.valid @> %3$s
                    """
                        .formatted(WEST, "TIMESTAMPTZ '" + moment.at() + "'", "DATE '" + day + "'"))
                .get(0)
                .get(0);
        List<String> ids = new ArrayList<>();
        new Call("/api/grids/" + WEST + "/people?", day, "")
            .ask(moment.at())
            .body()
            .path("items")
            .forEach(person -> ids.add(person.path("id").asString()));
        ids.sort(null);
        assertThat(String.join(",", ids)).as("%s %s", moment.at(), day).isEqualTo(rows);
      }
    }
  }

  @Test
  void nothingWasKnownBeforeTheFirstRecord() {
    Answer units = service.get("/api/grids/" + WEST + "/units?knownAt=2001-01-01T00:00:00Z");
    assertThat(units.status()).isEqualTo(404);
    assertThat(units.body().path("code").asString()).isEqualTo("grid.unknown");
    assertThat(service.get("/api/buildings/101?knownAt=2001-01-01T08:00:00%2B08:00").status())
        .isEqualTo(404);
  }

  @Test
  void anInstantHasAnOffset() {
    Answer answer = service.get("/api/grids/" + WEST + "/summary?knownAt=2026-01-01T00:00:00");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("knownAt");
  }

  private static void remember() {
    Map<Call, JsonNode> answers = new LinkedHashMap<>();
    // the clock before the answers: nobody writes meanwhile
    Instant at = Instant.now();
    for (String day : DAYS) {
      calls(day).forEach(call -> answers.put(call, call.ask().body()));
    }
    moments.add(new Moment(at, answers));
  }

  private static Stream<Call> calls(String day) {
    Stream<String> ofGrid =
        Stream.of(
                "?",
                "/summary?",
                "/units?",
                "/buildings?",
                "/buildings?withoutUnits=true&",
                "/households?",
                "/people?",
                "/people?incomplete=true&",
                "/organisations?",
                "/units?occupancy=VERIFIED_VACANT&")
            .flatMap(call -> Stream.of(WEST + call, "339901001001002" + call))
            .map(call -> "/api/grids/" + call);
    Stream<String> ofBuilding =
        buildings.stream()
            .flatMap(id -> Stream.of("?", "/chart?").map(call -> "/api/buildings/" + id + call));
    String shape =
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[120.0055,30],[120.015,30],[120.015,30.02],[120.0055,30.02],[120.0055,30]]]}}";
    Stream<Call> within =
        Stream.of("{\"grid\":\"" + WEST + "\"}", "{\"region\":\"339901001001\"}", shape)
            .flatMap(
                area ->
                    Stream.of("search", "count")
                        .map(verb -> new Call("/api/units/" + verb, day, "{\"within\":" + area)));
    return Stream.concat(
        Stream.concat(
                Stream.of("/api/grids?community=339901001001&"), Stream.concat(ofGrid, ofBuilding))
            .map(path -> new Call(path, day, "")),
        within);
  }

  private static String house(String west) {
    return "'use':'RESIDENTIAL','status':'STANDING'," + place(west);
  }

  private static String place(String west) {
    return "'geometry':{'type':'Polygon','coordinates':[[[W,30.0105],[W1,30.0105],[W1,30.0106],[W,30.0106],[W,30.0105]]]}"
        .replace("W", west);
  }

  private static String unit(long building, String room, String use) {
    return "'building':%d,'floor':1,'room':'%s','use':'%s'".formatted(building, room, use);
  }

  private static String seen(long unit, String finding) {
    return "'unit':%d,'kind':'VISIT','finding':'%s'".formatted(unit, finding);
  }

  private static long begin(String kind, String from, String values) {
    Answer answer =
        service.post(
            "/api/things/" + kind,
            "{'why':'登记','from':'%s','values':{%s}}".formatted(from, values).replace('\'', '"'));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  private static void verb(String kind, long id, String verb, String what) {
    String path = "/api/things/" + kind + "/" + id;
    String reason = what.startsWith("'why'") ? "" : what.isEmpty() ? "'why':'改'" : "'why':'改',";
    // the mark of a thing that has ended is on no card of today
    String etag = service.get(path + "?asOf=2026-10-02").body().path("etag").asString("none");
    if (etag.equals("none")) {
      etag = service.get(path + "?asOf=2026-09-01").body().path("etag").asString();
    }
    Answer answer =
        service.post(path + "/" + verb, ("{" + reason + what + "}").replace('\'', '"'), etag);
    assertThat(answer.status()).as(answer.body().toString()).isIn(200, 204);
  }
}
