package org.shuangshi.registry.residence;

import static org.shuangshi.registry.residence.Asked.required;

import java.sql.SQLException;
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
import org.shuangshi.registry.edit.CodeRules;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.Editing;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.Reasons;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.edit.Values;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class PersonService {
  private static final Set<String> REGISTRATION =
      Set.of("registered_address", "registered_region_code", "registration_book");

  private final Editing editing;

  PersonService(Editing editing) {
    this.editing = editing;
  }

  /** Answers the new person. */
  long arrive(PersonRequest.Arrive request, LocalDate from) {
    Map<String, @Nullable String> values =
        Values.readWhole(ThingKind.PERSON, request.values(), "values");
    CodeRules.check(ThingKind.PERSON, values);
    PersonRequest.Home home = required("residence", request.residence());
    Map<String, @Nullable String> lives = residence(home);
    return editing.run(
        reason(request.why(), request.source()),
        edit -> {
          edit.lock(places(home));
          long person = edit.begin(ThingKind.PERSON, Days.since(from), values);
          lives.put("person_id", String.valueOf(person));
          edit.begin(ThingKind.RESIDENCE, Days.since(from), lives);
          return person;
        });
  }

  /** The main residence ends and the new one begins; others stay. */
  void move(long id, String seen, PersonRequest.Move request, LocalDate from) {
    PersonRequest.Home home = required("residence", request.residence());
    Map<String, @Nullable String> lives = residence(home);
    lives.put("person_id", String.valueOf(id));
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          Set<Thing> others = places(home);
          others.add(Edit.thing(ThingKind.PERSON, id));
          List<Homes.Home> all = Locking.lock(edit, others, () -> homes.ofPerson(id));
          Etag.check(edit, ThingKind.PERSON, id, seen);
          List<Homes.Home> left =
              all.stream()
                  .filter(each -> each.isMain() || each.unit() == required("unit", home.unit()))
                  .toList();
          for (Homes.Home each : left) {
            homes.leave(each);
          }
          edit.begin(ThingKind.RESIDENCE, Days.since(from), lives);
          settle(homes, left, request.newHead());
          return id;
        });
  }

  /** Registered elsewhere from the day on; where the person lives is another matter. */
  void register(long id, String seen, PersonRequest.Register request, LocalDate from) {
    Map<String, @Nullable String> values =
        Values.read(ThingKind.PERSON, request.values(), "values");
    for (String column : values.keySet()) {
      if (!REGISTRATION.contains(column)) {
        throw Refusal.field("values", "field.unknown", "户口迁移只写户籍地址、户籍区划代码和户号");
      }
    }
    for (String column : List.of("registered_address", "registered_region_code")) {
      if (values.get(column) == null) {
        Field field =
            ThingKind.PERSON.fields().stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
        throw Refusal.field("values." + field.name(), "value.missing", field.label() + "必须填写");
      }
    }
    values.putIfAbsent("registration_book", null);
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          edit.lock(Set.of(Edit.thing(ThingKind.PERSON, id)));
          edit.forget();
          Etag.check(edit, ThingKind.PERSON, id, seen);
          edit.change(ThingKind.PERSON, id, from, values);
          return id;
        });
  }

  /** Lives nowhere here from the day on; stays known. */
  void leave(long id, String seen, PersonRequest.Leave request, LocalDate from) {
    depart(id, seen, request, from, false);
  }

  /** Is no more from the day on. */
  void die(long id, String seen, PersonRequest.Leave request, LocalDate from) {
    depart(id, seen, request, from, true);
  }

  private void depart(
      long id, String seen, PersonRequest.Leave request, LocalDate from, boolean dies) {
    editing.run(
        reason(request.why(), request.source()),
        edit -> {
          Homes homes = new Homes(edit, from);
          Set<Thing> others = new HashSet<>(Set.of(Edit.thing(ThingKind.PERSON, id)));
          List<Homes.Home> all = Locking.lock(edit, others, () -> homes.ofPerson(id));
          Etag.check(edit, ThingKind.PERSON, id, seen);
          if (!dies && all.isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "person.not-here", "此人在这一天没有居住关系");
          }
          for (Homes.Home home : all) {
            homes.leave(home);
          }
          settle(homes, all, request.newHead());
          if (dies) {
            edit.end(ThingKind.PERSON, id, from);
          }
          return id;
        });
  }

  /** Households left behind have a head, or end with their last member. */
  private static void settle(Homes homes, List<Homes.Home> left, @Nullable Long newHead)
      throws SQLException {
    if (newHead != null) {
      for (Homes.Home home : left) {
        Long household = home.household();
        if (household != null && home.isHead()) {
          homes.makeHead(household, newHead);
        }
      }
    }
    homes.endEmptyHouseholds();
    homes.requireHeads();
  }

  private static Map<String, @Nullable String> residence(PersonRequest.Home home) {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("unit_id", required("residence.unit", home.unit()).toString());
    values.put("household_id", home.household() == null ? null : home.household().toString());
    values.put("role", word("role", required("residence.role", home.role())));
    values.put("relation", home.relation() == null ? null : word("relation", home.relation()));
    values.put("main", String.valueOf(home.main() == null || home.main()));
    return values;
  }

  private static String word(String name, String value) {
    List<String> words = ThingKind.RESIDENCE.field(name).map(Field::words).orElse(List.of());
    if (!words.contains(value)) {
      throw Refusal.field(
          "residence." + name, "value.invalid", "应为 " + String.join("、", words) + " 之一");
    }
    return value;
  }

  private static Set<Thing> places(PersonRequest.Home home) {
    Set<Thing> things = new HashSet<>();
    things.add(Edit.thing(ThingKind.UNIT, required("residence.unit", home.unit())));
    Long household = home.household();
    if (household != null) {
      things.add(Edit.thing(ThingKind.HOUSEHOLD, household));
    }
    return things;
  }

  private static ChangeReason reason(@Nullable String why, @Nullable String source) {
    return Reasons.of(ChangeReason.Kind.CHANGE, why, source);
  }
}
