package org.shuangshi.registry.merging;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;

/**
 * A household somebody was said to live in who turned out to live in another of the same unit: it
 * needs a head where somebody is left in it, and never was where nobody is.
 */
final class LeftHousehold {
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final String HOUSEHOLD = "household_id";

  private LeftHousehold() {}

  static void settle(Edit edit, long household) throws SQLException {
    List<Version> members = new ArrayList<>();
    for (long id : edit.pointingAt(ThingKind.RESIDENCE, HOUSEHOLD, household, EVER)) {
      edit.timeline(ThingKind.RESIDENCE, id).versions().stream()
          .filter(each -> String.valueOf(household).equals(each.value(HOUSEHOLD)))
          .forEach(members::add);
    }
    if (members.isEmpty()) {
      edit.withdraw(ThingKind.HOUSEHOLD, household, Days.since(EVER));
      return;
    }
    for (Version each : members) {
      LocalDate day = each.days().from();
      if (members.stream()
          .noneMatch(
              other -> "HEAD".equals(other.value("relation")) && other.days().contains(day))) {
        throw Refusal.of(
            Refusal.Kind.CONFLICT,
            "household.no-head",
            "合并后编号为 " + household + " 的户在 " + day + " 会没有户主，请先并户或更正户主");
      }
    }
  }
}
