package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportRequest.SourceFile;

/**
 * A grid of 40 lived-in units in 40 houses of one community: batches at the edge of what is usual.
 */
class AnomaliesTest {

  private static final int HOUSES = 40;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void town() throws Exception {
    imports = new Imports(database, directory);
    imports.geojson(
        Kind.REGIONS,
        square("\"id\":\"R1\",\"code\":\"330199\",\"name\":\"澄湖区\"", 120, 30, 0.2),
        square("\"id\":\"R2\",\"code\":\"330199001\",\"name\":\"中山街道\"", 120, 30, 0.2),
        square("\"id\":\"R3\",\"code\":\"330199001001\",\"name\":\"东社区\"", 120, 30, 0.2));
    imports.geojson(
        Kind.GRIDS,
        square("\"id\":\"G1\",\"code\":\"330199001001001\",\"name\":\"第一网格\"", 120, 30, 0.2));
    buildings(house -> house(house, 0, "住宅", ""));
    csv(Kind.UNITS, "id,building,floor,room", house -> "U%d,B%d,1,101".formatted(house, house));
    people(HOUSES + 1, "2024-06-01");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aQuarterMayMoveOutButNotAThird() throws Exception {
    assertThat(people(12, "2024-06-01").anomalies()).as("12 of 40 are 30 %").isEmpty();
    imports.dryRun(true);
    Anomaly found = only(people(21, "2024-06-01"));
    assertThat(found.code()).isEqualTo("anomaly.units-vacated");
    assertThat(found.placeCode()).isEqualTo("330199001001001");
    assertThat(found.placeName()).isEqualTo("第一网格");
    assertThat(found.limit()).isEqualTo(30);
    assertThat(found.figure()).as("another 9 of the 28 that are left").isBetween(32.1, 32.2);
    assertThat(found.message()).contains("28 户").contains("9 户").contains("32%");
  }

  @Test
  void whoIsToMoveOutNextMonthIsSeenToday() throws Exception {
    imports.dryRun(true);
    assertThat(people(12, today.plusMonths(1).toString()).anomalies()).isEmpty();
    assertThat(only(people(13, today.plusMonths(1).toString())).figure()).isEqualTo(32.5);
    assertThat(people(13, today.toString()).anomalies()).hasSize(1);
  }

  @Test
  void whatIsOutOfTheOrdinaryWaitsForAYes() throws Exception {
    String before = imports.everything();
    AnomalousException refused =
        catchThrowableOfType(AnomalousException.class, () -> people(20, "2024-06-01"));
    assertThat(refused.code()).isEqualTo("import.anomalous");
    assertThat(refused.summary().anomalies()).hasSize(1);
    assertThat(imports.everything()).isEqualTo(before);

    imports.accept(true);
    ImportSummary written = people(20, "2024-06-01");
    assertThat(written.anomalies()).isEqualTo(refused.summary().anomalies());
    assertThat(imports.count("unit_occupancy WHERE state = 'OCCUPIED' AND upper_inf(valid)"))
        .isEqualTo(HOUSES - 20);
    assertThat(people(20, "2024-06-01").anomalies()).as("said already").isEmpty();
  }

  @Test
  void aStreetInAnotherSystemIsNoticedButFourHousesAreNot() throws Exception {
    imports.dryRun(true);
    assertThat(buildings(house -> house(house, house <= 4 ? 0.004 : 0, "住宅", "")).anomalies())
        .isEmpty();
    assertThat(buildings(house -> house(house, 0.0004, "住宅", "")).anomalies()).as("38 m").isEmpty();
    Anomaly found = only(buildings(house -> house(house, 0.0036, "住宅", "")));
    assertThat(found.code()).isEqualTo("anomaly.buildings-moved");
    assertThat(found.placeName()).isEqualTo("中山街道");
    assertThat(found.figure()).isBetween(345.0, 350.0);
    assertThat(found.message()).contains("40 栋").contains("坐标系");
    assertThat(buildings(house -> house(house, house <= 21 ? 0.0001 : 0.01, "住宅", "")).anomalies())
        .as("more than half of them are where they were, nearly")
        .isEmpty();
  }

  @Test
  void aTenthOfTheHousesMayGoOrServeAnotherUse() throws Exception {
    imports.dryRun(true);
    assertThat(buildings(house -> house(house, 0, house <= 4 ? "商业" : "住宅", "")).anomalies())
        .isEmpty();
    Anomaly other = only(buildings(house -> house(house, 0, house <= 5 ? "商业" : "住宅", "")));
    assertThat(other.code()).isEqualTo("anomaly.buildings-altered");
    assertThat(other.placeName()).isEqualTo("东社区");
    assertThat(other.figure()).isEqualTo(12.5);
    String next = today.plusDays(20).toString();
    assertThat(only(buildings(h -> house(h, 0, "住宅", h <= 5 ? next : ""))).figure())
        .isEqualTo(12.5);
    assertThat(
            only(imports.geojson(
                    Kind.BUILDINGS,
                    IntStream.rangeClosed(1, 6)
                        .mapToObj(
                            h -> house(h, 0, "住宅", "").replace("\"id\"", "\"状态\":\"已拆除\",\"id\""))
                        .toArray(String[]::new)))
                .figure())
        .as("six of forty, in a file of six")
        .isEqualTo(15);
  }

  @Test
  void aUseThatWasNotKnownIsNotAnotherOne() throws Exception {
    imports
        .source("other")
        .geojson(
            Kind.BUILDINGS,
            IntStream.rangeClosed(1, 30)
                .mapToObj(
                    h -> square("\"id\":\"X%d\"".formatted(h), 120.1 + h * 0.002, 30.1, 0.001))
                .toArray(String[]::new));
    assertThat(
            imports
                .geojson(
                    Kind.BUILDINGS,
                    IntStream.rangeClosed(1, 30)
                        .mapToObj(
                            h ->
                                square(
                                    "\"id\":\"X%d\",\"用途\":\"商业\"".formatted(h),
                                    120.1 + h * 0.002,
                                    30.1,
                                    0.001))
                        .toArray(String[]::new))
                .anomalies())
        .isEmpty();
  }

  @Test
  void theLimitsAreSettings() throws Exception {
    imports.dryRun(true);
    database.execute("UPDATE setting SET value = '80' WHERE name = 'import.vacated_percent'");
    assertThat(people(30, "2024-06-01").anomalies()).isEmpty();
    database.execute(
        "UPDATE setting SET value = '2' WHERE name = 'import.vacated_percent';"
            + " UPDATE setting SET value = '41' WHERE name = 'import.vacated_least_units'");
    assertThat(people(30, "2024-06-01").anomalies()).isEmpty();
    database.execute("UPDATE setting SET value = '40' WHERE name = 'import.vacated_least_units'");
    assertThat(people(1, "2024-06-01").anomalies()).hasSize(1);
  }

  private static Anomaly only(ImportSummary summary) {
    assertThat(summary.anomalies()).hasSize(1);
    return summary.anomalies().get(0);
  }

  private static String house(int number, double east, String use, String until) {
    return square(
        "\"id\":\"B%d\",\"用途\":\"%s\",\"valid_to\":\"%s\"".formatted(number, use, until),
        120.001 + number % 10 * 0.003 + east,
        30.001 + Math.floorDiv(number, 10) * 0.003,
        0.001);
  }

  private ImportSummary buildings(IntFunction<String> house) throws Exception {
    return imports.geojson(
        Kind.BUILDINGS, IntStream.rangeClosed(1, HOUSES).mapToObj(house).toArray(String[]::new));
  }

  /** Those of the first so many houses have moved out; of more houses than there are: nobody. */
  private ImportSummary people(int gone, String out) throws Exception {
    return csv(
        Kind.PEOPLE,
        "id,name,unit,role,moved_in,moved_out",
        house ->
            "P%d,甲,U%d,OWNER,2024-02-01,%s"
                .formatted(house, house, gone <= HOUSES && house <= gone ? out : ""));
  }

  private ImportSummary csv(Kind kind, String header, IntFunction<String> line) throws Exception {
    String lines =
        IntStream.rangeClosed(1, HOUSES).mapToObj(line).collect(Collectors.joining("\n"));
    return imports.files(
        List.of(new SourceFile(imports.write(".csv", header + "\n" + lines + "\n"), kind)));
  }
}
