package org.shuangshi.registry.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.year.DayBook.Known;
import org.shuangshi.registry.year.DayBook.Thing;

/** Everything that is done: told to the service by its API, and written into the book of days. */
final class Village {
  static final String GRID = "339901001001001";
  private static final String HOME = "residence";

  private final RunningService service;
  final DayBook book = new DayBook();
  final Map<String, List<Long>> touched = new TreeMap<>();
  private long nextHome;

  Village(RunningService service) {
    this.service = service;
  }

  long begin(String kind, LocalDate from, Map<String, String> fields, String more) {
    Map<String, String> all = new TreeMap<>(fields);
    String values = json(all) + (more.isEmpty() ? "" : (all.isEmpty() ? "" : ",") + more);
    Answer answer =
        post("/api/things/" + kind, "'from':'" + from + "','values':{" + values + "}", "");
    long id = answer.body().path("id").asLong();
    book.say(known -> known.thing(kind, id).begin(from, all));
    touch(kind, id);
    return id;
  }

  void change(String kind, long id, LocalDate from, String field, String value) {
    verb(kind, id, "change", "'from':'" + from + "','values':{" + json(Map.of(field, value)) + "}");
    book.say(known -> known.thing(kind, id).change(from, field, value));
  }

  void correct(String kind, long id, LocalDate from, LocalDate to, String field, String value) {
    verb(
        kind,
        id,
        "correct",
        "'from':'%s','to':'%s','values':{%s}".formatted(from, to, json(Map.of(field, value))));
    book.say(known -> known.thing(kind, id).correct(from, to, field, value));
  }

  void end(String kind, long id, LocalDate day) {
    verb(kind, id, "end", "'from':'" + day + "'");
    book.say(known -> known.thing(kind, id).end(day));
  }

  void withdraw(String kind, long id) {
    verb(kind, id, "withdraw", "");
    book.say(known -> known.thing(kind, id).end(DayBook.FIRST));
  }

  private void verb(String kind, long id, String verb, String what) {
    post("/api/things/" + kind + "/" + id + "/" + verb, what, mark(kind, id));
  }

  /** Somebody comes; with relation HEAD and no household into one of their own. */
  long arrive(
      LocalDate from,
      String code,
      long unit,
      @Nullable Long household,
      String role,
      String relation) {
    String lives =
        "'unit':%d,'role':'%s','household':%s,'relation':%s"
            .formatted(unit, role, household, relation.isEmpty() ? "null" : "'" + relation + "'");
    Answer answer =
        post(
            "/api/persons/arrive",
            "'from':'%s','values':{'name':'某人','nationality':'CHN','registeredRegionCode':'%s'},'residence':{%s}"
                .formatted(from, code, lives),
            "");
    long person = answer.body().path("id").asLong();
    long home = nextHome++;
    book.say(
        known -> {
          known.thing("person", person).begin(from, Map.of("registeredRegionCode", code));
          known.thing(HOME, home).begin(from, home(person, unit, household, role));
        });
    touch("person", person);
    return person;
  }

  long family(LocalDate from, long unit) {
    return begin("household", from, Map.of("unit", String.valueOf(unit)), "'kind':'FAMILY'");
  }

  void move(long person, LocalDate from, long unit, String role) {
    post(
        "/api/persons/" + person + "/move",
        "'from':'%s','residence':{'unit':%d,'role':'%s'}".formatted(from, unit, role),
        mark("person", person));
    long home = nextHome++;
    book.say(
        known -> {
          leaveHomes(known, "person", person, from);
          known.thing(HOME, home).begin(from, home(person, unit, null, role));
        });
  }

  void depart(long person, LocalDate from, boolean dies, @Nullable Long newHead) {
    post(
        "/api/persons/" + person + (dies ? "/die" : "/leave"),
        "'from':'%s','newHead':%s".formatted(from, newHead),
        mark("person", person));
    book.say(
        known -> {
          leaveHomes(known, "person", person, from);
          if (dies) {
            known.thing("person", person).end(from);
          }
        });
  }

  void moveHousehold(long household, LocalDate from, long unit) {
    post(
        "/api/households/" + household + "/move",
        "'from':'%s','unit':%d".formatted(from, unit),
        mark("household", household));
    book.say(
        known -> {
          known.thing("household", household).change(from, "unit", String.valueOf(unit));
          homes(known, "household", household, from)
              .forEach(home -> home.change(from, "unit", String.valueOf(unit)));
        });
  }

  long split(long household, LocalDate from, long member, long unit) {
    Answer answer =
        post(
            "/api/households/" + household + "/split",
            "'from':'%s','members':[%d],'head':%d,'unit':%d".formatted(from, member, member, unit),
            mark("household", household));
    long born = answer.body().path("id").asLong();
    book.say(
        known -> {
          known.thing("household", born).begin(from, Map.of("unit", String.valueOf(unit)));
          homes(known, "person", member, from)
              .forEach(
                  home -> {
                    home.change(from, "household", String.valueOf(born));
                    home.change(from, "unit", String.valueOf(unit));
                  });
        });
    touch("household", born);
    return born;
  }

