package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.intake.load.Imports.codes;
import static org.shuangshi.intake.load.Imports.feature;
import static org.shuangshi.intake.load.Imports.square;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportSummary.FileSummary;
import org.shuangshi.intake.load.ImportSummary.Matched;

/** Rows that name a unit, a building or an address by its text, in a town of a few doors. */
class TextLinksTest {

  private static final String PEOPLE = "id,name,居住身份,现住址";
  private static final String ADDRESSES = "id,市,区县,街道/镇,路/街/巷,门牌号,小区/院落,幢,单元,室,别名";
  private static final String AT = "云江市,澄湖区,中山街道,";

  @RegisterExtension final TestDatabase database = new TestDatabase();
  @TempDir Path directory;
  private Imports imports;

  @BeforeEach
  void town() throws Exception {
    imports = new Imports(database, directory);
    imports.geojson(
        Kind.ESTATES,
        square("\"id\":\"E1\",\"name\":\"锦绣花园\",\"别名\":\"老纺织厂宿舍\"", 120.01, 30.01, 0.01));
    imports.geojson(Kind.ROADS, road("解放路"), road("R2", "和平街"));
    imports.csv(
        Kind.ADDRESSES,
        ADDRESSES,
        "AB3," + AT + "解放路,12号,锦绣花园,3幢,,,",
        "AB8," + AT + "解放路,12号,锦绣花园,8幢,,,",
        "A1," + AT + "解放路,12号,锦绣花园,3幢,2单元,502室,",
        "A2," + AT + "解放路,12号,锦绣花园,3幢,1单元,502室,",
        "A3," + AT + "解放路,12号,锦绣花园,8幢,1单元,101室,厂长楼101",
        "A4," + AT + "和平街,7号,,,,301室,",
        "A5," + AT + "解放路,14号,,,,301室,");
    imports.geojson(
        Kind.BUILDINGS,
        square("\"id\":\"B3\",\"地址编号\":\"AB3\"", 120.01, 30.01, 0.001),
        square("\"id\":\"B8\",\"地址编号\":\"AB8\"", 120.02, 30.01, 0.001),
        square("\"id\":\"B9\"", 120.03, 30.01, 0.001));
    imports.csv(
        Kind.UNITS,
        "id,building,entrance,floor,room,地址编号",
        "U1,B3,2单元,5,502,A1",
        "U2,B3,1单元,5,502,A2",
        "U3,B8,1单元,1,101,A3",
        "U4,B9,,3,301,A4",
        "U5,B9,,3,303,A5",
        "U6,B8,1单元,6,601,"); // no address of its own
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static String road(String name) {
    return road("R1", name);
  }

  private static String road(String id, String name) {
    return feature(
        "\"id\":\"" + id + "\",\"name\":\"" + name + "\"",
        "LineString",
        "[[120.0,30.0],[120.1,30.0]]");
  }

  private List<String> lives() {
    return imports.ask(
        "SELECT p.name || ' ' || u.key FROM residence r JOIN person p ON p.id = r.person_id AND upper_inf(p.recorded)"
            + " JOIN identity.unit u ON u.id = r.unit_id WHERE upper_inf(r.recorded) ORDER BY p.name");
  }

  private FileSummary people(String... addresses) throws Exception {
    List<String> lines = new ArrayList<>(List.of(PEOPLE));
    for (int i = 0; i < addresses.length; i++) {
      lines.add("P" + i + ",人" + i + ",承租人," + addresses[i]);
    }
    return imports.csv(Kind.PEOPLE, lines.toArray(String[]::new)).files().get(0);
  }

  @Test
  void oneDoorIsFoundInEveryWayOfWritingIt() throws Exception {
    FileSummary file =
        people(
            "云江市澄湖区中山街道解放路12号锦绣花园3幢2单元502室",
            "云江市澄湖区中山街道解放路１２号锦绣花园３幢２单元５０２室",
            "云江市澄湖区中山街道解放路十二号锦绣花园三栋二单元502",
            "解放路12号锦绣花园3号楼2单元502室",
            "锦绣花园3-2-502",
            "老纺织厂宿舍3幢2单元502室",
            "云江市 澄湖区 中山街道办事处 解放路12號 锦绣花园3座2門502房");
    assertThat(file.issues()).extracting(each -> each.code()).containsOnly("address.similar");
    assertThat(lives()).allMatch(each -> each.endsWith(" U1")).hasSize(7);
    assertThat(file.matched().exact()).isBetween(3L, 6L);
    assertThat(file.matched().exact() + file.matched().alike()).isEqualTo(7);
  }

  @Test
  void whatDiffersIsNamed() throws Exception {
    FileSummary file = people("解放路14号3楼301室");
    assertThat(lives()).containsExactly("人0 U5");
    assertThat(file.matched()).isEqualTo(new Matched(0, 1, 0, 0));
    Issue issue = file.issues().get(0).examples().get(0);
    assertThat(issue.severity()).isEqualTo(Severity.NOTICE);
    assertThat(issue.row()).isPositive();
    assertThat(issue.message()).contains("云江市澄湖区中山街道解放路14号301室", "层只有一方写明");
  }

  @Test
  void whatMayBeSeveralOrIsNoneIsRefusedWithWhatItMayBe() throws Exception {
    FileSummary file =
        people("锦绣花园3幢502室", "锦绣花园5幢1单元502室", "解放路13号301室", "解放路14号", "无门牌", "锦绣花园3幢2单元502室");
    assertThat(file.issues())
        .extracting(each -> each.code() + " " + each.severity() + " " + each.count())
        .contains("address.ambiguous ERROR 1", "address.unmatched ERROR 4");
    assertThat(file.issues().stream().flatMap(each -> each.examples().stream()))
        .anyMatch(
            each ->
                each.code().equals("address.ambiguous")
                    && each.message().contains("锦绣花园3幢1单元502室")
                    && each.message().contains("锦绣花园3幢2单元502室"));
    assertThat(lives()).containsExactly("人5 U1");
    assertThat(file.matched()).isEqualTo(new Matched(0, 1, 1, 4));
    assertThat(file.rejected()).isEqualTo(5);
  }

  @Test
  void numbersThatWereNotUnderstoodLeadToNoDoor() throws Exception {
    FileSummary file = people("解放路14号301室（转77号）", "解放路14号301室（二道门）");
    assertThat(lives()).containsExactly("人1 U5");
    assertThat(file.issues())
        .extracting(each -> each.code() + " " + each.count())
        .containsExactlyInAnyOrder("address.similar 1", "address.unread 2", "address.ambiguous 1");
  }

  @Test
  void formerNamesOfRoadsAndFormerTextsAndAliasesCount() throws Exception {
    imports.from(LocalDate.of(2024, 7, 1));
    imports.geojson(Kind.ROADS, road("R2", "团结街"));
    imports.csv(Kind.ADDRESSES, ADDRESSES, "A4," + AT + "团结街,7号,,,,301室,");
    FileSummary file = people("云江市澄湖区中山街道和平街7号301室", "厂长楼101", "和平街７号301", "团结街7号301室");
    assertThat(lives()).containsExactly("人0 U4", "人1 U3", "人2 U4", "人3 U4");
    assertThat(file.matched().exact()).isGreaterThanOrEqualTo(2);
    assertThat(file.rejected()).isZero();
  }

  @Test
  void aUnitWithoutAnAddressHasThatOfItsBuilding() throws Exception {
    FileSummary file = people("云江市澄湖区中山街道解放路12号锦绣花园8幢1单元601室", "锦绣花园8-1-601", "锦绣花园8-2-601");
    assertThat(lives()).containsExactly("人0 U6", "人1 U6");
    assertThat(file.matched()).isEqualTo(new Matched(1, 1, 0, 1));
  }

  @Test
  void theSameFileAgainWritesNothingAndTheKeySaysTheSameAsTheText() throws Exception {
    people("锦绣花园3-2-502", "解放路14号301室");
    String before = imports.everything();
    FileSummary again = people("锦绣花园3-2-502", "解放路14号301室");
    assertThat(again.written().unchanged()).isEqualTo(2);
    imports.csv(Kind.PEOPLE, "id,name,居住身份,unit", "P0,人0,承租人,U1", "P1,人1,承租人,U5");
    imports.csv(Kind.PEOPLE, PEOPLE, "P0,人0,承租人,锦绣花园3幢2单元502", "P1,人1,承租人,解放路14号301室");
    assertThat(imports.everything()).isEqualTo(before);
    assertThat(
            codes(
                imports.csv(
                    Kind.PEOPLE, PEOPLE, "P0,人0,承租人,锦绣花园3幢2单元502", "P0,人0,承租人,锦绣花园3-2-502")))
        .as("two ways to write one home are one row")
        .contains("row.duplicate 1");
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void takenBackNobodyLivesThere() throws Exception {
    people("解放路14号301室");
    long change = Long.parseLong(imports.ask("SELECT max(id) FROM change").get(0));
    new Undo(database.register()).run(change, "tester", "trial", BeforeCommit.nothing());
    assertThat(lives()).isEmpty();
  }

  @Test
  void aKeyThatMeansAnotherUnitInThisSourceDoesNotLeadThere() throws Exception {
    imports.source("other").csv(Kind.UNITS, "id,building,floor,room", "U5,B9,9,999");
    people("解放路14号301室");
    assertThat(
            imports.ask(
                "SELECT u.room FROM residence r JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded)"))
        .containsExactly("303");
    String before = imports.everything();
    people("解放路14号301室");
    assertThat(imports.everything()).isEqualTo(before);
  }

  @Test
  void onlyWhatStandsOnTheDayIsMeant() throws Exception {
    imports.csv(
        Kind.UNITS,
        "id,building,floor,room,地址编号,valid_from,valid_to",
        "U5,B9,3,303,A5,2024-01-01,2024-03-01");
    FileSummary file =
        imports
            .csv(
                Kind.PEOPLE,
                PEOPLE + ",moved_in,moved_out",
                "P1,早,承租人,解放路14号301室,2024-01-05,2024-02-01",
                "P2,晚,承租人,解放路14号301室,2024-04-01,")
            .files()
            .get(0);
    assertThat(lives()).containsExactly("早 U5");
    assertThat(file.issues())
        .filteredOn(each -> each.code().equals("address.unmatched"))
        .singleElement()
        .satisfies(
            each -> assertThat(each.examples().get(0).message()).contains("登记库有这个地址，但当天没有户室用它"));
  }

  @Test
  void organisationsStayUnplacedAndEvidenceDoesNot() throws Exception {
    FileSummary organisations =
        imports
            .csv(Kind.ORGANISATIONS, "id,name,经营地址", "O1,甲店,和平街7号301室", "O2,乙店,和平街9号")
            .files()
            .get(0);
    assertThat(organisations.rejected()).isZero();
    assertThat(
            imports.ask(
                "SELECT o.name || coalesce(' ' || u.key, '') FROM organisation o LEFT JOIN identity.unit u ON u.id = o.unit_id ORDER BY 1"))
        .containsExactly("乙店", "甲店 U4");
    FileSummary evidence =
        imports
            .csv(
                Kind.EVIDENCE,
                "id,地址,kind,date,finding",
                "V1,和平街7号301室,走访,2024-05-02,空置",
                "V2,和平街9号,走访,2024-05-02,空置",
                "V3,,走访,2024-05-02,空置")
            .files()
            .get(0);
    assertThat(evidence.issues())
        .extracting(each -> each.code())
        .contains("address.unmatched", "value.missing");
    assertThat(evidence.rejected()).isEqualTo(2);
  }

  @Test
  void unitsFindTheirBuildingAndAddressByText() throws Exception {
    FileSummary file =
        imports
            .csv(
                Kind.UNITS,
                "id,楼栋地址,单元,floor,room,地址",
                "U7,锦绣花园3号楼,2单元,6,602,锦绣花园3-2-602",
                "U8,锦绣花园7号楼,2单元,6,602,",
                "U9,锦绣花园八栋,1单元,1,102,厂长楼101")
            .files()
            .get(0);
    assertThat(
            imports.ask(
                "SELECT i.key || ' ' || b.key || coalesce(' ' || a.key, '') FROM unit u JOIN identity.unit i USING (id)"
                    + " JOIN identity.building b ON b.id = u.building_id LEFT JOIN identity.address a ON a.id = u.address_id"
                    + " WHERE i.key IN ('U7', 'U8', 'U9') ORDER BY 1"))
        .containsExactly("U7 B3", "U9 B8 A3");
    assertThat(file.rejected()).isEqualTo(1);
    assertThat(file.matched()).isEqualTo(new Matched(1, 2, 0, 2));
  }
}
