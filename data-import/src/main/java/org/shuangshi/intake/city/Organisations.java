package org.shuangshi.intake.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who works in shops, offices, workshops and public buildings. */
final class Organisations {
  /**
   * @param kind COMPANY, SHOP, SCHOOL, HOSPITAL, GOVERNMENT
   */
  record Organisation(
      String name, String creditCode, String kind, String industry, LocalDate since) {}

  private static final List<String> HEADS =
      List.of(
          "兴旺", "福满", "鑫源", "好又多", "百惠", "金鼎", "聚贤", "老街坊", "云江", "澄湖", "顺发", "宏达", "永盛", "新天地",
          "佳佳", "美华", "康乐", "一品", "江南", "巴蜀", "湘里", "粤香", "家家乐", "天天", "小雨点", "阳光", "信诚", "诚意",
          "锦程", "万家", "博雅", "启航", "恒信", "盛源", "明德", "众合", "天宇", "瑞丰", "中联", "华泰", "德润", "和顺");

  private static final List<String> SHOPS =
      List.of(
          "便利店", "餐馆", "面馆", "理发店", "药房", "水果店", "文具店", "五金店", "服装店", "烟酒商行", "奶茶店", "早餐店", "洗衣店",
          "手机维修", "房产中介", "宠物店", "眼镜店", "母婴用品店", "鲜花店", "茶叶店", "粮油店", "火锅店");

  private static final List<String> TRADES =
      List.of("科技", "贸易", "信息技术", "装饰工程", "物流", "广告传媒", "教育咨询", "电子商务", "建筑工程", "会计服务", "人力资源");

  private final CityPlan plan;
  private final Documents documents;
  private final Map<String, Integer> given = new HashMap<>();

  Organisations(CityPlan plan, Documents documents) {
    this.plan = plan;
    this.documents = documents;
  }

  Organisation of(Building building, Room room, Area community, Dice dice) {
    LocalDate since = plan.today().minusDays(dice.whole(40, 4200));
    Compound compound = building.compound;
    return switch (room.use()) {
      case "SHOP" -> {
        String trade = dice.pick(SHOPS);
        yield new Organisation(
            unique(plan.place().district(), dice.pick(HEADS), trade),
            documents.creditCode("92"),
            "SHOP",
            trade.endsWith("店") || trade.endsWith("馆") ? "零售和餐饮" : "居民服务",
            since);
      }
      case "PUBLIC" -> institution(building, room, compound, community, since);
      case "WORKSHOP" ->
          new Organisation(
              compound == null
                  ? unique(plan.place().city(), dice.pick(HEADS), "制造有限公司")
                  : compound.name
                      + (building.number > 1 ? "第" + Naming.chinese(building.number) + "车间" : ""),
              documents.creditCode("91"),
              "COMPANY",
              "制造业",
              since);
      default -> {
        String trade = dice.pick(TRADES);
        yield new Organisation(
            unique(plan.place().city(), dice.pick(HEADS), trade + "有限公司"),
            documents.creditCode("91"),
            "COMPANY",
            trade,
            since);
      }
    };
  }

  private Organisation institution(
      Building building, Room room, @Nullable Compound compound, Area community, LocalDate since) {
    String named = building.name;
    String place = compound != null ? compound.name : named != null ? named : community.name;
    String floor = building.floors > 1 ? Naming.chinese(Math.max(1, room.floor())) + "层" : "";
    String house = compound == null ? "" : Naming.chinese(building.number) + "号楼";
    return switch (building.kind) {
      case SCHOOL ->
          new Organisation(
              place + house + floor, documents.creditCode("12"), "SCHOOL", "教育", since);
      case HOSPITAL ->
          new Organisation(
              place + house + floor, documents.creditCode("12"), "HOSPITAL", "卫生", since);
      case VILLAGE_HALL ->
          new Organisation(
              unique("", place, "村民服务点"), documents.creditCode("55"), "GOVERNMENT", "公共管理", since);
      default ->
          new Organisation(
              unique("", place, "办事窗口"), documents.creditCode("11"), "GOVERNMENT", "公共管理", since);
    };
  }

  private String unique(String place, String head, String tail) {
    int number = given.merge(head + tail, 1, Integer::sum);
    return place + head + (number == 1 ? "" : "（" + number + "）") + tail;
  }
}
