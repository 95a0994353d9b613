package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Field;

/**
 * Which field of a file is which column, which one is the key, and which are not taken.
 *
 * @param positions field number by column name
 * @param key field number of the key; -1 where the key is a hash of geometry and values
 * @param keyName what the summary says the rows are known by
 * @param keyChosen whether the user named the key column
 * @param validFrom field number of valid_from, or -1
 * @param validTo field number of valid_to, or -1
 * @param ignored headers that mean nothing here
 */
record ColumnMapping(
    Map<String, Integer> positions,
    int key,
    String keyName,
    boolean keyChosen,
    int validFrom,
    int validTo,
    List<String> ignored) {

  private static final List<String> KEY_NAMES = List.of("id", "osm_id", "编号", "主键");
  private static final List<String> FROM_NAMES = List.of("valid_from", "生效日期");
  private static final List<String> TO_NAMES = List.of("valid_to", "失效日期");

  /** Where tables keep their points; FeatureFiles has made geometry of them. */
  private static final Set<String> PLACE_NAMES =
      Set.of("lon", "lat", "longitude", "latitude", "经度", "纬度", "x", "y", "wkt");

  /**
   * Finds the columns by header: English name or alias, in any case, the name before its aliases.
   *
   * @throws ImportException {@code column.missing}, {@code key.unknown-column}
   */
  static ColumnMapping of(Kind kind, FeatureSchema schema, @Nullable String keyColumn)
      throws ImportException {
    Map<String, Integer> headers = new LinkedHashMap<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      headers.putIfAbsent(normal(schema.fields().get(i).name()), i);
    }
    Set<Integer> taken = new HashSet<>();
    int key = keyField(headers, keyColumn);
    taken.add(key);
    Map<String, Integer> positions = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (Column column : kind.columns()) {
      int field = find(headers, column.name(), column.aliases(), taken, key);
      if (field >= 0) {
        positions.put(column.name(), field);
        taken.add(field);
      } else if (column.required()) {
        missing.add(column.name() + orAliases(column));
      }
    }
    missing.addAll(TextLinks.missing(kind, positions.keySet()));
    if (!missing.isEmpty()) {
      throw new ImportException(
          "column.missing", "文件缺少必需的列：" + String.join("、", missing) + "；文件中的列是：" + names(schema));
    }
    int from = find(headers, FROM_NAMES.get(0), FROM_NAMES, taken, key);
    int to = find(headers, TO_NAMES.get(0), TO_NAMES, taken, key);
    taken.addAll(List.of(from, to));
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      String name = schema.fields().get(i).name();
      if (!taken.contains(i) && !PLACE_NAMES.contains(normal(name))) {
        ignored.add(name);
      }
    }
    String keyName = key < 0 ? "几何与属性的散列值" : schema.fields().get(key).name();
    return new ColumnMapping(positions, key, keyName, keyColumn != null, from, to, ignored);
  }

  private static int keyField(Map<String, Integer> headers, @Nullable String chosen)
      throws ImportException {
    if (chosen != null) {
      Integer field = headers.get(normal(chosen));
      if (field == null) {
        throw new ImportException("key.unknown-column", "文件中没有 --key 指定的列“" + chosen + "”");
      }
      return field;
    }
    for (String name : KEY_NAMES) {
      Integer field = headers.get(name);
      if (field != null) {
        return field;
      }
    }
    return -1;
  }

  /** A key column may be a column of the kind as well: a grid known by its code. */
  private static int find(
      Map<String, Integer> headers,
      String name,
      List<String> aliases,
      Set<Integer> taken,
      int key) {
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(aliases);
    for (String each : names) {
      Integer field = headers.get(normal(each));
      if (field != null && (field == key || !taken.contains(field))) {
        return field;
      }
    }
    return -1;
  }

  private static String orAliases(Column column) {
    return column.aliases().isEmpty() ? "" : "（" + String.join("/", column.aliases()) + "）";
  }

  private static String names(FeatureSchema schema) {
    return String.join("、", schema.fields().stream().map(Field::name).toList());
  }

  private static String normal(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }
}
