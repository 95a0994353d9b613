package org.shuangshi.intake.load;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.intake.mapping.Choice;

/**
 * Makes rows of one kind out of features: cells read column by column, then the kind's own rule.
 */
final class RowMaker {

  private final Kind kind;
  private final ColumnMapping mapping;
  private final GeometryIntake geometries;
  private final Dictionary dictionary;
  private final UnknownWords unknown;
  private final Map<String, Integer> positions = new HashMap<>();

  RowMaker(
      Kind kind,
      ColumnMapping mapping,
      GeometryIntake geometries,
      Dictionary dictionary,
      UnknownWords unknown) {
    this.dictionary = dictionary;
    this.unknown = unknown;
    this.kind = kind;
    this.mapping = mapping;
    this.geometries = geometries;
    for (Column column : kind.columns()) {
      positions.put(column.name(), positions.size());
    }
  }

  /** The row; rejected where anything about it cannot stand. */
  Row make(Feature feature) {
    Row row = new Row(feature.row(), positions);
    List<@Nullable Object> cells = feature.values();
    if (mapping.key() >= 0) {
      Object key = cell(cells, mapping.key());
      Object read = key == null ? null : read(Readings::digits, mapping.keyName(), key, row);
      row.key(read == null ? null : read.toString());
    }
    if (feature.fault() != null) {
      geometries.report(row, feature.fault());
      return row;
    }
    if (mapping.key() >= 0 && row.key() == null && !row.rejected()) {
      row.reject("key.missing", "主键列“" + mapping.keyName() + "”是空的");
    }
    geometries.take(feature.geometry(), row);
    for (Column column : kind.columns()) {
      read(column, cells, row);
    }
    if (!row.rejected()) {
      kind.rule().apply(row);
    }
    return row;
  }

  private void read(Column column, List<@Nullable Object> cells, Row row) {
    Integer field = mapping.positions().get(column.name());
    Object raw = field == null ? null : cell(cells, field);
    if (raw != null && column.reading() instanceof WordReading words) {
      raw = word(column, words, raw, row);
      if (raw == null) {
        return;
      }
    }
    if (raw != null) {
      row.set(column.name(), read(column.reading(), column.name(), raw, row));
    } else if (column.required()) {
      row.reject("value.missing", "列 " + column.name() + " 是空的");
    }
  }

  /** What is to be read of a word: null where it says nothing, or nobody knows what. */
  private @Nullable Object word(Column column, WordReading words, Object raw, Row row) {
    String code = dictionary.find(column.name(), raw);
    if (Choice.NOTHING.equals(code)) {
      if (column.required()) {
        row.reject("value.missing", "列 " + column.name() + " 是空的");
      }
      return null;
    }
    if (code == null && !words.knows(raw)) {
      unknown.add(column, raw, row.number());
      return column.sparing() ? null : raw;
    }
    return code == null ? raw : code;
  }

  /** The row's first or last day, where it states one. */
  @Nullable LocalDate day(Feature feature, int field, Row row) {
    Object raw = field < 0 ? null : cell(feature.values(), field);
    return raw == null ? null : (LocalDate) read(Readings::date, "valid", raw, row);
  }

  private static @Nullable Object read(Reading reading, String column, Object raw, Row row) {
    try {
      return reading.read(raw);
    } catch (ValueFault fault) {
      row.reject(fault.code(), "列 " + column + "：" + fault.text());
      return null;
    }
  }

  private static @Nullable Object cell(List<@Nullable Object> cells, int field) {
    Object raw = cells.get(field);
    return raw instanceof String text && text.isBlank() ? null : raw;
  }
}
