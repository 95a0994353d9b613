package org.shuangshi.registry.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Mapped;
import org.shuangshi.intake.mapping.Survey;
import org.shuangshi.intake.mapping.Target;

/**
 * The columns of a sent file, what they are and may be.
 *
 * @param layers to choose from; empty where there is nothing to choose
 * @param layer that was looked at; null: the only one
 * @param encoding of the texts; null where the format fixes it
 * @param encodings to choose from; empty where the format fixes it
 * @param key header of the key; null: rows are known by what they hold
 * @param profile version of the profile that was followed; null: none
 * @param values what words were said to mean so far: code by word, by field; an empty code: nothing
 */
record ColumnsResponse(
    List<String> layers,
    @Nullable String layer,
    @Nullable String encoding,
    List<String> encodings,
    @Nullable String key,
    @Nullable Integer profile,
    List<Column> columns,
    List<Field> fields,
    Map<String, Map<String, String>> values) {
  private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "Big5");

  /**
   * A column of the file.
   *
   * @param field that it is, or is proposed to be; null: nothing is made of it
   * @param how it was found; null: {@code field} is a proposal
   * @param confidence 0 to 1
   * @param reason of a guess, in Chinese
   * @param sample the first different values; of what may be personal their shapes
   * @param masked whether they are shapes
   */
  record Column(
      String header,
      @Nullable String field,
      Mapped.@Nullable How how,
      double confidence,
      @Nullable String reason,
      List<String> sample,
      boolean masked) {}

  /**
   * A field that a column may be.
   *
   * @param label in Chinese
   * @param words that are kept, where it is one of a few
   */
  record Field(String name, String label, boolean required, List<Word> words) {}

  /** A word that is kept, and what people call it. */
  record Word(String code, String label) {}

  static ColumnsResponse of(
      Survey survey, Choice choice, @Nullable String layer, @Nullable Integer profile) {
    String encoding = survey.encoding();
    return new ColumnsResponse(
        survey.layers().size() > 1 ? survey.layers() : List.of(),
        layer,
        encoding,
        encoding == null ? List.of() : encodings(encoding),
        survey.key(),
        profile,
        survey.columns().stream()
            .map(
                each ->
                    new Column(
                        each.header(),
                        each.field(),
                        each.how(),
                        each.confidence(),
                        each.reason(),
                        each.sample(),
                        each.masked()))
            .toList(),
        survey.fields().stream().map(ColumnsResponse::field).toList(),
        choice.values());
  }

  private static Field field(Target target) {
    Map<String, String> labels = new LinkedHashMap<>();
    target.words().forEach((word, code) -> labels.putIfAbsent(code, word));
    return new Field(
        target.name(),
        target.label(),
        target.required(),
        labels.entrySet().stream().map(each -> new Word(each.getKey(), each.getValue())).toList());
  }

  private static List<String> encodings(String now) {
    List<String> all = new ArrayList<>(ENCODINGS);
    if (!all.contains(now)) {
      all.add(now);
    }
    return all;
  }
}
