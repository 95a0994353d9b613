package org.shuangshi.intake.city;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of estates, schools, works; none is given twice in a city. */
final class CompoundNames {
  /** A name and what people say instead. */
  record Name(String official, List<String> aliases) {}

  private static final List<String> HEADS =
      List.of(
          "锦绣", "枫林", "翠湖", "金色", "阳光", "碧水", "紫薇", "丽景", "御景", "香榭", "世纪", "水岸", "云锦", "澄江", "半山",
          "万和", "万象", "盛世", "星河", "书香", "桂花", "梧桐", "银杏", "海棠", "玉兰", "芙蓉", "天鹅", "凤栖", "龙湾", "麓山",
          "观澜", "听雨", "望月", "揽江", "枕水", "荷风", "竹韵", "松鹤", "梅香", "兰亭", "和润", "瑞安", "康宁", "吉祥", "如意",
          "锦江", "滨江", "临湖", "东方", "南国", "西子", "北辰", "春申", "夏荷", "秋实", "冬青");

  private static final List<String> TAILS =
      List.of(
          "花园", "苑", "家园", "华庭", "名居", "雅居", "公馆", "新城", "府", "里", "湾", "郡", "国际", "城", "一品", "名邸",
          "时代广场", "天地", "豪庭", "名苑", "嘉园", "悦府", "水苑", "名城");

  private static final List<String> WORKS =
      List.of(
          "机械厂", "棉纺厂", "化肥厂", "造船厂", "轴承厂", "印刷厂", "酒厂", "糖厂", "水泥厂", "农机厂", "无线电厂", "钢铁厂", "粮食局",
          "水利局", "公路局", "电力局", "师专", "卫校", "搪瓷厂", "玻璃厂", "缝纫机厂", "手表厂", "皮革厂", "制药厂", "针织厂", "木材厂",
          "罐头厂", "供销社", "物资局", "邮电局", "建筑公司", "运输公司");

  private static final List<String> OLD_TAILS = List.of("宿舍", "家属院", "新村", "小区", "生活区");

  private static final List<String> NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

  private final Set<String> given = new HashSet<>();
  private final Dice dice;
  private int primary;
  private int middle;
  private int hospitals;
  private int factories;

  CompoundNames(CityPlan plan) {
    dice = plan.dice("compound names", 0);
  }

  Name estate(int year) {
    for (int tries = 0; tries < 60; tries++) {
      if (year < 2000) {
        String head = dice.pick(WORKS);
        String tail = dice.pick(OLD_TAILS);
        String name = dice.chance(0.5) ? dice.pick(HEADS) + "新村" : head + tail;
        if (given.add(name)) {
          List<String> aliases =
              name.startsWith(head) && dice.chance(0.6)
                  ? List.of("老" + head + (tail.equals("宿舍") ? "家属院" : "宿舍"))
                  : List.of();
          return new Name(name, unused(aliases));
        }
      } else {
        String head = dice.pick(HEADS);
        String name = head + dice.pick(TAILS);
        if (given.add(name)) {
          return new Name(name, dice.chance(0.25) ? unused(List.of(head + "小区")) : List.of());
        }
      }
    }
    return numbered(dice.pick(HEADS) + dice.pick(TAILS));
  }

  private List<String> unused(List<String> aliases) {
    return aliases.stream().filter(given::add).toList();
  }

  private Name numbered(String stem) {
    for (int number = 2; ; number++) {
      String name = stem + number + "期";
      if (given.add(name)) {
        return new Name(name, List.of());
      }
    }
  }

  Name school() {
    boolean forSmall = primary <= middle;
    int number = forSmall ? primary++ : middle++;
    String kind = forSmall ? "小学" : "中学";
    if (number == 0) {
      return new Name("澄湖区实验" + kind, List.of("实验" + kind));
    }
    String ordinal = ordinal(number);
    String shortKind = forSmall ? "小" : "中";
    return new Name("澄湖区第" + ordinal + kind, List.of(ordinal + shortKind));
  }

  Name hospital() {
    int number = hospitals++;
    return switch (number) {
      case 0 -> new Name("澄湖区人民医院", List.of("区医院"));
      case 1 -> new Name("澄湖区中医院", List.of("中医院"));
      case 2 -> new Name("澄湖区妇幼保健院", List.of("妇幼"));
      default -> new Name("云江市第" + ordinal(number) + "医院", List.of());
    };
  }

  Name factory() {
    int number = factories++;
    String head = List.of("云江", "澄湖", "东方", "红旗", "长江", "建新").get(number % 6);
    String what =
        List.of("精密机械厂", "纺织印染厂", "汽车零部件厂", "食品加工厂", "电子元件厂", "包装材料厂", "阀门厂").get(number % 7);
    String name = head + what;
    return given.add(name) ? new Name(name, List.of()) : numbered(name);
  }

  Name plain(String name) {
    return given.add(name) ? new Name(name, List.of()) : numbered(name);
  }

  private static String ordinal(int number) {
    if (number <= 10) {
      return NUMBERS.get(number - 1);
    }
    int tens = number / 10;
    int ones = number % 10;
    String head = tens == 1 ? "十" : tens < 10 ? NUMBERS.get(tens - 1) + "十" : "百" + tens;
    return head + (ones == 0 ? "" : NUMBERS.get(ones - 1));
  }
}
