package org.shuangshi.registry.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing comes into the build unseen: {@code dependencies/taken-in.csv} says all of it. */
class DependenciesTest {
  private static final Path LIST = Path.of("../dependencies/taken-in.csv");
  private static final Path BANNED = Path.of("../dependencies/banned.csv");
  private static final Path LOCK = Path.of("../frontend/package-lock.json");
  private static final Path MADE = Path.of("target/taken-in.csv");
  private static final String INSTALLED = "node_modules/";

  /**
   * Licences that ask for no more than their text to be kept, or leave what links to them alone.
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "0BSD",
          "BlueOak-1.0.0",
          "ISC",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "MPL-2.0",
          "LGPL-2.1");

  private static final List<Dependency> all = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    all.addAll(Jars.ofClassPath().all());
    JsonNode lock = new JsonMapper().readTree(Files.readString(LOCK));
    Map<String, Dependency> packages = new TreeMap<>();
    lock.path("packages")
        .forEachEntry(
            (path, each) -> {
              if (!path.isEmpty()) {
                String name = path.substring(path.lastIndexOf(INSTALLED) + INSTALLED.length());
                String version = each.path("version").asString();
                List<String> licences =
                    List.of(each.path("license").asString("").replaceAll("[()]", "").split(" OR "));
                packages.put(name + version, new Dependency("npm", name, version, licences));
              }
            });
    all.addAll(packages.values());
  }

  @Test
  void everythingIsWrittenDown() throws IOException {
    List<String> lines = new ArrayList<>(List.of("from | name | version | licence"));
    all.forEach(each -> lines.add(each.line()));
    Files.write(MADE, lines);
    assertThat(all).hasSizeGreaterThan(100);
    assertThat(lines)
        .as(
            "What the build takes in changed. If it was meant to, in registry-service: cp %s %s",
            MADE, LIST)
        .isEqualTo(Files.readAllLines(LIST));
  }

  @Test
  void everyLicenceIsAllowed() {
    assertThat(all)
        .allSatisfy(
            each -> assertThat(each.licences()).as(each.line()).containsAnyElementsOf(ALLOWED));
  }

  @Test
  void noVersionWithAKnownHoleIsIn() throws IOException {
    List<String[]> banned =
        Files.readAllLines(BANNED).stream().skip(1).map(line -> line.split(" \\| ", 4)).toList();
    assertThat(banned).isNotEmpty().allSatisfy(line -> assertThat(line).hasSize(4));
    for (String[] line : banned) {
      assertThat(all)
          .filteredOn(each -> each.from().equals(line[0]) && each.name().equals(line[1]))
          .as("%s below %s: %s", line[1], line[2], line[3])
          .noneMatch(each -> each.isBefore(line[2]));
    }
  }

  @Test
  void versionsAreComparedAsNumbers() {
    Dependency one = new Dependency("maven", "a:b", "42.7.10", List.of());
    assertThat(one.isBefore("42.7.7")).isFalse();
    assertThat(one.isBefore("42.7.10")).isFalse();
    assertThat(one.isBefore("42.8")).isTrue();
    assertThat(one.isBefore("43.0.0")).isTrue();
  }
}
