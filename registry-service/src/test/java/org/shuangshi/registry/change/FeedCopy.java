package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;

/** A copy of the register that knows nothing of it but the change feed. */
final class FeedCopy {

  /** A row: what the feed said when it was opened, and when it was closed, if it was. */
  record Row(JsonNode said, String closedAt) {}

  private static final Map<String, String> TARGETS =
      Map.of("household", "unit", "residence", "unit", "entrance", "building");

  final Map<String, TreeMap<Long, Row>> rows = new TreeMap<>();
  private final Set<Long> things = new HashSet<>();
  private String position = "0";
  private long seq;
  private boolean unfinished;
  long changes;

  /** Reads on until the end. */
  void follow(RunningService service, int limit) {
    while (true) {
      JsonNode page = service.get("/api/changes?limit=" + limit + "&after=" + position).body();
      for (JsonNode change : page.path("items")) {
        apply(change);
      }
      if (page.path("next").isNull()) {
        position = String.valueOf(seq);
        return;
      }
      position = page.path("next").asString();
    }
  }

  private void apply(JsonNode change) {
    long number = change.path("seq").asLong();
    assertThat(number).as("no gap, nothing behind").isEqualTo(unfinished ? seq : seq + 1);
    seq = number;
    for (JsonNode closed : change.path("closed")) {
      Row row = of(closed).get(closed.path("version").asLong());
      assertThat(row).as("closed before it was opened: %s", closed).isNotNull();
      assertThat(row.closedAt()).as("closed twice: %s", closed).isEmpty();
      of(closed)
          .put(
              closed.path("version").asLong(),
              new Row(row.said(), closed.path("recordedTo").asString()));
    }
    for (JsonNode opened : change.path("opened")) {
      assertThat(of(opened).put(opened.path("version").asLong(), new Row(opened, ""))).isNull();
      things.add(opened.path("id").asLong());
    }
    for (JsonNode opened : change.path("opened")) {
      String target = TARGETS.get(opened.path("kind").asString());
      if (target != null) {
        assertThat(things)
            .as("what a row points at is known when it comes")
            .contains(opened.path("values").path(target).asLong());
      }
    }
    unfinished = !change.path("complete").asBoolean();
    changes += unfinished ? 0 : 1;
  }

  private Map<Long, Row> of(JsonNode row) {
    return rows.computeIfAbsent(row.path("kind").asString(), kind -> new TreeMap<>());
  }

  /** What was said of a row. */
  JsonNode values(String kind, long version) {
    Row row = rows.getOrDefault(kind, new TreeMap<>()).get(version);
    assertThat(row).as("%s %d", kind, version).isNotNull();
    return java.util.Objects.requireNonNull(row).said().path("values");
  }

  /** Rows as text, for comparing. */
  Map<String, Map<Long, String>> text() {
    Map<String, Map<Long, String>> text = new TreeMap<>();
    rows.forEach(
        (kind, each) -> {
          Map<Long, String> lines = new HashMap<>();
          each.forEach(
              (version, row) ->
                  lines.put(
                      version,
                      row.said().path("id")
                          + "|"
                          + row.said().path("from").asString()
                          + "|"
                          + row.said().path("to").asString("")
                          + "|"
                          + row.closedAt().isEmpty()));
          text.put(kind, lines);
        });
    return text;
  }
}
