package org.shuangshi.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** Houses and people of a test's own, made and read through the API. */
final class Town {
  private static final AtomicInteger NEXT = new AtomicInteger();

  final RunningService service = RunningService.forWriting();
  private final double west;
  final long building;

  Town() {
    west = 120.0002 + 0.0002 * NEXT.getAndIncrement();
    building =
        id(
            begin(
                "building",
                "\"name\":\"试验楼\",\"use\":\"RESIDENTIAL\",\"status\":\"STANDING\",\"geometry\":"
                    + ("{\"type\":\"Polygon\",\"coordinates\":[[[W,30.015],[E,30.015],[E,30.0151],"
                            + "[W,30.0151],[W,30.015]]]}")
                        .replace("W", String.valueOf(west))
                        .replace("E", String.valueOf(west + 0.0001))));
  }

  Answer begin(String kind, String values) {
    return service.post(
        "/api/things/" + kind,
        "{\"why\":\"登记\",\"from\":\"2026-01-01\",\"values\":{" + values + "}}");
  }

  /** A personal field of somebody, asked for with a reason. */
  String inFull(long person, String field) {
    return service
        .post(
            "/api/persons/" + person + "/reveal", "{\"fields\":[\"" + field + "\"],\"why\":\"核对\"}")
        .body()
        .path("values")
        .path(field)
        .asString();
  }

  static long id(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  long unit(String room) {
    return id(
        begin(
            "unit",
            "\"building\":"
                + building
                + ",\"floor\":1,\"room\":\""
                + room
                + "\",\"use\":\"DWELLING\""));
  }

  /** A unit with an official address: room so-and-so of number 1 of the road. */
  long unitOf(String road, String room) {
    long address =
        id(
            begin(
                "address",
                "\"city\":\"试城\",\"road\":\""
                    + road
                    + "\",\"doorNumber\":\"1号\",\"room\":\""
                    + room
                    + "室\""));
    return id(
        begin(
            "unit",
            "\"building\":"
                + building
                + ",\"floor\":1,\"use\":\"DWELLING\",\"room\":\""
                + room
                + "\",\"address\":"
                + address));
  }

  /** The area of the town, as requests take it. */
  String within() {
    return "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[W,30.0149],[E,30.0149],[E,30.0152],[W,30.0152],[W,30.0149]]]}}"
        .replace("W", String.valueOf(west - 0.00001))
        .replace("E", String.valueOf(west + 0.00011));
  }

  long household(long unit) {
    return id(begin("household", "\"unit\":" + unit + ",\"kind\":\"FAMILY\""));
  }

  /** Somebody who has lived there since New Year. */
  long person(String name, long unit, long household, String relation) {
    Answer answer =
        service.post(
            "/api/persons/arrive",
            "{\"why\":\"登记\",\"from\":\"2026-01-01\",\"values\":{\"name\":\""
                + name
                + "\",\"nationality\":\"CHN\",\"registeredAddress\":\"0\"},\"residence\":{\"unit\":"
                + unit
                + ",\"household\":"
                + household
                + ",\"role\":\"FAMILY\",\"relation\":\""
                + relation
                + "\"}}");
    return id(answer);
  }

  String etag(String kind, long id) {
    return service.get("/api/things/" + kind + "/" + id).body().path("etag").asString("\"0-0\"");
  }

  /** A verb on a household or person, by the mark it has now. */
  Answer verb(String kind, long id, String verb, String body) {
    return service.post("/api/" + kind + "s/" + id + "/" + verb, body, etag(kind, id));
  }

  String text(String sql) throws SQLException {
    try (Connection connection = service.connect();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** Who lives in a household on a day: names with their relation, and the units they live in. */
  String members(long household, String day) throws SQLException {
    return text(
        "SELECT string_agg(p.name || ':' || coalesce(r.relation, '-') || '@' || u.room, ' ' ORDER BY p.name)"
            + " FROM residence r JOIN person p ON p.id = r.person_id AND upper_inf(p.recorded)"
            + " AND p.valid @> DATE '"
            + day
            + "'"
            + " JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded) AND u.valid @> DATE '"
            + day
            + "'"
            + " WHERE r.household_id = "
            + household
            + " AND upper_inf(r.recorded)"
            + " AND r.valid @> DATE '"
            + day
            + "'");
  }
}
