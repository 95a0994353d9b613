package org.shuangshi.intake.load;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row, or about the file as a whole.
 *
 * @param code stable, for programs: {@code geometry.self-intersection}
 * @param row number in the file as {@link org.shuangshi.gis.feature.Feature#row()} counts; 0 where
 *     it concerns the file
 * @param key of the row in its source, where it is known
 * @param lon place, EPSG:4490; null where none can be named
 * @param message for people, in Chinese; never holds a personal field
 */
public record Issue(
    Severity severity,
    String code,
    long row,
    @Nullable String key,
    @Nullable Double lon,
    @Nullable Double lat,
    String message) {

  static Issue ofFile(Severity severity, String code, String message) {
    return new Issue(severity, code, 0, null, null, null, message);
  }
}
