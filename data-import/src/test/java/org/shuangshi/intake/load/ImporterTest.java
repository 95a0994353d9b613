package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shuangshi.intake.load.Imports.codes;
import static org.shuangshi.intake.load.Imports.feature;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.fact.FactWriter.Written;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary.PartSummary;

/** One small town, brought in again and again in different ways. */
class ImporterTest {

  private static final String[] REGIONS = {
    square("\"id\":\"R1\",\"code\":\"330199\",\"name\":\"澄湖区\"", 120, 30, 0.1),
    square("\"id\":\"R2\",\"code\":\"330199001\",\"name\":\"中山街道\"", 120, 30, 0.1),
    square("\"id\":\"R3\",\"code\":\"330199001001\",\"name\":\"东社区\"", 120, 30, 0.05),
    square("\"id\":\"R4\",\"code\":\"330199001002\",\"name\":\"西社区\"", 120.05, 30, 0.05)
  };
  private static final String[] BUILDINGS = {
    square("\"id\":\"B1\",\"name\":\"1幢\",\"用途\":\"住宅\",\"层数\":6", 120.01, 30.01, 0.001),
    square("\"id\":\"B2\",\"name\":\"2幢\",\"用途\":\"商业\",\"层数\":2", 120.06, 30.01, 0.001)
  };
  private static final String[] UNITS = {
    "id,building,entrance,floor,room,use",
    "U1,B1,一单元,1,101室,住宅",
    "U2,B1,1单元,2,201,住宅",
    "U3,B2,,1,101,商铺"
  };

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void open() {
    imports = new Imports(database, directory);
  }

  @org.junit.jupiter.api.AfterEach
  void drop() {
    database.close();
  }

  private void town() throws Exception {
    imports.geojson(Kind.REGIONS, REGIONS);
    imports.geojson(Kind.BUILDINGS, BUILDINGS);
    imports.csv(Kind.UNITS, UNITS);
  }

  @Test
  void regionsKnowTheirLevelAndParentByTheirCode() throws Exception {
    imports.geojson(Kind.REGIONS, REGIONS);
    assertThat(
            imports.ask(
                "SELECT r.level || ' ' || coalesce(p.name, '-') FROM region r LEFT JOIN region p ON p.id = r.parent_id ORDER BY r.code"))
        .containsExactly("DISTRICT -", "STREET 澄湖区", "COMMUNITY 中山街道", "COMMUNITY 中山街道");
  }

  @Test
  void chineseHeadersAndWordsAreRead() throws Exception {
    town();
    assertThat(imports.ask("SELECT use || floors FROM building ORDER BY name"))
        .containsExactly("RESIDENTIAL6", "COMMERCIAL2");
  }

  @Test
  void unitsBringTheirEntrancesOnceAndTheirBuildingsCommunity() throws Exception {
    town();
    assertThat(imports.ask("SELECT name || ordinal FROM entrance")).containsExactly("1单元1");
    assertThat(
            imports.ask(
                "SELECT u.room || ' ' || r.name FROM unit u JOIN region r ON r.id = u.community_id ORDER BY u.building_id, u.floor"))
        .containsExactly("101 东社区", "201 东社区", "101 西社区");
  }

