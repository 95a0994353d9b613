package org.shuangshi.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Every way an answer can be refused ends in the same kind of document. */
class ProblemApiTest {
  private static final RunningService service = RunningService.shared();
  private static final String UNITS = "/api/grids/339901001001001/units";

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = answer.body();
    assertThat(problem.path("type").asString()).isEqualTo("about:blank");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("instance").asString()).startsWith("/");
  }

  @ParameterizedTest
  @CsvSource({
    UNITS + "?ocupancy=OCCUPIED, ocupancy, parameter.unknown",
    UNITS + "?limit=1&limit=2, limit, parameter.repeated",
    UNITS + "?limit=0, limit, parameter.invalid",
    UNITS + "?limit=1001, limit, parameter.invalid",
    UNITS + "?limit=many, limit, parameter.invalid",
    UNITS + "?occupancy=EMPTY, occupancy, parameter.invalid",
    UNITS + "?contradiction=perhaps, contradiction, parameter.invalid",
    UNITS + "?asOf=2026-02-30, asOf, parameter.invalid",
    UNITS + "?asOf=yesterday, asOf, parameter.invalid",
    UNITS + "?asOf=1899-12-31, asOf, parameter.invalid",
    UNITS + "?after=!!, after, parameter.cursor",
    UNITS + "?after=Z3JpZHMfMQ, after, parameter.cursor", // of another list
    "/api/grids?number=1000, number, parameter.invalid",
    "'/api/grids?bbox=1,2,3', bbox, parameter.invalid",
    "'/api/grids?bbox=3,2,1,4', bbox, parameter.invalid",
    "'/api/grids?bbox=NaN,2,3,4', bbox, parameter.invalid",
    "/api/regions?level=VILLAGE, level, parameter.invalid",
    "/api/info?x=1, x, parameter.unknown",
    "/api/buildings/abc, id, parameter.invalid",
  })
  void aParameterThatCannotBeMeantIsNamed(String path, String field, String code) {
    Answer answer = service.get(path);
    assertProblem(answer, 400, code);
    JsonNode fault = answer.body().path("errors").get(0);
    assertThat(fault.path("field").asString()).isEqualTo(field);
    assertThat(fault.path("code").asString()).isEqualTo(code);
    assertThat(fault.path("message").asString()).isNotBlank();
  }

  @Test
  void anUnknownParameterIsToldWhichAreKnown() {
    assertThat(service.get(UNITS + "?vacant=1").body().path("detail").asString())
        .contains("after、asOf、basis、contradiction、knownAt、limit、occupancy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'within':{'grid':'1'} | | body.not-json",
        "{'within':{'grid':'1'}} trailing | | body.not-json",
        "'' | | body.missing",
        "{'within':{'grid':'1'},'limt':1} | limt | body.unknown-field",
        "{'within':{'circle':'1'}} | within.circle | body.unknown-field",
        "{'within':{'grid':'1'},'occupancy':['EMPTY']} | occupancy[0] | body.invalid",
        "{'within':{'grid':'1'},'limit':'many'} | limit | body.invalid",
        "{'within':{'grid':'1'},'asOf':'2026-13-01'} | asOf | body.invalid",
        "{'within':[1]} | within | body.invalid",
        "{} | within | field.missing",
        "{'within':{}} | within | within.one-of",
        "{'within':{'grid':'1','region':'1'}} | within | within.one-of",
        "{'within':{'grid':'12a'}} | within.grid | code.invalid",
        "{'within':{'grid':'1'},'limit':0} | limit | parameter.invalid",
        "{'within':{'grid':'1'},'after':'x'} | after | parameter.cursor",
      })
  void aBodyThatCannotBeMeantIsNamedByItsPath(String body, String field, String code) {
    Answer answer =
        service.post("/api/units/search", body.equals("''") ? "" : body.replace('\'', '"'));
    assertProblem(answer, 400, code);
    if (field == null) {
      assertThat(answer.body().has("errors")).isFalse();
    } else {
      assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | | geometry.not-geojson",
        "{'type':'Point','coordinates':[1,2]} | .type | geometry.type",
        "{'type':'Polygon'} | .coordinates | geometry.coordinates",
        "{'type':'Polygon','coordinates':[]} | .coordinates | geometry.coordinates",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]} | .coordinates[0] | geometry.ring-short",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]} | .coordinates[0] | geometry.ring-open",
        "{'type':'Polygon','coordinates':[[[0,0],[1,'0'],[1,1],[0,0]]]} | .coordinates[0][1] | geometry.position",
        "{'type':'Polygon','coordinates':[[[0,0],[500000,0],[1,1],[0,0]]]} | .coordinates[0][1] | geometry.range",
        // a bow tie, and a hole outside
        "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]} | | geometry.invalid",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]} | | geometry.invalid",
        "{'type':'MultiPolygon','coordinates':[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[1,1],[3,1],[3,3],[1,1]]]]} | | geometry.invalid",
      })
  void aShapeThatIsNoneIsRefusedAtItsPlace(String geometry, String at, String code) {
    Answer answer =
        service.post(
            "/api/units/count", "{\"within\":{\"geometry\":" + geometry.replace('\'', '"') + "}}");
    assertProblem(answer, 400, code);
    assertThat(answer.body().path("errors").get(0).path("field").asString())
        .isEqualTo("within.geometry" + (at == null ? "" : at));
  }

  @Test
  void theCrossingOfABorderIsLocated() {
    assertThat(
            service
                .post(
                    "/api/units/count",
                    "{\"within\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}}")
                .body()
                .path("detail")
                .asString())
        .contains("自相交")
        .contains("0.50000000, 0.50000000");
  }

  @Test
  void aShapeOfTooManyPointsIsRefused() {
    String ring = "[0,0]," + "[1,0],[1,1],".repeat(50_001) + "[0,0]";
    assertProblem(
        service.post(
            "/api/units/count",
            "{\"within\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}}"),
        400,
        "geometry.too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nothing, http.404",
    "/error, http.404",
    "/api/buildings/999999, building.unknown",
    "/api/buildings/999999/chart, building.unknown",
    "/api/grids/999, grid.unknown",
    "/api/grids/999/summary, grid.unknown",
    "/api/grids/999/people, grid.unknown",
    "/api/regions/9, region.unknown",
    "/api/exports/1/file, export.unknown",
  })
  void whatIsNotThereIsNotFound(String path, String code) {
    assertProblem(service.get(path), 404, code);
  }

  @Test
  void theWrongMethodIsToldTheRightOne() {
    Answer answer = service.send(service.request("/api/info").DELETE());
    assertProblem(answer, 405, "method.not-allowed");
    assertThat(answer.header("Allow")).contains("GET");
    assertProblem(service.get("/api/search"), 405, "method.not-allowed");
  }

  @Test
  void aBodyOfAnotherTypeIsNotRead() {
    assertProblem(
        service.send(
            service
                .request("/api/search")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        415,
        "body.type");
  }

  @Test
  void anAnswerOfAnotherTypeCannotBeHad() {
    assertProblem(
        service.send(service.request("/api/info").header("Accept", "image/png")), 406, "http.406");
  }

  @Test
  void aBodyLargerThanAnyQuestionIsNotRead() {
    assertThat(
            service.raw(
                "POST /api/search HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 8388609"))
        .startsWith("HTTP/1.1 413")
        .contains("\"code\":\"body.too-large\"");
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsReadSoFar() {
    byte[] much = new byte[(8 << 20) + 1];
    Arrays.fill(much, (byte) ' ');
    HttpRequest.Builder chunked =
        service
            .request("/api/search")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much)));
    assertProblem(service.send(chunked), 413, "body.too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "/failing/bug, 500, server.error",
    "/failing/statement, 500, server.error",
    "/failing/timeout, 503, query.too-long",
    "/failing/connection, 503, database.unreachable",
    "/failing/stop, 503, database.unreachable",
  })
  void whatGoesWrongInsideIsSaidWithoutItsOwnWords(String path, int status, String code) {
    Answer answer = service.get(path);
    assertProblem(answer, status, code);
    assertThat(answer.body().toString()).doesNotContain("secret").doesNotContain("nowhere");
  }

  @ParameterizedTest
  @CsvSource({"register.example", "10.0.0.5:8080", "127.0.0.1.nip.io", "localhost.evil"})
  void aStrangersNameForThisMachineIsNotAnswered(String host) {
    String answer = service.raw("GET /api/info HTTP/1.1", "Host: " + host);
    assertThat(answer)
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json")
        .contains("\"code\":\"host.unknown\"");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1:1", "[::1]:8080", "LOCALHOST"})
  void thisMachinesOwnNamesAreAnswered(String host) {
    assertThat(service.raw("GET /api/info HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void whatIsNoHttpGetsADocumentToo() {
    assertThat(service.raw("GET /api/info?[ HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json")
        .contains("\"code\":\"http.400\"");
  }

  @Test
  void refusalsCarryTheHeadersOfEveryAnswer() {
    Answer answer = service.get("/api/nothing");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
