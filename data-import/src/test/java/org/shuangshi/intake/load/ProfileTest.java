package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.ChoiceJson;
import org.shuangshi.intake.mapping.Mapped.How;
import org.shuangshi.intake.mapping.Profiles;
import org.shuangshi.intake.mapping.Profiles.Profile;
import org.shuangshi.intake.mapping.Wish;

class ProfileTest {

  private static final String NEXT = "\"id\":\"B9\",\"甲\":\"民宅\",\"乙\":7";

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  private static final Choice CHOICE =
      new Choice(
          Map.of("甲", "use", "乙", ""),
          Map.of("use", Map.of("民宅", "RESIDENTIAL")),
          null,
          null,
          null);

  @Test
  void whatWasChosenIsHowTheSourceIsReadNextTime() throws Exception {
    Imports imports = new Imports(database, directory).source("房管局");
    imports
        .wish(new Wish(CHOICE, null))
        .geojson(
            Kind.BUILDINGS,
            square("\"id\":\"B1\",\"甲\":\"民宅\",\"乙\":3,\"总层数\":6", 121.01, 30.01, 0.001));
    Profile kept = profile("房管局").orElseThrow();
    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.choice().columns())
        .as("chosen, passed over, and found beside them")
        .isEqualTo(Map.of("甲", "use", "乙", "", "总层数", "floors"));

    ImportRequest next = request("房管局", imports.geojsonFile(square(NEXT, 121.02, 30.01, 0.001)));
    ImportRequest asBefore = ProfileChoice.of(database.register(), next, null);
    assertThat(asBefore.wish()).isEqualTo(new Wish(kept.choice(), 1));
    FileSummary file = run(asBefore).files().get(0);
    assertThat(file.mapped().profile()).isEqualTo(1);
    assertThat(file.mapped().columns())
        .extracting(use -> use.header() + use.field() + use.how())
        .containsExactly("甲use" + How.CHOSEN);
    assertThat(file.mapped().unknown()).isEmpty();
    assertThat(file.issues())
        .as("a column of the profile that is not in the file is said, not refused")
        .extracting(issue -> issue.code())
        .contains("mapping.column-absent");
    assertThat(profile("房管局").orElseThrow()).as("nothing was chosen anew").isEqualTo(kept);
  }

  @Test
  void anotherChoiceIsAnotherVersionTheSameOneIsNot() throws Exception {
    Imports imports = new Imports(database, directory).source("街道");
    String row = square("\"id\":\"B1\",\"甲\":\"民宅\",\"乙\":3", 121.11, 30.01, 0.001);
    imports.wish(new Wish(CHOICE, null)).geojson(Kind.BUILDINGS, row);
    imports.wish(new Wish(CHOICE, null)).geojson(Kind.BUILDINGS, row);
    assertThat(profile("街道").orElseThrow().version()).isEqualTo(1);
    Choice other = new Choice(Map.of("乙", "floors"), Map.of(), null, null, null);
    imports.wish(new Wish(other, null)).geojson(Kind.BUILDINGS, row);
    assertThat(profile("街道").orElseThrow()).isEqualTo(new Profile(2, other));
  }

  @Test
  void whatWasNotWrittenIsNotKept() throws Exception {
    Imports imports = new Imports(database, directory).source("试").dryRun(true);
    String row = square("\"id\":\"B1\",\"甲\":\"民宅\",\"乙\":3", 121.21, 30.01, 0.001);
    imports.wish(new Wish(CHOICE, null)).geojson(Kind.BUILDINGS, row);
    assertThat(profile("试")).isEmpty();
    imports.dryRun(false).wish(Wish.NONE).geojson(Kind.BUILDINGS, row);
    assertThat(profile("试")).as("nothing was chosen").isEmpty();
  }

  @Test
  void anotherSourcesProfileIsTakenWhereItIsNamed() throws Exception {
    Imports imports = new Imports(database, directory).source("甲局");
    String row = square("\"id\":\"B1\",\"甲\":\"民宅\",\"乙\":3", 121.31, 30.01, 0.001);
    imports.wish(new Wish(CHOICE, null)).geojson(Kind.BUILDINGS, row);
    ImportRequest next = request("乙局", imports.geojsonFile(row));
    assertThat(ProfileChoice.of(database.register(), next, null)).isEqualTo(next);
    Wish named = ProfileChoice.of(database.register(), next, "甲局").wish();
    assertThat(named).isEqualTo(new Wish(CHOICE, null));
    assertThatThrownBy(() -> ProfileChoice.of(database.register(), next, "丙局"))
        .isInstanceOfSatisfying(
            ImportException.class,
            refused -> assertThat(refused.code()).isEqualTo("profile.unknown"));
  }

  @Test
  void aChoiceIsTheSameFromItsJson() {
    Choice whole =
        new Choice(
            Map.of("列\"一\"", "use", "乙", ""),
            Map.of("use", Map.of("民\n宅", "RESIDENTIAL", "x", "")),
            "GB18030",
            "楼",
            "编号");
    assertThat(ChoiceJson.read(ChoiceJson.write(whole))).isEqualTo(whole);
    assertThat(ChoiceJson.read(ChoiceJson.write(Choice.NONE))).isEqualTo(Choice.NONE);
  }

  @Test
  void whatIsAskedForNowGoesBeforeTheProfile() {
    Choice now = new Choice(Map.of("丙", "use"), Map.of("use", Map.of("民宅", "")), null, null, "号");
    assertThat(now.over(CHOICE))
        .isEqualTo(
            new Choice(
                Map.of("丙", "use", "乙", ""), Map.of("use", Map.of("民宅", "")), null, null, "号"));
  }

  private static Optional<Profile> profile(String source) throws Exception {
    try (Connection connection = database.register().connect()) {
      return Profiles.find(connection, source, Kind.BUILDINGS.name());
    }
  }

  private static ImportRequest request(String source, Path file) {
    @Nullable String none = null;
    return new ImportRequest(
        List.of(new SourceFile(file, Kind.BUILDINGS)),
        source,
        none,
        null,
        none,
        LocalDate.of(2024, 1, 1),
        "tester",
        "trial",
        false);
  }

  private static ImportSummary run(ImportRequest request) throws Exception {
    return new Importer(database.register(), TestKeys.ring()).run(request, ImportProgress.SILENT);
  }
}
