package org.shuangshi.intake.city;

import java.util.List;

/**
 * Names as frequent as they are: surnames by share, given names by the fashion of the birth year.
 */
final class PersonNames {
  /** Most frequent first; 王 李 张 刘 陈 together are three in ten. */
  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

  private static final double[] SHARES = new double[SURNAMES.length()];

  static {
    for (int i = 0; i < SHARES.length; i++) {
      SHARES[i] = i < 5 ? 7.0 - i * 0.6 : 2.9 / (1 + (i - 5) * 0.055);
    }
  }

  private static final List<String> OLD_MEN =
      List.of(
          "建国", "国强", "德明", "志高", "忠厚", "文才", "正华", "永福", "金山", "长生", "光明", "大海", "福生", "水生", "根生",
          "祥发", "启明", "世荣", "家兴", "传友", "昌盛", "树林", "保国", "援朝", "卫国", "国庆", "和平", "新民");

  private static final List<String> OLD_WOMEN =
      List.of(
          "秀英", "桂英", "秀兰", "玉兰", "桂兰", "玉珍", "凤英", "淑珍", "兰英", "春梅", "菊香", "腊梅", "翠花", "银花", "桂珍",
          "素珍", "玉梅", "金凤", "月英", "冬梅", "爱华", "惠芳", "淑华", "凤仙", "美英", "荣芳");

  private static final List<String> MIDDLE_MEN =
      List.of(
          "伟", "强", "军", "勇", "涛", "斌", "波", "辉", "刚", "健", "建军", "志强", "建华", "国栋", "晓明", "海波",
          "立新", "文军", "永刚", "俊", "磊", "超", "鹏", "建平", "红兵", "卫东", "志勇", "新华", "利民", "少华");

  private static final List<String> MIDDLE_WOMEN =
      List.of(
          "芳", "敏", "静", "丽", "艳", "娟", "霞", "燕", "玲", "红梅", "丽华", "晓燕", "海燕", "红", "萍", "琴", "莉",
          "桂芳", "小红", "丽娟", "秋菊", "建萍", "爱萍", "春霞", "玉琴", "雪梅", "惠", "慧");

  private static final List<String> YOUNG_MEN =
      List.of(
          "浩", "杰", "鑫", "宇", "凯", "阳", "帅", "旭", "志豪", "文博", "嘉伟", "俊杰", "子豪", "明轩", "天宇", "浩然",
          "博文", "晨", "泽宇", "俊峰", "家豪", "立群", "思远", "一鸣", "睿", "昊", "成龙", "亚东");

  private static final List<String> YOUNG_WOMEN =
      List.of(
          "婷", "婷婷", "雪", "倩", "颖", "琳", "雅婷", "欣怡", "思雨", "佳怡", "梦婷", "雨欣", "诗琪", "丹", "蕾", "璐",
          "晓彤", "文静", "佳琪", "月", "莹", "嘉欣", "紫薇", "心怡", "若曦", "可欣");

  private static final List<String> BOYS =
      List.of(
          "梓轩", "浩宇", "宇轩", "沐宸", "子涵", "奕辰", "俊熙", "梓豪", "皓轩", "宇航", "一诺", "亦辰", "承泽", "景行", "知行",
          "子墨", "星辰", "辰逸", "铭泽", "嘉懿", "云帆", "博远");

  private static final List<String> GIRLS =
      List.of(
          "梓涵", "欣妍", "诗涵", "雨桐", "语桐", "一诺", "芷若", "沐晴", "若汐", "语嫣", "可馨", "梓萱", "思涵", "艺涵", "佳怡",
          "清妍", "念安", "星瑶", "婉清", "书瑶", "乐怡", "锦瑜");

  private PersonNames() {}

  static String surname(Dice dice) {
    return String.valueOf(SURNAMES.charAt(dice.weighted(SHARES)));
  }

  static String given(Dice dice, int birthYear, boolean male) {
    if (birthYear < 1964) {
      return dice.pick(male ? OLD_MEN : OLD_WOMEN);
    }
    if (birthYear < 1985) {
      return dice.pick(male ? MIDDLE_MEN : MIDDLE_WOMEN);
    }
    if (birthYear < 2006) {
      return dice.pick(male ? YOUNG_MEN : YOUNG_WOMEN);
    }
    return dice.pick(male ? BOYS : GIRLS);
  }

  /** A name for a grown-up whose age does not matter. */
  static String any(Dice dice) {
    return surname(dice) + given(dice, dice.whole(1966, 1999), dice.chance(0.5));
  }
}
