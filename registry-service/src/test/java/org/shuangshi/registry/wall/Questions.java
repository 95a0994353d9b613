package org.shuangshi.registry.wall;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Questions by chance: every call of rights.csv that only asks, about something of the town that
 * may lie anywhere, on some day. A call that is neither a GET nor among those here fails the test.
 */
final class Questions {
  /** Calls that write: what they refuse is the matter of other tests. */
  private static final Pattern WRITES =
      Pattern.compile(
          "DELETE .*|POST /api/(session|account|accounts|roles|first-administrator)(/.*)?"
              + "|POST /api/things/\\{kind}(/\\{id}/(change|correct|end|withdraw))?"
              + "|POST /api/buildings/(merge|\\{id}/(demolish|split))"
              + "|POST /api/persons/(arrive|\\{id}/(move|leave|die|register|merge))"
              + "|POST /api/households/\\{id}/(move|split|merge|leave)"
              + "|POST /api/evidence/\\{id}/photos|POST /api/photos/\\{id}/remove"
              + "|PUT /api/imports/\\{id}/(file|columns)"
              + "|POST /api/imports(/\\{id}/(apply|cancel|undo|coordinates|profile/remove))?"
              + "|POST /api/erasures(/\\{id}/(confirm|refuse))?"
              + "|(POST|PUT) /api/grid-plans(/.*)?"
              + "|POST /api/(roads|regions)/\\{id}/rename");

  private static final Map<String, List<Integer>> THINGS =
      Map.ofEntries(
          Map.entry("building", List.of(101, 113)),
          Map.entry("address", List.of(1101, 1113)),
          Map.entry("entrance", List.of(201, 203)),
          Map.entry("unit", List.of(301, 322)),
          Map.entry("household", List.of(401, 403)),
          Map.entry("person", List.of(501, 507)),
          Map.entry("residence", List.of(601, 608)),
          Map.entry("organisation", List.of(701, 702)),
          Map.entry("tenancy", List.of(761, 762)),
          Map.entry("evidence", List.of(801, 816)),
          Map.entry("photo", List.of(90801, 90816)),
          Map.entry("estate", List.of(61, 61)));

  private static final List<String> GRIDS =
      List.of(
          "339901001001001",
          "339901001001002",
          "339901001002001",
          "339901001002012",
          "339901001002013");
  private static final List<String> REGIONS =
      List.of("3399", "339901", "339901001", "339901001001", "339901001002");
  private static final List<String> DAYS =
      List.of("2024-06-01", "2026-05-31", "2026-06-01", "2026-11-20", "2026-11-24");
  private static final List<String> LAYERS =
      List.of("buildings", "grids", "regions", "addresses", "context");

  /** Of one community each. */
  private static final List<String> PLANS = List.of("95011", "95012");

  private static final List<String> EXPORTED =
      List.of("units", "buildings", "addresses", "estates", "grids", "regions", "roads");
  private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

  /** A call and what is sent. */
  record Question(String call, String path, @Nullable String body) {}

  private final Random dice;
  private final Map<String, Supplier<String>> bodies =
      Map.ofEntries(
          Map.entry("POST /api/search", this::search),
          Map.entry("POST /api/units/search", () -> within(",\"limit\":1000")),
          Map.entry("POST /api/units/count", () -> within("")),
          Map.entry("POST /api/people/count", () -> within("")),
          Map.entry("POST /api/duplicates/search", () -> within("")),
          Map.entry("POST /api/registrations/away", () -> within(",\"limit\":1000")),
          Map.entry("POST /api/registrations/empty-books", () -> within(",\"limit\":1000")),
          Map.entry("POST /api/registrations/count", () -> within("")),
          Map.entry("POST /api/duplicates/check", this::lookalike),
          Map.entry("POST /api/persons/search", this::wanted),
          Map.entry("POST /api/persons/{id}/reveal", this::reveal));

  Questions(Random dice) {
    this.dice = dice;
  }

