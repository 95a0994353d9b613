package org.shuangshi.intake.city.dirt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A row on its way into a file, sound or spoilt. */
public final class DirtyRow {

  /**
   * What an import has to say of it.
   *
   * @param code with which it is found
   * @param once whether it is said the first time it is met, and then no more
   * @param ofFile whether it is said of the file, not of the row
   */
  record Expected(String code, String what, boolean consequence, boolean once, boolean ofFile) {}

  private final Map<String, Integer> columns;
  private final @Nullable Object[] values;
  private @Nullable Geometry geometry;
  private @Nullable RawEdit raw;
  private final List<Expected> expected = new ArrayList<>();
  private final String key;

  DirtyRow(Map<String, Integer> columns, @Nullable Geometry geometry, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
    this.geometry = geometry;
    this.key = String.valueOf(values[0]);
  }

  /** A row of the same content, of which nothing is expected yet. */
  DirtyRow copy() {
    return new DirtyRow(columns, geometry, values.clone());
  }

  /** The same under another key. */
  DirtyRow copyAs(String other) {
    Object[] all = values.clone();
    all[0] = other;
    return new DirtyRow(columns, geometry, all);
  }

  /** As it was before it was spoilt. */
  String key() {
    return key;
  }

  boolean knows(String column) {
    return columns.containsKey(column);
  }

  boolean has(String column) {
    return knows(column) && get(column) != null;
  }

  @Nullable Object get(String column) {
    return values[position(column)];
  }

  void set(String column, @Nullable Object value) {
    values[position(column)] = value;
  }

  /** Empties all columns from one to another. */
  void clear(String first, String last) {
    Arrays.fill(values, position(first), position(last) + 1, null);
  }

  /** Says what another row says in all columns from one to another. */
  void take(DirtyRow other, String first, String last) {
    int from = position(first);
    System.arraycopy(other.values, from, values, from, position(last) + 1 - from);
  }

  private int position(String column) {
    Integer position = columns.get(column);
    if (position == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return position;
  }

  void shape(Geometry other) {
    geometry = other;
  }

  void noShape() {
    geometry = null;
  }

  void raw(RawEdit edit) {
    raw = edit;
  }

  @Nullable RawEdit raw() {
    return raw;
  }

  void expect(String code, String what) {
    expected.add(new Expected(code, what, false, false, false));
  }

  void expectOnce(String code, String what) {
    expected.add(new Expected(code, what, false, true, false));
  }

  void expectOfFile(String code, String what) {
    expected.add(new Expected(code, what, false, true, true));
  }

  void follows(String code, String what) {
    expected.add(new Expected(code, what, true, false, false));
  }

  List<Expected> expected() {
    return expected;
  }

  /** In EPSG:4490; null where the row has none. */
  public @Nullable Geometry geometry() {
    return geometry;
  }

  /** In the order of the table's columns. */
  public @Nullable Object[] values() {
    return values;
  }
}
