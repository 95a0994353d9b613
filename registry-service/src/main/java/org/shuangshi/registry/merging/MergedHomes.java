package org.shuangshi.registry.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.fact.Days;
import org.shuangshi.intake.fact.Timeline;
import org.shuangshi.intake.fact.Timeline.UnfitException;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.merging.MergePreview.MainChoice;

/**
 * Residences of two persons as those of one. What the person that is gone has goes over as it is;
 * where both have a residence in one unit on one day the two are one: the one that stays, on the
 * days of both, its head a head, its main a main if either's is. Of two main residences on one day
 * one has to be named.
 */
final class MergedHomes {
  private static final String PERSON = "person_id";
  private static final String UNIT = "unit_id";
  private static final String HOUSEHOLD = "household_id";
  private static final String RELATION = "relation";
  private static final String HEAD = "HEAD";
  private static final String MAIN = "main";
  private static final String TRUE = "true";

  private final long into;
  private final Map<Long, Timeline> timelines = new TreeMap<>();
  private final Set<Long> left = new HashSet<>();
  private final List<MainChoice> open = new ArrayList<>();

  /**
   * @param gone residences of the person that is gone, by id
   * @param stays those of the one that stays
   * @param mains ids of units, the first named first
   */
  MergedHomes(long into, Map<Long, Timeline> gone, Map<Long, Timeline> stays, List<Long> mains)
      throws UnfitException {
    this.into = into;
    timelines.putAll(stays);
    for (Map.Entry<Long, Timeline> each : gone.entrySet()) {
      timelines.put(each.getKey(), takenOver(each.getValue(), stays.keySet()));
    }
    decide(gone.keySet(), stays.keySet(), mains);
  }

  /** What is left of a residence of the one gone once its days are said elsewhere too. */
  private Timeline takenOver(Timeline residence, Set<Long> stays) throws UnfitException {
    Timeline result = residence;
    for (Version version : residence.versions()) {
      for (long id : stays) {
        for (Version other : timeline(id).versions()) {
          if (version.days().overlaps(other.days())
              && version.reference(UNIT) == other.reference(UNIT)
              && other.reference(PERSON) == into) {
            Days shared = version.days().shared(other.days());
            timelines.put(id, timeline(id).correct(shared, joined(version, other)));
            result = result.withdraw(shared);
          }
        }
      }
    }
    for (Version version : List.copyOf(result.versions())) {
      result = result.correct(version.days(), Map.of(PERSON, String.valueOf(into)));
    }
    return drawnOut(result, stays);
  }

  private Timeline timeline(long id) {
    Timeline timeline = timelines.get(id);
    if (timeline == null) {
      throw new IllegalArgumentException("no residence " + id);
    }
    return timeline;
  }

  private Map<String, @Nullable String> joined(Version version, Version other) {
    Map<String, @Nullable String> values = new HashMap<>();
    String household = version.value(HOUSEHOLD);
    String theirs = other.value(HOUSEHOLD);
    if (theirs == null) {
      values.put(HOUSEHOLD, household);
      values.put(RELATION, version.value(RELATION));
    } else if (theirs.equals(household)) {
      if (HEAD.equals(version.value(RELATION)) || other.value(RELATION) == null) {
        values.put(RELATION, version.value(RELATION));
      }
    } else if (household != null) {
      left.add(Long.valueOf(household));
    }
    if (TRUE.equals(version.value(MAIN))) {
      values.put(MAIN, TRUE);
    }
    return values;
  }

  /**
   * Days just before or after a residence of the one that stays in the same unit are more of it.
   */
  private Timeline drawnOut(Timeline residence, Set<Long> stays) throws UnfitException {
    Timeline result = residence;
    for (Version version : List.copyOf(residence.versions())) {
      for (long id : stays) {
        boolean touches =
            timeline(id).versions().stream()
                .anyMatch(
                    other ->
                        other.reference(UNIT) == version.reference(UNIT)
                            && (version.days().from().equals(other.days().to())
                                || other.days().from().equals(version.days().to())));
        boolean free =
            timeline(id).versions().stream()
                .noneMatch(other -> other.days().overlaps(version.days()));
        if (touches && free) {
          timelines.put(id, timeline(id).begin(version.days(), version.values()));
          result = result.withdraw(version.days());
          break;
        }
      }
    }
    return result;
  }

  private void decide(Set<Long> gone, Set<Long> stays, List<Long> mains) throws UnfitException {
    for (long one : gone) {
      for (long other : stays) {
        for (Version version : timeline(one).versions()) {
          for (Version theirs : timeline(other).versions()) {
            if (version.days().overlaps(theirs.days())
                && TRUE.equals(version.value(MAIN))
                && TRUE.equals(theirs.value(MAIN))) {
              decide(one, version, other, theirs, mains);
            }
          }
        }
      }
    }
  }

  private void decide(long one, Version version, long other, Version theirs, List<Long> mains)
      throws UnfitException {
    Days shared = version.days().shared(theirs.days());
    int mine = mains.indexOf(version.reference(UNIT));
    int his = mains.indexOf(theirs.reference(UNIT));
    if (mine < 0 && his < 0) {
      open.add(
          new MainChoice(
              shared.from(), shared.to(), version.reference(UNIT), theirs.reference(UNIT)));
      return;
    }
    long loser = his < 0 || (mine >= 0 && mine < his) ? other : one;
    timelines.put(loser, timeline(loser).correct(shared, Map.of(MAIN, "false")));
  }

  /** Days on which both have a main residence and none was named. */
  List<MainChoice> open() {
    return List.copyOf(open);
  }

  /** All residences of either, by id, as they are to be. */
  Map<Long, Timeline> timelines() {
    return timelines;
  }

  /** Households the one that is gone was said to live in while they live in another of the unit. */
  Set<Long> left() {
    return left;
  }
}
