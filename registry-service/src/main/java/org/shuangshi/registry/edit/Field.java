package org.shuangshi.registry.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a kind of thing.
 *
 * @param name in JSON: {@code floorsBelow}
 * @param column in the fact table: {@code floors_below}
 * @param label on screen: 地下层数
 * @param words codes a {@link Type#WORD} may be
 * @param target the kind a {@link Type#REFERENCE} points at, by the name of its table
 * @param personal shown masked, never logged
 * @param sealed kept sealed, a text to who reads it open
 */
public record Field(
    String name,
    String column,
    String label,
    Type type,
    boolean required,
    List<String> words,
    @Nullable String target,
    boolean personal,
    boolean sealed) {

  /** How a value is written in JSON. */
  public enum Type {
    TEXT,
    WORD,
    LIST,
    WHOLE,
    NUMBER,
    FLAG,
    DATE,
    /** The id of another thing. */
    REFERENCE,
    /** GeoJSON, lon lat, EPSG:4490. */
    POINT,
    LINE,
    AREA,
    /** Of any of these; not written by hand. */
    SHAPE
  }

  static Field plain(Type type, String column, String label) {
    return new Field(camel(column), column, label, type, false, List.of(), null, false, false);
  }

  static Field oneOf(String column, String label, String... words) {
    return new Field(
        camel(column), column, label, Type.WORD, false, List.of(words), null, false, false);
  }

  /** The id of another thing: {@code building_id} is written {@code building}. */
  static Field reference(String column, String label, String target) {
    return new Field(
        camel(column.substring(0, column.length() - "_id".length())),
        column,
        label,
        Type.REFERENCE,
        false,
        List.of(),
        target,
        false,
        false);
  }

  Field must() {
    return new Field(name, column, label, type, true, words, target, personal, sealed);
  }

  Field ofPerson() {
    return new Field(name, column, label, type, required, words, target, true, sealed);
  }

  Field keptSealed() {
    return new Field(name, column, label, type, required, words, target, personal, true);
  }

  /** {@code floorsBelow} of {@code floors_below}; the shape of a thing is its geometry. */
  private static String camel(String column) {
    if (column.equals("geom") || column.equals("footprint")) {
      return "geometry";
    }
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < column.length(); i++) {
      char c = column.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }
}
