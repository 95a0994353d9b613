package org.shuangshi.registry.merging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Version;

/** Days less other days. */
final class Remains {

  private Remains() {}

  /** The days on which a timeline says nothing, in order. */
  static List<Days> of(Days days, Timeline without) {
    return of(days, without.versions().stream().map(Version::days).toList());
  }

  static List<Days> of(Days days, Collection<Days> without) {
    List<Days> left = List.of(days);
    for (Days each : without) {
      List<Days> next = new ArrayList<>();
      for (Days part : left) {
        if (!part.overlaps(each)) {
          next.add(part);
          continue;
        }
        if (part.from().isBefore(each.from())) {
          next.add(new Days(part.from(), each.from()));
        }
        LocalDate end = each.to();
        if (end != null && isBefore(end, part.to())) {
          next.add(new Days(end, part.to()));
        }
      }
      left = next;
    }
    return left;
  }

  private static boolean isBefore(LocalDate day, @Nullable LocalDate end) {
    return end == null || day.isBefore(end);
  }
}
