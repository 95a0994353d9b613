package org.shuangshi.intake.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is believed of one thing: versions in order of their days, no day twice. What a verb
 * makes of it is a new timeline; nothing is written here.
 *
 * <p>The verbs: the world {@linkplain #change changed}, the thing {@linkplain #begin began} or
 * {@linkplain #end ended}; or we were wrong about {@linkplain #correct what was so} on some days,
 * {@linkplain #restate on which days} it was there, or that it {@linkplain #withdraw was there} at
 * all.
 */
public final class Timeline {

  private final List<Version> versions;
  private final Set<String> derived;

  /**
   * @param versions in any order
   * @param derived columns no difference in which makes a version
   */
  public Timeline(List<Version> versions, Set<String> derived) {
    this.derived = Set.copyOf(derived);
    List<Version> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparing(each -> each.days().from()));
    this.versions = List.copyOf(sorted);
  }

  /** A statement that does not fit what is believed; codes are stable. */
  public static final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
      /** The thing is not there on that day. */
      ABSENT,
      /** The thing is there already on one of those days. */
      PRESENT
    }

    private final Fault fault;
    private final LocalDate day;

    UnfitException(Fault fault, LocalDate day) {
      super(fault + " on " + day);
      this.fault = fault;
      this.day = day;
    }

    public Fault fault() {
      return fault;
    }

    public LocalDate day() {
      return day;
    }
  }

  public List<Version> versions() {
    return versions;
  }

  public boolean isEmpty() {
    return versions.isEmpty();
  }

  /** What is said of a day. */
  public Optional<Version> on(LocalDate day) {
    return versions.stream().filter(each -> each.days().contains(day)).findFirst();
  }

  /**
   * From a day on, the days until a column is known to say something else than it does that day.
   */
  public Days lasting(String column, LocalDate day) {
    return new Days(day, nextChange(column, day));
  }

  /** The version of the highest number: who read up to it has read all. 0 where none is written. */
  public long latest() {
    return versions.stream().mapToLong(each -> each.number().orElse(0)).max().orElse(0);
  }

  /** The thing is there on these days, as stated; it was not on any of them. */
  public Timeline begin(Days days, Map<String, @Nullable String> values) throws UnfitException {
    for (Version each : versions) {
      if (each.days().overlaps(days)) {
        throw new UnfitException(UnfitException.Fault.PRESENT, each.days().shared(days).from());
      }
    }
    List<Version> all = new ArrayList<>(versions);
    all.add(Version.said(days, values));
    return joined(all);
  }

  /**
   * From that day on these columns have these values, each until its next change that is known
   * already: who reports a late change does not undo a later one.
   */
  public Timeline change(LocalDate from, Map<String, @Nullable String> values)
      throws UnfitException {
    if (on(from).isEmpty()) {
      throw new UnfitException(UnfitException.Fault.ABSENT, from);
    }
    Timeline result = this;
    for (Map.Entry<String, @Nullable String> each : values.entrySet()) {
      LocalDate next = nextChange(each.getKey(), from);
      Map<String, @Nullable String> one = new HashMap<>();
      one.put(each.getKey(), each.getValue());
      result = result.overlaid(new Days(from, next), one);
    }
    return joined(result.versions);
  }

  private @Nullable LocalDate nextChange(String column, LocalDate day) {
    Version before = null;
    for (Version each : versions) {
      if (before != null
          && each.days().from().isAfter(day)
          && !Objects.equals(before.value(column), each.value(column))) {
        return each.days().from();
      }
      before = each;
    }
    return null;
  }

  /** On these days these columns really had these values. */
  public Timeline correct(Days days, Map<String, @Nullable String> values) throws UnfitException {
    if (versions.stream().noneMatch(each -> each.days().overlaps(days))) {
      throw new UnfitException(UnfitException.Fault.ABSENT, days.from());
    }
    return joined(overlaid(days, values).versions);
  }

  /** From that day on the thing is no more. */
  public Timeline end(LocalDate day) throws UnfitException {
    Version there = on(day.minusDays(1)).orElse(null);
    if (there == null) {
      throw new UnfitException(UnfitException.Fault.ABSENT, day.minusDays(1));
    }
    return joined(without(Days.since(day)));
  }

  /** The thing really was there on these days and no others: its ends are cut or drawn out. */
  public Timeline restate(Days days) throws UnfitException {
    if (versions.isEmpty()) {
      throw new UnfitException(UnfitException.Fault.ABSENT, days.from());
    }
    List<Version> all = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version each = versions.get(i);
      LocalDate from = i == 0 ? earliest(days.from(), each.days().from()) : each.days().from();
      LocalDate to = i == versions.size() - 1 ? null : each.days().to();
      Days drawn = new Days(from, to);
      if (drawn.overlaps(days)) {
        all.add(each.on(drawn.shared(days)));
      }
    }
    if (all.isEmpty()) {
      throw new UnfitException(UnfitException.Fault.ABSENT, days.from());
    }
    return joined(all);
  }

  /** The thing really was not there on these days. */
  public Timeline withdraw(Days days) throws UnfitException {
    if (versions.stream().noneMatch(each -> each.days().overlaps(days))) {
      throw new UnfitException(UnfitException.Fault.ABSENT, days.from());
    }
    return joined(without(days));
  }

  private List<Version> without(Days days) {
    List<Version> kept = new ArrayList<>();
    for (Version each : versions) {
      if (!each.days().overlaps(days)) {
        kept.add(each);
        continue;
      }
      if (each.days().from().isBefore(days.from())) {
        kept.add(each.on(each.days().before(days.from())));
      }
      Days after = each.days().from(days.to());
      if (after != null) {
        kept.add(each.on(after));
      }
    }
    return kept;
  }

  private Timeline overlaid(Days days, Map<String, @Nullable String> values) {
    List<Version> all = without(days);
    for (Version each : versions) {
      if (each.days().overlaps(days)) {
        all.add(each.on(each.days().shared(days)).with(values));
      }
    }
    return new Timeline(all, derived);
  }

  /** Neighbours that say the same become one. */
  private Timeline joined(List<Version> parts) {
    List<Version> all = new ArrayList<>();
    for (Version each : new Timeline(parts, derived).versions) {
      Version last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last != null
          && Objects.equals(last.days().to(), each.days().from())
          && says(last, each)) {
        all.set(all.size() - 1, last.on(new Days(last.days().from(), each.days().to())));
      } else {
        all.add(each);
      }
    }
    return new Timeline(all, derived);
  }

  private boolean says(Version one, Version other) {
    Set<String> columns = new java.util.HashSet<>(one.values().keySet());
    columns.addAll(other.values().keySet());
    columns.removeAll(derived);
    return columns.stream().allMatch(each -> Objects.equals(one.value(each), other.value(each)));
  }

  /** What leads from what was believed to this. */
  Difference since(Timeline before) {
    List<Version> open = new ArrayList<>();
    List<Version> close = new ArrayList<>(before.versions);
    for (Version each : versions) {
      Optional<Version> same =
          close.stream()
              .filter(old -> old.days().equals(each.days()) && says(old, each))
              .findFirst();
      same.ifPresentOrElse(close::remove, () -> open.add(each));
    }
    return new Difference(List.copyOf(close), List.copyOf(open));
  }

  /** Rows no longer believed, and what is said in their place. */
  record Difference(List<Version> close, List<Version> open) {
    boolean isNone() {
      return close.isEmpty() && open.isEmpty();
    }
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
