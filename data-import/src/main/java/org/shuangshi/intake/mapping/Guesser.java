package org.shuangshi.intake.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which columns of a file are which fields, from names and from the values of the first
 * rows.
 *
 * <pre>{@code
 * List<Guess> guesses = new Guesser(targets).guess(Sample.read(file, options), taken);
 * }</pre>
 *
 * <ol>
 *   <li>A name that is known counts most; one that is alike less; values that can be the field's
 *       add to it, values that cannot take it away.
 *   <li>Without a name values tell alone where they prove themselves (check digits, family names,
 *       words), never as sure.
 *   <li>A column is one field and a field one column: the likeliest first. Where another pair comes
 *       near, none of them is sure.
 *   <li>A longitude is none without its latitude: {@link PlaceGuesses}.
 * </ol>
 *
 * Not a judge of whether a value is right: that is the import's.
 */
public final class Guesser {

  /** From here on a guess may be used unasked. */
  public static final double SURE = 0.8;

  /** Less is not told. */
  private static final double LEAST = 0.5;

  /** Pairs closer than this are alike. */
  private static final double NEAR = 0.08;

  /** A name that is known, or said the same way. */
  private static final double KNOWN = 0.9;

  /** Names that are only alike count at most so. */
  private static final double ALIKE = 0.75;

  /** What fitting values add to a name, by how telling they are. */
  private static final double FITTING = 0.2;

  private static final double FITTING_LEAST = 0.03;

  /** Where fewer values fit they speak against it. */
  private static final double MOSTLY = 0.7;

  private final List<Target> targets;

  public Guesser(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /**
   * Guesses for columns and fields that are free.
   *
   * @param columns numbers of columns that are taken
   * @param fields names of fields that have a column
   * @return the likeliest first; a column and a field once each
   */
  public List<Guess> guess(Sample sample, Set<Integer> columns, Set<String> fields) {
    List<Guess> pairs = new ArrayList<>();
    for (int i = 0; i < sample.columns().size(); i++) {
      if (columns.contains(i)) {
        continue;
      }
      HeaderName header = HeaderName.of(sample.schema().fields().get(i).name());
      Evidence evidence = new Evidence(sample.columns().get(i));
      for (Target target : targets) {
        Guess pair = fields.contains(target.name()) ? null : pair(i, header, evidence, target);
        if (pair != null) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Guess::confidence).reversed());
    return PlaceGuesses.settle(oneToOne(pairs), sample, fields);
  }

  private static List<Guess> oneToOne(List<Guess> pairs) {
    List<Guess> chosen = new ArrayList<>();
    Set<Integer> columns = new HashSet<>();
    Set<String> fields = new HashSet<>();
    for (Guess each : pairs) {
      if (columns.contains(each.column()) || fields.contains(each.field())) {
        continue;
      }
      Guess rival = rival(each, pairs, columns, fields);
      columns.add(each.column());
      fields.add(each.field());
      chosen.add(rival == null ? each : unsure(each, rival));
    }
    return chosen;
  }

  /** Another pair of the same column or field that is as good and still free. */
  private static @Nullable Guess rival(
      Guess guess, List<Guess> pairs, Set<Integer> columns, Set<String> fields) {
    for (Guess other : pairs) {
      boolean same = other.column() == guess.column() || other.field().equals(guess.field());
      boolean free = !columns.contains(other.column()) && !fields.contains(other.field());
      if (!other.equals(guess) && same && free && guess.confidence() - other.confidence() < NEAR) {
        return other;
      }
    }
    return null;
  }

  private static Guess unsure(Guess guess, Guess rival) {
    String why = rival.column() == guess.column() ? "；也可能是 " + rival.field() : "；另有一列同样像，请选定";
    return new Guess(
        guess.column(), guess.field(), guess.confidence(), false, guess.reason() + why);
  }

  private static @Nullable Guess pair(
      int column, HeaderName header, Evidence evidence, Target target) {
    Named named = name(header, target);
    double share = evidence.share(target);
    boolean checked = target.nature().isChecked() && evidence.count() > 0;
    double confidence = named.likeness();
    String reason = named.reason();
    if (checked && share < MOSTLY) {
      boolean newWords = target.nature() == Nature.WORD && evidence.looksLikeWords();
      if (!newWords) {
        return null;
      }
      reason += "；其中有不认识的词";
    } else if (checked) {
      double telling = target.nature().telling();
      boolean enough =
          evidence.count() >= Evidence.FEW
              && (!target.nature().isOfEachRow() || evidence.isMostlyDistinct());
      double alone = enough ? telling * share : 0;
      double with = confidence + Math.max(FITTING_LEAST, FITTING * telling) * share;
      reason = confidence >= LEAST ? reason + "；" + fitting(share, target) : fitting(share, target);
      confidence = confidence >= LEAST ? Math.min(with, 1) : Math.min(alone, SURE - NEAR);
    }
    return confidence < LEAST
        ? null
        : new Guess(column, target.name(), confidence, confidence >= SURE, reason);
  }

  private static String fitting(double share, Target target) {
    return String.format(Locale.ROOT, "%.0f%% 的值是%s", share * 100, target.nature().label());
  }

  private record Named(double likeness, String reason) {}

  private static Named name(HeaderName header, Target target) {
    Named best = new Named(0, "");
    for (String name : target.names()) {
      double likeness = header.like(HeaderName.of(name));
      double counted = likeness >= KNOWN ? KNOWN : Math.min(likeness, ALIKE);
      if (target.nature() == Nature.REFERENCE && counted < KNOWN) {
        continue; // a name that is only alike may be the text instead of the key
      }
      if (counted > best.likeness()) {
        best = new Named(counted, counted >= KNOWN ? "列名就是“" + name + "”" : "列名与“" + name + "”相近");
      }
    }
    return best;
  }

  /** The fields by name. */
  public static Map<String, Target> byName(List<Target> targets) {
    Map<String, Target> names = new HashMap<>();
    targets.forEach(target -> names.put(target.name(), target));
    return names;
  }
}
