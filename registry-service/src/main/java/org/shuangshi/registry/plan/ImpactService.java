package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.plan.Impact.ImpactCard;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Service;

/** Counts what plans change. */
@Service
class ImpactService {
  private final PlanDesk desk;
  private final GroundRepository grounds;
  private final TallyRepository tallies;
  private final Days days;

  ImpactService(PlanDesk desk, GroundRepository grounds, TallyRepository tallies, Days days) {
    this.desk = desk;
    this.grounds = grounds;
    this.tallies = tallies;
    this.days = days;
  }

  PlanBuildings buildings(long id) {
    Plan plan = desk.get(id);
    LocalDate today = days.today();
    return PlanBuildings.of(tally(plan, today), today, loadOfUnknown());
  }

  /** What stands and who lives there today, whatever day the plan is for. */
  private Tally tally(Plan plan, LocalDate today) {
    return tallies.tally(plan.communities(), today, today, today.withDayOfMonth(1));
  }

  private double loadOfUnknown() {
    return Double.parseDouble(grounds.setting("plan.load_unknown"));
  }

  /**
   * A plan against another, or against the grids that stand.
   *
   * @param with number of the other plan; null: none
   */
  Impact impact(long id, @Nullable Long with) {
    Plan plan = desk.get(id);
    LocalDate today = days.today();
    Tally tally = tally(plan, today);
    Drawing drawing = desk.drawing(plan);
    Layout after = layout(plan, drawing, tally);
    Layout before = Layout.standing(drawing.ground(), tally.buildings());
    if (with != null) {
      Plan other = other(plan, with);
      before = layout(other, desk.drawing(other), tally);
    }
    Comparison comparison = new Comparison(before, after, tally, loadOfUnknown());
    Map<Long, ImpactCard> cards = comparison.cards();
    Map<Long, String> addresses = tallies.addresses(List.copyOf(cards.keySet()), today);
    return new Impact(
        id,
        plan.name(),
        with,
        today,
        comparison.isUntold(),
        comparison.grids(),
        comparison.moves(),
        comparison.leaders(),
        comparison.codes(),
        cards.values().stream()
            .map(
                card ->
                    new ImpactCard(
                        card.building(), addresses.get(card.building()), card.was(), card.is()))
            .sorted(
                Comparator.comparing((ImpactCard card) -> String.valueOf(card.address()))
                    .thenComparing(ImpactCard::building))
            .toList());
  }

  private Plan other(Plan plan, long with) {
    Plan other = desk.get(with);
    if (!Set.copyOf(other.communities()).equals(Set.copyOf(plan.communities()))) {
      throw Refusal.field("with", "plan.other-communities", "两个方案要是同样的社区才能比较");
    }
    return other;
  }

  private Layout layout(Plan plan, Drawing drawing, Tally tally) {
    return Layout.drawn(
        drawing,
        GridNumbers.of(
            drawing.grids(), grounds.numbers(drawing.ground().communities(), plan.change())),
        tally.buildings());
  }
}
