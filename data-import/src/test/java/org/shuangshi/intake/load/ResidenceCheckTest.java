package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.intake.load.Imports.codes;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;

/** A person has one main residence at a time, a household one head; a row that says else is out. */
class ResidenceCheckTest {
  private static final String HEADER =
      "id,name,unit,household,role,relation,main,moved_in,moved_out";

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void aHouseOfThreeUnits() throws Exception {
    imports = new Imports(database, directory);
    imports.geojson(Kind.BUILDINGS, square("\"id\":\"B1\",\"name\":\"1幢\"", 120.01, 30.01, 0.001));
    imports.csv(Kind.UNITS, "id,building,floor,room", "U1,B1,1,101", "U2,B1,1,102", "U3,B1,1,103");
    imports.csv(Kind.HOUSEHOLDS, "id,unit", "H1,U1", "H2,U2");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private ImportSummary people(String... rows) throws Exception {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return imports.csv(Kind.PEOPLE, lines);
  }

  /** Who lives where and when, mains with a star, heads with the household. */
  private List<String> residences() {
    return imports.ask(
        "SELECT p.name || ' ' || u.room || ' ' || r.valid || CASE WHEN r.main THEN ' *' ELSE '' END"
            + " || CASE WHEN r.relation = 'HEAD' THEN ' ' || h.key ELSE '' END FROM residence r"
            + " JOIN person p ON p.id = r.person_id AND upper_inf(p.recorded)"
            + " JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded)"
            + " LEFT JOIN identity.household h ON h.id = r.household_id"
            + " WHERE upper_inf(r.recorded) ORDER BY 1");
  }

  @Test
  void ofTwoMainsOfAFileTheEarlierRowStands() throws Exception {
    ImportSummary summary =
        people(
            "P1,甲,U1,,OWNER,,,2020-01-01,",
            "P1,甲,U2,,OWNER,,,2021-01-01,2022-01-01",
            "P1,甲,U3,,OWNER,,否,2021-01-01,",
            "P2,乙,U2,,OWNER,,,2020-01-01,2021-01-01",
            "P2,乙,U3,,OWNER,,,2021-01-01,");
    assertThat(codes(summary)).containsExactly("residence.two-mains 1");
    assertThat(summary.files().get(0).rejected()).isEqualTo(1);
    assertThat(summary.files().get(0).issues().get(0).examples().get(0).message())
        .isEqualTo("这些日子此人在文件第 2 行已有主要居所，同一天只能有一处");
    assertThat(residences())
        .containsExactly(
            "乙 102 [2020-01-01,2021-01-01) *",
            "乙 103 [2021-01-01,) *",
            "甲 101 [2020-01-01,) *",
            "甲 103 [2021-01-01,)");
  }

  @Test
  void aRowBesideARejectedOneStands() throws Exception {
    ImportSummary summary =
        people(
            "P1,甲,U1,,OWNER,,,2020-01-01,2021-06-01",
            "P1,甲,U2,,OWNER,,,2021-01-01,2022-06-01",
            "P1,甲,U3,,OWNER,,,2022-01-01,");
    assertThat(codes(summary)).containsExactly("residence.two-mains 1");
    assertThat(residences())
        .containsExactly("甲 101 [2020-01-01,2021-06-01) *", "甲 103 [2022-01-01,) *");
  }

  @Test
  void whatTheRegisterHasStands() throws Exception {
    people("P1,甲,U1,H1,OWNER,HEAD,,2020-01-01,", "P2,乙,U2,H2,OWNER,HEAD,,2020-01-01,");
    ImportSummary summary =
        people(
            "P1,甲,U3,,OWNER,,,2023-01-01,",
            "P3,丙,U1,H1,TENANT,HEAD,,2023-01-01,",
            "P4,丁,U1,H1,FAMILY,CHILD,,2023-01-01,");
    assertThat(codes(summary))
        .containsExactlyInAnyOrder("residence.two-mains 1", "household.two-heads 1");
    assertThat(residences())
        .containsExactly(
            "丁 101 [2023-01-01,) *", "乙 102 [2020-01-01,) * H2", "甲 101 [2020-01-01,) * H1");
  }

  @Test
  void movingOutAndInIsNoContradiction() throws Exception {
    people("P1,甲,U1,H1,OWNER,HEAD,,2020-01-01,");
    ImportSummary summary =
        people(
            "P1,甲,U2,H2,OWNER,HEAD,,2024-06-01,",
            "P1,甲,U1,H1,OWNER,HEAD,,2020-01-01,2024-06-01",
            "P2,乙,U1,H1,TENANT,HEAD,,2024-06-01,");
    assertThat(codes(summary)).isEmpty();
    assertThat(residences())
        .containsExactly(
            "乙 101 [2024-06-01,) * H1",
            "甲 101 [2020-01-01,2024-06-01) * H1",
            "甲 102 [2024-06-01,) * H2");
    assertThat(codes(people("P1,甲,U1,H1,OWNER,HEAD,,2020-01-01,2024-06-01"))).isEmpty();
  }

  @Test
  void whoDidNotMoveOutAfterAllCannotMoveIn() throws Exception {
    people("P1,甲,U1,,OWNER,,,2020-01-01,", "P2,乙,U1,H1,FAMILY,HEAD,,2020-01-01,");
    ImportSummary summary =
        people(
            "P1,甲,U1,H1,OWNER,HEAD,,2020-01-01,2024-06-01",
            "P1,甲,U2,,OWNER,,,2024-06-01,",
            "P3,丙,,,,,,,");
    assertThat(codes(summary))
        .containsExactlyInAnyOrder("household.two-heads 1", "residence.two-mains 1");
    assertThat(residences()).containsExactly("乙 101 [2020-01-01,) * H1", "甲 101 [2020-01-01,) *");
  }
}
