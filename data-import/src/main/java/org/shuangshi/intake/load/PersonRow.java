package org.shuangshi.intake.load;

import java.time.LocalDate;
import java.util.Optional;
import org.shuangshi.gis.code.CitizenId;

/** What a citizen id proves is checked against what the row says, and fills what it leaves out. */
final class PersonRow implements RowRule {

  @Override
  public void apply(Row row) {
    if (row.get("nationality") == null) {
      row.set("nationality", "CHN");
    }
    String number = row.text("document_number");
    if (number != null && "CITIZEN_ID".equals(row.text("document_type"))) {
      Optional<CitizenId> found = CitizenId.find(number);
      if (found.isEmpty()) {
        row.reject("code.citizen-id", "公民身份号码的位数、出生日期或校验码不对");
      } else {
        compare(row, found.get());
      }
    }
    String region = row.text("registered_region_code");
    if (region != null && !region.matches("[0-9]{6}([0-9]{3}([0-9]{3})?)?")) {
      row.reject("code.form", "户籍区划代码应为 6、9 或 12 位数字");
    }
    if (row.get("unit") != null) {
      residence(row);
    } else if (row.get("moved_in") != null || row.get("household") != null) {
      row.warn("residence.no-unit", "给出了入住日期或户，但没有户室编号，没有登记居住关系");
    }
  }

  private static void compare(Row row, CitizenId id) {
    row.set("document_number", id.number());
    String sex = id.male() ? "MALE" : "FEMALE";
    if (row.get("birth_date") == null) {
      row.set("birth_date", id.birthDate());
    } else if (!id.birthDate().equals(row.get("birth_date"))) {
      row.warn("person.birth-date-differs", "出生日期与身份号码不一致");
    }
    if (row.get("sex") == null) {
      row.set("sex", sex);
    } else if (!sex.equals(row.get("sex"))) {
      row.warn("person.sex-differs", "性别与身份号码不一致");
    }
  }

  private static void residence(Row row) {
    if (row.get("role") == null) {
      row.reject("value.missing", "有户室编号的行必须给出居住身份（role）");
    }
    if (row.get("main") == null) {
      row.set("main", true);
    }
    if (row.get("moved_in") instanceof LocalDate in
        && row.get("moved_out") instanceof LocalDate out
        && !out.isAfter(in)) {
      row.reject("period.empty", "搬离日期不晚于入住日期");
    }
  }
}
