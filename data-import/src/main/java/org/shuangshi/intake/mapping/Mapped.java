package org.shuangshi.intake.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read in the end.
 *
 * @param columns that were used
 * @param unknown words nobody knows, the most frequent first
 * @param encoding of the texts; null where the format fixes it
 * @param profile version of the profile it follows; null where it follows none
 */
public record Mapped(
    List<Use> columns,
    List<UnknownValue> unknown,
    @Nullable String encoding,
    @Nullable Integer profile) {

  /** A column of the file and the field it is. */
  public record Use(String header, String field, How how) {}

  /** How it was found. */
  public enum How {
    /** A person said so, now or when the source came last. */
    CHOSEN,
    /** It has a name of the field. */
    NAMED,
    /** By likeness of its name and by its values. */
    GUESSED
  }

  /**
   * A word that is none of its field's.
   *
   * @param value as the file has it; of what may be personal its shape
   * @param count rows that have it
   * @param row the first of them
   * @param refuses whether rows with it are rejected; else the field is left empty
   */
  public record UnknownValue(String field, String value, long count, long row, boolean refuses) {}
}
