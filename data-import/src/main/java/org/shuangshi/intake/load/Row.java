package org.shuangshi.intake.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A row on its way in: values by column, geometry in EPSG:4490, and what is said about it. */
final class Row {

  private final long number;
  private final Map<String, Integer> positions;
  private final @Nullable Object[] values;
  private final List<Issue> issues = new ArrayList<>();
  private @Nullable String key;
  private @Nullable Geometry geometry;
  private boolean rejected;

  Row(long number, Map<String, Integer> positions) {
    this.number = number;
    this.positions = positions;
    this.values = new Object[positions.size()];
  }

  long number() {
    return number;
  }

  @Nullable Object get(String column) {
    return values[position(column)];
  }

  @Nullable String text(String column) {
    Object value = get(column);
    return value == null ? null : value.toString();
  }

  void set(String column, @Nullable Object value) {
    values[position(column)] = value;
  }

  private int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return position;
  }

  @Nullable String key() {
    return key;
  }

  void key(@Nullable String found) {
    key = found;
  }

  @Nullable Geometry geometry() {
    return geometry;
  }

  void geometry(@Nullable Geometry inRegister) {
    geometry = inRegister;
  }

  void reject(String code, String message) {
    reject(code, message, place());
  }

  void reject(String code, String message, @Nullable Coordinate at) {
    rejected = true;
    issues.add(issue(Severity.ERROR, code, message, at));
  }

  void warn(String code, String message) {
    issues.add(issue(Severity.WARNING, code, message, place()));
  }

  void note(String code, String message) {
    issues.add(issue(Severity.NOTICE, code, message, place()));
  }

  boolean rejected() {
    return rejected;
  }

  /** What was said, with the key as it is known now. */
  List<Issue> issues() {
    return issues;
  }

  private Issue issue(Severity severity, String code, String message, @Nullable Coordinate at) {
    return new Issue(
        severity, code, number, key, at == null ? null : at.x, at == null ? null : at.y, message);
  }

  private @Nullable Coordinate place() {
    return geometry == null ? null : geometry.getCoordinate();
  }
}
