package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.city.CityGenerator;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportSummary.Matched;

/**
 * Found is what was planted, row by row and code by code; and nothing is found where nothing was.
 */
class DirtyCityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final int BUILDINGS = 2000;

  /** Codes that no row of a generated city can have, and why. */
  private static final Map<String, String> NOT_PLANTED =
      Map.ofEntries(
          Map.entry("geometry.invalid", "what the library finds and has no word for"),
          Map.entry(
              "geometry.duplicate-rings",
              "the library calls a ring drawn twice a self-intersection"),
          Map.entry("person.erased", "wants somebody who was erased from the register before"),
          Map.entry("reference.ambiguous", "wants a register with two other sources"),
          Map.entry("address.text-taken", "wants a register with another source's addresses"),
          Map.entry("row.encoding", "of dBase tables alone, which a city is not written as"),
          Map.entry("row.deleted", "of dBase tables alone, which a city is not written as"),
          Map.entry("crs.overridden", "of a file whose system somebody overrides"),
          Map.entry("crs.found", "of a file in another system: DoctorImportTest plants those"),
          Map.entry("crs.fitted", "of a file in an old system: DoctorImportTest plants those"),
          Map.entry("crs.assumed", "of every table with places, spoilt or not"));

  /** What is said of sound tables too. */
  private static final Set<String> SAID_ANYWAY = Set.of("crs.assumed");

  /** Files some rows of which say by text what others say by a key. */
  private static final List<String> WITH_TEXTS =
      List.of(
          "buildings.gpkg", "units.csv", "households.csv", "people-1.xlsx", "organisations.xlsx");

  /** Something said of a row of a file. */
  private record Said(String file, long row, String code) implements Comparable<Said> {
    @Override
    public int compareTo(Said other) {
      return toString().compareTo(other.toString());
    }
  }

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private final List<Said> found = new ArrayList<>();
  private final Map<String, Matched> matched = new TreeMap<>();

  private Imports imports;

  @BeforeEach
  void open() {
    imports = new Imports(database, directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void nothingIsSaidOfACleanCity() throws Exception {
    new CityGenerator(step -> {}).generate(BUILDINGS, 5, TODAY, directory.resolve("city"));
    take(directory.resolve("city"));
    assertThat(found).isEmpty();
  }

  @Test
  void foundIsWhatWasPlanted() throws Exception {
    Path city = directory.resolve("city");
    new CityGenerator(step -> {}).dirty(0.03).generate(BUILDINGS, 5, TODAY, city);
    Set<Said> planted = list(city.resolve("planted.csv"));
    Set<Said> consequences = list(city.resolve("consequences.csv"));
    assertThat(consequences).isNotEmpty();
    take(city);

    Set<Said> expected = new TreeSet<>(planted);
    expected.addAll(consequences);
    Set<Said> missed = new TreeSet<>(expected);
    found.forEach(missed::remove);
    Set<Said> falseAlarms = new TreeSet<>(found);
    falseAlarms.removeAll(expected);
    assertThat(List.of(missed, falseAlarms))
        .as("planted and not found; found and not planted")
        .isEqualTo(List.of(Set.of(), Set.of()));
    assertThat(found).doesNotHaveDuplicates();
    assertThat(perCode(found)).isEqualTo(perCode(expected));

    Set<String> known = new TreeSet<>(Suggestions.codes());
    known.removeAll(NOT_PLANTED.keySet());
    assertThat(perCode(planted).keySet()).as("codes planted").containsAll(known);
    textsLeadWhereTheKeysDid(planted);
  }

  private void textsLeadWhereTheKeysDid(Set<Said> planted) throws Exception {
    for (String file : WITH_TEXTS) {
      Matched texts = matched.getOrDefault(file, Matched.NONE);
      assertThat(texts.exact()).as("to the letter in %s", file).isPositive();
      assertThat(texts.alike()).as(file).isEqualTo(count(planted, file, "address.similar"));
      assertThat(texts.ambiguous()).as(file).isEqualTo(count(planted, file, "address.ambiguous"));
      assertThat(texts.unmatched()).as(file).isEqualTo(count(planted, file, "address.unmatched"));
    }
    Path clean = directory.resolve("clean");
    new CityGenerator(step -> {}).generate(BUILDINGS, 5, TODAY, clean);
    assertThat(cells(clean.resolve("households.csv"), 0, 1))
        .containsAll(
            imports.ask(
                "SELECT h.key || ' ' || u.key FROM register.household r"
                    + " JOIN identity.household h USING (id) JOIN identity.unit u ON u.id = r.unit_id"));
    assertThat(cells(clean.resolve("units.csv"), 0, 1))
        .containsAll(
            imports.ask(
                "SELECT u.key || ' ' || b.key FROM register.unit r"
                    + " JOIN identity.unit u USING (id) JOIN identity.building b ON b.id = r.building_id"));
    assertThat(cells(clean.resolve("units.csv"), 0, 5))
        .containsAll(
            imports.ask(
                "SELECT u.key || ' ' || a.key FROM register.unit r"
                    + " JOIN identity.unit u USING (id) JOIN identity.address a ON a.id = r.address_id"));
  }

  private static long count(Set<Said> planted, String file, String code) {
    return planted.stream()
        .filter(each -> each.file().equals(file) && each.code().equals(code))
        .count();
  }

  /** Two cells of every row; no cell before them has a comma in it. */
  private static Set<String> cells(Path file, int one, int other) throws Exception {
    Set<String> cells = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      String[] row = line.split(",");
      cells.add(row[one] + " " + row[other]);
    }
    return cells;
  }

  @Test
  void theRowsBetweenAreThoseOfTheCleanCity() throws Exception {
    Path clean = directory.resolve("clean");
    Path city = directory.resolve("city");
    Path again = directory.resolve("again");
    new CityGenerator(step -> {}).generate(1000, 5, TODAY, clean);
    new CityGenerator(step -> {}).dirty(0.01).generate(1000, 5, TODAY, city);
    new CityGenerator(step -> {}).dirty(0.01).generate(1000, 5, TODAY, again);
    try (Stream<Path> files = Files.list(city)) {
      for (Path file : files.toList()) {
        assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
    List<String> units = Files.readAllLines(clean.resolve("units.csv"));
    Set<String> dirty = new HashSet<>(Files.readAllLines(city.resolve("units.csv")));
    // the two columns of texts of addresses are empty in rows that are not spoilt
    long spoilt = units.stream().skip(1).filter(line -> !dirty.contains(line + ",,")).count();
    assertThat(spoilt).isBetween(1L, units.size() / 50L);
  }

  private void take(Path city) throws Exception {
    CitySet set = CitySet.read(city);
    ImportProgress hearing =
        new ImportProgress() {
          @Override
          public void step(String what, double share, long rows) {}

          @Override
          public void issue(String file, Issue issue) {
            if (!SAID_ANYWAY.contains(issue.code())) {
              found.add(new Said(file, issue.row(), issue.code()));
            }
          }
        };
    imports.source(set.name());
    for (ImportSummary.FileSummary file :
        imports.run(set.files(), hearing, BeforeCommit.nothing()).files()) {
      matched.put(file.file(), file.matched());
    }
  }

  private static Set<Said> list(Path file) throws Exception {
    Set<Said> said = new HashSet<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      assertThat(said.add(new Said(cells[0], Long.parseLong(cells[1]), cells[3])))
          .as("once: %s", line)
          .isTrue();
    }
    return said;
  }

  private static Map<String, Integer> perCode(Iterable<Said> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(each -> counts.merge(each.code(), 1, Integer::sum));
    return counts;
  }
}