  @Test
  void theSameFilesAgainWriteNothing() throws Exception {
    town();
    people();
    String before = imports.everything();
    imports.from(LocalDate.of(2025, 6, 1));
    town();
    ImportSummary again = people();
    assertThat(again.change()).isEmpty();
    assertThat(again.files().get(0).written()).isEqualTo(new Written(0, 0, 2));
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void whatAFileLeavesOutIsToldAndStays() throws Exception {
    town();
    people();
    String before = imports.everything();
    imports.from(LocalDate.of(2024, 7, 1));
    ImportSummary units = imports.csv(Kind.UNITS, UNITS[0], UNITS[1], "U2,B1,1单元,二,201,住宅");
    assertThat(units.files().get(0).parts())
        .as("U3; the rejected U2 is in the file")
        .containsExactly(
            new PartSummary("entrance", new Written(0, 0, 1), 0, 0),
            new PartSummary("unit", new Written(0, 0, 1), 1, 1));
    ImportSummary people = imports.csv(Kind.PEOPLE, "id,name", "P2,乙");
    assertThat(people.files().get(0).parts())
        .extracting(PartSummary::table, PartSummary::missing)
        .contains(tuple("person", 1L));
    assertThat(imports.everything()).as("nothing differed").isEqualTo(before);
    imports.dryRun(true);
    ImportSummary earlier =
        imports.from(LocalDate.of(2023, 1, 1)).csv(Kind.UNITS, UNITS[0], UNITS[1]);
    assertThat(earlier.files().get(0).missing()).as("none was there yet on that day").isZero();
    ImportSummary other = imports.source("other").csv(Kind.PEOPLE, "id,name", "X1,丙");
    assertThat(other.files().get(0).missing()).as("of its own source alone").isZero();
  }

  @Test
  void aDryRunWritesNothingAndSaysWhatItWouldHave() throws Exception {
    town();
    String before = imports.everything();
    ImportSummary summary =
        imports.dryRun(true).csv(Kind.UNITS, "id,building,floor,room", "U9,B1,9,901");
    assertThat(summary.dryRun()).isTrue();
    assertThat(summary.files().get(0).written()).isEqualTo(new Written(1, 0, 0));
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void aChangedRowIsSoFromTheDayNamedAndWasOtherwiseBefore() throws Exception {
    town();
    ImportSummary summary =
        imports
            .from(LocalDate.of(2024, 7, 1))
            .csv(Kind.UNITS, UNITS[0], UNITS[1], UNITS[2], "U3,B2,,1,101,办公");
    assertThat(summary.files().get(0).written()).isEqualTo(new Written(0, 1, 2));
    assertThat(
            imports.ask(
                "SELECT use || valid::text FROM unit WHERE upper_inf(recorded) AND room = '101' AND entrance_id IS NULL ORDER BY valid"))
        .containsExactly("SHOP[2024-01-01,2024-07-01)", "OFFICE[2024-07-01,)");
    assertThat(imports.count("unit WHERE closed_by IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void peopleBringTheirResidencesAndOccupancyFollows() throws Exception {
    town();
    people();
    assertThat(
            imports.ask(
                "SELECT u.room || ' ' || o.state || coalesce(' ' || o.basis, '') FROM unit_occupancy o JOIN unit u ON u.id = o.unit_id"
                    + " WHERE o.valid @> DATE '2024-06-01' ORDER BY u.building_id, u.floor"))
        .containsExactly("101 OCCUPIED OWN", "201 UNVISITED", "101 UNVISITED");
    imports.csv(
        Kind.EVIDENCE,
        "id,unit,kind,date,finding",
        "E1,U2,走访,2024-05-02,空置",
        "E2,U1,走访,2024/5/3,空置");
    assertThat(
            imports.ask(
                "SELECT o.state || o.contradiction FROM unit_occupancy o JOIN unit u ON u.id = o.unit_id"
                    + " WHERE o.valid @> DATE '2024-06-01' ORDER BY u.building_id, u.floor"))
        .containsExactly("OCCUPIEDtrue", "VERIFIED_VACANTfalse", "UNVISITEDfalse");
  }

  @Test
  void peopleAreRegisteredAtTheUnitWhoseAddressTheyNameWhicheverComesFirst() throws Exception {
    String header = "id,name,户籍地址,证件类型,证件号码,出生日期";
    String registered =
        "SELECT p.name || coalesce(' ' || u.key, '') FROM person p LEFT JOIN identity.unit u ON u.id = p.registered_unit_id"
            + " WHERE upper_inf(p.recorded) ORDER BY p.name";
    imports.geojson(Kind.REGIONS, REGIONS);
    imports.geojson(Kind.BUILDINGS, BUILDINGS);
    imports.csv(Kind.PEOPLE, header, "P1,早,云江市解放路1号101室,,,", "P2,远,别处,,,");
    assertThat(imports.ask(registered)).containsExactly("早", "远");
    imports.csv(Kind.ADDRESSES, "id,市,路/街/巷,门牌号,室", "A1,云江市,解放路,1号,101室", "A2,云江市,解放路,1号,201室");
    imports.csv(
        Kind.UNITS,
        "id,building,entrance,floor,room,use,address",
        "U1,B1,,1,101,住宅,A1",
        "U2,B1,,2,201,住宅,A2");
    assertThat(imports.ask(registered)).as("units come after people").containsExactly("早 U1", "远");
    ImportSummary later =
        imports.csv(
            Kind.PEOPLE,
            header,
            "P3,晚,云江市解放路1号201室,护照,E1-2,",
            "P4,假,云江市解放路1号201室,身份证,110105194912310021,",
            "P5,未,云江市解放路1号201室,,,2199-01-01");
    assertThat(imports.ask(registered)).containsExactly("早 U1", "晚 U2", "远");
    assertThat(codes(later))
        .contains("code.document 1", "code.citizen-id 1", "person.born-later 1");
    imports
        .from(LocalDate.of(2024, 7, 1))
        .csv(Kind.ADDRESSES, "id,市,路/街/巷,门牌号,室", "A2,云江市,新解放路,1号,201室");
    imports.csv(Kind.PEOPLE, header, "P6,新,云江市新解放路1号201室,,,", "P7,旧,云江市解放路1号201室,,,");
    assertThat(imports.ask(registered))
        .as("by the text of today and by that of before")
        .containsExactlyInAnyOrder("早 U1", "晚 U2", "远", "新 U2", "旧 U2");
    assertThat(imports.count("person WHERE closed_by IS NOT NULL")).as("no version of it").isZero();
  }

  @Test
  void aVisitBroughtInAgainIsCorrectedAndOccupancyFollows() throws Exception {
    town();
    String header = "id,unit,kind,date,finding";
    imports.csv(Kind.EVIDENCE, header, "E1,U2,VISIT,2024-05-02,EMPTY");
    ImportSummary earlier = imports.csv(Kind.EVIDENCE, header, "E1,U2,VISIT,2024-04-20,EMPTY");
    assertThat(earlier.files().get(0).written()).isEqualTo(new Written(0, 1, 0));
    assertThat(evidence()).containsExactly("201 2024-04-20 EMPTY");
    assertThat(periods())
        .containsExactly(
            "201 [2024-01-01,2024-04-20) UNVISITED", "201 [2024-04-20,) VERIFIED_VACANT");
    imports.csv(Kind.EVIDENCE, header, "E1,U2,VISIT,2024-06-01,EMPTY");
    assertThat(evidence()).containsExactly("201 2024-06-01 EMPTY");
    assertThat(periods())
        .containsExactly(
            "201 [2024-01-01,2024-06-01) UNVISITED", "201 [2024-06-01,) VERIFIED_VACANT");
    // Another finding, then another unit: the unit it no longer speaks of is derived anew too.
    imports.csv(Kind.EVIDENCE, header, "E1,U2,VISIT,2024-06-01,NO_ANSWER");
    assertThat(evidence()).containsExactly("201 2024-06-01 NO_ANSWER");
    assertThat(periods())
        .containsExactly("201 [2024-01-01,2024-06-01) UNVISITED", "201 [2024-06-01,) UNLINKED");
    imports.csv(Kind.EVIDENCE, header, "E1,U1,VISIT,2024-06-01,EMPTY");
    assertThat(evidence()).containsExactly("101 2024-06-01 EMPTY");
    assertThat(periods()).containsExactly("201 [2024-01-01,) UNVISITED");
    // Nothing of it is forgotten: five statements, four of them no longer believed.
    assertThat(imports.count("evidence")).isEqualTo(5);
    assertThat(imports.count("evidence WHERE closed_by IS NULL")).isEqualTo(1);
  }

  private List<String> evidence() {
    return imports.ask(
        "SELECT u.room || ' ' || e.seen_on || ' ' || e.finding FROM evidence e JOIN unit u ON u.id = e.unit_id"
            + " WHERE upper_inf(e.recorded)");
  }

  private List<String> periods() {
    return imports.ask(
        "SELECT u.room || ' ' || o.valid || ' ' || o.state FROM unit_occupancy o JOIN unit u ON u.id = o.unit_id"
            + " WHERE u.room = '201' ORDER BY o.valid");
  }

  @Test
  void anotherDayOfMovingInCorrectsTheResidence() throws Exception {
    town();
    people();
    imports.csv(Kind.PEOPLE, "id,name,unit,role,moved_in", "P1,甲,U1,OWNER,2021-05-01");
    assertThat(
            imports.ask(
                "SELECT r.valid::text FROM residence r JOIN person p ON p.id = r.person_id AND upper_inf(p.recorded)"
                    + " WHERE upper_inf(r.recorded) AND p.name = '甲'"))
        .containsExactly("[2021-05-01,)");
  }

  private ImportSummary people() throws Exception {
    return imports.csv(
        Kind.PEOPLE,
        "id,姓名,unit,role,relation,moved_in,证件类型,证件号码",
        "P1,甲,U1,业主,户主,2020-01-01,身份证,11010519491231002x",
        "P2,乙,,,,,,");
  }

  @Test
  void regionsThatComeLaterGiveWhatLiesInThemItsCommunity() throws Exception {
    ImportSummary early = imports.geojson(Kind.BUILDINGS, BUILDINGS);
    assertThat(codes(early)).contains("region.outside 2");
    imports.csv(Kind.UNITS, UNITS);
    people();
    long versions = imports.count("building");
    imports.geojson(Kind.REGIONS, REGIONS);
    assertThat(imports.count("building WHERE community_id IS NULL")).isZero();
    assertThat(imports.count("unit WHERE community_id IS NULL")).isZero();
    assertThat(imports.count("residence WHERE community_id IS NULL")).isZero();
    assertThat(imports.count("building")).isEqualTo(versions);
  }

  @Test
  void onASharedEdgeTheSmallestIdWins() throws Exception {
    imports.geojson(Kind.REGIONS, REGIONS);
    imports.csv(Kind.ADDRESSES, "id,road,door_number,lon,lat", "A1,解放路,12,120.05,30.02");
    assertThat(imports.ask("SELECT r.name FROM address a JOIN region r ON r.id = a.community_id"))
        .containsExactly("东社区");
  }

  @Test
  void theOfficialTextIsComposedAndAnotherTextBecomesAnAlias() throws Exception {
    ImportSummary summary =
        imports.csv(
            Kind.ADDRESSES, "id,市,区县,街道/镇,路/街/巷,门牌号,幢,标准地址", "A1,云江市,澄湖区,中山街道,解放路,１２,3栋,解放路12号3栋");
    assertThat(imports.ask("SELECT text || array_to_string(aliases, ';') FROM address"))
        .containsExactly("云江市澄湖区中山街道解放路12号3幢解放路12号3栋");
    assertThat(codes(summary)).contains("address.text-differs 1");
  }

  @Test
  void aTextAnotherAddressOfTheRegisterHasGoesInWithAWarning() throws Exception {
    String header = "id,市,路/街/巷,门牌号";
    imports.csv(Kind.ADDRESSES, header, "A1,云江市,解放路,12号", "A2,云江市,解放路,14号");
    ImportSummary again = imports.csv(Kind.ADDRESSES, header, "A1,云江市,解放路,12号", "A2,云江市,解放路,14号");
    assertThat(codes(again)).isEmpty();
    ImportSummary other =
        imports.source("民政").csv(Kind.ADDRESSES, header, "X1,云江市,解放路,12号", "X2,云江市,解放路,16号");
    assertThat(codes(other)).containsExactly("address.text-taken 1");
    assertThat(other.files().get(0).written()).isEqualTo(new Written(2, 0, 0));
  }

  @Test
  void gridsAndStaffAreTiedByCode() throws Exception {
    imports.geojson(Kind.REGIONS, REGIONS);
    imports.geojson(
        Kind.GRIDS,
        square("\"id\":\"G1\",\"code\":\"330199001001012\",\"name\":\"第12网格\"", 120, 30, 0.05));
    imports.csv(Kind.STAFF, "id,grid,role,name", "S1,330199001001012,网格长,丙");
    assertThat(
            imports.ask(
                "SELECT g.number || r.name || s.role FROM staff_post s JOIN grid g ON g.id = s.grid_id JOIN region r ON r.id = g.community_id"))
        .containsExactly("12东社区LEADER");
  }

  @Test
  void aSetIsOneTransactionUnderOneChange() throws Exception {
    ImportSummary summary =
        imports.files(
            List.of(
                new SourceFile(imports.geojsonFile(REGIONS), Kind.REGIONS),
                new SourceFile(imports.geojsonFile(BUILDINGS), Kind.BUILDINGS),
                new SourceFile(imports.write(".csv", String.join("\n", UNITS)), Kind.UNITS)));
    assertThat(summary.files()).hasSize(3);
    assertThat(imports.count("change")).isEqualTo(1);
    assertThat(imports.count("unit_occupancy")).isEqualTo(3);
  }

  @Test
  void piecesOfARoadKeepTheirKeysWhicheverDayTheyComeIn() throws Exception {
    String[] pieces = {
      feature("\"id\":7,\"kind\":\"major_road\"", "LineString", "[[120,30],[120.01,30]]"),
      feature("\"id\":7,\"kind\":\"major_road\"", "LineString", "[[120.01,30],[120.02,30]]")
    };
    ImportSummary first = imports.geojson(Kind.ROADS, pieces);
    assertThat(codes(first)).containsExactly("key.shared 1");
    ImportSummary again = imports.from(LocalDate.of(2024, 2, 2)).geojson(Kind.ROADS, pieces);
    assertThat(again.files().get(0).written()).isEqualTo(new Written(0, 0, 2));
    assertThat(imports.ask("SELECT DISTINCT class FROM road")).containsExactly("ARTERIAL");
  }
}
