package org.shuangshi.intake.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.Component;

/** Fills homes with people: who they are, where they are registered, since when they live there. */
final class Census {
  /** What the census needs to know of a home. */
  record Home(
      Map<Component, String> address, Area community, Area street, int builtIn, boolean country) {}

  private static final double WITHOUT_PHONE = 0.035;
  private static final double WITHOUT_NUMBER = 0.006;
  private static final double WITHOUT_ETHNICITY = 0.012;

  private final CityPlan plan;
  private final List<Area> communities;
  private final Documents documents;
  private int books;

  Census(CityPlan plan, List<Area> communities) {
    this.plan = plan;
    this.communities = communities;
    documents = new Documents(plan.place());
  }

  Documents documents() {
    return documents;
  }

  /**
   * Who lives in a unit.
   *
   * @param households keys of its households, as many as the life has
   */
  List<Person> people(Home home, Life life, List<String> households, Dice dice) {
    List<Person> people = new ArrayList<>();
    switch (life) {
      case OWNERS, TWO_FAMILIES -> {
        for (String household : households) {
          family(home, household, false, dice, people);
        }
      }
      case TENANTS -> family(home, households.get(0), true, dice, people);
      case LODGERS -> {
        int count = dice.whole(3, 7);
        for (int i = 0; i < count; i++) {
          people.add(alone(home, "LODGER", dice.whole(18, 45), dice.chance(0.58), 0.85, dice));
        }
      }
      case DORMITORY -> {
        int count = dice.whole(2, 6);
        boolean male = dice.chance(0.55);
        for (int i = 0; i < count; i++) {
          people.add(alone(home, "STAFF", dice.whole(18, 46), male, 0.78, dice));
        }
      }
      default -> {}
    }
    return people;
  }

  private enum Origin {
    HERE,
    OTHER_STREET,
    ELSEWHERE
  }

  private void family(
      Home home, String household, boolean tenants, Dice dice, List<Person> people) {
    List<Families.Member> members =
        tenants ? Families.tenants(dice) : Families.owners(dice, home.country());
    if (!home.country() && dice.chance(0.0035)) {
      people.add(foreigner(household, tenants, dice));
      return;
    }
    double separated = home.country() ? 0.02 : tenants ? 0.16 : 0.15;
    double floating = home.country() ? 0.015 : tenants ? 0.62 : 0.06;
    Origin origin =
        switch (dice.weighted(1 - separated - floating, separated, floating)) {
          case 0 -> Origin.HERE;
          case 1 -> Origin.OTHER_STREET;
          default -> Origin.ELSEWHERE;
        };
    Registration registration = registration(home, origin, dice);
    LocalDate moved = movedIn(home, tenants, dice);
    String surname = PersonNames.surname(dice);
    String spouse = PersonNames.surname(dice);
    String phone = documents.phone(dice);
    boolean headMale = members.get(0).male();
    String minority = dice.chance(0.04) ? dice.pick(List.of("土家族", "回族", "苗族", "满族", "壮族")) : "汉族";
    for (Families.Member member : members) {
      boolean married = member.relation().equals("SPOUSE");
      // Children carry the father's name, which is the head's or the spouse's.
      String family =
          married || (!headMale && (child(member) || member.relation().equals("PARENT")))
              ? spouse
              : member.relation().equals("OTHER") ? PersonNames.surname(dice) : surname;
      LocalDate birth = birth(member.age(), dice);
      String role = tenants ? "TENANT" : member.relation().equals("HEAD") ? "OWNER" : "FAMILY";
      String own = member.age() < 12 ? phone : documents.phone(dice);
      people.add(
          person(
              family + PersonNames.given(dice, birth.getYear(), member.male()),
              member.male(),
              birth,
              member.relation().equals("HEAD") ? phone : own,
              minority,
              registration,
              household,
              role,
              member.relation(),
              moved.isBefore(birth) ? birth : moved,
              dice));
    }
  }

  private static boolean child(Families.Member member) {
    return member.relation().equals("CHILD") || member.relation().equals("GRANDCHILD");
  }

  private record Registration(
      Documents.County county, String address, String region, String book, boolean floating) {}

  private Registration registration(Home home, Origin origin, Dice dice) {
    String book = Integer.toString(100_000_000 + books++);
    return switch (origin) {
      case HERE ->
          new Registration(
              documents.home(dice),
              AddressBook.text(home.address()),
              home.community().code,
              book,
              false);
      case OTHER_STREET -> {
        Area other = home.community();
        for (int tries = 0; tries < 8 && other.code.startsWith(home.street().code); tries++) {
          other = dice.pick(communities);
        }
        yield new Registration(
            documents.home(dice),
            plan.place().name() + other.name + dice.whole(1, 120) + "号",
            other.code,
            book,
            false);
      }
      case ELSEWHERE -> {
        Documents.County county = documents.elsewhere(dice);
        String address =
            county.province()
                + county.name()
                + "城关镇"
                + dice.whole(1, 20)
                + "组"
                + dice.whole(1, 90)
                + "号";
        yield new Registration(county, address, county.code(), book, true);
      }
    };
  }

