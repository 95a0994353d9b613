package org.shuangshi.intake.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.gis.code.IdentityDocument.Kind;

/**
 * What a document's number proves is checked against what the row says, and fills what it leaves
 * out.
 */
final class PersonRow implements RowRule {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public void apply(Row row) {
    if (row.get("nationality") == null) {
      row.set("nationality", "CHN");
    }
    String number = row.text("document_number");
    String type = row.text("document_type");
    if (number != null && type != null) {
      document(row, Kind.valueOf(type), number);
    }
    if (row.get("birth_date") instanceof LocalDate birth
        && birth.isAfter(LocalDate.now(SHANGHAI))) {
      row.reject("person.born-later", "出生日期在今天以后");
    }
    String region = row.text("registered_region_code");
    if (region != null && !region.matches("[0-9]{6}([0-9]{3}([0-9]{3})?)?")) {
      row.reject("code.form", "户籍区划代码应为 6、9 或 12 位数字");
    }
    if (row.get("unit") != null || row.get("address") != null) {
      residence(row);
    } else if (row.get("moved_in") != null || row.get("household") != null) {
      row.warn("residence.no-unit", "给出了入住日期或户，但没有户室编号或现住址，没有登记居住关系");
    }
  }

  /**
   * A citizen id that proves false is nobody's: the row is refused. Of other documents, whose forms
   * differ from state to state and year to year, it is taken and said.
   */
  private static void document(Row row, Kind kind, String number) {
    Optional<IdentityDocument> found = IdentityDocument.find(kind, number);
    if (found.isPresent()) {
      compare(row, found.get());
    } else if (kind == Kind.CITIZEN_ID) {
      row.reject("code.citizen-id", "公民身份号码的位数、出生日期或校验码不对");
    } else {
      row.warn("code.document", "不是这种证件的号码：位数、字母或校验码不对");
    }
  }

  private static void compare(Row row, IdentityDocument document) {
    row.set("document_number", document.number());
    LocalDate birth = document.birthDate();
    if (row.get("birth_date") == null) {
      if (birth != null) {
        row.set("birth_date", birth);
      }
    } else if (row.get("birth_date") instanceof LocalDate said && !document.fits(said)) {
      row.warn("person.birth-date-differs", "出生日期与证件号码不一致");
    }
    Boolean male = document.male();
    if (male == null) {
      return;
    }
    String sex = male ? "MALE" : "FEMALE";
    if (row.get("sex") == null) {
      row.set("sex", sex);
    } else if (!sex.equals(row.get("sex"))) {
      row.warn("person.sex-differs", "性别与证件号码不一致");
    }
  }

  private static void residence(Row row) {
    if (row.get("role") == null) {
      row.reject("value.missing", "有户室编号或现住址的行必须给出居住身份（role）");
    }
    if (row.get("main") == null) {
      row.set("main", true);
    }
  }
}
