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
import org.shuangshi.intake.load.ImportSummary.FileSummary;

/** Buildings and addresses that know of each other by where they lie and what they say. */
class PositionLinksTest {

  private static final String ADDRESSES = "id,市,路/街/巷,门牌号,小区/院落,幢,室,lon,lat";

  /** Of a square; 0.0005 degrees of latitude are 55 m. */
  private static final double SIDE = 0.0005;

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void open() {
    imports = new Imports(database, directory);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static String building(String id, String name, double west, double south) {
    return square("\"id\":\"" + id + "\",\"name\":\"" + name + "\"", west, south, SIDE);
  }

  private List<String> addressed() {
    return imports.ask(
        "SELECT i.key || coalesce(' ' || a.key, '') FROM building b JOIN identity.building i USING (id)"
            + " LEFT JOIN identity.address a ON a.id = b.address_id WHERE upper_inf(b.recorded) ORDER BY i.key");
  }

  @Test
  void theOnlyAddressInABuildingIsItsAddress() throws Exception {
    imports.csv(
        Kind.ADDRESSES,
        ADDRESSES,
        "A1,云江市,解放路,12号,,,,120.0102,30.0102",
        "A2,云江市,解放路,12号,,,101室,120.0102,30.0102", // a room is not a building
        "A3,云江市,解放路,14号,,,,120.0202,30.0102",
        "A4,云江市,解放路,16号,,,,120.0203,30.0102", // two doors: nobody can say which
        "A5,云江市,解放路,18号,,,,120.0304,30.0104"); // in two footprints
    FileSummary file =
        imports
            .geojson(
                Kind.BUILDINGS,
                building("B1", "x", 120.01, 30.01),
                building("B2", "x", 120.02, 30.01),
                building("B3", "x", 120.03, 30.01),
                building("B4", "x", 120.0302, 30.01))
            .files()
            .get(0);
    assertThat(addressed()).containsExactly("B1 A1", "B2", "B3", "B4");
    assertThat(file.issues())
        .extracting(each -> each.code())
        .doesNotContain("building.address-near");
    String before = imports.everything();
    imports.geojson(
        Kind.BUILDINGS,
        building("B1", "x", 120.01, 30.01),
        building("B2", "x", 120.02, 30.01),
        building("B3", "x", 120.03, 30.01),
        building("B4", "x", 120.0302, 30.01));
    assertThat(imports.everything()).as("the same file again").isEqualTo(before);
  }

  @Test
  void anAddressBesideABuildingIsItsWhereTheNumbersAgree() throws Exception {
    imports.csv(
        Kind.ADDRESSES,
        ADDRESSES,
        "A1,云江市,解放路,12号,锦绣花园,3幢,,120.0100,30.0099", // 11 m south of B1
        "A2,云江市,解放路,12号,锦绣花园,5幢,,120.0200,30.0099", // another number
        "A3,云江市,解放路,12号,锦绣花园,6幢,,120.0302,30.0095"); // 55 m
    ImportSummary summary =
        imports.geojson(
            Kind.BUILDINGS,
            building("B1", "3号楼", 120.01, 30.01),
            building("B2", "4幢", 120.02, 30.01),
            building("B3", "6幢", 120.03, 30.01));
    assertThat(addressed()).containsExactly("B1 A1", "B2", "B3");
    assertThat(codes(summary)).contains("building.address-near 1");
    Issue issue =
        summary.files().get(0).issues().stream()
            .flatMap(each -> each.examples().stream())
            .filter(each -> each.code().equals("building.address-near"))
            .findFirst()
            .orElseThrow();
    assertThat(issue.message()).contains("云江市解放路12号锦绣花园3幢", "相距 11 米");
    assertThat(issue.lon()).isEqualTo(120.0100);
  }

  @Test
  void contradictionsOfTextAndPlaceAreSaid() throws Exception {
    imports.csv(
        Kind.ADDRESSES,
        ADDRESSES,
        "A1,云江市,解放路,12号,锦绣花园,3幢,,120.0102,30.0102",
        "A2,云江市,解放路,12号,锦绣花园,4幢,,120.0302,30.0102");
    ImportSummary buildings =
        imports.geojson(
            Kind.BUILDINGS,
            square("\"id\":\"B1\",\"地址编号\":\"A1\"", 120.01, 30.01, SIDE),
            square("\"id\":\"B2\",\"地址\":\"锦绣花园四栋\"", 120.02, 30.01, SIDE));
    assertThat(addressed()).as("taken, and said").containsExactly("B1 A1", "B2 A2");
    assertThat(codes(buildings)).contains("building.address-far 1", "address.similar 1");
    ImportSummary addresses =
        imports.csv(
            Kind.ADDRESSES,
            ADDRESSES,
            "A7,云江市,解放路,12号,锦绣花园,7幢,,120.0103,30.0103",
            "A8,云江市,解放路,12号,柳林小区,8幢,,120.0103,30.0103");
    assertThat(codes(addresses)).contains("address.other-building 1");
    assertThat(addresses.files().get(0).rejected()).isZero();
  }

  @Test
  void aTextLeadsToTheBuildingItsAddressLiesIn() throws Exception {
    imports.csv(
        Kind.ADDRESSES,
        ADDRESSES,
        "A1,云江市,解放路,12号,,,,120.0102,30.0102",
        "A2,云江市,解放路,14号,,,,120.0103,30.0102");
    imports.geojson(Kind.BUILDINGS, building("B1", "x", 120.01, 30.01));
    assertThat(addressed()).as("two doors").containsExactly("B1");
    imports.csv(
        Kind.UNITS, "id,楼栋地址,floor,room", "U1,解放路12号,1,101", "U2,解放路14号,1,102", "U3,解放路16号,1,103");
    assertThat(imports.ask("SELECT room FROM unit ORDER BY room")).containsExactly("101", "102");
  }

  @Test
  void anAddressThatIsAllTextIsReadIntoItsParts() throws Exception {
    ImportSummary summary =
        imports.csv(
            Kind.ADDRESSES,
            "id,地址",
            "A1,云江市澄湖区解放路十二号3栋二单元502",
            "A2,云江市澄湖区解放路14号（旧77号）",
            "A3,云江市澄湖区解放路16号（后院）");
    assertThat(imports.ask("SELECT text FROM address ORDER BY text"))
        .containsExactly("云江市澄湖区解放路12号3幢2单元502室", "云江市澄湖区解放路16号");
    assertThat(imports.ask("SELECT aliases[1] FROM address WHERE room IS NOT NULL"))
        .containsExactly("云江市澄湖区解放路十二号3栋二单元502");
    assertThat(summary.files().get(0).rejected()).isEqualTo(1);
    assertThat(codes(summary))
        .as("of the refused one no text is kept")
        .contains("address.unread 2", "address.text-differs 2");
  }
}
