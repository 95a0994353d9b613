package org.shuangshi.registry.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.photo.Photos;
import org.shuangshi.registry.wall.Questions.Question;
import tools.jackson.databind.JsonNode;

/**
 * Whoever asks whatever: nothing of what lies outside their areas is in the answer, and no personal
 * field in full; the same with the service's own filter switched off.
 *
 * <p>What lies outside is found by the owner from the facts alone (seen.sql). Everything of the
 * town has a text or an id that nothing else has. Repeat a run with {@code
 * -Dregistry.questions.seed=…}.
 */
class RandomQuestionsTest {
  private static final int ASKERS = 8;

  /** Their ids are of accounts, entries and files, not of things. */
  private static final Pattern OTHER_IDS =
      Pattern.compile(
          "(GET|POST) /api/(account|accounts|audit|roles|session|exports|imports|info).*");

  /** What is told to keepers of copies, and to who asked for it with a reason. */
  private static final Set<String> IN_FULL =
      Set.of("GET /api/changes", "POST /api/persons/{id}/reveal");

  /** Who is registered here and lives elsewhere is told of by number, as an entry of here. */
  private static final Set<String> OF_BOOKS =
      Set.of(
          "GET /api/grids/{code}/away",
          "GET /api/grids/{code}/empty-books",
          "POST /api/registrations/away",
          "POST /api/registrations/empty-books");

  /** Fields that name another thing by its id, of which nothing is told. */
  private static final Set<String> REFERENCES =
      Set.of("left", "erased", "home", "supersededBy", "values", "labels", "references");

  private static final List<String> OF_PEOPLE =
      List.of("person", "household", "residence", "tenancy");

  private static final long seed = Long.getLong("registry.questions.seed", System.nanoTime());
  private static final TestDatabase database = new TestDatabase();
  private static final Map<Long, String> kinds = new HashMap<>();
  private static final Map<Long, String> marks = new HashMap<>();
  private static final Map<Long, Map<String, String>> secrets = new HashMap<>();
  private static final List<String> seen =
      resource("/seen.sql").lines().filter(line -> !line.startsWith("--")).toList();

  @BeforeAll
  static void town() {
    for (String file : List.of("/fixture.sql", "/seen_functions.sql", "/questions.sql")) {
      database.execute(resource(file));
    }
    // a photo of every visit, on which its mark is seen
    for (int visit = 801; visit <= 816; visit++) {
      database.execute(Photos.insert(90_000 + visit, visit));
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest(name = "first wall: {0}")
  @ValueSource(booleans = {true, false})
  void nothingOutsideAndNothingPersonalIsAnswered(boolean firstWall) {
    System.out.println("registry.questions.seed=" + seed);
    Random dice = new Random(seed);
    try (RunningService service =
        RunningService.with(database, Map.of("registry.first-wall", String.valueOf(firstWall)))) {
      know(service);
      Accounts accounts = new Accounts(service);
      int answered = 0;
      int told = 0;
      List<Long> orders = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        Asker asker = Asker.by(dice, service, accounts, "asker-" + firstWall + "-" + i);
        Set<Long> outside = unseen(service, asker.places());
        Set<Long> hidden = hidden(service, outside, asker, firstWall);
        Questions questions = new Questions(dice);
        for (Question question : questions.all()) {
          Answer answer = ask(service, asker, question.path(), question.body());
          // who keeps a copy of an area is told of its people by that permission
          check(
              asker,
              question.call().equals("GET /api/changes")
                      || (asker.may("PEOPLE_READ") && OF_BOOKS.contains(question.call()))
                  ? outside
                  : hidden,
              question,
              answer);
          answered++;
          told += answer.status() == 200 ? 1 : 0;
        }
        counts(service, asker, hidden, questions.box());
        orders.addAll(files(service, asker, hidden, questions));
        for (long order : orders) {
          check(
              asker,
              hidden,
              new Question("GET /api/exports/{id}/file", "/api/exports/" + order + "/file", null),
              ask(service, asker, "/api/exports/" + order + "/file", null));
        }
      }
      assertThat(told)
          .as("answers with something in them, of %d", answered)
          .isGreaterThan(answered / 10);
    }
  }

  private static void check(Asker asker, Set<Long> hidden, Question question, Answer answer) {
    String what =
        "seed %d: %s asks %s %s: %d"
            .formatted(seed, asker, question.path(), question.body(), answer.status());
    assertThat(answer.status()).as(what).isLessThan(500);
    String text = new String(answer.response().body(), StandardCharsets.UTF_8);
    String asked = question.path() + question.body();
    for (long id : hidden) {
      String mark = marks.get(id);
      if (mark != null && text.contains(mark) && !asked.contains(mark)) {
        assertThat(text).as("%s: %s %d", what, kinds.get(id), id).doesNotContain(mark);
      }
    }
    if (!OTHER_IDS.matcher(question.call()).matches()) {
      Set<Long> ids = new HashSet<>();
      ids(answer.body(), ids);
      ids.retainAll(hidden);
      assertThat(ids).as("%s: %s", what, answer.body()).isEmpty();
    }
    secrets.forEach(
        (person, fields) ->
            fields.forEach(
                (field, secret) -> {
                  boolean allowed =
                      IN_FULL.contains(question.call())
                          && !hidden.contains(person)
                          && (question.call().startsWith("GET") || asker.full().contains(field));
                  if (text.contains(secret) && !allowed && !asked.contains(secret)) {
                    assertThat(text).as("%s: %s of %d", what, field, person).doesNotContain(secret);
                  }
                }));
  }

  /** A number is that of what is seen: of units, of any shape. */
  private static void counts(RunningService service, Asker asker, Set<Long> hidden, double[] box) {
    Answer answer =
        ask(
            service,
            asker,
            "/api/units/count",
            "{\"asOf\":\"2026-11-24\",\"within\":{\"geometry\":" + Questions.polygon(box) + "}}");
    if (answer.status() == 200) {
      long expected = 0;
      for (List<String> row :
          service.rows(
              """
              SELECT b.id, count(*) FROM building b JOIN unit_occupancy o ON o.building_id = b.id AND o.valid @> DATE '2026-11-24'
              WHERE upper_inf(b.recorded) AND b.valid @> DATE '2026-11-24' AND b.status = 'STANDING'
                AND ST_Covers(ST_MakeEnvelope(%s, %s, %s, %s, 4490), b.inside_point) GROUP BY b.id"""
                  .formatted(box[0], box[1], box[2], box[3]))) {
        if (!hidden.contains(Long.valueOf(row.get(0)))) {
          expected += Long.parseLong(row.get(1));
        }
      }
      assertThat(answer.body().path("units").asLong())
          .as("seed %d: units of %s for %s", seed, Questions.polygon(box), asker)
          .isEqualTo(expected);
    }
  }

  /** Orders a file and waits for it. */
  private static List<Long> files(
      RunningService service, Asker asker, Set<Long> hidden, Questions questions) {
    Question order = new Question("POST /api/exports", "/api/exports", questions.order());
    Answer ordered = ask(service, asker, order.path(), order.body());
    check(asker, hidden, order, ordered);
    if (ordered.status() != 202) {
      return List.of();
    }
    long id = ordered.body().path("id").asLong();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                !ask(service, asker, "/api/exports/" + id, null)
                    .body()
                    .path("status")
                    .asString()
                    .equals("RUNNING"));
    return List.of(id);
  }

