package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shuangshi.registry.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy of the register that knows nothing of it but the change feed. */
final class FeedCopy {

  /** A row: what the feed said when it was opened, and when it was closed, if it was. */
  record Row(JsonNode said, String closedAt) {}

  private static final Map<String, String> TARGETS =
      Map.of("household", "unit", "residence", "unit", "entrance", "building");

  final Map<String, TreeMap<Long, Row>> rows = new TreeMap<>();
  private final Set<Long> things = new HashSet<>();
  private final Map<Long, String> reasons = new TreeMap<>();
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
    reasons.merge(
        change.path("id").asLong(),
        change.path("why").asString() + change.path("source").asString(),
        (one, same) -> same);
    for (JsonNode erased : change.path("erased")) {
      erase(erased.path("kind").asString(), erased.path("id").asLong());
    }
    unfinished = !change.path("complete").asBoolean();
    changes += unfinished ? 0 : 1;
  }

  /** As the feed asks: what is personal goes from all rows of the thing. */
  private void erase(String kind, long id) {
    if (kind.equals("change")) {
      reasons.put(id, "");
      return;
    }
    for (Row row : rows.getOrDefault(kind, new TreeMap<>()).values()) {
      ObjectNode said = (ObjectNode) row.said();
      if (said.path("id").asLong() != id) {
        continue;
      }
      if (kind.equals("evidence")) {
        ((ObjectNode) said.path("values")).putNull("note");
      } else {
        said.put("key", "erased:" + id);
      }
      if (kind.equals("person")) {
        ((ObjectNode) said.path("values")).retain("documentType", "registeredRegionCode");
      }
    }
  }

  /** All it holds, as text. */
  String said() {
    return rows + " " + reasons;
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
