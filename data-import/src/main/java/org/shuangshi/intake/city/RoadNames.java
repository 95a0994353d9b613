package org.shuangshi.intake.city;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of roads as Chinese towns have them; none is given twice in a city. */
final class RoadNames {
  private static final List<String> ARTERIALS =
      List.of(
          "中山", "解放", "人民", "建设", "和平", "胜利", "光明", "新华", "友谊", "团结", "民主", "迎宾", "长江", "黄河", "北京",
          "中华", "东风", "五一", "八一", "发展", "振兴", "前进", "朝阳", "文昌", "云江", "澄湖");

  private static final List<String> STREETS =
      List.of(
          "青年", "工农", "文化", "体育", "学府", "育才", "兴业", "创业", "健康", "劳动", "红旗", "春晖", "东湖", "西园", "南塘",
          "北苑", "金桥", "银杏", "丹桂", "紫荆", "玉兰", "樱花", "枫林", "香樟", "梧桐", "翠柳", "青松", "竹园", "荷塘", "莲湖",
          "鹤鸣", "凤凰", "麒麟", "龙泉", "白鹭", "松涛", "听涛", "望江", "临江", "沿河", "码头", "渡口", "织染", "纺织", "机床",
          "钢花", "石化", "电力", "邮电", "粮道", "盐仓", "米市", "鱼市", "油坊", "磨坊", "铁匠", "书院", "学宫", "文庙", "城隍",
          "鼓楼", "钟楼", "烈士", "革新", "自强", "勤俭", "光荣", "民生", "民权", "民族", "同兴", "永安", "长春", "太平", "安康",
          "富民", "惠民", "新民", "星火", "曙光", "朝霞", "晨光", "滨湖", "环湖", "桃园", "李园", "杏林", "梅苑", "兰亭", "菊香",
          "金沙", "白沙", "黄石", "青石", "石桥", "木桥", "双桥", "八一桥", "花园", "公园", "车站", "站前", "航空", "物流", "科技",
          "软件", "园区", "产业", "高新", "未来", "智慧", "创新");

  private static final List<String> STREET_ENDS =
      List.of("路", "街", "一路", "二路", "三路", "中路", "横路", "四路", "五路", "后街", "前街", "六路", "七路", "八路");

  private static final List<String> LANE_HEADS =
      List.of(
          "柳", "槐", "榆", "桂", "梅", "兰", "竹", "菊", "莲", "荷", "杏", "桃", "李", "枣", "石", "金", "银", "玉",
          "珠", "龙", "凤", "鹤", "鹿", "马", "牛", "羊", "燕", "雀", "水", "井", "泉", "池", "塘", "河", "桥", "渡",
          "庙", "寺", "塔", "楼", "阁", "亭", "磨", "碾", "油", "盐", "米", "布", "丝", "灯", "烛", "伞", "扇", "笔",
          "墨", "书", "琴", "棋", "画", "酒", "茶", "豆", "糖", "鱼", "虾", "藕", "菱", "东", "西", "南", "北", "前",
          "后", "上", "下", "大", "小", "长", "方", "圆");

  private static final List<String> LANE_TAILS =
      List.of(
          "树", "花", "井", "坊", "园", "家", "门", "桥", "塘", "仓", "市", "房", "台", "湾", "堂", "荫", "影", "香",
          "福", "安", "德", "善", "仁", "义", "和", "平", "清", "明", "元", "吉");

  private static final List<String> LANE_ENDS = List.of("巷", "里", "胡同", "夹道", "坡");

  private static final List<String> COUNTRY_HEADS =
      List.of(
          "柳", "杨", "李", "王", "张", "刘", "陈", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
          "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈",
          "曾", "彭");

  private static final List<String> COUNTRY_TAILS =
      List.of(
          "湾", "岗", "塘", "桥", "店", "河", "畈", "咀", "坝", "墩", "巷口", "铺", "集", "堤", "圩", "荡", "冲",
          "垸");

  private final Set<String> given = new HashSet<>();
  private final Dice dice;
  private int streets;
  private int lanes;

  RoadNames(CityPlan plan) {
    dice = plan.dice("road names", 0);
  }

  /** 中山路, 解放大道; upright roads take 南北, the others 东西 once the plain names are used up. */
  String arterial(boolean upright) {
    for (String end : List.of("路", "大道", upright ? "北路" : "东路", upright ? "南路" : "西路")) {
      for (int tries = 0; tries < 12; tries++) {
        String name = dice.pick(ARTERIALS) + end;
        if (given.add(name)) {
          return name;
        }
      }
    }
    return street(upright);
  }

  String street(boolean upright) {
    streets++;
    int ends = Math.min(STREET_ENDS.size(), 2 + streets / 90);
    for (int tries = 0; tries < 40; tries++) {
      String end = STREET_ENDS.get(dice.whole(0, ends - 1));
      if (end.equals("街") && upright && tries < 3) {
        continue; // 经路纬街: streets run across
      }
      String name = dice.pick(STREETS) + end;
      if (given.add(name)) {
        return name;
      }
    }
    return lane() + "路";
  }

  String lane() {
    lanes++;
    int ends = Math.min(LANE_ENDS.size(), 1 + lanes / 900);
    for (int tries = 0; tries < 60; tries++) {
      String head = dice.pick(LANE_HEADS);
      String tail = dice.pick(LANE_TAILS);
      String name = head + tail + LANE_ENDS.get(dice.whole(0, ends - 1));
      if (!head.equals(tail) && given.add(name)) {
        return name;
      }
    }
    return numbered(dice.pick(LANE_HEADS) + dice.pick(LANE_TAILS), "巷");
  }

  String country() {
    for (int tries = 0; tries < 30; tries++) {
      String name = dice.pick(COUNTRY_HEADS) + "家" + dice.pick(COUNTRY_TAILS) + "路";
      if (given.add(name)) {
        return name;
      }
    }
    return numbered(dice.pick(COUNTRY_HEADS) + dice.pick(COUNTRY_TAILS), "路");
  }

  private String numbered(String stem, String end) {
    for (int number = 2; ; number++) {
      String name = stem + number + end;
      if (given.add(name)) {
        return name;
      }
    }
  }
}
