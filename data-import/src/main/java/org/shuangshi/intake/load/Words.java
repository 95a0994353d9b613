package org.shuangshi.intake.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Chinese words of the field and the codes the register keeps for them. */
final class Words {

  static final Map<String, String> GRID_KIND = of("基础网格", "BASIC", "专属网格", "DEDICATED");
  static final Map<String, String> SETTING =
      of("城镇", "URBAN", "城市", "URBAN", "农村", "RURAL", "乡村", "RURAL");
  static final Map<String, String> ROAD_CLASS =
      of(
          "快速路",
          "EXPRESSWAY",
          "主干路",
          "ARTERIAL",
          "主干道",
          "ARTERIAL",
          "次干路",
          "SECONDARY",
          "支路",
          "BRANCH",
          "街巷",
          "LANE",
          "里弄",
          "LANE",
          "小路",
          "PATH",
          "铁路",
          "RAIL",
          "其他",
          "OTHER");
  static final Map<String, String> THEME = of("水系", "WATER", "用地", "LANDUSE", "兴趣点", "POI");
  static final Map<String, String> BUILDING_USE =
      of(
          "住宅",
          "RESIDENTIAL",
          "居住",
          "RESIDENTIAL",
          "商住",
          "MIXED",
          "综合",
          "MIXED",
          "商业",
          "COMMERCIAL",
          "办公",
          "OFFICE",
          "工业",
          "INDUSTRIAL",
          "厂房",
          "INDUSTRIAL",
          "学校",
          "SCHOOL",
          "教育",
          "SCHOOL",
          "医院",
          "HOSPITAL",
          "医疗",
          "HOSPITAL",
          "公共",
          "PUBLIC",
          "附属",
          "ANCILLARY",
          "配套",
          "ANCILLARY",
          "未知",
          "UNKNOWN");
  static final Map<String, String> BUILDING_STATUS =
      of(
          "规划",
          "PLANNED",
          "在建",
          "PLANNED",
          "现存",
          "STANDING",
          "存在",
          "STANDING",
          "正常",
          "STANDING",
          "拆除",
          "DEMOLISHED",
          "已拆除",
          "DEMOLISHED",
          "合并",
          "MERGED",
          "拆分",
          "SPLIT");
  static final Map<String, String> STRUCTURE =
      of(
          "钢",
          "STEEL",
          "钢结构",
          "STEEL",
          "钢混",
          "STEEL_CONCRETE",
          "钢筋混凝土",
          "CONCRETE",
          "混凝土",
          "CONCRETE",
          "混合",
          "MIXED",
          "砖混",
          "MIXED",
          "砖木",
          "BRICK_TIMBER",
          "其他",
          "OTHER");
  static final Map<String, String> UNIT_USE =
      of(
          "住宅",
          "DWELLING",
          "集体宿舍",
          "DORMITORY",
          "宿舍",
          "DORMITORY",
          "商铺",
          "SHOP",
          "商业",
          "SHOP",
          "办公",
          "OFFICE",
          "厂房",
          "WORKSHOP",
          "公共",
          "PUBLIC",
          "车库",
          "GARAGE",
          "车位",
          "GARAGE",
          "储藏",
          "STOREROOM",
          "储藏室",
          "STOREROOM",
          "设备",
          "PLANT",
          "设备间",
          "PLANT");
  static final Map<String, String> HOUSEHOLD_KIND = of("家庭户", "FAMILY", "集体户", "COLLECTIVE");
  static final Map<String, String> SEX = of("男", "MALE", "女", "FEMALE", "1", "MALE", "2", "FEMALE");
  static final Map<String, String> DOCUMENT =
      of(
          "居民身份证",
          "CITIZEN_ID",
          "身份证",
          "CITIZEN_ID",
          "港澳台通行证",
          "HK_MACAO_TAIWAN_PERMIT",
          "港澳居民来往内地通行证",
          "HK_MACAO_TAIWAN_PERMIT",
          "台湾居民来往大陆通行证",
          "HK_MACAO_TAIWAN_PERMIT",
          "港澳台居民居住证",
          "RESIDENCE_PERMIT_HMT",
          "护照",
          "PASSPORT",
          "外国人永久居留身份证",
          "FOREIGN_RESIDENT_ID",
          "其他",
          "OTHER");
  static final Map<String, String> ROLE =
      of(
          "产权人", "OWNER", "业主", "OWNER", "房主", "OWNER", "承租人", "TENANT", "租客", "TENANT", "家庭成员",
          "FAMILY", "家属", "FAMILY", "寄住", "LODGER", "借住", "LODGER", "员工", "STAFF");
  static final Map<String, String> RELATION =
      of(
          "户主",
          "HEAD",
          "本人",
          "HEAD",
          "配偶",
          "SPOUSE",
          "子女",
          "CHILD",
          "父母",
          "PARENT",
          "孙子女",
          "GRANDCHILD",
          "其他",
          "OTHER");
  static final Map<String, String> ORGANISATION_KIND =
      of(
          "企业",
          "COMPANY",
          "公司",
          "COMPANY",
          "商户",
          "SHOP",
          "个体户",
          "SHOP",
          "学校",
          "SCHOOL",
          "医院",
          "HOSPITAL",
          "机关",
          "GOVERNMENT",
          "其他",
          "OTHER");
  static final Map<String, String> EVIDENCE_KIND =
      of("走访", "VISIT", "读数", "READING", "水电气读数", "READING", "合同", "CONTRACT", "部门数据", "FILE");
  static final Map<String, String> FINDING =
      of(
          "空置",
          "EMPTY",
          "无人居住",
          "EMPTY",
          "有人居住",
          "LIVED_IN",
          "无人应答",
          "NO_ANSWER",
          "疑似空置",
          "LIKELY_EMPTY",
          "备注",
          "NOTED");
  static final Map<String, String> STAFF_ROLE =
      of(
          "网格长",
          "LEADER",
          "AB岗",
          "STAND_IN",
          "代理网格长",
          "STAND_IN",
          "网格协管员",
          "ASSISTANT",
          "协管员",
          "ASSISTANT",
          "信息员",
          "INFORMATION_OFFICER");

  private Words() {}

  private static Map<String, String> of(String... wordsAndCodes) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < wordsAndCodes.length; i += 2) {
      words.put(wordsAndCodes[i], wordsAndCodes[i + 1]);
    }
    return words;
  }
}
