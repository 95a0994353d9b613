package org.shuangshi.registry.lifecycle;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;

/**
 * Entrances and units of old buildings are of new ones from a day on.
 *
 * @param olds ids of the old buildings
 * @param words what a thing says of itself from then on, by what it said
 */
record Move(LocalDate from, Collection<Long> olds, Words words) {
  static final String BUILDING = "building_id";

  /** Columns that change. */
  @FunctionalInterface
  interface Words {
    Map<String, @Nullable String> of(long id, Version version);
  }

  /** Answers how many moved. */
  int all(Edit edit, ThingKind kind, Contents contents) throws SQLException {
    return edit.rewriteAll(kind, contents.of(kind), this::moved);
  }

  private Timeline moved(long id, Timeline timeline) throws UnfitException {
    Timeline result = timeline;
    Days days = Days.since(from);
    for (Version each : timeline.versions()) {
      if (each.days().overlaps(days) && olds.contains(each.reference(BUILDING))) {
        result = result.correct(each.days().shared(days), words.of(id, each));
      }
    }
    return result;
  }
}
