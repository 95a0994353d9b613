package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.FactWriter.Written;

/** 1,450 real footprints, as OpenStreetMap has them. */
@EnabledIfEnvironmentVariable(named = "REGISTRY_TEST_DATA", matches = ".+")
class ShanghaiBuildingsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  @Test
  void allAreTakenDuplicatesAreNamedAndTheSecondTimeNothingIsWritten() throws Exception {
    Path file = Path.of(System.getenv("REGISTRY_TEST_DATA"), "shanghai", "buildings.geojson");
    Imports imports = new Imports(database, directory).source("osm");
    ImportSummary first = imports.file(Kind.BUILDINGS, file);
    assertThat(first.files().get(0).rows()).isEqualTo(1450);
    assertThat(first.files().get(0).rejected()).isZero();
    assertThat(first.files().get(0).written()).isEqualTo(new Written(1450, 0, 0));
    assertThat(Imports.codes(first)).contains("geometry.duplicate 11");
    assertThat(duplicates(first)).doesNotHaveDuplicates().hasSize(11);
    assertThat(imports.count("building")).isEqualTo(1450);
    assertThat(imports.count("building WHERE name IS NOT NULL")).isEqualTo(220);
    String before = imports.everything();

    ImportSummary second = imports.from(LocalDate.of(2025, 1, 1)).file(Kind.BUILDINGS, file);
    assertThat(second.files().get(0).written()).isEqualTo(new Written(0, 0, 1450));
    assertThat(second.change()).isEmpty();
    assertThat(imports.everything()).isEqualTo(before);
  }

  /** Keys of the footprints said to be another's. */
  private static List<String> duplicates(ImportSummary summary) {
    return summary.files().get(0).issues().stream()
        .filter(issue -> issue.code().equals("geometry.duplicate"))
        .flatMap(issue -> issue.examples().stream())
        .map(issue -> String.valueOf(issue.key()))
        .toList();
  }
}
