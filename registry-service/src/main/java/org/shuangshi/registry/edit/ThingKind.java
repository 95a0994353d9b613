package org.shuangshi.registry.edit;

import static org.shuangshi.registry.edit.Field.oneOf;
import static org.shuangshi.registry.edit.Field.plain;
import static org.shuangshi.registry.edit.Field.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shuangshi.gis.address.Component;

/** The kinds of things hands may write of, and their fields. */
@SuppressWarnings("ImmutableEnumChecker") // all it holds is; the checker wants annotations on it
public enum ThingKind {
  REGION(
      "行政区划",
      "x.name",
      Set.of(),
      oneOf("level", "级别", "CITY", "DISTRICT", "STREET", "COMMUNITY").must(),
      plain(Field.Type.TEXT, "code", "代码").must(),
      plain(Field.Type.TEXT, "name", "名称").must(),
      reference("parent_id", "上级", "region"),
      plain(Field.Type.AREA, "geom", "范围").must()),
  GRID(
      "网格",
      "x.name",
      Set.of(),
      plain(Field.Type.TEXT, "code", "代码").must(),
      plain(Field.Type.TEXT, "name", "名称").must(),
      oneOf("kind", "类型", "BASIC", "DEDICATED").must(),
      oneOf("setting", "城乡", "URBAN", "RURAL").must(),
      reference("community_id", "社区", "region").must(),
      plain(Field.Type.AREA, "geom", "范围").must()),
  ESTATE(
      "小区",
      "x.name",
      Set.of("community_id"),
      plain(Field.Type.TEXT, "name", "名称").must(),
      plain(Field.Type.LIST, "aliases", "俗名、旧名"),
      plain(Field.Type.AREA, "geom", "范围").must()),
  ROAD(
      "道路",
      "coalesce(x.name, '未命名道路')",
      Set.of(),
      plain(Field.Type.TEXT, "name", "名称"),
      oneOf(
              "class",
              "等级",
              "EXPRESSWAY",
              "ARTERIAL",
              "SECONDARY",
              "BRANCH",
              "LANE",
              "PATH",
              "RAIL",
              "OTHER")
          .must(),
      plain(Field.Type.LINE, "geom", "中心线").must()),
  ADDRESS("标准地址", "x.text", Set.of("community_id", "road_id", "estate_id"), addressFields()),
  BUILDING(
      "楼栋",
      "coalesce(x.name, (SELECT a.text FROM address a WHERE a.id = x.address_id"
          + " ORDER BY upper_inf(a.recorded) DESC, lower(a.valid) DESC LIMIT 1), '未命名楼栋')",
      Set.of("community_id"),
      plain(Field.Type.TEXT, "name", "名称"),
      oneOf(
              "use",
              "用途",
              "RESIDENTIAL",
              "MIXED",
              "COMMERCIAL",
              "OFFICE",
              "INDUSTRIAL",
              "SCHOOL",
              "HOSPITAL",
              "PUBLIC",
              "ANCILLARY",
              "UNKNOWN")
          .must(),
      oneOf("status", "状态", "PLANNED", "STANDING", "DEMOLISHED", "MERGED", "SPLIT").must(),
      oneOf(
          "structure",
          "结构",
          "STEEL",
          "STEEL_CONCRETE",
          "CONCRETE",
          "MIXED",
          "BRICK_TIMBER",
          "OTHER"),
      plain(Field.Type.WHOLE, "floors", "地上层数"),
      plain(Field.Type.WHOLE, "floors_below", "地下层数"),
      plain(Field.Type.NUMBER, "height_m", "高度（米）"),
      plain(Field.Type.WHOLE, "year_built", "建成年份"),
      reference("address_id", "标准地址", "address"),
      plain(Field.Type.AREA, "footprint", "轮廓").must()),
  ENTRANCE(
      "单元",
      "x.name",
      Set.of(),
      reference("building_id", "楼栋", "building").must(),
      plain(Field.Type.TEXT, "name", "名称").must(),
      plain(Field.Type.WHOLE, "ordinal", "次序").must(),
      plain(Field.Type.POINT, "geom", "位置")),
  UNIT(
      "户室",
      "coalesce((SELECT a.text FROM address a WHERE a.id = x.address_id"
          + " ORDER BY upper_inf(a.recorded) DESC, lower(a.valid) DESC LIMIT 1), x.room || '室')",
      Set.of("community_id"),
      reference("building_id", "楼栋", "building").must(),
      reference("entrance_id", "单元", "entrance"),
      reference("address_id", "标准地址", "address"),
      plain(Field.Type.WHOLE, "floor", "层").must(),
      plain(Field.Type.TEXT, "room", "室").must(),
      oneOf(
              "use",
              "用途",
              "DWELLING",
              "DORMITORY",
              "SHOP",
              "OFFICE",
              "WORKSHOP",
              "PUBLIC",
              "GARAGE",
              "STOREROOM",
              "PLANT")
          .must(),
      plain(Field.Type.NUMBER, "area_m2", "面积（平方米）")),
  HOUSEHOLD(
      "户",
      "coalesce((SELECT access.shown_name(r.person_id, r.unit_id) FROM residence r"
          + " WHERE r.household_id = x.id AND r.relation = 'HEAD' AND upper_inf(r.recorded)"
          + " ORDER BY lower(r.valid) DESC LIMIT 1) || '户', '户')",
      Set.of("community_id"),
      reference("unit_id", "户室", "unit").must(),
      oneOf("kind", "类型", "FAMILY", "COLLECTIVE").must()),
  PERSON(
      "人口",
      "CASE WHEN access.sees_name(x.id, NULL) THEN register.masked_name(x.name) ELSE "
          + Unseen.NAME
          + " END",
      Set.of("registered_unit_id", "document_hash", "document_tail", "erased_at"),
      plain(Field.Type.TEXT, "name", "姓名").must().ofPerson(),
      oneOf("sex", "性别", "MALE", "FEMALE").ofPerson(),
      plain(Field.Type.DATE, "birth_date", "出生日期").ofPerson(),
      oneOf(
          "document_type",
          "证件类型",
          "CITIZEN_ID",
          "HK_MACAO_TAIWAN_PERMIT",
          "RESIDENCE_PERMIT_HMT",
          "PASSPORT",
          "FOREIGN_RESIDENT_ID",
          "OTHER"),
      plain(Field.Type.TEXT, "document_number", "证件号码").ofPerson().keptSealed(),
      plain(Field.Type.TEXT, "nationality", "国籍").must().ofPerson(),
      plain(Field.Type.TEXT, "ethnicity", "民族").ofPerson(),
      plain(Field.Type.TEXT, "phone", "电话").ofPerson().keptSealed(),
      plain(Field.Type.TEXT, "registered_address", "户籍地址").ofPerson(),
      plain(Field.Type.TEXT, "registered_region_code", "户籍区划代码"),
      plain(Field.Type.TEXT, "registration_book", "户号").ofPerson(),
      plain(Field.Type.TEXT, "residence_permit", "居住证号").ofPerson(),
      plain(Field.Type.DATE, "permit_until", "居住证到期日")),
  RESIDENCE(
      "居住关系",
      "coalesce(access.shown_name(x.person_id, x.unit_id), " + Unseen.NAME + ")",
      Set.of("community_id"),
      reference("person_id", "人", "person").must(),
      reference("unit_id", "户室", "unit").must(),
      reference("household_id", "户", "household"),
      oneOf("role", "居住身份", "OWNER", "TENANT", "FAMILY", "LODGER", "STAFF").must(),
      oneOf("relation", "与户主关系", "HEAD", "SPOUSE", "CHILD", "PARENT", "GRANDCHILD", "OTHER"),
      plain(Field.Type.FLAG, "main", "主要居所").must()),
  TENANCY(
      "租赁",
      "'租赁'",
      Set.of(),
      reference("unit_id", "户室", "unit").must(),
      reference("landlord_id", "出租人", "person"),
      reference("tenant_id", "承租人", "person")),
  ORGANISATION(
      "单位",
      "x.name",
      Set.of(),
      plain(Field.Type.TEXT, "name", "名称").must(),
      plain(Field.Type.TEXT, "credit_code", "统一社会信用代码"),
      oneOf("kind", "类型", "COMPANY", "SHOP", "SCHOOL", "HOSPITAL", "GOVERNMENT", "OTHER").must(),
      plain(Field.Type.TEXT, "industry", "行业"),
      reference("unit_id", "户室", "unit")),
  EVIDENCE(
      "走访等证据",
      "x.finding",
      Set.of(),
      reference("unit_id", "户室", "unit").must(),
      oneOf("kind", "类型", "VISIT", "READING", "CONTRACT", "FILE").must(),
      oneOf("finding", "结果", "EMPTY", "LIVED_IN", "NO_ANSWER", "LIKELY_EMPTY", "NOTED").must(),
      plain(Field.Type.TEXT, "note", "备注"),
      plain(Field.Type.TEXT, "seen_by", "走访人")),
  STAFF_POST(
      "网格岗位",
      "x.name",
      Set.of(),
      reference("grid_id", "网格", "grid").must(),
      oneOf("role", "岗位", "LEADER", "STAND_IN", "ASSISTANT", "INFORMATION_OFFICER").must(),
      plain(Field.Type.TEXT, "name", "姓名").must(),
      plain(Field.Type.TEXT, "phone", "电话")),
  CONTEXT_FEATURE(
      "底图要素",
      "coalesce(x.name, x.kind)",
      Set.of(),
      oneOf("theme", "主题", "WATER", "LANDUSE", "POI").must(),
      plain(Field.Type.TEXT, "kind", "类别"),
      plain(Field.Type.TEXT, "name", "名称"),
      plain(Field.Type.SHAPE, "geom", "形状").must()),
  LINEAGE(
      "沿革",
      "x.relation",
      Set.of(),
      oneOf("kind", "种类", "BUILDING", "UNIT", "HOUSEHOLD", "PERSON", "ADDRESS", "GRID", "REGION")
          .must(),
      plain(Field.Type.WHOLE, "from_id", "由").must(),
      plain(Field.Type.WHOLE, "to_id", "成为").must(),
      oneOf("relation", "关系", "MERGED_INTO", "SPLIT_INTO", "SAME_AS", "REPLACED_BY").must());