  private Person person(
      String name,
      boolean male,
      LocalDate birth,
      String phone,
      String ethnicity,
      Registration registration,
      @Nullable String household,
      @Nullable String role,
      @Nullable String relation,
      @Nullable LocalDate moved,
      Dice dice) {
    boolean permit = registration.floating() && dice.chance(0.68);
    return new Person(
        name,
        male,
        birth,
        "CITIZEN_ID",
        dice.chance(WITHOUT_NUMBER)
            ? null
            : documents.citizenId(registration.county(), birth, male),
        "CHN",
        dice.chance(WITHOUT_ETHNICITY) ? null : ethnicity,
        dice.chance(WITHOUT_PHONE) ? null : phone,
        registration.address(),
        registration.region(),
        registration.book(),
        permit ? plan.place().districtCode() + "R" + registration.book() : null,
        permit ? plan.today().plusDays(dice.whole(-60, 700)) : null,
        household,
        role,
        relation,
        moved,
        null);
  }

  private Person alone(Home home, String role, int age, boolean male, double floating, Dice dice) {
    Origin origin = dice.chance(floating) ? Origin.ELSEWHERE : Origin.OTHER_STREET;
    LocalDate birth = birth(age, dice);
    return person(
        PersonNames.surname(dice) + PersonNames.given(dice, birth.getYear(), male),
        male,
        birth,
        documents.phone(dice),
        "汉族",
        registration(home, origin, dice),
        null,
        role,
        null,
        plan.today().minusDays(dice.whole(5, 900)),
        dice);
  }

  /** Somebody from abroad: passport, no registration here. */
  private Person foreigner(String household, boolean tenant, Dice dice) {
    boolean male = dice.chance(0.6);
    int which = dice.whole(0, 4);
    String country = List.of("KOR", "USA", "GBR", "FRA", "JPN").get(which);
    String name =
        List.of("KIM MINJUN", "SMITH JOHN", "BROWN ALICE", "MARTIN CLAIRE", "SATO YUI").get(which);
    return new Person(
        name,
        male,
        birth(dice.whole(24, 58), dice),
        "PASSPORT",
        Digits.padded("X", dice.whole(1, 99_999_999), 8),
        country,
        null,
        documents.phone(dice),
        null,
        null,
        null,
        null,
        null,
        household,
        tenant ? "TENANT" : "OWNER",
        "HEAD",
        plan.today().minusDays(dice.whole(30, 1500)),
        null);
  }

  /** On paper here, living elsewhere: a row without a unit, 空挂户. */
  Person registeredOnly(Home home, Dice dice) {
    LocalDate birth = birth(dice.whole(19, 58), dice);
    boolean male = dice.chance(0.52);
    return person(
        PersonNames.surname(dice) + PersonNames.given(dice, birth.getYear(), male),
        male,
        birth,
        documents.phone(dice),
        "汉族",
        registration(home, Origin.HERE, dice),
        null,
        null,
        null,
        null,
        dice);
  }

  /** Who lived here before, and has moved out. */
  Person former(Home home, LocalDate until, Dice dice) {
    Person person = alone(home, "TENANT", dice.whole(21, 55), dice.chance(0.55), 0.7, dice);
    return new Person(
        person.name(),
        person.male(),
        person.birth(),
        person.documentType(),
        person.documentNumber(),
        person.nationality(),
        person.ethnicity(),
        person.phone(),
        person.registeredAddress(),
        person.registeredRegion(),
        person.registrationBook(),
        person.permit(),
        person.permitUntil(),
        null,
        "TENANT",
        null,
        until.minusDays(dice.whole(90, 1400)),
        until);
  }

  private LocalDate birth(int age, Dice dice) {
    return plan.today().minusYears(age).minusDays(dice.whole(1, 364));
  }

  private LocalDate movedIn(Home home, boolean tenant, Dice dice) {
    if (tenant) {
      return plan.today().minusDays(dice.whole(10, 1700));
    }
    int built = Math.max(1978, home.builtIn());
    int year = dice.whole(built, Math.max(built, plan.today().getYear() - 1));
    LocalDate moved = LocalDate.of(year, dice.whole(1, 12), dice.whole(1, 28));
    return moved.isBefore(plan.today()) ? moved : plan.today().minusDays(dice.whole(5, 300));
  }
}
