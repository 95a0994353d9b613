package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Mapped.UnknownValue;
import org.shuangshi.intake.mapping.Wish;

class UnknownWordsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  private static final String[] BUILDINGS = {
    square("\"id\":\"B1\",\"用途\":\"民宅\"", 120.01, 30.01, 0.001),
    square("\"id\":\"B2\",\"用途\":\"民宅\"", 120.02, 30.01, 0.001),
    square("\"id\":\"B3\",\"用途\":\"作坊\"", 120.03, 30.01, 0.001),
    square("\"id\":\"B4\",\"用途\":\"住宅\"", 120.04, 30.01, 0.001),
  };

  @Test
  void wordsNobodyKnowsAreCountedOnceEachAndTheFieldIsLeftEmpty() throws Exception {
    Imports imports = new Imports(database, directory).source("words");
    FileSummary file = imports.geojson(Kind.BUILDINGS, BUILDINGS).files().get(0);
    assertThat(file.rejected()).isZero();
    assertThat(file.mapped().unknown())
        .containsExactly(
            new UnknownValue("use", "民宅", 2, 1, false), new UnknownValue("use", "作坊", 1, 3, false));
    assertThat(file.issues())
        .filteredOn(issue -> issue.code().equals("value.unknown"))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.severity()).isEqualTo(Severity.WARNING);
              assertThat(issue.code()).isEqualTo("value.unknown");
              assertThat(issue.count()).as("one a word").isEqualTo(2);
              assertThat(issue.examples().get(0).message()).contains("民宅").contains("共 2 行");
            });

    Choice choice =
        new Choice(
            Map.of(), Map.of("use", Map.of("民宅", "RESIDENTIAL", "作坊", "")), null, null, null);
    FileSummary mended =
        imports.wish(new Wish(choice, null)).geojson(Kind.BUILDINGS, BUILDINGS).files().get(0);
    assertThat(mended.mapped().unknown()).isEmpty();
    assertThat(mended.issues()).noneMatch(issue -> issue.code().equals("value.unknown"));
    assertThat(mended.written().changed()).as("B1 and B2 are known now").isEqualTo(2);
  }

  @Test
  void whereAnEmptyFieldWouldSaySomethingTheRowIsRejected() throws Exception {
    Imports imports = new Imports(database, directory).source("strict");
    imports.geojson(Kind.BUILDINGS, square("\"id\":\"B1\"", 120.11, 30.01, 0.001));
    String[] lines = {
      "id,楼栋编号,层,室,用途", "U1,B1,1,101,住宅", "U2,B1,1,102,幼儿园", "U3,B1,1,103,幼儿园",
    };
    FileSummary file = imports.csv(Kind.UNITS, lines).files().get(0);
    assertThat(file.rejected()).isEqualTo(2);
    assertThat(file.mapped().unknown()).containsExactly(new UnknownValue("use", "幼儿园", 2, 3, true));
    Choice choice = new Choice(Map.of(), Map.of("use", Map.of("幼儿园", "PUBLIC")), null, null, null);
    FileSummary mended = imports.wish(new Wish(choice, null)).csv(Kind.UNITS, lines).files().get(0);
    assertThat(mended.rejected()).isZero();
  }

  @Test
  void aCodeThatIsNoneOfTheFieldIsRefused() {
    Choice choice = new Choice(Map.of(), Map.of("use", Map.of("民宅", "PALACE")), null, null, null);
    Imports imports = new Imports(database, directory).source("refused");
    assertThatThrownBy(
            () -> imports.wish(new Wish(choice, null)).geojson(Kind.BUILDINGS, BUILDINGS))
        .isInstanceOfSatisfying(
            ImportException.class,
            refused -> assertThat(refused.code()).isEqualTo("mapping.unknown-code"));
  }

  @Test
  void textsThatAreNoWordsAreToldByTheirShapeAlone() throws Exception {
    Imports imports = new Imports(database, directory).source("shapes").dryRun(true);
    StringBuilder lines = new StringBuilder("姓名,性别\n");
    for (int i = 0; i < 60; i++) {
      lines.append("张三,李").append((char) ('一' + i)).append('\n');
    }
    Path file = directory.resolve("人.csv");
    Files.write(file, lines.toString().getBytes(Charset.forName("GB18030")));
    FileSummary summary = imports.file(Kind.PEOPLE, file).files().get(0);
    assertThat(summary.mapped().encoding()).isEqualTo("GB18030");
    assertThat(summary.mapped().unknown())
        .hasSize(40)
        .allMatch(value -> value.value().equals("字字"));
    assertThat(summary.issues())
        .filteredOn(issue -> issue.code().equals("value.unknown"))
        .singleElement()
        .satisfies(issue -> assertThat(issue.count()).as("40, and the rest as one").isEqualTo(41));
    assertThat(summary.issues())
        .flatExtracting(issue -> issue.examples())
        .noneMatch(issue -> issue.message().contains("李"));
  }
}
