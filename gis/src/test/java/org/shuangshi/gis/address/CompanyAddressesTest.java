package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Addresses as companies wrote them, against 300 of them read by hand before any was parsed. Of the
 * sample ({@code random.Random(5).sample(range(1, 18358), 300)} of Python) only row numbers and
 * places in the text are kept here; 36 of the rows are empty.
 *
 * <p>How they were read: a division by how it is written; of two roads the first, but the one a
 * door is counted along; of nested names the smallest; a name is an estate, or a building where it
 * is that of one; what is said of a second place, shops and landmarks are nothing.
 *
 * <p>A component counts as found where it was taken from the very same characters.
 */
class CompanyAddressesTest {

  /** Of one component: labelled, read, and both alike. */
  private static final class Tally {
    int labelled;
    int read;
    int alike;

    double precision() {
      return read == 0 ? 1 : (double) alike / read;
    }

    double recall() {
      return labelled == 0 ? 1 : (double) alike / labelled;
    }
  }

  @Test
  void mostComponentsAreReadWhereAHandReadThem() {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    Path file = Path.of(data, "addresses/company-addresses.csv");
    assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no " + file);
    List<String> rows = lines(file);

    Tally plain = measure("no gazetteer", rows, Gazetteer.EMPTY);
    Tally known = measure("with the official divisions", rows, divisions(Path.of(data)));

    assertThat(plain.labelled).isEqualTo(known.labelled).isGreaterThan(1300);
    assertThat(plain.precision()).isGreaterThan(0.80);
    assertThat(plain.recall()).isGreaterThan(0.75);
    assertThat(known.precision()).isGreaterThan(0.85);
    assertThat(known.recall()).isGreaterThan(0.83);
  }

  private static Tally measure(String how, List<String> rows, Gazetteer gazetteer) {
    AddressReader reader = new AddressReader(gazetteer);
    Map<Component, Tally> tallies = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      tallies.put(component, new Tally());
    }
    Tally all = new Tally();
    for (String line : labels()) {
      String[] cells = line.split("\t");
      Map<Component, Span> labelled = new EnumMap<>(Component.class);
      for (int i = 1; i < cells.length; i++) {
        String[] part = cells[i].split(":");
        int from = Integer.parseInt(part[1]);
        labelled.put(Component.valueOf(part[0]), new Span(from, from + Integer.parseInt(part[2])));
      }
      Map<Component, Span> read =
          reader.read(address(rows.get(Integer.parseInt(cells[0])))).spans();
      tallies.forEach(
          (component, tally) -> {
            Span one = labelled.get(component);
            Span other = read.get(component);
            count(tally, one != null, other != null, Objects.equals(one, other));
            count(all, one != null, other != null, Objects.equals(one, other));
          });
    }
    System.out.printf("%s: labelled, precision, recall%n", how);
    tallies.forEach((component, tally) -> print(component.name(), tally));
    print("all", all);
    return all;
  }

  private static void count(Tally tally, boolean labelled, boolean read, boolean same) {
    tally.labelled += labelled ? 1 : 0;
    tally.read += read ? 1 : 0;
    tally.alike += labelled && same ? 1 : 0;
  }

  private static void print(String name, Tally tally) {
    System.out.printf(
        "%-14s %5d %6.3f %6.3f%n", name, tally.labelled, tally.precision(), tally.recall());
  }

  /** The first cell of a row of two. */
  private static String address(String row) {
    if (row.startsWith("\"")) {
      return row.substring(1, row.indexOf('"', 1));
    }
    return row.substring(0, row.indexOf(','));
  }

  /** Provinces, cities and districts, each also as people shorten it. */
  private static Gazetteer divisions(Path data) {
    MemoryGazetteer names = new MemoryGazetteer();
    Path folder = data.resolve("china-division");
    division(names, folder.resolve("provinces.csv"), Component.PROVINCE);
    division(names, folder.resolve("cities.csv"), Component.CITY);
    division(names, folder.resolve("areas.csv"), Component.DISTRICT);
    return names;
  }

  private static void division(MemoryGazetteer names, Path table, Component component) {
    for (String line : lines(table).subList(1, lines(table).size())) {
      String name = line.split(",")[1].replace("\"", "");
      Component its = component;
      if (component == Component.PROVINCE && name.endsWith("市")) {
        its = Component.CITY; // 北京市, 上海市, 天津市, 重庆市 are written as cities
      }
      String shorter = name.substring(0, name.length() - 1);
      boolean may = name.length() > 2 && "省市区县".indexOf(name.charAt(name.length() - 1)) >= 0;
      if (!name.equals("市辖区") && !name.equals("县")) {
        names.add(its, name, may ? List.of(shorter) : List.of(), null);
      }
    }
  }

  private static List<String> labels() {
    try (InputStream in =
            Objects.requireNonNull(
                CompanyAddressesTest.class.getResourceAsStream("company-labels.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
