package org.shuangshi.intake.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.gis.feature.TextGuess;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Encodings;
import org.shuangshi.intake.mapping.Guess;
import org.shuangshi.intake.mapping.Mapped;
import org.shuangshi.intake.mapping.Masking;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Shape;
import org.shuangshi.intake.mapping.Survey;
import org.shuangshi.intake.mapping.Target;
import org.shuangshi.intake.mapping.Wish;

/** Looks at the columns of a file as an import would take them, without the import. */
public final class ColumnSurvey {

  private static final int SAMPLES = 5;
  private static final int LONGEST = 40;

  /** Files whose rows are about people. */
  private static final Set<Kind> OF_PERSONS = Set.of(Kind.PEOPLE, Kind.STAFF, Kind.EVIDENCE);

  private ColumnSurvey() {}

  /**
   * Looks at the first rows.
   *
   * @param layer null: the chosen one, else the only one
   * @param key null: the chosen one, else found by name
   * @param choice so far; a column that is not in the file is passed over
   * @throws ImportException {@code encoding.unknown}, {@code mapping.unknown-field}, {@code
   *     mapping.twice}, {@code key.unknown-column}
   */
  public static Survey of(
      Path file, Kind kind, @Nullable String layer, @Nullable String key, Choice choice)
      throws ImportException, FeatureFileException {
    ReadOptions options = Opening.options(layer, choice);
    List<String> layers = FeatureFiles.layers(file);
    boolean placed = FileReading.isPlaced(file, kind);
    List<Target> fields = new ArrayList<>(Targets.of(kind));
    fields.addAll(placed ? PlaceTargets.of(kind) : List.of());
    fields.sort(Comparator.comparing(field -> !field.required()));
    if (layers.size() > 1 && options.layer() == null) {
      return new Survey(layers, null, null, List.of(), fields);
    }
    Sample sample = Sample.read(file, options);
    ColumnSearch search = new ColumnSearch(kind, sample.schema(), placed);
    ColumnMapping mapping = search.look(null, new Wish(choice.read(null, key), 0), () -> sample);
    TextGuess encoding = sample.schema().encoding();
    return new Survey(
        layers,
        encoding == null ? null : Encodings.label(encoding.charset()),
        mapping.key() < 0 ? null : mapping.keyName(),
        columns(kind, fields, sample, mapping, search.guesses()),
        fields);
  }

  private static List<Survey.Seen> columns(
      Kind kind, List<Target> targets, Sample sample, ColumnMapping mapping, List<Guess> guesses) {
    Map<String, Mapped.Use> uses = new HashMap<>();
    mapping.uses().forEach(use -> uses.put(use.header(), use));
    Map<Integer, Guess> guessed = new HashMap<>();
    guesses.forEach(guess -> guessed.put(guess.column(), guess));
    Map<String, Target> fields = new HashMap<>();
    targets.forEach(field -> fields.put(field.name(), field));
    List<Survey.Seen> columns = new ArrayList<>();
    for (int i = 0; i < sample.columns().size(); i++) {
      String header = sample.schema().fields().get(i).name();
      Mapped.Use use = uses.get(header);
      Guess guess = guessed.get(i);
      String field = use != null ? use.field() : guess != null ? guess.field() : null;
      List<Object> values = sample.columns().get(i);
      boolean masked =
          Masking.hides(
              values, field == null ? null : fields.get(field), OF_PERSONS.contains(kind));
      columns.add(
          new Survey.Seen(
              header,
              field,
              use == null ? null : use.how(),
              guess == null ? 1 : guess.confidence(),
              guess == null ? null : guess.reason(),
              shown(values, masked),
              masked));
    }
    return columns;
  }

  private static List<String> shown(List<Object> values, boolean masked) {
    return values.stream()
        .map(Object::toString)
        .map(text -> masked ? Shape.of(text) : Shape.unlessNumbered(cut(text)))
        .distinct()
        .limit(SAMPLES)
        .toList();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
