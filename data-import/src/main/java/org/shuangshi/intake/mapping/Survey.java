package org.shuangshi.intake.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file are, and may be, for a person to choose from.
 *
 * @param layers of a file with several; one or none where there is nothing to choose
 * @param encoding of the texts; null where the format fixes it
 * @param key header of the key; null where rows are known by what they hold
 * @param columns in the file's order; empty where a layer has to be chosen first
 * @param fields that a column may be, the required ones first
 */
public record Survey(
    List<String> layers,
    @Nullable String encoding,
    @Nullable String key,
    List<Seen> columns,
    List<Target> fields) {

  /**
   * A column.
   *
   * @param field that it is, or likely is; null: nothing is made of it
   * @param how it was found; null where nobody has said and no guess is sure: then {@code field} is
   *     a proposal
   * @param confidence of a guess, 0 to 1; 1 where it is no guess
   * @param reason of a guess, in Chinese; null where it is none
   * @param sample of its values: the first different ones, or their shapes
   * @param masked whether they are shapes
   */
  public record Seen(
      String header,
      @Nullable String field,
      Mapped.@Nullable How how,
      double confidence,
      @Nullable String reason,
      List<String> sample,
      boolean masked) {}
}