  /** One question of every call that asks. */
  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (String line : lines()) {
      String[] words = line.split("\\|");
      String call = words[0].strip();
      Supplier<String> body = bodies.get(call);
      if (call.startsWith("GET ")) {
        questions.add(new Question(call, path(call, words[1].strip()), null));
      } else if (body != null) {
        questions.add(new Question(call, filled(words[1].strip()), body.get()));
      } else if (!call.equals("POST /api/exports") && !WRITES.matcher(call).matches()) {
        throw new AssertionError("asked by nobody: " + call);
      }
    }
    return questions;
  }

  /** An order for a file. */
  String order() {
    return "{\"layer\":\"%s\",\"format\":\"%s\"%s}"
        .formatted(
            of(EXPORTED),
            dice.nextBoolean() ? "csv" : "geojson",
            dice.nextBoolean() ? ",\"filter\":{\"within\":" + area() + "}" : "");
  }

  /** A box somewhere in the town: west, south, east, north. */
  double[] box() {
    double west = 119.999 + dice.nextDouble() * 0.03;
    double south = 29.999 + dice.nextDouble() * 0.015;
    return new double[] {
      west, south, west + 0.002 + dice.nextDouble() * 0.04, south + 0.002 + dice.nextDouble() * 0.02
    };
  }

  static String polygon(double[] box) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(box[0], box[1], box[2], box[3]);
  }

  private String path(String call, String template) {
    if (call.startsWith("GET /api/things/")) {
      String kind = of(List.copyOf(THINGS.keySet()).stream().sorted().toList());
      return call.substring("GET ".length())
          .replace("{kind}", kind)
          .replace("{id}", id(kind))
          .concat(call.endsWith("{id}") ? asOf("?") : "");
    }
    if (call.startsWith("GET /tiles/")) {
      int zoom = 14 + dice.nextInt(3);
      double[] box = box();
      double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(box[1]) / 2));
      return "/tiles/%s/%d/%d/%d.mvt"
          .formatted(
              of(LAYERS),
              zoom,
              (int) ((box[0] + 180) / 360 * (1 << zoom)),
              (int) ((1 - mercator / Math.PI) / 2 * (1 << zoom)));
    }
    if (call.startsWith("GET /api/grid-plans/") && !call.contains("/jobs/")) {
      return template.replace("999999", of(PLANS));
    }
    if (call.equals("GET /api/changes")) {
      return "/api/changes?limit=1000" + (dice.nextBoolean() ? "&within=" + of(REGIONS) : "");
    }
    boolean dated =
        call.startsWith("GET /api/grids/{code}")
            || call.startsWith("GET /api/buildings/{id}/chart");
    return filled(template) + (dated ? asOf("?") : "");
  }

  private String asOf(String before) {
    return dice.nextBoolean() ? before + "asOf=" + of(DAYS) : "";
  }

  private String filled(String template) {
    return WORD.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
  }

  private String word(String name) {
    return switch (name) {
      case "grid" -> of(GRIDS);
      case "community" -> of(REGIONS);
      case "communityId" -> of(List.of("1", "11", "12"));
      case "lon" -> String.valueOf(box()[0]);
      case "lat" -> String.valueOf(box()[1]);
      default -> id(name);
    };
  }

  private String id(String kind) {
    List<Integer> ids = Objects.requireNonNull(THINGS.get(kind), kind);
    if (kind.equals("person") && dice.nextInt(3) == 0) {
      return String.valueOf(551 + dice.nextInt(6));
    }
    return String.valueOf(ids.get(0) + dice.nextInt(ids.get(1) - ids.get(0) + 1));
  }

  private String area() {
    return switch (dice.nextInt(3)) {
      case 0 -> "{\"grid\":\"" + of(GRIDS) + "\"}";
      case 1 -> "{\"region\":\"" + of(REGIONS) + "\"}";
      default -> "{\"geometry\":" + polygon(box()) + "}";
    };
  }

  private String within(String more) {
    String day = dice.nextBoolean() ? ",\"asOf\":\"" + of(DAYS) + "\"" : "";
    return "{\"within\":" + area() + day + more + "}";
  }

  private String search() {
    String typed =
        switch (dice.nextInt(5)) {
          case 0 -> "楼@" + id("building") + "@";
          case 1 -> "人民路" + id("building") + "号";
          case 2 -> "阳光花园";
          case 3 -> of(GRIDS);
          default -> "人民路";
        };
    return "{\"q\":\"" + typed + "\",\"limit\":100}";
  }

  private String lookalike() {
    String person = id("person");
    return dice.nextBoolean()
        ? "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"PX%9sZ\"}"
            .formatted(person)
            .replace(' ', '0')
        : "{\"name\":\"密名%s氏\",\"birthDate\":\"1980-01-01\",\"unit\":%s}"
            .formatted(person, id("unit"));
  }

  private String wanted() {
    String person = id("person");
    return switch (dice.nextInt(3)) {
      case 0 -> "{\"documentNumber\":\"PX%9sZ\",\"limit\":100}".formatted(person).replace(' ', '0');
      case 1 -> "{\"documentTail\":\"%3sZ\",\"limit\":100}".formatted(person).replace(' ', '0');
      default ->
          "{\"name\":\"密名%s氏\",\"birthDate\":\"1980-01-01\",\"limit\":100}".formatted(person);
    };
  }

  private String reveal() {
    return "{\"fields\":[\"name\",\"phone\",\"documentNumber\",\"birthDate\",\"registeredAddress\"],\"why\":\"试验\"}";
  }

  private String of(List<String> some) {
    return some.get(dice.nextInt(some.size()));
  }

  private static List<String> lines() {
    try (InputStream in = Questions.class.getResourceAsStream("/rights.csv")) {
      Set<String> seen = new HashSet<>();
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .filter(line -> seen.add(line.substring(0, line.indexOf('|'))))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
