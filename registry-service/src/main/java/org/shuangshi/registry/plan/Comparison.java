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
  private final Tally tally;
  private final double loadOfUnknown;

  Comparison(Layout before, Layout after, Tally tally, double loadOfUnknown) {
    this.before = before;
    this.after = after;
    this.tally = tally;
    this.loadOfUnknown = loadOfUnknown;
  }

  /** From where to where a building goes. */
  private record Way(@Nullable Cell from, @Nullable Cell to) {
    boolean changesLeader() {
      return !Objects.equals(from == null ? null : from.leader(), to == null ? null : to.leader());
    }

    boolean isMove() {
      return !Objects.equals(from == null ? null : from.id(), to == null ? null : to.id());
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
    TreeSet<Long> ids = new TreeSet<>(before.cells().keySet());
    ids.addAll(after.cells().keySet());
    for (long id : ids) {
      Cell old = before.cells().get(id);
      Cell cell = after.cells().get(id);
      Cell either = cell == null ? Objects.requireNonNull(old) : cell;
      grids.add(
          new ImpactGrid(
              id,
              cell == null ? null : cell.code(),
              old == null ? null : old.code(),
              either.name(),
              either.band() == null ? 0 : either.band().low(),
              either.band() == null ? 0 : either.band().high(),
              old == null ? null : counts(old, before),
              cell == null ? null : counts(cell, after)));
    }
    return grids.stream()
        .sorted(
            Comparator.comparing(
                each -> each.code() == null ? String.valueOf(each.was()) : each.code()))
        .toList();
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
              if (way.isMove()) {
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

  /**
   * Old codes and the new ones of their ground.
   *
   * @param descents which grid came from which
   */
  List<ImpactCode> codes(List<Descent> descents) {
    List<ImpactCode> codes = new ArrayList<>();
    for (Cell old : before.cells().values()) {
      TreeSet<String> is = new TreeSet<>();
      Cell same = after.cells().get(old.id());
      if (same != null) {
        is.add(same.code());
      }
      descents.stream()
          .filter(each -> each.from() == old.id())
          .map(each -> after.cells().get(each.to()))
          .filter(Objects::nonNull)
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
              if (way.isMove() || way.changesLeader() || !sameOnCard(way)) {
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
