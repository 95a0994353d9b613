package org.shuangshi.registry.naming;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.database.Sql;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;

/** A region's new code within one edit: the codes of regions and grids below begin with it. */
final class RegionCodes {
  private static final String REGIONS = Sql.of("naming/regions_below.sql");
  private static final String GRIDS = Sql.of("naming/grids_below.sql");
  private static final String HELD = Sql.of("naming/code_held.sql");
  private static final String CODE = "code";

  private final Edit edit;
  private final Version region;
  private final String former;
  private final Days days;

  /**
   * @param region as it is on the first day
   * @param days on which it would have kept its code
   */
  RegionCodes(Edit edit, Version region, Days days) {
    this.edit = edit;
    this.region = region;
    this.former = String.valueOf(region.value(CODE));
    this.days = days;
  }

  /** A code begins with that of the region above (DOMAIN: codes). */
  void requireOf(String code, LocalDate day) throws SQLException {
    if (code.length() != former.length() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refusal.field("code", "code.form", "代码应为 " + former.length() + " 位数字");
    }
    if (region.value("parent_id") == null) {
      return;
    }
    String above = edit.on(ThingKind.REGION, region.reference("parent_id"), day).value(CODE);
    if (above != null && !code.startsWith(above)) {
      throw Refusal.field("code", "code.prefix", "代码应以上级的代码 " + above + " 开头");
    }
  }

  /** Gives regions or grids below their new codes; answers how many. */
  int below(ThingKind kind, long id, String code) throws SQLException {
    Map<String, @Nullable Object> of = new HashMap<>();
    of.put("prefix", former);
    of.put("from", days.from());
    of.put("to", days.to());
    List<Long> ids =
        edit.find(kind == ThingKind.GRID ? GRIDS : REGIONS, of).stream()
            .filter(each -> each != id)
            .toList();
    Set<Thing> things = new HashSet<>();
    ids.forEach(each -> things.add(Edit.thing(kind, each)));
    edit.lock(things);
    return edit.rewriteAll(kind, ids, (each, timeline) -> recoded(timeline, code));
  }

  private Timeline recoded(Timeline timeline, String code) throws UnfitException {
    Timeline result = timeline;
    for (Version each : timeline.versions()) {
      String said = String.valueOf(each.value(CODE));
      if (said.startsWith(former) && each.days().overlaps(days)) {
        result =
            result.correct(
                each.days().shared(days), Map.of(CODE, code + said.substring(former.length())));
      }
    }
    return result;
  }

  /** No two have one code on one day. */
  void requireUnheld() throws SQLException {
    List<Long> holders = edit.findEverywhere(HELD, Map.of("change", edit.change().orElseThrow()));
    if (!holders.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "code.held", "新代码在这些日子已属于编号 " + holders.get(0) + " 的区划或网格");
    }
  }
}
