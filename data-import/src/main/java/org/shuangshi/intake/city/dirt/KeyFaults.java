package org.shuangshi.intake.city.dirt;

import java.util.List;

/** What is wrong with what rows are known by, and with whole lines. */
final class KeyFaults {
  private KeyFaults() {}

  /** Of every kind of file. */
  static final List<Fault> ANY = List.of(keyMissing(), rowTwice());

  private static Fault keyMissing() {
    return Fault.refused(
        "key.missing",
        "id 留空",
        row -> {
          row.set("id", null);
          return true;
        });
  }

  private static Fault rowTwice() {
    return new Fault(
        "row.duplicate",
        true,
        (row, before) -> {
          DirtyRow again = row.copy();
          again.expect("row.duplicate", "整行重复");
          return List.of(row, again);
        });
  }

  /** The key again with something else in a column. */
  static Fault keyTwice(String column, Object other) {
    return new Fault(
        "key.duplicate",
        false,
        (row, before) -> {
          if (other.equals(row.get(column))) {
            return List.of();
          }
          DirtyRow again = row.copy();
          again.set(column, other);
          row.expect("key.duplicate", "另有一行 id 相同");
          again.expect("key.duplicate", "id 相同，" + column + " 不同");
          return List.of(row, again);
        });
  }

  /** The same where an import takes it for a piece of the same thing. */
  static Fault inPieces(String column, Object other) {
    return new Fault(
        "key.shared",
        true,
        (row, before) -> {
          DirtyRow again = row.copy();
          again.set(column, other);
          again.expectOfFile("key.shared", "id 相同，" + column + " 不同");
          return List.of(row, again);
        });
  }

  /** One cell less than the header has. */
  static Fault ragged() {
    return Fault.refused(
        "row.ragged",
        "少一格",
        row -> {
          row.raw(RawEdit.ofLine(line -> line.substring(0, line.lastIndexOf(','))));
          return true;
        });
  }

  /** A spoilt row beside the sound one: where too much hangs on that. */
  static Fault beside(String code, String what, Fault.Change change) {
    return new Fault(
        code,
        true,
        (row, before) -> {
          DirtyRow more = row.copyAs(row.key() + "X");
          if (!change.change(more)) {
            return List.of();
          }
          more.expect(code, what);
          return List.of(row, more);
        });
  }
}