  /** A class of its own: an enum's constants are made before its other fields. */
  private static final class Unseen {
    /** SQL: in place of a name that the reader may not see. */
    static final String NAME = "'姓名保密'";
  }

  private final String label;
  private final String labelSql;
  private final Set<String> derived;
  private final List<Field> fields;

  ThingKind(String label, String labelSql, Set<String> derived, Field... fields) {
    this.label = label;
    this.labelSql = labelSql;
    this.derived = derived;
    this.fields = List.of(fields);
  }

  private static Field[] addressFields() {
    return Stream.concat(
            Arrays.stream(Component.values())
                .map(component -> plain(Field.Type.TEXT, component.column(), component.label())),
            Stream.of(
                plain(Field.Type.LIST, "aliases", "别名、旧名"), plain(Field.Type.POINT, "geom", "位置")))
        .toArray(Field[]::new);
  }

  /** The kind as paths name it: {@code staff-post}. */
  public String word() {
    return table().replace('_', '-');
  }

  public static Optional<ThingKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind of a fact table. */
  public static ThingKind ofTable(String table) {
    return valueOf(table.toUpperCase(Locale.ROOT));
  }

  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /**
   * SQL over a row {@code x} of the fact table: what one thing of the kind is called. Of people a
   * masked name, where the reader may see names at all (migration V030).
   */
  public String labelSql() {
    return labelSql;
  }

  public List<Field> fields() {
    return fields;
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Columns the register works out itself. */
  public Set<String> derived() {
    return derived;
  }

  /** Fields that point at other things. */
  public List<Field> references() {
    return fields.stream().filter(field -> field.type() == Field.Type.REFERENCE).toList();
  }

  /** Columns that point at other things and that the register works out itself. */
  public List<Field> derivedReferences() {
    return this == PERSON ? List.of(reference("registered_unit_id", "户籍所在户室", "unit")) : List.of();
  }

  /**
   * Whether hands write of it by its fields alone. Grids change by plans, the base map by files,
   * lineage by the verbs that make it.
   */
  public boolean writable() {
    return this != GRID && this != CONTEXT_FEATURE && this != LINEAGE;
  }

  /** Whether the occupancy of a unit follows from it, through its column unit_id. */
  boolean tellsOfUnits() {
    return this == RESIDENCE || this == TENANCY || this == ORGANISATION || this == EVIDENCE;
  }
}
