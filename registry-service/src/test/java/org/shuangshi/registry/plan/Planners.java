package org.shuangshi.registry.plan;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A town of its own, and people who plan its grids. */
final class Planners implements AutoCloseable {
  static final String COMMUNITY = "339901001001";

  /** The first id of grids the register does not have. */
  static final long NEW = 1_000_000_000_000_000L;

  private static final JsonMapper JSON = new JsonMapper();

  /** Past every wall; %1$s: the last change of the fixture. */
  private static final String FORGET =
      """
      SET session_replication_role = replica;
      DO $$ DECLARE t text; BEGIN
        FOR t IN SELECT a.attrelid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 WHERE a.attname = 'closed_by' AND c.relkind = 'r' AND c.relnamespace = 'register'::regnamespace LOOP
          EXECUTE format('DELETE FROM %%s WHERE opened_by > %1$s', t);
          EXECUTE format('UPDATE %%s SET recorded = tstzrange(lower(recorded), NULL), closed_by = NULL WHERE closed_by > %1$s', t);
        END LOOP;
      END $$;
      DELETE FROM register.change WHERE id > %1$s;
      DELETE FROM plan.grid_plan_community; DELETE FROM plan.grid_plan_step; DELETE FROM plan.grid_plan;
      SET session_replication_role = origin;
      SELECT register.place_all()""";

  final TestDatabase database;
  final RunningService service;
  private final @Nullable String lastOfFixture;

  Planners() {
    database = new TestDatabase();
    database.execute(RunningService.fixture());
    service = RunningService.over(database);
    database.execute("SELECT register.place_all()");
    lastOfFixture = service.rows("SELECT max(id) FROM register.change").get(0).get(0);
  }

  /** As if nothing had been planned: a service of its own for each test takes longer than it. */
  void forget() {
    database.execute(FORGET.formatted(lastOfFixture));
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }

  /** Somebody with a role in a region; null: in the whole city. */
  Planner planner(String name, String role, String region) {
    String token = new Accounts(service).program(name);
    database.execute(
        "INSERT INTO access.role_grant (account_id, role_id, region_id, days, granted_by)"
            + " SELECT a.id, r.id, %s, '[2020-01-01,)', 'test' FROM access.account a, access.role r"
                .formatted(region)
            + " WHERE a.name = '%s' AND r.name = '%s'".formatted(name, role));
    return new Planner(service, "Bearer " + token);
  }

  /** Somebody who plans. */
  record Planner(RunningService service, String bearer) {

    Answer ask(String method, String path, String ifMatch, String body) {
      HttpRequest.Builder request =
          service
              .request("/api/grid-plans" + path)
              .header("Authorization", bearer)
              .method(
                  method,
                  body.isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (!body.isEmpty()) {
        request.header("Content-Type", "application/json");
      }
      if (!ifMatch.isEmpty()) {
        request.header("If-Match", ifMatch);
      }
      return service.send(request);
    }

    Answer get(String path) {
      return ask("GET", path, "", "");
    }

    Answer post(String path, String body) {
      return ask("POST", path, "", body);
    }

    /** Changes a plan as it is now. */
    Answer change(String method, String path, String body) {
      String id = path.replaceAll("^/([0-9]+).*", "/$1");
      return ask(method, path, get(id).body().path("etag").asString(), body);
    }

    long begin(String name, String... communities) {
      Answer answer =
          post(
              "",
              "{\"communities\":[\"%s\"],\"name\":\"%s\",\"beside\":true}"
                  .formatted(String.join("\",\"", communities), name));
      if (answer.status() != 201) {
        throw new AssertionError(answer.body());
      }
      return answer.body().path("id").asLong();
    }

    /** The document as it is kept, to be changed and sent back. */
    ObjectNode document(long id) {
      return (ObjectNode) get("/" + id).body().path("document");
    }

    Answer save(long id, JsonNode document) {
      return change("PUT", "/" + id, JSON.writeValueAsString(document));
    }

    /** Gives every grid a name and a leader where it has none. */
    void named(long id) {
      ObjectNode document = document(id);
      for (JsonNode each : document.path("grids")) {
        ObjectNode grid = (ObjectNode) each;
        if (grid.path("name").asString("").isEmpty()) {
          grid.put("name", "新网格" + id + "-" + grid.path("id").asLong() % NEW);
        }
        if (grid.path("team").isNull() || grid.path("team").isEmpty()) {
          ArrayNode team = grid.putArray("team");
          team.addObject().put("role", "LEADER").put("name", "长" + grid.path("id").asLong() % NEW);
        }
      }
      Answer saved = save(id, document);
      if (saved.status() != 200) {
        throw new AssertionError(saved.body());
      }
    }

    /** Cuts a grid along a line. */
    Answer split(long id, long grid, String line) {
      return change(
          "POST",
          "/" + id + "/edits",
          "{\"edits\":[{\"kind\":\"SPLIT\",\"grid\":%d,\"line\":%s}]}".formatted(grid, line));
    }

    /** Checked by this one, approved by another. */
    void passed(long id, Planner other) {
      for (Answer answer :
          new Answer[] {post("/" + id + "/check", ""), other.post("/" + id + "/approve", "")}) {
        if (answer.status() != 200) {
          throw new AssertionError(answer.body());
        }
      }
    }

    Answer publish(long id, String from) {
      return change(
          "POST", "/" + id + "/publish", "{\"from\":\"%s\",\"why\":\"调整网格\"}".formatted(from));
    }
  }
}
