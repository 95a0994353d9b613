package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A city of made-up names, its addresses and the ways people write them. */
final class MadeCity {
  private static final String NUMERALS = "零一二三四五六七八九";
  private static final List<String> HEADS =
      List.of("解放", "人民", "二七", "中山东", "长江一", "光荣", "学府", "三一", "滨湖", "北环", "万寿", "百合");
  private static final List<String> ROADS = List.of("路", "街", "大道", "巷");
  private static final List<String> ESTATES =
      List.of("锦绣花园", "桂花苑", "七里香榭", "纺织新村", "阳光水岸", "东方明珠", "百合家园", "和平里", "万科城市花园", "二炮大院");

  final MemoryGazetteer names = new MemoryGazetteer();
  private final Random random;

  MadeCity(long seed) {
    random = new Random(seed);
    for (String district : List.of("澄湖区", "云山县")) {
      names.add(Component.DISTRICT, district, List.of(), "云江市");
    }
    names.add(Component.CITY, "云江市", List.of("云江"), null);
    names.add(Component.ESTATE, "锦绣花园", List.of("老纺织厂宿舍"), null);
    for (String estate : ESTATES) {
      names.add(Component.ESTATE, estate, List.of(), null);
    }
    for (String head : HEADS) {
      for (String road : ROADS) {
        names.add(Component.ROAD, head + road, List.of(), null);
      }
    }
  }

  /** Components of which the official text tells every one. */
  Address any() {
    Map<Component, String> parts = new EnumMap<>(Component.class);
    parts.put(Component.CITY, "云江市");
    parts.put(Component.DISTRICT, random.nextBoolean() ? "澄湖区" : "云山县");
    if (random.nextInt(5) == 0) {
      parts.put(Component.STREET, "柳溪镇");
      parts.put(Component.COMMUNITY, random.nextBoolean() ? "陈家村" : "上湾村");
      if (random.nextBoolean()) {
        parts.put(Component.VILLAGE_GROUP, whole(1, 20) + "组");
      }
      parts.put(Component.DOOR_NUMBER, door());
      return Address.of(parts);
    }
    parts.put(Component.STREET, random.nextBoolean() ? "中山街道" : "翠屏街道");
    parts.put(Component.ROAD, pick(HEADS) + pick(ROADS));
    if (random.nextInt(8) == 0) {
      parts.put(Component.SECTION, pick(List.of("一段", "二段")));
    }
    if (random.nextInt(8) == 0) {
      parts.put(Component.LANE, whole(1, 900) + "弄");
    }
    parts.put(Component.DOOR_NUMBER, door());
    if (random.nextInt(6) == 0) {
      parts.put(Component.DOOR_SUFFIX, "附" + whole(1, 9) + "号");
    }
    if (random.nextBoolean()) {
      parts.put(Component.ESTATE, pick(ESTATES));
      if (random.nextInt(4) == 0) {
        parts.put(Component.PHASE, pick(List.of("一期", "二期", "A区")));
      }
    }
    if (random.nextInt(4) > 0) {
      parts.put(Component.BUILDING, random.nextInt(6) == 0 ? "A幢" : whole(1, 30) + "幢");
      if (random.nextInt(3) > 0) {
        parts.put(Component.ENTRANCE, whole(1, 6) + "单元");
      }
      if (random.nextInt(3) > 0) {
        parts.put(Component.ROOM, (whole(1, 33) * 100 + whole(1, 6)) + "室");
      }
    }
    return Address.of(parts);
  }

  List<Address> some(int count) {
    List<Address> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(any());
    }
    return some;
  }

  /** The text as somebody else would write it. */
  String varied(Address address) {
    Address said = address;
    if (random.nextInt(3) == 0) {
      said = said.with(Component.CITY, null);
    }
    if (random.nextInt(3) == 0) {
      said = said.with(Component.STREET, null);
    }
    String text = said.text();
    String building = address.get(Component.BUILDING);
    String entrance = address.get(Component.ENTRANCE);
    String room = address.get(Component.ROOM);
    if (building != null && entrance != null && room != null && random.nextInt(4) == 0) {
      String end = building + entrance + room;
      return text.substring(0, text.length() - end.length())
          + " "
          + cut(building, 1)
          + "-"
          + cut(entrance, 2)
          + "-"
          + cut(room, 1);
    }
    if (random.nextBoolean()) {
      text = text.replace("幢", pick(List.of("号楼", "栋", "座")));
    }
    if (random.nextInt(3) == 0) {
      text = text.replace("室", "房");
    }
    if (random.nextInt(4) == 0 && entrance != null) {
      text = text.replace(entrance, NUMERALS.charAt(entrance.charAt(0) - '0') + "单元");
    }
    return random.nextInt(3) == 0 ? wide(text) : text;
  }

  private static String cut(String text, int from) {
    return text.substring(0, text.length() - from);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars()
        .forEach(c -> wide.append(c > ' ' && c < '\u007f' ? (char) (c - '!' + '！') : (char) c));
    return wide.toString();
  }

  private String door() {
    return (random.nextInt(9) == 0 ? "甲" : "") + whole(1, 400) + "号";
  }

  private int whole(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
