package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.intake.load.Imports.square;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.gis.geometry.FaultCode;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportRequest.SourceFile;

class RejectedTest {

  /** Beginnings of codes of what is said of rows; others are of files and requests. */
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:row|key|period|person|code|value|reference|residence|household|address|building|entrance|evidence|region|crs)"
              + "\\.[a-z]+(?:-[a-z]+)*|geometry\\.(?:duplicate|reduced))\"");

  private static final Set<String> OF_FILES = Set.of("key.unknown-column", "crs.missing");

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  @Test
  void everyCodeHasASuggestion() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (FaultCode each : FaultCode.values()) {
      codes.add(each.code());
    }
    for (String sources :
        List.of(
            "src/main/java/org/shuangshi/intake/load",
            "../gis/src/main/java/org/shuangshi/gis/feature")) {
      try (Stream<Path> files = Files.list(Path.of(sources))) {
        for (Path file : files.filter(each -> !each.endsWith("Suggestions.java")).toList()) {
          Matcher found = CODE.matcher(Files.readString(file));
          while (found.find()) {
            codes.add(Objects.requireNonNull(found.group(1)));
          }
        }
      }
    }
    codes.removeAll(OF_FILES);
    assertThat(new TreeSet<>(Suggestions.codes())).isEqualTo(codes);
    for (String code : codes) {
      assertThat(Suggestions.of(code, Kind.BUILDINGS)).isNotBlank().doesNotContain("--");
    }
  }

  @Test
  void theRowsComeBackInTheSameWorkbookAndGoInOnceTheyAreRight() throws Exception {
    Imports imports = new Imports(database, directory).source("rejected");
    imports.geojson(Kind.BUILDINGS, square("\"id\":\"B1\"", 120.01, 30.01, 0.001));
    Path file = directory.resolve("户室.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("户室");
      String[][] rows = {
        {"id", "building", "floor", "room", "use"},
        {"U1", "B1", "1", "101", "住宅"},
        {"U2", "B9", "2", "201", "住宅"},
        {"U3", "B1", "三", "301", "宫殿"},
        {"U4", "B9", "4", "401", "住宅"}
      };
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < rows[i].length; j++) {
          sheet.value(i, j, rows[i][j]);
        }
      }
    }
    Path rejected = write(imports, file, Kind.UNITS);
    assertThat(rejected.getFileName().toString()).isEqualTo("户室.被拒绝.xlsx");
    List<List<Object>> rows = rows(rejected);
    assertThat(rows).extracting(row -> row.get(0)).containsExactly("U2", "U3", "U4");
    assertThat(rows.get(0).get(5)).isEqualTo("reference.unknown");
    assertThat(rows.get(0).get(6).toString()).contains("B9");
    assertThat(rows.get(0).get(7)).isEqualTo(Suggestions.of("reference.unknown", Kind.UNITS));
    assertThat(rows.get(1).get(5))
        .as("all that is wrong with it")
        .isEqualTo("value.number\nvalue.unknown");

    imports.geojson(Kind.BUILDINGS, square("\"id\":\"B9\"", 120.02, 30.01, 0.001));
    ImportSummary again = imports.file(Kind.UNITS, rejected);
    assertThat(again.files().get(0).written().inserted()).isEqualTo(2);
    assertThat(again.files().get(0).ignoredColumns()).isEqualTo(Rejected.COLUMNS);
    assertThat(again.files().get(0).missing()).as("U1 is in the register alone").isEqualTo(1);

    Path left = write(imports, rejected, Kind.UNITS);
    assertThat(rows(left))
        .as("columns filled anew, not added again")
        .hasSize(1)
        .allMatch(row -> row.size() == 8);
  }

  @Test
  void aFileOfWhichAllIsWrongComesBackWhole() throws Exception {
    Imports imports = new Imports(database, directory).source("all");
    Path file =
        imports.geojsonFile(
            square("\"id\":\"B1\",\"状态\":\"梦幻\"", 120.01, 30.01, 0.001),
            Imports.feature(
                "\"id\":\"B2\"",
                "Polygon",
                "[[[120,30],[120.1,30.1],[120.1,30],[120,30.1],[120,30]]]"));
    Path rejected = write(imports, file, Kind.BUILDINGS);
    assertThat(rows(rejected))
        .extracting(row -> row.get(row.size() - 3))
        .containsExactly("value.unknown", "geometry.self-intersection");
  }

  @Test
  void aNameForEveryFormat() {
    assertThat(Rejected.fileName(Path.of("/a/楼.栋.CSV.GZ"))).isEqualTo("楼.栋.被拒绝.CSV.GZ");
    assertThat(Rejected.fileName(Path.of("a.geojson"))).isEqualTo("a.被拒绝.geojson");
    assertThat(Rejected.fileName(Path.of("a.zip"))).isEqualTo("a.被拒绝.gpkg");
    assertThat(Rejected.fileName(Path.of("a.被拒绝.csv"))).as("again").isEqualTo("a.被拒绝.csv");
    assertThat(Rejected.original("a.被拒绝")).as("of the same source").isEqualTo("a");
  }

  private Path write(Imports imports, Path file, Kind kind) throws Exception {
    Map<Long, List<Issue>> rows = new HashMap<>();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void step(String step, double share, long done) {}

          @Override
          public void issue(String name, Issue issue) {
            if (issue.severity() == Severity.ERROR) {
              rows.computeIfAbsent(issue.row(), row -> new ArrayList<>()).add(issue);
            }
          }
        };
    try {
      imports.run(List.of(new SourceFile(file, kind)), progress, BeforeCommit.nothing());
    } catch (AllRejectedException e) {
      assertThat(e.file().rows()).isEqualTo(rows.size());
    }
    Path target = directory.resolve(Rejected.fileName(file));
    Rejected.write(file, ReadOptions.DEFAULT, kind, rows, target);
    return target;
  }

  private static List<List<Object>> rows(Path file) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        List<Object> cells = new ArrayList<>(row.values());
        cells.replaceAll(cell -> cell == null ? "-" : cell);
        rows.add(cells);
      }
    }
    return rows;
  }
}
