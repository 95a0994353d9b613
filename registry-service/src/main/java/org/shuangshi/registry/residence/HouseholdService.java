package org.shuangshi.registry.residence;

import static org.shuangshi.registry.residence.Asked.required;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class HouseholdService {
  private static final String UNIT = "unit_id";

  private final Editing editing;

  HouseholdService(Editing editing) {
    this.editing = editing;
  }

  void move(long id, String seen, HouseholdRequest.Move request, LocalDate from) {
    long unit = required("unit", request.unit());
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          List<Homes.Home> all =
              Locking.lock(edit, things(id, ThingKind.UNIT, unit), () -> homes.ofHousehold(id));
          Etag.check(edit, ThingKind.HOUSEHOLD, id, seen);
          requireElsewhere(edit.on(ThingKind.HOUSEHOLD, id, from), unit);
          edit.change(ThingKind.HOUSEHOLD, id, from, Map.of(UNIT, String.valueOf(unit)));
          for (Homes.Home home : all) {
            homes.move(home, unit, id, home.version().value("relation"));
          }
          homes.requireHeads();
          return id;
        });
  }

  private static void requireElsewhere(Version household, long unit) {
    if (household.reference(UNIT) == unit) {
      throw Refusal.field("unit", "household.same-unit", "这一户已经住在这里");
    }
  }

  /** Answers the new household. */
  long split(long id, String seen, HouseholdRequest.Split request, LocalDate from) {
    Set<Long> members = new HashSet<>(required("members", request.members()));
    long head = required("head", request.head());
    if (!members.contains(head)) {
      throw Refusal.field("head", "household.not-member", "新户的户主应是分出去的人之一");
    }
    return editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          Long asked = request.unit();
          List<Homes.Home> all =
              Locking.lock(
                  edit,
                  asked == null ? things(id) : things(id, ThingKind.UNIT, asked),
                  () -> homes.ofHousehold(id));
          Etag.check(edit, ThingKind.HOUSEHOLD, id, seen);
          Version old = edit.on(ThingKind.HOUSEHOLD, id, from);
          long unit = asked == null ? old.reference(UNIT) : asked;
          List<Homes.Home> leaving =
              all.stream().filter(home -> members.contains(home.person())).toList();
          if (leaving.stream().map(Homes.Home::person).distinct().count() != members.size()) {
            throw Refusal.field("members", "household.not-member", "有人在这一天不属于这一户");
          }
          if (leaving.size() == all.size()) {
            throw Refusal.field("members", "household.all-leave", "全户都走应是迁移，不是分户");
          }
          Map<String, @Nullable String> values = new HashMap<>(old.values());
          values.put(UNIT, String.valueOf(unit));
          long born = edit.begin(ThingKind.HOUSEHOLD, Days.since(from), values);
          for (Homes.Home home : leaving) {
            homes.move(home, unit, born, home.person() == head ? "HEAD" : "OTHER");
          }
          lineage(edit, id, born, "SPLIT_INTO", from);
          if (request.newHead() != null) {
            homes.makeHead(id, request.newHead());
          }
          homes.requireHeads();
          return born;
        });
  }

  void merge(long id, String seen, HouseholdRequest.Merge request, LocalDate from) {
    long into = required("into", request.into());
    if (into == id) {
      throw Refusal.field("into", "household.itself", "不能并入自己");
    }
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          long unit = edit.on(ThingKind.HOUSEHOLD, into, from).reference(UNIT);
          Set<Thing> others = things(id, ThingKind.HOUSEHOLD, into);
          others.add(Edit.thing(ThingKind.UNIT, unit));
          List<Homes.Home> all = Locking.lock(edit, others, () -> homes.ofHousehold(id));
          Etag.check(edit, ThingKind.HOUSEHOLD, id, seen);
          for (Homes.Home home : all) {
            homes.move(
                home, unit, into, home.isHead() ? "OTHER" : home.version().value("relation"));
          }
          homes.endHousehold(id);
          lineage(edit, id, into, "MERGED_INTO", from);
          homes.requireHeads();
          return id;
        });
  }

  void leave(long id, String seen, HouseholdRequest.Leave request, LocalDate from) {
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          List<Homes.Home> all = Locking.lock(edit, things(id), () -> homes.ofHousehold(id));
          Etag.check(edit, ThingKind.HOUSEHOLD, id, seen);
          for (Homes.Home home : all) {
            homes.leave(home);
          }
          homes.endHousehold(id);
          return id;
        });
  }

  private static void lineage(Edit edit, long from, long to, String relation, LocalDate day)
      throws java.sql.SQLException {
    edit.begin(
        ThingKind.LINEAGE,
        Days.since(day),
        Map.of(
            "kind",
            "HOUSEHOLD",
            "from_id",
            String.valueOf(from),
            "to_id",
            String.valueOf(to),
            "relation",
            relation));
  }

  private static ChangeReason reason(@Nullable String why, @Nullable String source) {
    return Reasons.of(ChangeReason.Kind.CHANGE, why, source);
  }

  private static Set<Thing> things(long household) {
    return new HashSet<>(Set.of(Edit.thing(ThingKind.HOUSEHOLD, household)));
  }

  private static Set<Thing> things(long household, ThingKind kind, long other) {
    Set<Thing> things = things(household);
    things.add(Edit.thing(kind, other));
    return things;
  }
}
