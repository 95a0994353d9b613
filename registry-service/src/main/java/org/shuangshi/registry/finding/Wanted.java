package org.shuangshi.registry.finding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.gis.code.IdentityDocument.Kind;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.refusal.Refusal;

/**
 * Whom somebody looks for, in a form that finds few.
 *
 * @param kinds kinds of document the number may be of; empty: not looked for by number
 */
record Wanted(
    List<Kind> kinds,
    @Nullable String number,
    @Nullable String tail,
    @Nullable String name,
    @Nullable LocalDate birthDate,
    int limit) {
  private static final int TAIL = 4;
  private static final int LONGEST = 100;
  private static final int USUAL = 20;
  private static final int MOST = 100;

  static Wanted of(FindRequest request) {
    String number = text("documentNumber", request.documentNumber());
    String tail = text("documentTail", request.documentTail());
    String name = text("name", request.name());
    if (tail != null && IdentityDocument.folded(tail).length() != TAIL) {
      throw Refusal.field("documentTail", "finding.tail", "documentTail 应是号码的末 4 位");
    }
    if (number == null && tail == null && (name == null || request.birthDate() == null)) {
      throw Refusal.field("documentNumber", "finding.too-little", "请给出证件号码、证件末四位，或姓名和出生日期");
    }
    if (number == null && request.documentType() != null) {
      throw Refusal.field(
          "documentType", "finding.too-little", "documentType 要和 documentNumber 一起给");
    }
    int limit = request.limit() == null ? USUAL : request.limit();
    if (limit < 1 || limit > MOST) {
      throw Refusal.field("limit", "parameter.invalid", "limit 应在 1–" + MOST + " 之间");
    }
    return new Wanted(
        number == null ? List.of() : kinds(request.documentType()),
        number,
        tail,
        name,
        request.birthDate(),
        limit);
  }

  /** The fields it is found by: who cannot see them may not find by them either. */
  Set<PersonField> fields() {
    Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
    if (number != null || tail != null) {
      fields.add(PersonField.DOCUMENT_NUMBER);
    }
    if (name != null) {
      fields.add(PersonField.NAME);
    }
    if (birthDate != null) {
      fields.add(PersonField.BIRTH_DATE);
    }
    return fields;
  }

  private static List<Kind> kinds(@Nullable String type) {
    if (type == null) {
      return List.of(Kind.values());
    }
    return List.of(
        Arrays.stream(Kind.values())
            .filter(kind -> kind.name().equals(type))
            .findFirst()
            .orElseThrow(
                () -> Refusal.field("documentType", "value.unknown", "没有这种证件：documentType")));
  }

  private static @Nullable String text(String field, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (typed.length() > LONGEST || typed.indexOf('\0') >= 0) {
      throw Refusal.field(field, "finding.too-long", field + " 不能超过 " + LONGEST + " 个字");
    }
    return typed.strip();
  }
}
