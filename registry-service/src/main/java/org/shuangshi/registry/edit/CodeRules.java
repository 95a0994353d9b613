package org.shuangshi.registry.edit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.code.CreditCode;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.gis.code.IdentityDocument.Kind;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;

/**
 * What codes prove: a document's number its form and, where it carries them, check digit, birth
 * date and sex; a credit code its check. Nobody is born later than today.
 */
public final class CodeRules {

  private static final Set<String> CHECKED =
      Set.of("document_type", "document_number", "birth_date", "sex", "credit_code");

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private CodeRules() {}

  /** Whether a statement of these columns is one to check. */
  public static boolean concerns(Set<String> columns) {
    return columns.stream().anyMatch(CHECKED::contains);
  }

  public static void check(ThingKind kind, Timeline timeline) {
    timeline.versions().forEach(version -> check(kind, version.values()));
  }

  public static void check(ThingKind kind, Map<String, @Nullable String> values) {
    List<FieldFault> faults =
        switch (kind) {
          case PERSON -> person(values);
          case ORGANISATION -> organisation(values);
          default -> List.of();
        };
    if (!faults.isEmpty()) {
      throw Refusal.fields(faults.get(0).code(), faults.get(0).message(), faults);
    }
  }

  private static List<FieldFault> person(Map<String, @Nullable String> values) {
    List<FieldFault> faults = new ArrayList<>();
    String number = values.get("document_number");
    String type = values.get("document_type");
    String birth = values.get("birth_date");
    if (birth != null && LocalDate.parse(birth).isAfter(LocalDate.now(SHANGHAI))) {
      faults.add(fault("birthDate", "person.born-later", "出生日期在今天以后"));
    }
    if (number == null) {
      return faults;
    }
    if (type == null) {
      faults.add(fault("documentType", "value.missing", "有证件号码时要选证件类型"));
      return faults;
    }
    Kind kind = Kind.valueOf(type);
    Optional<IdentityDocument> found = IdentityDocument.find(kind, number);
    if (found.isEmpty()) {
      faults.add(
          kind == Kind.CITIZEN_ID
              ? fault("documentNumber", "code.citizen-id", "公民身份号码的位数、出生日期或校验码不对")
              : fault("documentNumber", "code.document", "不是这种证件的号码：位数、字母或校验码不对"));
      return faults;
    }
    IdentityDocument document = found.get();
    if (birth != null && !document.fits(LocalDate.parse(birth))) {
      faults.add(fault("birthDate", "person.birth-date-differs", "出生日期与证件号码不一致"));
    }
    String sex = values.get("sex");
    Boolean male = document.male();
    if (sex != null && male != null && male != sex.equals("MALE")) {
      faults.add(fault("sex", "person.sex-differs", "性别与证件号码不一致"));
    }
    return faults;
  }

  private static List<FieldFault> organisation(Map<String, @Nullable String> values) {
    String code = values.get("credit_code");
    return code == null || CreditCode.valid(code)
        ? List.of()
        : List.of(fault("creditCode", "code.credit", "统一社会信用代码的位数或校验码不对"));
  }

  private static FieldFault fault(String field, String code, String message) {
    return new FieldFault("values." + field, code, message);
  }
}
