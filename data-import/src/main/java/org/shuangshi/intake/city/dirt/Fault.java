package org.shuangshi.intake.city.dirt;

import java.util.List;

/**
 * One way of spoiling a row.
 *
 * @param code an import has to give, {@link #NOTHING} where it has nothing to say of the row
 * @param taken whether the row is taken all the same
 */
record Fault(String code, boolean taken, Planting planting) {

  /** Of what is written otherwise than in the city, and is right. */
  static final String NOTHING = "";

  /** Does it. */
  @FunctionalInterface
  interface Planting {
    /**
     * Spoils the row.
     *
     * @param before sound rows of the same table, to copy from
     * @return the rows to write in its place; empty where this row cannot be spoilt so
     */
    List<DirtyRow> plant(DirtyRow row, Memory before);
  }

  /** Spoils the row itself. */
  @FunctionalInterface
  interface Change {
    /** False where this row cannot be spoilt so. */
    boolean change(DirtyRow row);
  }

  /** A row that is refused. */
  static Fault refused(String code, String what, Change change) {
    return of(code, what, false, change);
  }

  /** A row that is taken, and of which something is said. */
  static Fault said(String code, String what, Change change) {
    return of(code, what, true, change);
  }

  private static Fault of(String code, String what, boolean taken, Change change) {
    return new Fault(
        code,
        taken,
        (row, before) -> {
          if (!change.change(row)) {
            return List.of();
          }
          row.expect(code, what);
          return List.of(row);
        });
  }

  /** Writes something else into a cell that has something. */
  static Fault cell(String code, String column, Object instead) {
    return refused(
        code,
        column + " 写成 " + shown(instead),
        row -> {
          if (!row.has(column)) {
            return false;
          }
          row.set(column, instead);
          return true;
        });
  }

  /** Writes a word nobody knows into a cell that may do without: told once, and left empty. */
  static Fault word(String column, String word) {
    return new Fault(
        "value.unknown",
        true,
        (row, before) -> {
          if (!row.has(column)) {
            return List.of();
          }
          row.set(column, word);
          row.expectOnce("value.unknown", column + " 写成 " + word);
          return List.of(row);
        });
  }

  private static String shown(Object value) {
    return value.toString().replace("\0", "控制字符");
  }

  /** Empties a cell. */
  static Fault blank(String code, String column) {
    return refused(
        code,
        column + " 留空",
        row -> {
          if (!row.has(column)) {
            return false;
          }
          row.set(column, null);
          return true;
        });
  }
}
