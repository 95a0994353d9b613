package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Impact.ImpactCard;
import org.shuangshi.registry.plan.Impact.ImpactCode;
import org.shuangshi.registry.plan.Impact.ImpactCounts;
import org.shuangshi.registry.plan.Impact.ImpactGrid;
import org.shuangshi.registry.plan.Impact.ImpactMove;
import org.shuangshi.registry.plan.Impact.ImpactTotals;
import org.shuangshi.registry.plan.Layout.Cell;
import org.shuangshi.registry.plan.Tally.Counted;
import org.shuangshi.registry.plan.Tally.Sum;

/** Two layouts over the same buildings: what differs between them. */
final class Comparison {
  private final Layout before;
  private final Layout after;
  private final Twins twins;
  private final Tally tally;
  private final double loadOfUnknown;

  Comparison(Layout before, Layout after, Tally tally, double loadOfUnknown) {
    this.before = before;
    this.after = after;
    this.twins = Twins.of(before, after);
    this.tally = tally;
    this.loadOfUnknown = loadOfUnknown;
  }

  /** From where to where a building goes. */
  private record Way(@Nullable Cell from, @Nullable Cell to) {
    boolean changesLeader() {
      return !Objects.equals(from == null ? null : from.leader(), to == null ? null : to.leader());
    }
  }

  /** Whether some numbers of people are not told. */
  boolean isUntold() {
    return tally.buildings().stream().anyMatch(each -> each.place() < 0)
        || before.cells().keySet().stream().anyMatch(id -> sum(before.in(id)).untold() > 0)
        || after.cells().keySet().stream().anyMatch(id -> sum(after.in(id)).untold() > 0);
  }

  List<ImpactGrid> grids() {
    List<ImpactGrid> grids = new ArrayList<>();
    after.cells().values().forEach(cell -> grids.add(grid(cell, twins.before(cell), cell)));
    before.cells().values().stream()
        .filter(old -> twins.after(old) == null)
        .forEach(old -> grids.add(grid(old, old, null)));
    return grids.stream()
        .sorted(
            Comparator.comparing(
                    (ImpactGrid each) ->
                        each.code() == null ? String.valueOf(each.was()) : each.code())
                .thenComparing(ImpactGrid::id))
        .toList();
  }

  private ImpactGrid grid(Cell either, @Nullable Cell old, @Nullable Cell cell) {
    // the new ones of two plans may have the same number
    long id = cell == null && either.isNew() ? -either.id() : either.id();
    return new ImpactGrid(
        id,
        cell == null ? null : cell.code(),
        old == null ? null : old.code(),
        either.name(),
        either.band() == null ? 0 : either.band().low(),
        either.band() == null ? 0 : either.band().high(),
        old == null ? null : counts(old, before),
        cell == null ? null : counts(cell, after));
  }

  private ImpactCounts counts(Cell cell, Layout layout) {
    Sum sum = sum(layout.in(cell.id()));
    int staff = cell.team().size();
    return new ImpactCounts(
        cell.leader(),
        sum.households(),
        sum.people(),
        sum.buildings(),
        sum.vacant(),
        sum.load(),
        staff,
        staff == 0 ? null : (double) sum.load() / staff);
  }

  private Sum sum(List<Counted> buildings) {
    return tally.sum(buildings, loadOfUnknown);
  }

  private Map<Way, List<Counted>> ways() {
    Map<Way, List<Counted>> ways = new LinkedHashMap<>();
    for (Counted building : tally.buildings()) {
      ways.computeIfAbsent(
              new Way(before.of(building), after.of(building)), way -> new ArrayList<>())
          .add(building);
    }
    return ways;
  }

  List<ImpactMove> moves() {
    List<ImpactMove> moves = new ArrayList<>();
    ways()
        .forEach(
            (way, buildings) -> {
              if (!twins.areOne(way.from(), way.to())) {
                Sum sum = sum(buildings);
                moves.add(
                    new ImpactMove(
                        way.from() == null ? null : way.from().code(),
                        way.to() == null ? null : way.to().code(),
                        way.from() == null ? null : way.from().leader(),
                        way.to() == null ? null : way.to().leader(),
                        sum.households(),
                        sum.people(),
                        sum.buildings()));
              }
            });
    return moves.stream()
        .sorted(
            Comparator.comparing((ImpactMove each) -> String.valueOf(each.from()))
                .thenComparing(each -> String.valueOf(each.to())))
        .toList();
  }

  ImpactTotals leaders() {
    List<Counted> changing = new ArrayList<>();
    ways()
        .forEach(
            (way, buildings) -> {
              if (way.changesLeader()) {
                changing.addAll(buildings);
              }
            });
    Sum sum = sum(changing);
    return new ImpactTotals(sum.households(), sum.people(), sum.buildings());
  }

  /** Old codes and the new ones of their ground. */
  List<ImpactCode> codes() {
    List<ImpactCode> codes = new ArrayList<>();
    for (Cell old : before.cells().values()) {
      TreeSet<String> is = new TreeSet<>();
      Cell same = twins.after(old);
      if (same != null) {
        is.add(same.code());
      }
      after.cells().values().stream()
          .filter(cell -> !cell.equals(same) && (same == null || twins.before(cell) == null))
          .filter(cell -> Descent.takes(cell.area(), old.area()))
          .forEach(cell -> is.add(cell.code()));
      if (!(is.size() == 1 && is.contains(old.code()))) {
        codes.add(new ImpactCode(old.code(), List.copyOf(is)));
      }
    }
    return codes.stream().sorted(Comparator.comparing(ImpactCode::was)).toList();
  }

  /** Buildings whose card names another grid, code, leader or phone. */
  Map<Long, ImpactCard> cards() {
    Map<Long, ImpactCard> cards = new HashMap<>();
    ways()
        .forEach(
            (way, buildings) -> {
              if (!twins.areOne(way.from(), way.to()) || way.changesLeader() || !sameOnCard(way)) {
                for (Counted each : buildings) {
                  cards.put(
                      each.id(),
                      new ImpactCard(
                          each.id(),
                          null,
                          way.from() == null ? null : way.from().code(),
                          way.to() == null ? null : way.to().code()));
                }
              }
            });
    return cards;
  }

  private static boolean sameOnCard(Way way) {
    Cell from = way.from();
    Cell to = way.to();
    return from != null
        && to != null
        && from.code().equals(to.code())
        && from.name().equals(to.name())
        && from.team().equals(to.team());
  }
}
