package org.shuangshi.registry.residence;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.FactEditor.Thing;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Residences within one edit: who lives in a household or where a person lives from a day on, and
 * what moving and leaving does to that.
 */
final class Homes {
  private static final String HOUSEHOLD = "household_id";
  private static final String RELATION = "relation";
  private static final String HEAD = "HEAD";

  private final Edit edit;
  private final LocalDate from;
  private final Set<Long> households = new HashSet<>();

  Homes(Edit edit, LocalDate from) {
    this.edit = edit;
    this.from = from;
  }

  /** A residence that goes on on the day, or begins later. */
  record Home(long id, Version version) {

    long person() {
      return version.reference("person_id");
    }

    long unit() {
      return version.reference("unit_id");
    }

    @Nullable Long household() {
      String id = version.value(HOUSEHOLD);
      return id == null ? null : Long.valueOf(id);
    }

    boolean isHead() {
      return HEAD.equals(version.value(RELATION));
    }

    boolean isMain() {
      return "true".equals(version.value("main"));
    }
  }

  List<Home> ofHousehold(long household) throws SQLException {
    households.add(household);
    return of(HOUSEHOLD, household);
  }

  List<Home> ofPerson(long person) throws SQLException {
    List<Home> homes = of("person_id", person);
    homes.stream().map(Home::household).filter(id -> id != null).forEach(households::add);
    return homes;
  }

  private List<Home> of(String column, long target) throws SQLException {
    List<Home> homes = new ArrayList<>();
    for (long id : edit.pointingAt(ThingKind.RESIDENCE, column, target, from)) {
      Optional<Version> there =
          edit.timeline(ThingKind.RESIDENCE, id).versions().stream()
              .filter(each -> each.days().overlaps(Days.since(from)))
              .filter(each -> String.valueOf(target).equals(each.value(column)))
              .findFirst();
      there.ifPresent(version -> homes.add(new Home(id, version)));
    }
    return homes;
  }

  /** All that writing of these homes touches. */
  static Set<Thing> things(List<Home> homes) {
    Set<Thing> things = new HashSet<>();
    for (Home home : homes) {
      things.add(Edit.thing(ThingKind.RESIDENCE, home.id()));
      things.add(Edit.thing(ThingKind.PERSON, home.person()));
      things.add(Edit.thing(ThingKind.UNIT, home.unit()));
      Long household = home.household();
      if (household != null) {
        things.add(Edit.thing(ThingKind.HOUSEHOLD, household));
      }
    }
    return things;
  }

  /** Nobody lives there from the day on; one that would only have begun never does. */
  void leave(Home home) throws SQLException {
    if (home.version().days().from().isBefore(from)) {
      edit.end(ThingKind.RESIDENCE, home.id(), from);
    } else {
      edit.withdraw(ThingKind.RESIDENCE, home.id(), Days.since(from));
    }
  }

  /** The same person lives elsewhere, or in another household, from the day on. */
  void move(Home home, long unit, @Nullable Long household, @Nullable String relation)
      throws SQLException {
    if (household != null) {
      households.add(household);
    }
    Map<String, @Nullable String> says = new HashMap<>();
    says.put(HOUSEHOLD, household == null ? null : household.toString());
    says.put(RELATION, relation);
    if (unit == home.unit() && home.version().days().from().isBefore(from)) {
      edit.change(ThingKind.RESIDENCE, home.id(), from, says);
      return;
    }
    LocalDate begins =
        home.version().days().from().isBefore(from) ? from : home.version().days().from();
    Map<String, @Nullable String> values = new HashMap<>(home.version().values());
    values.putAll(says);
    values.put("unit_id", String.valueOf(unit));
    leave(home);
    live(values, new Days(begins, home.version().days().to()));
  }

  /** Somebody begins to live somewhere; where they lived once before it is the same residence. */
  void live(Map<String, @Nullable String> values, Days days) throws SQLException {
    edit.begin(ThingKind.RESIDENCE, days, values);
  }

  void makeHead(long household, long person) throws SQLException {
    for (Home home : ofHousehold(household)) {
      boolean wanted = home.person() == person;
      if (wanted != home.isHead()) {
        Map<String, @Nullable String> says = new HashMap<>();
        says.put(RELATION, wanted ? HEAD : "OTHER");
        LocalDate day =
            home.version().days().from().isBefore(from) ? from : home.version().days().from();
        if (!wanted) {
          edit.change(ThingKind.RESIDENCE, home.id(), day, says);
        }
      }
    }
    for (Home home : ofHousehold(household)) {
      if (home.person() == person) {
        LocalDate day =
            home.version().days().from().isBefore(from) ? from : home.version().days().from();
        edit.change(ThingKind.RESIDENCE, home.id(), day, Map.of(RELATION, HEAD));
        return;
      }
    }
    throw Refusal.field("newHead", "household.not-member", "指定的户主不是这一户的成员");
  }

  /** Of the households touched: each has its head on every day somebody lives in it. */
  void requireHeads() throws SQLException {
    for (long household : households) {
      List<Version> members = membersOf(household);
      for (Version each : members) {
        LocalDate day = each.days().from().isBefore(from) ? from : each.days().from();
        if (members.stream().noneMatch(other -> isHead(other) && other.days().contains(day))) {
          throw headless(household, day);
        }
        LocalDate end = each.days().to();
        if (end != null
            && isHead(each)
            && members.stream().anyMatch(other -> other.days().contains(end))
            && members.stream().noneMatch(other -> isHead(other) && other.days().contains(end))) {
          throw headless(household, end);
        }
      }
    }
  }

  private static Refusal headless(long household, LocalDate day) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "household.no-head",
        "编号为 " + household + " 的户在 " + day + " 会没有户主，请用 newHead 指定新的户主");
  }

  private static boolean isHead(Version version) {
    return HEAD.equals(version.value(RELATION));
  }

  /** All that says of the day or later that somebody belongs to the household. */
  private List<Version> membersOf(long household) throws SQLException {
    List<Version> members = new ArrayList<>();
    for (long id : edit.pointingAt(ThingKind.RESIDENCE, HOUSEHOLD, household, from)) {
      edit.timeline(ThingKind.RESIDENCE, id).versions().stream()
          .filter(each -> each.days().overlaps(Days.since(from)))
          .filter(each -> String.valueOf(household).equals(each.value(HOUSEHOLD)))
          .forEach(members::add);
    }
    return members;
  }

  /** Households nobody lives in any more end. */
  void endEmptyHouseholds() throws SQLException {
    for (long household : households) {
      if (of(HOUSEHOLD, household).isEmpty()
          && edit.timeline(ThingKind.HOUSEHOLD, household).on(from).isPresent()) {
        endHousehold(household);
      }
    }
  }

  void endHousehold(long household) throws SQLException {
    if (edit.timeline(ThingKind.HOUSEHOLD, household).on(from.minusDays(1)).isPresent()) {
      edit.end(ThingKind.HOUSEHOLD, household, from);
    } else {
      edit.withdraw(ThingKind.HOUSEHOLD, household, Days.since(from));
    }
  }

  LocalDate from() {
    return from;
  }
}
