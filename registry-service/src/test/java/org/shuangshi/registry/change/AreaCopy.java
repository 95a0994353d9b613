package org.shuangshi.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.edit.ThingKind;
import tools.jackson.databind.JsonNode;

/** A copy of one area that knows nothing of the register but the feed of that area. */
final class AreaCopy {
  private static final Set<ThingKind> COMMON =
      Set.of(ThingKind.REGION, ThingKind.ROAD, ThingKind.CONTEXT_FEATURE);

  private final String area;
  private final Map<ThingKind, TreeMap<Long, JsonNode>> rows = new HashMap<>();
  private String position = "0";
  private long seq;
  private boolean unfinished;
  int left;

  AreaCopy(String area) {
    this.area = area;
    for (ThingKind kind : ThingKind.values()) {
      rows.put(kind, new TreeMap<>());
    }
  }

  /** Reads on until the end, checking after each change that every row finds what it refers to. */
  void follow(RunningService service, int limit) {
    while (true) {
      JsonNode page =
          service
              .get("/api/changes?within=" + area + "&limit=" + limit + "&after=" + position)
              .body();
      assertThat(page.has("items")).as(page.toString()).isTrue();
      page.path("items").forEach(this::apply);
      if (page.path("next").isNull()) {
        position = String.valueOf(seq);
        return;
      }
      position = page.path("next").asString();
    }
  }

  private void apply(JsonNode change) {
    long number = change.path("seq").asLong();
    if (unfinished) {
      assertThat(number).isEqualTo(seq);
    } else {
      assertThat(number).as("numbers rise").isGreaterThan(seq);
    }
    seq = number;
    for (JsonNode closed : change.path("closed")) {
      assertThat(of(closed).remove(closed.path("version").asLong()))
          .as("%s: closes what was never told: %s", area, closed)
          .isNotNull();
    }
    for (JsonNode opened : change.path("opened")) {
      assertThat(of(opened).put(opened.path("version").asLong(), opened))
          .as("%s: told twice: %s", area, opened)
          .isNull();
    }
    for (JsonNode gone : change.path("left")) {
      long id = gone.path("id").asLong();
      left++;
      of(gone).values().removeIf(row -> row.path("id").asLong() == id);
    }
    unfinished = !change.path("complete").asBoolean();
    if (!unfinished) {
      forgetWhatIsOver(LocalDate.parse(change.path("day").asString()));
      findAllReferences();
    }
  }

  private void forgetWhatIsOver(LocalDate day) {
    rows.forEach(
        (kind, each) -> {
          if (!COMMON.contains(kind)) {
            each.values()
                .removeIf(
                    row ->
                        !row.path("to").isNull()
                            && !LocalDate.parse(row.path("to").asString()).isAfter(day));
          }
        });
  }

  private void findAllReferences() {
    Map<String, Set<Long>> ids = new HashMap<>();
    rows.forEach(
        (kind, each) -> {
          Set<Long> known = new HashSet<>();
          each.values().forEach(row -> known.add(row.path("id").asLong()));
          ids.put(kind.table(), known);
        });
    for (ThingKind kind : ThingKind.values()) {
      for (JsonNode row : rows.getOrDefault(kind, new TreeMap<>()).values()) {
        kind.references()
            .forEach(
                field -> {
                  JsonNode target = row.path("values").path(field.name());
                  if (!target.isNull() && !target.isMissingNode()) {
                    assertThat(ids.get(field.target()))
                        .as("%s after %d: %s of %s", area, seq, field.name(), row)
                        .contains(target.asLong());
                  }
                });
      }
    }
  }

  private Map<Long, JsonNode> of(JsonNode row) {
    ThingKind kind = ThingKind.find(row.path("kind").asString()).orElseThrow();
    return java.util.Objects.requireNonNull(rows.get(kind));
  }

  /** Versions held, by kind, where there are any. */
  Map<String, Set<Long>> versions() {
    Map<String, Set<Long>> versions = new TreeMap<>();
    rows.forEach(
        (kind, each) -> {
          if (!each.isEmpty()) {
            versions.put(kind.table(), new TreeSet<>(each.keySet()));
          }
        });
    return versions;
  }

  long seq() {
    return seq;
  }
}