  private static Answer ask(
      RunningService service, Asker asker, String path, @Nullable String body) {
    HttpRequest.Builder request =
        service.request(path).header("Authorization", "Bearer " + asker.token());
    return service.send(
        body == null
            ? request
            : request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** All there is, with the text or the fields that tell of it. */
  private static void know(RunningService service) {
    service
        .rows(each((table, versions) -> "SELECT id, '%1$s' FROM register.%1$s".formatted(table)))
        .forEach(row -> kinds.put(Long.valueOf(row.get(0)), row.get(1)));
    for (List<String> row :
        service.rows(
            """
            SELECT id, name FROM building UNION SELECT id, '@' || id || '@' FROM address UNION SELECT id, name FROM estate
            UNION SELECT id, name FROM organisation UNION SELECT id, name FROM staff_post UNION SELECT id, note FROM evidence""")) {
      marks.put(Long.valueOf(row.get(0)), row.get(1));
    }
    for (List<String> row :
        service.rows(
            """
            SELECT DISTINCT id, name, '1390' || lpad(id::text, 7, '0'), 'PX' || lpad(id::text, 9, '0') || 'Z', birth_date,
                   ethnicity, registered_address, registration_book, residence_permit FROM person""")) {
      Map<String, String> fields = new HashMap<>();
      List<String> names =
          List.of(
              "name",
              "phone",
              "document_number",
              "birth_date",
              "ethnicity",
              "registered_address",
              "registration_book",
              "residence_permit");
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), Objects.requireNonNull(row.get(i + 1)));
      }
      secrets.put(Long.valueOf(row.get(0)), fields);
    }
  }

  /**
   * What somebody must not be told of: what lies outside, and people where it has no right to read
   * of them; the second wall knows of that right only whether it is held somewhere.
   */
  private static Set<Long> hidden(
      RunningService service, Set<Long> outside, Asker asker, boolean firstWall) {
    Set<Long> hidden = new HashSet<>(outside);
    if (firstWall || !asker.may("PEOPLE_READ")) {
      unseen(service, asker.withPeople())
          .forEach(
              id -> {
                if (OF_PEOPLE.contains(kinds.get(id))) {
                  hidden.add(id);
                }
              });
    }
    return hidden;
  }

  private static Set<Long> unseen(RunningService service, Asker.Places places) {
    Set<Long> unseen = new HashSet<>(kinds.keySet());
    service
        .rows(
            each(
                (table, versions) ->
                    "SELECT id FROM register.%s WHERE version IN (%s)"
                        .formatted(table, places.seen(versions))))
        .forEach(row -> unseen.remove(Long.valueOf(row.get(0))));
    return unseen;
  }

  /** A query over every table of things, each with its line of seen.sql. */
  private static String each(BinaryOperator<String> query) {
    return seen.stream()
        .filter(line -> !line.startsWith("unit_occupancy|"))
        .map(
            line -> {
              int end = line.indexOf('|');
              return query.apply(line.substring(0, end), line.substring(end + 1));
            })
        .collect(Collectors.joining(" UNION "));
  }

  /** Ids of what an answer tells of; not of what it only refers to. */
  private static void ids(JsonNode node, Set<Long> ids) {
    if (node.isArray()) {
      node.forEach(each -> ids(each, ids));
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (field.getKey().equals("id") && field.getValue().isIntegralNumber()) {
          ids.add(field.getValue().asLong());
        } else if (!REFERENCES.contains(field.getKey())) {
          ids(field.getValue(), ids);
        }
      }
    }
  }

  private static String resource(String name) {
    try (InputStream in = RandomQuestionsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