  void merge(long household, long into, LocalDate from, long unit) {
    post(
        "/api/households/" + household + "/merge",
        "'from':'%s','into':%d".formatted(from, into),
        mark("household", household));
    book.say(
        known -> {
          homes(known, "household", household, from)
              .forEach(
                  home -> {
                    home.change(from, "household", String.valueOf(into));
                    home.change(from, "unit", String.valueOf(unit));
                  });
          known.thing("household", household).end(from);
        });
  }

  void leave(long household, LocalDate from) {
    post(
        "/api/households/" + household + "/leave",
        "'from':'" + from + "'",
        mark("household", household));
    book.say(
        known -> {
          leaveHomes(known, "household", household, from);
          known.thing("household", household).end(from);
        });
  }

  void demolish(long building, LocalDate from, List<Long> units) {
    post(
        "/api/buildings/" + building + "/demolish",
        "'from':'" + from + "','endUnits':true",
        mark("building", building));
    book.say(
        known -> {
          known.thing("building", building).change(from, "status", "DEMOLISHED");
          for (long unit : units) {
            for (String kind : List.of(HOME, "tenancy", "organisation", "evidence", "household")) {
              homesIn(known, kind, unit, from).forEach(thing -> thing.end(from));
            }
            known.thing("unit", unit).end(from);
          }
        });
  }

  /** Two buildings of one, each with its units. */
  List<Long> splitBuilding(
      long building, LocalDate from, List<List<Long>> units, List<String> shapes) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      parts.add("{'values':{%s},'units':%s}".formatted(shapes.get(i), units.get(i)));
    }
    Answer answer =
        post(
            "/api/buildings/" + building + "/split",
            "'from':'%s','parts':[%s]".formatted(from, String.join(",", parts)),
            mark("building", building));
    List<Long> born = new ArrayList<>();
    answer.body().path("ids").forEach(each -> born.add(each.asLong()));
    assertThat(born).as(answer.body().toString()).hasSize(units.size());
    book.say(
        known -> {
          known.thing("building", building).change(from, "status", "SPLIT");
          for (int i = 0; i < born.size(); i++) {
            known.thing("building", born.get(i)).begin(from, Map.of("status", "STANDING"));
            for (long unit : units.get(i)) {
              known.thing("unit", unit).change(from, "building", String.valueOf(born.get(i)));
            }
          }
        });
    born.forEach(each -> touch("building", each));
    return born;
  }

  void rename(long road, LocalDate from, String former, String name, List<Long> addresses) {
    post(
        "/api/roads/" + road + "/rename",
        "'from':'%s','name':'%s'".formatted(from, name),
        mark("road", road));
    book.say(
        known -> {
          known.thing("road", road).change(from, "name", name);
          for (long address : addresses) {
            Map<String, String> there = known.thing("address", address).on(from);
            if (there != null && former.equals(there.get("road"))) {
              known.thing("address", address).change(from, "road", name);
            }
          }
        });
  }

  private static Map<String, String> home(
      long person, long unit, @Nullable Long household, String role) {
    Map<String, String> home = new HashMap<>();
    home.put("person", String.valueOf(person));
    home.put("unit", String.valueOf(unit));
    home.put("role", role);
    if (household != null) {
      home.put("household", household.toString());
    }
    return home;
  }

  private static List<Thing> homes(Known known, String field, long id, LocalDate from) {
    return known.there(HOME, from).stream()
        .filter(home -> String.valueOf(id).equals(fields(home, from).get(field)))
        .toList();
  }

  private static List<Thing> homesIn(Known known, String kind, long unit, LocalDate from) {
    return known.there(kind, from).stream()
        .filter(thing -> String.valueOf(unit).equals(fields(thing, from).get("unit")))
        .toList();
  }

  private static void leaveHomes(Known known, String field, long id, LocalDate from) {
    for (Thing home : homes(known, field, id, from)) {
      String household = fields(home, from).get("household");
      home.end(from);
      if (household != null
          && homes(known, "household", Long.parseLong(household), from).isEmpty()) {
        known.thing("household", Long.parseLong(household)).end(from);
      }
    }
  }

  private static Map<String, String> fields(Thing thing, LocalDate day) {
    return java.util.Objects.requireNonNull(thing.on(day));
  }

  private void touch(String kind, long id) {
    touched.computeIfAbsent(kind, of -> new ArrayList<>()).add(id);
  }

  /** The mark of a thing on any day it is there. */
  private String mark(String kind, long id) {
    for (LocalDate day = DayBook.FIRST; day.getYear() < 2028; day = day.plusDays(30)) {
      Answer card = service.get("/api/things/" + kind + "/" + id + "?asOf=" + day);
      if (card.status() == 200) {
        return card.body().path("etag").asString();
      }
    }
    throw new IllegalStateException("nothing known of " + kind + " " + id);
  }

  private Answer post(String path, String what, String mark) {
    String body = ("{'why':'一年'" + (what.isEmpty() ? "" : "," + what) + "}").replace('\'', '"');
    Answer answer = mark.isEmpty() ? service.post(path, body) : service.post(path, body, mark);
    assertThat(answer.status()).as("%s %s: %s", path, body, answer.body()).isIn(200, 201, 204);
    return answer;
  }

  private static String json(Map<String, String> fields) {
    List<String> parts = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            parts.add("'" + name + "':" + (isReference(name) ? value : "'" + value + "'")));
    return String.join(",", parts);
  }

  private static boolean isReference(String name) {
    return List.of("unit", "building", "address", "person", "household").contains(name);
  }
}
