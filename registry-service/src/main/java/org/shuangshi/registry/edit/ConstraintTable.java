package org.shuangshi.registry.edit;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.shuangshi.registry.refusal.Refusal;

/** What it means when one of the register's constraints refuses a row. */
final class ConstraintTable {

  /** Code, field (empty: several), message. */
  private record Meaning(String code, String field, String message) {}

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "residence_one_main", new Meaning("residence.two-mains", "main", "此人在这些日期已有另一处主要居所")),
          Map.entry(
              "residence_one_head", new Meaning("household.two-heads", "relation", "这一户在这些日期已有户主")),
          Map.entry(
              "region_code_fits_level",
              new Meaning("code.form", "code", "代码位数与级别不符：市 4 位、区县 6 位、街道 9 位、社区 12 位")),
          Map.entry("grid_code_15_digits", new Meaning("code.form", "code", "网格代码应为 15 位数字")),
          Map.entry(
              "building_floors_sane", new Meaning("value.range", "floors", "层数应为 0–200，地下 0–20")),
          Map.entry("unit_area_positive", new Meaning("value.range", "areaM2", "面积应大于 0")),
          Map.entry(
              "unit_floor_not_zero",
              new Meaning("value.range", "floor", "没有 0 层：地上从 1 起，地下从 -1 起")),
          Map.entry(
              "evidence_only_visits_see_empty",
              new Meaning("evidence.empty-by-visit", "finding", "只有走访能认定空置")),
          Map.entry(
              "person_region_code_digits",
              new Meaning("code.form", "registeredRegionCode", "户籍区划代码应为 6、9 或 12 位数字")),
          Map.entry(
              "person_erased_is_blank", new Meaning("person.erased", "", "此人的个人信息已依法删除，不能再填写")),
          Map.entry(
              "organisation_credit_code_form",
              new Meaning("code.credit", "creditCode", "统一社会信用代码应为 18 位数字或大写字母")));

  /** SQLSTATE insufficient_privilege: row-level security and the check at the end of a change. */
  private static final String NOT_ALLOWED = "42501";

  private ConstraintTable() {}

  /** Null where it is no constraint of ours. */
  static @Nullable Refusal refusal(SQLException e) {
    String state = e.getSQLState();
    if (NOT_ALLOWED.equals(state)) {
      return Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "有记录不在你可以登记的辖区内，全部没有写入");
    }
    if (state == null || !(state.startsWith("23") || state.startsWith("22"))) {
      return null;
    }
    Meaning meaning = MEANINGS.get(constraint(e));
    if (meaning != null) {
      return meaning.field().isEmpty()
          ? Refusal.of(Refusal.Kind.CONFLICT, meaning.code(), meaning.message())
          : Refusal.field("values." + meaning.field(), meaning.code(), meaning.message());
    }
    return switch (state) {
      case "23503" -> Refusal.of(Refusal.Kind.INVALID, "reference.unknown", "指向的记录不存在");
      case "23514", "23502", "22003" ->
          Refusal.of(Refusal.Kind.INVALID, "value.invalid", "有字段的值超出允许的范围");
      case "23P01", "23505" -> Refusal.of(Refusal.Kind.CONFLICT, "thing.present", "这些日期已经有记录");
      default -> null;
    };
  }

  /** A batch carries what the server said in the exception behind it. */
  private static String constraint(SQLException e) {
    for (Throwable each : e) {
      ServerErrorMessage said =
          each instanceof PSQLException known ? known.getServerErrorMessage() : null;
      String constraint = said == null ? null : said.getConstraint();
      if (constraint != null) {
        return constraint;
      }
    }
    return "";
  }
}
