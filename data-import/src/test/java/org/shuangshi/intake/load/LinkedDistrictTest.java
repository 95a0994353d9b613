package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.load.ImportSummary.Matched;

/**
 * A made-up district: people say where they live in the ways people do, some of them a door that is
 * not there. Every link is compared with where they were put; one wrong door fails.
 */
class LinkedDistrictTest {

  private static final int PEOPLE = 4000;
  private static final double LEAST_LINKED = 0.9;
  private static final String AT = "云江市,澄湖区,";
  private static final List<String> STREETS = List.of("中山街道", "滨河街道");
  private static final List<String> ROADS = List.of("解放路", "和平街", "学院路", "二七路", "柳林巷", "东风大道");
  private static final List<String> ESTATES = List.of("锦绣花园", "柳林小区", "光明新村", "翡翠湾", "教师公寓", "锦绣苑");
  private static final List<String> CHINESE =
      List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

  /** Where somebody lives. */
  private record Home(
      String street,
      String road,
      int door,
      String estate,
      int building,
      int entrance,
      String room) {

    String official() {
      return "云江市澄湖区" + street + road + door + "号" + estate + building + "幢" + entrance + "单元"
          + room + "室";
    }
  }

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir Path directory;

  private final Random random = new Random(20);
  private final List<Home> homes = new ArrayList<>();

  @Test
  void everyLinkLeadsToTheRightDoor() throws Exception {
    Imports imports = new Imports(database, directory).source("district");
    bring(imports);
    List<String> lines = new ArrayList<>(List.of("id,name,居住身份,现住址"));
    Map<String, String> truth = new HashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      int at = random.nextInt(homes.size());
      boolean elsewhere = random.nextInt(20) == 0;
      truth.put("P" + i, elsewhere ? "nowhere" : "U" + at);
      lines.add("P" + i + ",某,承租人," + (elsewhere ? nowhere(homes.get(at)) : said(homes.get(at))));
    }
    Matched matched =
        imports.csv(Kind.PEOPLE, lines.toArray(String[]::new)).files().get(0).matched();
    List<String> links =
        imports.ask(
            "SELECT p.key || ' ' || u.key FROM register.residence r JOIN identity.person p ON p.id = r.person_id"
                + " JOIN identity.unit u ON u.id = r.unit_id WHERE p.source = 'district'");
    assertThat(links)
        .allSatisfy(
            link -> {
              String[] parts = link.split(" ", 2);
              assertThat(parts[1])
                  .as(lines.get(Integer.parseInt(parts[0].substring(1)) + 1))
                  .isEqualTo(truth.get(parts[0]));
            });
    assertThat(matched.exact() + matched.alike()).isEqualTo(links.size());
    assertThat(matched.exact() + matched.alike() + matched.ambiguous() + matched.unmatched())
        .isEqualTo(PEOPLE);
    long there = truth.values().stream().filter(home -> !home.equals("nowhere")).count();
    System.out.printf(
        "linked: %d of %d that are there (A %d, B %d), all to the right door; ambiguous %d, none %d%n",
        links.size(),
        there,
        matched.exact(),
        matched.alike(),
        matched.ambiguous(),
        matched.unmatched());
    assertThat((double) links.size() / there).isGreaterThan(LEAST_LINKED);
  }

  private void bring(Imports imports) throws Exception {
    List<String> addresses = new ArrayList<>(List.of("id,市,区县,街道/镇,路/街/巷,门牌号,小区/院落,幢,单元,室"));
    List<String> units = new ArrayList<>(List.of("id,building,entrance,floor,room,地址编号"));
    List<String> buildings = new ArrayList<>();
    int blocks = 0;
    for (int estate = 0; estate < ESTATES.size(); estate++) {
      // the first estate and road are there in both streets: what names no street may mean either
      for (int street = 0; street < (estate == 0 ? 2 : 1); street++) {
        int door = 1 + random.nextInt(99);
        for (int building = 1; building <= 6; building++) {
          String block = "B" + blocks++;
          buildings.add(
              Imports.square("\"id\":\"" + block + "\"", 120 + blocks * 0.001, 30, 0.0005));
          for (int entrance = 1; entrance <= 1 + building % 3; entrance++) {
            for (int room = 101; room <= 602; room += room % 100 == 2 ? 99 : 1) {
              String street0 = STREETS.get((estate + street) % 2);
              homes.add(
                  new Home(
                      street0,
                      ROADS.get(estate),
                      door,
                      ESTATES.get(estate),
                      building,
                      entrance,
                      "" + room));
              int at = homes.size() - 1;
              addresses.add(
                  "A%d,%s%s,%s,%d号,%s,%d幢,%d单元,%d室"
                      .formatted(
                          at,
                          AT,
                          street0,
                          ROADS.get(estate),
                          door,
                          ESTATES.get(estate),
                          building,
                          entrance,
                          room));
              units.add(
                  "U%d,%s,%d单元,%d,%d,A%d".formatted(at, block, entrance, room / 100, room, at));
            }
          }
        }
      }
    }
    imports.csv(Kind.ADDRESSES, addresses.toArray(String[]::new));
    imports.geojson(Kind.BUILDINGS, buildings.toArray(String[]::new));
    imports.csv(Kind.UNITS, units.toArray(String[]::new));
  }

  private String nowhere(Home home) {
    Home other =
        switch (random.nextInt(3)) {
          case 0 ->
              new Home(
                  home.street(),
                  home.road(),
                  home.door(),
                  home.estate(),
                  9,
                  home.entrance(),
                  home.room());
          case 1 ->
              new Home(
                  home.street(),
                  home.road(),
                  home.door(),
                  home.estate(),
                  home.building(),
                  7,
                  home.room());
          default ->
              new Home(
                  home.street(),
                  home.road(),
                  home.door(),
                  home.estate(),
                  home.building(),
                  home.entrance(),
                  "707");
        };
    return said(other);
  }

  private String said(Home home) {
    String building =
        switch (random.nextInt(5)) {
          case 0 -> CHINESE.get(home.building()) + "栋";
          case 1 -> home.building() + "号楼";
          case 2 -> home.building() + "座";
          default -> home.building() + "幢";
        };
    String entrance =
        random.nextInt(4) == 0 ? CHINESE.get(home.entrance()) + "单元" : home.entrance() + "单元";
    String room =
        switch (random.nextInt(4)) {
          case 0 -> home.room();
          case 1 -> home.room() + "房";
          default -> home.room() + "室";
        };
    String inside = building + entrance + room;
    String text =
        switch (random.nextInt(8)) {
          case 0 -> home.official();
          case 1 -> home.street() + home.estate() + inside;
          case 2 -> home.road() + home.door() + "号" + home.estate() + inside;
          case 3 ->
              home.street()
                  + home.estate()
                  + home.building()
                  + "-"
                  + home.entrance()
                  + "-"
                  + home.room();
          case 4 -> home.estate() + inside;
          case 5 -> home.street() + home.road() + home.door() + "号" + inside;
          case 6 ->
              "云江市" + home.street() + home.road() + home.door() + "号 " + home.estate() + inside;
          default ->
              "云江市澄湖区" + home.street() + home.road() + home.door() + "号" + home.estate() + inside;
        };
    return random.nextInt(4) == 0 ? wide(text) : text;
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
    return wide.toString();
  }
}
