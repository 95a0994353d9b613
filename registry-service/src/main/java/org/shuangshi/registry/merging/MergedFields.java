package org.shuangshi.registry.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Field;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.merging.MergeRequest.Side;

/**
 * What is said of one person by two timelines. On days both say something, a field has the chosen
 * word, or that of whoever says any; on days only one does, its words, but for fields chosen of the
 * other: who was wrong about a number was always wrong about it.
 */
final class MergedFields {
  private final Timeline gone;
  private final Timeline stays;
  private final Map<String, Side> choose;

  /**
   * @param gone of the person that turns out to be the other
   * @param choose by name of a field
   */
  MergedFields(Timeline gone, Timeline stays, Map<String, Side> choose) {
    this.gone = gone;
    this.stays = stays;
    this.choose = choose;
  }

  /** Fields in which both say something on one day, and not the same. */
  List<Field> differing() {
    List<Field> differing = new ArrayList<>();
    for (Field field : ThingKind.PERSON.fields()) {
      if (gone.versions().stream()
          .anyMatch(
              one -> stays.versions().stream().anyMatch(other -> differ(field, one, other)))) {
        differing.add(field);
      }
    }
    return differing;
  }

  private static boolean differ(Field field, Version one, Version other) {
    String said = one.value(field.column());
    String theirs = other.value(field.column());
    return one.days().overlaps(other.days())
        && said != null
        && theirs != null
        && !said.equals(theirs);
  }

  /** Of those that differ, the fields nobody chose a side of. */
  List<Field> undecided() {
    return differing().stream().filter(field -> !choose.containsKey(field.name())).toList();
  }

  Timeline merged() throws UnfitException {
    Timeline result = stays;
    for (Version version : stays.versions()) {
      for (var days : Remains.of(version.days(), gone)) {
        result = result.correct(days, chosen(version, gone, Side.THIS));
      }
    }
    for (Version version : gone.versions()) {
      for (var days : Remains.of(version.days(), stays)) {
        Map<String, @Nullable String> values = new HashMap<>(version.values());
        values.putAll(chosen(version, stays, Side.INTO));
        result = result.begin(days, values);
      }
      for (Version other : stays.versions()) {
        if (version.days().overlaps(other.days())) {
          result = result.correct(version.days().shared(other.days()), both(version, other));
        }
      }
    }
    return result;
  }

  private Map<String, @Nullable String> both(Version version, Version other) {
    Map<String, @Nullable String> values = new HashMap<>();
    for (Field field : ThingKind.PERSON.fields()) {
      String said = version.value(field.column());
      String theirs = other.value(field.column());
      Side side = choose.get(field.name());
      boolean ours = side == Side.THIS || (side == null && theirs == null);
      values.put(field.column(), ours ? said : theirs);
    }
    return values;
  }

  /** On days it says nothing itself, what the chosen side says on the nearest day it does. */
  private Map<String, @Nullable String> chosen(Version version, Timeline side, Side wanted) {
    Version nearest =
        side.versions().stream()
            .min(
                Comparator.comparingLong(
                    each ->
                        Math.abs(
                            each.days().from().toEpochDay() - version.days().from().toEpochDay())))
            .orElse(null);
    Map<String, @Nullable String> values = new HashMap<>();
    for (Field field : ThingKind.PERSON.fields()) {
      String said = nearest == null ? null : nearest.value(field.column());
      if (choose.get(field.name()) == wanted && said != null) {
        values.put(field.column(), said);
      }
    }
    return values;
  }

  /** What is said last of a field. */
  static @Nullable String last(Timeline timeline, Field field) {
    List<Version> versions = timeline.versions();
    return versions.isEmpty() ? null : versions.get(versions.size() - 1).value(field.column());
  }

  /** Fields in which either says anything. */
  List<Field> said() {
    return ThingKind.PERSON.fields().stream()
        .filter(field -> last(gone, field) != null || last(stays, field) != null)
        .toList();
  }
}
