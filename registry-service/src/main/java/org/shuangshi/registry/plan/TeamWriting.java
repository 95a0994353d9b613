package org.shuangshi.registry.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;

/** Writes who answers for the grids of a plan, from a day on. */
final class TeamWriting {
  private final Edit edit;
  private final LocalDate from;

  TeamWriting(Edit edit, LocalDate from) {
    this.edit = edit;
    this.from = from;
  }

  /**
   * Posts of grids that are no more end; those of the others become what is said. Where nothing is
   * said of a grid that stays, its posts stay.
   *
   * @param ids by id in the document that of the register
   */
  void write(List<DrawnGrid> grids, Map<Long, Long> ids, List<Long> gone) throws SQLException {
    List<Long> ending = new ArrayList<>(posts(gone));
    List<Map<String, @Nullable String>> beginning = new ArrayList<>();
    Map<Long, List<PlanPost>> said = new HashMap<>();
    for (DrawnGrid grid : grids) {
      if (grid.before() == null || grid.said().team() != null) {
        said.put(Objects.requireNonNull(ids.get(grid.id())), new ArrayList<>(grid.team()));
      }
    }
    for (Map.Entry<Long, Timeline> post :
        edit.timelines(ThingKind.STAFF_POST, posts(said.keySet())).entrySet()) {
      if (!isSaid(post.getValue(), said)) {
        ending.add(post.getKey());
      }
    }
    said.forEach((grid, team) -> team.forEach(post -> beginning.add(values(grid, post))));
    edit.rewriteAll(
        ThingKind.STAFF_POST,
        ending,
        (id, timeline) ->
            timeline.on(from.minusDays(1)).isPresent()
                ? timeline.end(from)
                : timeline.withdraw(Days.since(from)));
    for (Map<String, @Nullable String> post : beginning) {
      edit.begin(ThingKind.STAFF_POST, Days.since(from), post);
    }
  }

  private List<Long> posts(Collection<Long> grids) throws SQLException {
    return edit.pointingAt(ThingKind.STAFF_POST, "grid_id", grids, from);
  }

  /** Whether the post is one of those said; it then is no longer among those to begin. */
  private boolean isSaid(Timeline timeline, Map<Long, List<PlanPost>> said) {
    Version post = timeline.on(from).orElse(null);
    if (post == null || !timeline.versions().get(timeline.versions().size() - 1).equals(post)) {
      return false;
    }
    return said.getOrDefault(post.reference("grid_id"), new ArrayList<>())
        .remove(
            new PlanPost(
                PlanPost.Role.valueOf(String.valueOf(post.value("role"))),
                String.valueOf(post.value("name")),
                post.value("phone")));
  }

  private static Map<String, @Nullable String> values(long grid, PlanPost post) {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("grid_id", String.valueOf(grid));
    values.put("role", post.role().name());
    values.put("name", post.name());
    values.put("phone", post.phone());
    return values;
  }
}
