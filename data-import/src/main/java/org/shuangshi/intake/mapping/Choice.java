package org.shuangshi.intake.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose of how a file is read. What is not chosen is found.
 *
 * @param columns field by header of the file; {@link #NOTHING}: nothing is made of it
 * @param values by field: code by word of the file; {@link #NOTHING}: the word says nothing
 * @param encoding of the texts of a Shapefile or CSV, as Java names it; null: found by trial
 * @param layer of a file with several; null: the only one
 * @param key header of the key; null: found by name
 */
public record Choice(
    Map<String, String> columns,
    Map<String, Map<String, String>> values,
    @Nullable String encoding,
    @Nullable String layer,
    @Nullable String key) {

  /** Of a column or a word that is to be passed over. */
  public static final String NOTHING = "";

  public static final Choice NONE = new Choice(Map.of(), Map.of(), null, null, null);

  public Choice {
    columns = Map.copyOf(columns);
    values = Map.copyOf(values);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** The same, with the columns that were found beside the chosen ones. */
  public Choice withColumns(List<Mapped.Use> uses) {
    Map<String, String> fields = new LinkedHashMap<>(columns);
    uses.forEach(use -> fields.putIfAbsent(use.header(), use.field()));
    return new Choice(fields, values, encoding, layer, key);
  }

  /**
   * The same, with a layer and a key that were asked for apart.
   *
   * @param askedLayer null: none was
   * @param askedKey null: none was
   */
  public Choice read(@Nullable String askedLayer, @Nullable String askedKey) {
    return new Choice(
        columns,
        values,
        encoding,
        askedLayer == null ? layer : askedLayer,
        askedKey == null ? key : askedKey);
  }

  /** Whether another's column of the field is none any more: a geometry is of one place alone. */
  private boolean replaces(String field) {
    boolean pair = field.equals(Place.EAST) || field.equals(Place.NORTH);
    boolean otherwise =
        pair
            ? columns.containsValue(Place.WKT)
            : field.equals(Place.WKT)
                && (columns.containsValue(Place.EAST) || columns.containsValue(Place.NORTH));
    return otherwise || (!field.isEmpty() && columns.containsValue(field));
  }

  /** This one, and what another says of things this one says nothing of. */
  public Choice over(Choice other) {
    Map<String, String> fields = new LinkedHashMap<>(other.columns);
    fields.values().removeIf(this::replaces);
    fields.putAll(columns);
    Map<String, Map<String, String>> words = new LinkedHashMap<>(other.values);
    values.forEach(
        (field, own) -> {
          Map<String, String> both = new LinkedHashMap<>(words.getOrDefault(field, Map.of()));
          both.putAll(own);
          words.put(field, both);
        });
    return new Choice(
        fields,
        words,
        encoding == null ? other.encoding : encoding,
        layer == null ? other.layer : layer,
        key == null ? other.key : key);
  }
}
