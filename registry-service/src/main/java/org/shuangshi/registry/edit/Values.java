package org.shuangshi.registry.edit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.GeoJsonGeometry;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.refusal.Refusal.FieldFault;
import tools.jackson.databind.JsonNode;

/**
 * What a request says of a thing, as columns of its fact table: all faults at once, each with its
 * field.
 */
public final class Values {
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_WORDS = 50;

  private final ThingKind kind;
  private final String at;
  private final List<FieldFault> faults = new ArrayList<>();

  private Values(ThingKind kind, String at) {
    this.kind = kind;
    this.at = at;
  }

  /**
   * Reads the fields that are there; null and blank text mean "nothing".
   *
   * @param at path of the object in the body, for the faults: {@code values}
   */
  public static Map<String, @Nullable String> read(
      ThingKind kind, @Nullable JsonNode json, String at) {
    return new Values(kind, at).columns(json, false);
  }

  /** Reads a whole thing: what must be there and is not is a fault too. */
  public static Map<String, @Nullable String> readWhole(
      ThingKind kind, @Nullable JsonNode json, String at) {
    return new Values(kind, at).columns(json, true);
  }

  private Map<String, @Nullable String> columns(@Nullable JsonNode json, boolean whole) {
    if (json == null || !json.isObject() || json.isEmpty()) {
      throw Refusal.field(at, "values.missing", "没有给出任何字段");
    }
    Map<String, @Nullable String> columns = new HashMap<>();
    for (String name : json.propertyNames()) {
      Field field = kind.field(name).orElse(null);
      if (field == null) {
        fault(name, "field.unknown", kind.label() + "没有这个字段");
      } else {
        columns.put(field.column(), value(field, json.get(name)));
      }
    }
    for (Field field : kind.fields()) {
      boolean asked = whole || columns.containsKey(field.column());
      if (field.required() && asked && columns.get(field.column()) == null && isClean(field)) {
        fault(field.name(), "value.missing", field.label() + "必须填写");
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.fields(faults.get(0).code(), faults.get(0).message(), faults);
    }
    return columns;
  }

  private boolean isClean(Field field) {
    return faults.stream().noneMatch(fault -> fault.field().equals(at + "." + field.name()));
  }

  private @Nullable String value(Field field, JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> text(field, json);
      case WORD -> word(field, json);
      case LIST -> list(field, json);
      case WHOLE ->
          json.isIntegralNumber() && json.canConvertToInt()
              ? String.valueOf(json.asInt())
              : wrong(field, "应为整数");
      case NUMBER -> json.isNumber() ? json.decimalValue().toPlainString() : wrong(field, "应为数");
      case FLAG ->
          json.isBoolean() ? String.valueOf(json.asBoolean()) : wrong(field, "应为 true 或 false");
      case DATE -> date(field, json);
      case REFERENCE ->
          json.isIntegralNumber() && json.canConvertToLong()
              ? String.valueOf(json.asLong())
              : wrong(field, "应为编号（整数）");
      case SHAPE -> wrong(field, "不能手工填写");
      case POINT, LINE, AREA ->
          new GeoJsonGeometry(at + "." + field.name()).readHex(json, field.type().name());
    };
  }

  private @Nullable String text(Field field, JsonNode json) {
    if (!json.isString()) {
      return wrong(field, "应为文字");
    }
    String text = json.asString().strip();
    if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      return wrong(field, "最多 " + LONGEST_TEXT + " 个字");
    }
    if (field.personal() && text.indexOf('*') >= 0) { // what was shown comes back: not a value
      fault(field.name(), "value.masked", field.label() + "是遮盖后的样子；不改就不要提交，要改请写完整");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  private @Nullable String word(Field field, JsonNode json) {
    String text = json.isString() ? json.asString() : "";
    return field.words().contains(text)
        ? text
        : wrong(field, "应为 " + String.join("、", field.words()) + " 之一");
  }

  /** As PostgreSQL writes a list of texts. */
  private @Nullable String list(Field field, JsonNode json) {
    if (!json.isArray() || json.size() > MOST_WORDS) {
      return wrong(field, "应为文字的列表，最多 " + MOST_WORDS + " 项");
    }
    List<String> items = new ArrayList<>();
    for (JsonNode item : json) {
      String text = item.isString() ? item.asString().strip() : "";
      if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
        return wrong(field, "每一项应为 1–" + LONGEST_TEXT + " 个字");
      }
      items.add(text);
    }
    return listLiteral(items);
  }

  /** The list as PostgreSQL writes one of texts: {@code {"甲","乙"}}. */
  public static String listLiteral(List<String> items) {
    return items.stream()
        .distinct()
        .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private @Nullable String date(Field field, JsonNode json) {
    try {
      LocalDate date = LocalDate.parse(json.isString() ? json.asString() : "");
      if (date.getYear() >= 1850 && date.getYear() <= 2200) {
        return date.toString();
      }
    } catch (DateTimeParseException e) {
      return wrong(field, "应为日期，形如 2026-01-31");
    }
    return wrong(field, "年份应在 1850–2200 之间");
  }

  private @Nullable String wrong(Field field, String message) {
    fault(field.name(), "value.invalid", field.label() + message);
    return null;
  }

  private void fault(String name, String code, String message) {
    faults.add(new FieldFault(at + "." + name, code, message));
  }
}
