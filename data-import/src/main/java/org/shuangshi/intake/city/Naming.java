package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuangshi.gis.code.GridCode;

/** Gives streets, communities and grids their codes and names. */
final class Naming {
  private static final List<String> STREETS =
      List.of(
          "中山", "滨江", "解放", "澄湖", "望江", "鼓楼", "新华", "东风", "文昌", "清河", "南湖", "北湖", "西山", "东门", "南门",
          "临江", "金桥", "银湖", "翠屏", "石桥", "柳林", "松柏", "双塔", "龙泉", "凤台", "建设", "红星", "曙光", "永宁", "太平");

  private static final List<String> TOWNS =
      List.of(
          "柳河", "桐山", "白沙", "青石", "双河", "龙潭", "花桥", "石门", "高桥", "大塘", "新店", "永兴", "长岭", "马坪", "梅岭",
          "杨树", "黄土", "竹溪", "枣林", "桃源", "古井", "三汇", "赤岗", "金沙", "清水", "曲江", "沙河", "茅店", "莲塘", "鹿角");

  private static final List<String> VILLAGE_HEADS =
      List.of(
          "柳树", "杨家", "李家", "王家", "张家", "刘家", "陈家", "周家", "吴家", "徐家", "枫树", "樟树", "桃树", "石头", "黄泥",
          "青龙", "白马", "金鸡", "凤凰", "老屋", "新屋", "上官", "下官", "前进", "后山", "南冲", "北冲", "东岳", "西岳", "大冲",
          "小河", "荷叶", "菱角", "芦苇", "胡家", "朱家", "高家", "林家", "何家", "郭家", "罗家", "梁家", "宋家", "郑家", "谢家");

  private static final List<String> VILLAGE_TAILS =
      List.of("湾", "岗", "塘", "桥", "店", "咀", "坝", "墩", "铺", "集", "冲", "垸", "畈", "岭", "洲");

  private static final String DIGITS = "一二三四五六七八九";

  private final Place place;
  private final List<Road> roads;
  private final Dice dice;
  private final Set<String> given = new HashSet<>();

  Naming(CityPlan plan, List<Road> roads) {
    this.place = plan.place();
    this.roads = roads;
    this.dice = plan.dice("naming", 0);
  }

  void name(Districting districting) {
    List<Area> streets = districting.streets;
    streets.sort(Comparator.comparingDouble(street -> street.country ? 1 : 0));
    int town = 0;
    int country = 0;
    for (Area street : streets) {
      boolean isTown = street.country;
      street.code =
          place.districtCode()
              + String.format(Locale.ROOT, "%03d", isTown ? 100 + country++ : 1 + town++);
      street.name = pick(isTown ? TOWNS : STREETS, isTown ? "镇" : "街道");
      communities(street);
    }
  }

  private String pick(List<String> stems, String end) {
    for (int tries = 0; tries < 200; tries++) {
      String name = dice.pick(stems) + end;
      if (given.add(name)) {
        return name;
      }
    }
    return numbered(dice.pick(stems), end);
  }

  private String numbered(String stem, String end) {
    for (int number = 2; ; number++) {
      String name = stem + chinese(number) + end;
      if (given.add(name)) {
        return name;
      }
    }
  }

  private void communities(Area street) {
    int town = 0;
    int country = 0;
    for (Area community : ordered(street.parts)) {
      int number = community.country ? 200 + country++ : 1 + town++;
      community.code = street.code + String.format(Locale.ROOT, "%03d", number);
      community.name = community.country ? village() : townCommunity(community);
      List<Area> grids = ordered(community.parts);
      for (int i = 0; i < grids.size(); i++) {
        Area grid = grids.get(i);
        grid.code = new GridCode(community.code, i + 1).toString();
        grid.name =
            grid.dedicatedTo != null
                ? community.name + grid.dedicatedTo + "专属网格"
                : community.country
                    ? community.name + chinese(i + 1) + "组网格"
                    : community.name + "第" + chinese(i + 1) + "网格";
      }
      community.parts.clear();
      community.parts.addAll(grids);
    }
  }

  private String village() {
    for (int tries = 0; tries < 200; tries++) {
      String name = dice.pick(VILLAGE_HEADS) + dice.pick(VILLAGE_TAILS) + "村";
      if (given.add(name)) {
        return name;
      }
    }
    return numbered(dice.pick(VILLAGE_HEADS) + dice.pick(VILLAGE_TAILS), "村");
  }

  /** After the road that runs longest through it. */
  private String townCommunity(Area community) {
    Map<Integer, Double> metres = new HashMap<>();
    for (Cell cell : community.cells) {
      for (int i = 0; i < cell.xs.length; i++) {
        int j = (i + 1) % cell.xs.length;
        if (cell.edgeRoads[i] >= 0 && roads.get(cell.edgeRoads[i]).kind != RoadClass.EXPRESSWAY) {
          metres.merge(
              cell.edgeRoads[i],
              Plane.distance(cell.xs[i], cell.ys[i], cell.xs[j], cell.ys[j]),
              Double::sum);
        }
      }
    }
    List<Integer> longest = new ArrayList<>(metres.keySet());
    longest.sort(
        Comparator.<Integer>comparingDouble(road -> -metres.getOrDefault(road, 0.0))
            .thenComparingInt(road -> road));
    for (int road : longest) {
      String name = roads.get(road).name;
      if (name != null && given.add(name + "社区")) {
        return name + "社区";
      }
    }
    return pick(STREETS, "社区");
  }

  /** West to east in bands from north to south, as grids are numbered. */
  static List<Area> ordered(List<Area> areas) {
    List<Area> byNorth = new ArrayList<>(areas);
    byNorth.sort(Comparator.comparingDouble(area -> -area.centreY()));
    int bands = Math.max(1, (int) Math.round(Math.sqrt(areas.size())));
    int perBand = (areas.size() + bands - 1) / bands;
    List<Area> ordered = new ArrayList<>();
    for (int from = 0; from < byNorth.size(); from += perBand) {
      List<Area> band = byNorth.subList(from, Math.min(byNorth.size(), from + perBand));
      band.stream().sorted(Comparator.comparingDouble(Area::centreX)).forEach(ordered::add);
    }
    return ordered;
  }

  static String chinese(int number) {
    if (number < 10) {
      return String.valueOf(DIGITS.charAt(number - 1));
    }
    if (number >= 100) {
      return Integer.toString(number);
    }
    int tens = number / 10;
    int ones = number % 10;
    return (tens == 1 ? "" : String.valueOf(DIGITS.charAt(tens - 1)))
        + "十"
        + (ones == 0 ? "" : String.valueOf(DIGITS.charAt(ones - 1)));
  }
}
