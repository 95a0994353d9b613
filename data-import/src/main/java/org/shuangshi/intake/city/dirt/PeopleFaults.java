package org.shuangshi.intake.city.dirt;

import static org.shuangshi.intake.city.dirt.PlaceFaults.all;
import static org.shuangshi.intake.city.dirt.PlaceFaults.set;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What is wrong with rows of those who live and work there. */
final class PeopleFaults {
  private static final String NO_UNIT = "U9999999";

  private PeopleFaults() {}

  static final List<Fault> HOUSEHOLDS =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.ragged(),
              KeyFaults.keyTwice("kind", "COLLECTIVE"),
              Fault.cell("reference.unknown", "unit", NO_UNIT),
              Fault.blank("value.missing", "unit"),
              Fault.word("kind", "神仙户")),
          TextFaults.of("unit", "address", false));

  static final List<Fault> PEOPLE =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.keyTwice("name", "另一人"),
              twiceWithoutUnit(),
              Fault.blank("value.missing", "name"),
              Fault.word("sex", "不便透露"),
              Fault.cell("value.unknown", "document_type", "图书证"),
              Fault.word("relation", "旧友之友"),
              Fault.cell("value.date", "birth_date", "2001-02-30"),
              Fault.cell("value.date", "moved_in", "去年春天"),
              Fault.cell("value.flag", "main", "也许"),
              Fault.cell("code.form", "registered_region_code", "42990"),
              Fault.cell("reference.unknown", "unit", NO_UNIT),
              Fault.cell("reference.unknown", "household", "H9999999"),
              Fault.refused(
                  "value.missing",
                  "住在户室却没有居住身份",
                  row -> row.has("unit") && row.has("role") && set(row, "role", null)),
              falseId(),
              notOfThisDocument(),
              bornLater(),
              otherBirth(),
              otherSex(),
              outBeforeIn(),
              Fault.said(
                  "residence.no-unit",
                  "有户而无户室",
                  row -> row.has("household") && set(row, "unit", null)),
              secondMain(),
              secondHead()),
          TextFaults.of("unit", "address", false));

  static final List<Fault> ORGANISATIONS =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.keyTwice("industry", "卜卦"),
              Fault.blank("value.missing", "name"),
              Fault.cell("value.unknown", "kind", "帮会"),
              Fault.cell("reference.unknown", "unit", NO_UNIT),
              Fault.said(
                  "address.unmatched",
                  "户室改成查不到的地址",
                  row -> set(row, "unit", null) && set(row, "address", "云江市澄湖区乌有路98765号")),
              Fault.refused("code.credit", "校验码改错", row -> lastDiffers(row, "credit_code")),
              Fault.refused(
                  "period.empty",
                  "失效在生效之前",
                  row ->
                      row.get("valid_from") instanceof LocalDate from
                          && set(row, "valid_to", from.minusDays(1)))),
          TextFaults.of("unit", "address", true));

  static final List<Fault> EVIDENCE =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.ragged(),
              KeyFaults.keyTwice("note", "另一句话"),
              Fault.cell("reference.unknown", "unit", NO_UNIT),
              Fault.cell("value.unknown", "kind", "梦见"),
              Fault.cell("value.unknown", "finding", "闹鬼"),
              Fault.blank("value.missing", "date"),
              Fault.blank("value.missing", "finding"),
              Fault.cell("value.date", "date", "2025-13-01"),
              Fault.refused(
                  "evidence.empty-not-visit",
                  "读数认定空置",
                  row -> set(row, "kind", "READING") && set(row, "finding", "EMPTY"))));

  static final List<Fault> STAFF =
      all(
          List.of(
              Fault.cell("reference.unknown", "grid", "999999999999999"),
              Fault.cell("value.unknown", "role", "保长"),
              Fault.blank("value.missing", "name"),
              KeyFaults.keyTwice("name", "另一人")),
          KeyFaults.ANY);

  private static Fault twiceWithoutUnit() {
    return new Fault(
        "row.duplicate",
        true,
        (row, before) -> {
          if (row.has("unit")) {
            return List.of();
          }
          DirtyRow again = row.copy();
          again.expect("row.duplicate", "没有户室的整行重复");
          return List.of(row, again);
        });
  }

  private static boolean citizen(DirtyRow row) {
    return "CITIZEN_ID".equals(row.get("document_type")) && row.has("document_number");
  }

  private static Fault falseId() {
    return Fault.refused(
        "code.citizen-id", "校验码改错", row -> citizen(row) && lastDiffers(row, "document_number"));
  }

  private static boolean lastDiffers(DirtyRow row, String column) {
    if (!row.has(column)) {
      return false;
    }
    String code = String.valueOf(row.get(column));
    String other = code.endsWith("1") ? "2" : "1";
    return set(row, column, code.substring(0, code.length() - 1) + other);
  }

  private static Fault notOfThisDocument() {
    return Fault.said(
        "code.document",
        "永居证只有三位",
        row ->
            row.has("document_number")
                && set(row, "document_type", "FOREIGN_RESIDENT_ID")
                && set(row, "document_number", "123"));
  }

  private static Fault bornLater() {
    return Fault.refused(
        "person.born-later",
        "生于 2199 年",
        row ->
            set(row, "document_type", null)
                && set(row, "document_number", null)
                && set(row, "birth_date", LocalDate.of(2199, 1, 1)));
  }

  private static Fault otherBirth() {
    return Fault.said(
        "person.birth-date-differs",
        "出生日期差一天",
        row ->
            citizen(row)
                && row.get("birth_date") instanceof LocalDate birth
                && set(row, "birth_date", birth.minusDays(1)));
  }

  private static Fault otherSex() {
    return Fault.said(
        "person.sex-differs",
        "性别写反",
        row ->
            citizen(row)
                && row.has("sex")
                && set(row, "sex", "MALE".equals(row.get("sex")) ? "FEMALE" : "MALE"));
  }

  private static Fault outBeforeIn() {
    return Fault.refused(
        "period.empty",
        "搬离在入住之前",
        row ->
            row.has("unit")
                && row.get("moved_in") instanceof LocalDate in
                && set(row, "moved_out", in.minusDays(1)));
  }

  /** Lives there still, and has lived there since a day that is told. */
  private static boolean stays(DirtyRow row) {
    return row.has("unit") && row.has("moved_in") && !row.has("moved_out");
  }

  private static Fault secondMain() {
    return new Fault(
        "residence.two-mains",
        true,
        (row, before) -> {
          DirtyRow other =
              before.find(
                  each -> each.has("unit") && !Objects.equals(each.get("unit"), row.get("unit")));
          if (other == null || !stays(row)) {
            return List.of();
          }
          DirtyRow again = row.copy();
          again.set("unit", other.get("unit"));
          again.set("household", null);
          again.set("relation", null);
          again.expect("residence.two-mains", "同时住在 " + other.get("unit"));
          return List.of(row, again);
        });
  }

  private static Fault secondHead() {
    return new Fault(
        "household.two-heads",
        false,
        (row, before) -> {
          DirtyRow head =
              before.find(
                  each ->
                      row.has("household")
                          && Objects.equals(each.get("household"), row.get("household"))
                          && "HEAD".equals(each.get("relation"))
                          && stays(each));
          if (head == null || !stays(row)) {
            return List.of();
          }
          row.set("relation", "HEAD");
          row.expect("household.two-heads", "户主已是 " + head.key());
          return List.of(row);
        });
  }
}
