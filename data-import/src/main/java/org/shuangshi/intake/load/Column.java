package org.shuangshi.intake.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column an import file of some kind may have.
 *
 * @param name its English header, and its name in the staging table
 * @param aliases what people call it, mostly in Chinese
 * @param required a file without it is refused, a row without a value rejected
 * @param sparing whether a word nobody knows leaves the field empty, with a warning, instead of
 *     rejecting the row: not where an empty field is taken for one of the words
 * @param type its SQL type where the fact table has no column of that name
 * @param reference what it refers to; null for a plain value
 */
record Column(
    String name,
    List<String> aliases,
    Reading reading,
    boolean required,
    boolean sparing,
    String type,
    @Nullable Reference reference) {

  /** Whose key or code the cell holds. */
  record Reference(String table, By by) {}

  /** How a thing is named in another file. */
  enum By {
    KEY,
    CODE
  }

  static Column read(String name, Reading reading, String... aliases) {
    return new Column(name, List.of(aliases), reading, false, false, "text", null);
  }

  static Column text(String name, String... aliases) {
    return read(name, Readings::text, aliases);
  }

  Column must() {
    return new Column(name, aliases, reading, true, sparing, type, reference);
  }

  Column orEmpty() {
    return new Column(name, aliases, reading, required, true, type, reference);
  }

  Column typed(String sqlType) {
    return new Column(name, aliases, reading, required, sparing, sqlType, reference);
  }

  Column refersTo(String table, By by) {
    return new Column(
        name, aliases, Readings::digits, required, sparing, "text", new Reference(table, by));
  }
}
