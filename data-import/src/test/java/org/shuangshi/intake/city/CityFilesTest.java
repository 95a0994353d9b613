package org.shuangshi.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.gis.code.CitizenId;
import org.shuangshi.gis.code.CreditCode;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.FeatureSchema;

class CityFilesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private static Path directory;
  private static Figures figures;

  @BeforeAll
  static void generate(@TempDir Path shared) throws IOException {
    directory = shared;
    figures = new CityGenerator(step -> {}).generate(1000, 3, TODAY, directory.resolve("a"));
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    new CityGenerator(step -> {}).generate(1000, 3, TODAY, directory.resolve("b"));
    new CityGenerator(step -> {}).generate(1000, 4, TODAY, directory.resolve("c"));
    List<Path> files;
    try (Stream<Path> list = Files.list(directory.resolve("a"))) {
      files = list.map(Path::getFileName).sorted().toList();
    }
    assertThat(files).hasSize(14);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(directory.resolve("a").resolve(file));
      assertThat(Files.readAllBytes(directory.resolve("b").resolve(file)))
          .as("%s", file)
          .isEqualTo(bytes);
      assertThat(Files.readAllBytes(directory.resolve("c").resolve(file)))
          .as("%s", file)
          .isNotEqualTo(bytes);
    }
  }

  @Test
  void the_index_names_the_files_in_loading_order() throws IOException {
    assertThat(Files.readString(directory.resolve("a/city.json")))
        .containsSubsequence(
            "\"regions\"",
            "\"grids\"",
            "\"estates\"",
            "\"roads\"",
            "\"context\"",
            "\"addresses\"",
            "\"buildings\"",
            "\"units\"",
            "\"households\"",
            "\"people\"",
            "\"organisations\"",
            "\"evidence\"",
            "\"staff\"");
  }

  @Test
  void document_numbers_are_well_formed_and_given_once() throws IOException {
    Set<String> numbers = new HashSet<>();
    read(
        "people-1.xlsx",
        row -> {
          String number = row.text("document_number");
          if (number == null) {
            return;
          }
          assertThat(numbers.add(number)).isTrue();
          if ("CITIZEN_ID".equals(row.text("document_type"))) {
            CitizenId id = CitizenId.find(number).orElseThrow();
            assertThat(id.birthDate()).hasToString(row.text("birth_date"));
            assertThat(id.male()).isEqualTo("MALE".equals(row.text("sex")));
          }
        });
    read(
        "organisations.xlsx",
        row -> {
          String code = row.text("credit_code");
          assertThat(code != null && CreditCode.valid(code) && numbers.add(code)).isTrue();
        });
  }

  @Test
  void ages_and_vacancy_are_believable() {
    assertThat(figures.share(0, 15)).isBetween(0.13, 0.21);
    assertThat(figures.share(60, 120)).isBetween(0.15, 0.25);
    double asked =
        figures.occupied() + figures.seenEmpty() + figures.unlinked() + figures.unvisited();
    assertThat(figures.occupied() / asked).isBetween(0.65, 0.85);
    assertThat(figures.seenEmpty() / asked).isBetween(0.04, 0.16);
    assertThat(figures.unlinked() / asked).isBetween(0.03, 0.13);
    assertThat(figures.unvisited() / asked).isBetween(0.02, 0.2);
    assertThat((double) figures.floating / figures.living).isBetween(0.12, 0.3);
  }

  @Test
  void nothing_is_seen_after_today() throws IOException {
    read(
        "evidence.csv",
        row -> assertThat(LocalDate.parse(row.text("date"))).isBeforeOrEqualTo(TODAY));
  }

  @Test
  void references_lead_somewhere() throws IOException {
    Set<String> addresses = ids("addresses.csv");
    Set<String> buildings = ids("buildings.gpkg");
    Set<String> units = ids("units.csv");
    Set<String> households = ids("households.csv");
    read("buildings.gpkg", row -> assertThat(addresses).contains(row.text("address")));
    read(
        "units.csv",
        row -> {
          assertThat(addresses).contains(row.text("address"));
          assertThat(buildings).contains(row.text("building"));
        });
    read(
        "people-1.xlsx",
        row -> {
          if (row.text("unit") != null) {
            assertThat(units).contains(row.text("unit"));
          }
          if (row.text("household") != null) {
            assertThat(households).contains(row.text("household"));
          }
        });
  }

  private static Set<String> ids(String file) throws IOException {
    Set<String> ids = new HashSet<>();
    read(file, row -> assertThat(ids.add(String.valueOf(row.text("id")))).isTrue());
    return ids;
  }

  private record Row(FeatureSchema schema, Feature feature) {
    @Nullable String text(String column) {
      Object value = feature.values().get(schema.indexOf(column));
      return value == null || value.toString().isEmpty() ? null : value.toString();
    }
  }

  private static void read(String file, Consumer<Row> use) throws IOException {
    try (FeatureReader reader = FeatureFiles.open(directory.resolve("a").resolve(file), null)) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        use.accept(new Row(reader.schema(), row));
      }
    }
  }
}
