package org.shuangshi.intake.load;

import static org.shuangshi.intake.load.Column.read;
import static org.shuangshi.intake.load.Column.text;

import java.util.List;

/** Columns of the files that bring units, and who lives and works there. */
final class PeopleColumns {

  static final List<Column> UNITS =
      List.of(
          text("building", "楼栋编号", "建筑编号").refersTo("building", Column.By.KEY),
          text("building_address", "楼栋地址", "建筑地址", "所在楼栋"),
          text("entrance", "单元", "单元名称"),
          read("entrance_lon", Readings.decimal(-180, 180), "单元经度").typed("double precision"),
          read("entrance_lat", Readings.decimal(-90, 90), "单元纬度").typed("double precision"),
          text("address", "地址编号").refersTo("address", Column.By.KEY),
          text("address_text", "地址", "标准地址", "房屋地址", "坐落"),
          read("floor", Readings.integer(-20, 200), "层", "楼层", "所在层").must(),
          read("room", Readings::digits, "室", "室号", "房号").must(),
          read("use", Readings.word(Words.UNIT_USE), "用途", "房屋用途"),
          read("area_m2", Readings.decimal(0.01, 999_999), "面积", "建筑面积"));

  static final List<Column> HOUSEHOLDS =
      List.of(
          text("unit", "户室编号", "房屋编号").refersTo("unit", Column.By.KEY),
          text("address", "地址", "住址"),
          read("kind", Readings.word(Words.HOUSEHOLD_KIND), "类型", "户类型").orEmpty());

  static final List<Column> PEOPLE =
      List.of(
          text("name", "姓名").must(),
          read("sex", Readings.word(Words.SEX), "性别").orEmpty(),
          read("birth_date", Readings::date, "出生日期"),
          read("document_type", Readings.word(Words.DOCUMENT), "证件类型", "证件种类"),
          read("document_number", Readings::digits, "证件号码", "身份证号", "公民身份号码"),
          text("nationality", "国籍"),
          text("ethnicity", "民族"),
          read("phone", Readings::digits, "电话", "联系电话", "手机号"),
          text("registered_address", "户籍地址"),
          read("registered_region_code", Readings::digits, "户籍区划代码", "户籍地代码"),
          read("registration_book", Readings::digits, "户号"),
          read("residence_permit", Readings::digits, "居住证号", "居住证"),
          read("permit_until", Readings::date, "居住证到期日"),
          text("unit", "户室编号", "房屋编号").refersTo("unit", Column.By.KEY),
          text("address", "现住址", "现住地址", "现居住地址", "居住地址", "实际居住地址", "住址"),
          text("household", "户编号").refersTo("household", Column.By.KEY),
          read("role", Readings.word(Words.ROLE), "居住身份"),
          read("relation", Readings.word(Words.RELATION), "与户主关系").orEmpty(),
          read("main", Readings::flag, "主要居所").typed("boolean"),
          read("moved_in", Readings::date, "入住日期").typed("date"),
          read("moved_out", Readings::date, "搬离日期").typed("date"));

  static final List<Column> ORGANISATIONS =
      List.of(
          text("name", "名称", "单位名称").must(),
          read("credit_code", Readings::digits, "统一社会信用代码", "信用代码"),
          read("kind", Readings.word(Words.ORGANISATION_KIND), "类型", "单位类型"),
          text("industry", "行业"),
          text("unit", "户室编号", "房屋编号").refersTo("unit", Column.By.KEY),
          text("address", "经营地址", "办公地址", "地址"));

  static final List<Column> EVIDENCE =
      List.of(
          text("unit", "户室编号", "房屋编号").refersTo("unit", Column.By.KEY),
          text("address", "地址", "走访地址"),
          read("kind", Readings.word(Words.EVIDENCE_KIND), "类型", "证据类型").must(),
          read("date", Readings::date, "日期", "走访日期").must().typed("date"),
          read("finding", Readings.word(Words.FINDING), "结果", "走访结果").must(),
          text("note", "备注", "说明"),
          text("seen_by", "走访人", "来源人"));

  static final List<Column> STAFF =
      List.of(
          text("grid", "网格代码", "网格编码").refersTo("grid", Column.By.CODE).must(),
          read("role", Readings.word(Words.STAFF_ROLE), "岗位", "职务").must(),
          text("name", "姓名").must(),
          read("phone", Readings::digits, "电话", "联系电话"));

  private PeopleColumns() {}
}
