package org.shuangshi.gis.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.gis.geometry.Lattice;

/** A strip of ground 600 m long; every 100 m a house. */
class ZoningTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Rules RULES = Rules.of(new Band(100, 200), 1);

  private static Geometry box(double west, double east, double south, double north) {
    return FACTORY.toGeometry(
        new Envelope(
            121 + west / 100_000,
            121 + east / 100_000,
            31 + south / 100_000,
            31 + north / 100_000));
  }

  private static Ground strip(
      int[] loads, List<Ground.Barrier> barriers, List<Ground.Grid> standing) {
    List<Ground.Building> houses = new ArrayList<>();
    for (int i = 0; i < loads.length; i++) {
      Geometry footprint = box(100 * i + 30, 100 * i + 70, 30, 70);
      Coordinate inside = footprint.getCentroid().getCoordinate();
      houses.add(new Ground.Building(i + 1L, footprint, inside, loads[i], false));
    }
    return new Ground(box(0, 100 * loads.length, 0, 100), houses, List.of(), barriers, standing);
  }

  private static Ground.Barrier acrossAt(double metres, boolean forbidden) {
    Geometry line = box(metres, metres, -10, 110);
    return new Ground.Barrier(line, 5, forbidden);
  }

  private static List<List<Long>> buildings(GridPlan plan) {
    return plan.grids().stream()
        .map(GridPlan.Grid::buildings)
        .sorted((a, b) -> Long.compare(a.get(0), b.get(0)))
        .toList();
  }

  @Test
  void endsAtABarrier() {
    int[] loads = {60, 60, 40, 60, 60, 40};
    Ground ground = strip(loads, List.of(acrossAt(200, false), acrossAt(400, false)), List.of());
    GridPlan plan = Zoning.divide(ground, RULES, Progress.NONE);
    assertThat(buildings(plan)).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L, 6L));
    assertThat(plan.score().barriersCrossed()).isZero();
    assertThat(plan.remarks()).isEmpty();
  }

  @Test
  void saysWhereGroundCutOffHasTooFewHouseholds() {
    int[] loads = {60, 60, 60, 60, 20, 30};
    Ground ground = strip(loads, List.of(acrossAt(400, true)), List.of());
    GridPlan plan = Zoning.divide(ground, RULES, Progress.NONE);
    assertThat(plan.score().gridsOutOfBand()).isOne();
    assertThat(plan.remarks()).hasSize(1);
    GridPlan.Remark remark = plan.remarks().get(0);
    assertThat(remark.reason()).isEqualTo(Reason.PART_TOO_SMALL);
    assertThat(remark.reason().code()).isEqualTo("zoning.part-too-small");
    assertThat(remark.load()).isEqualTo(50);
    assertThat(remark.at().x).isBetween(121.004, 121.006);
  }

  @Test
  void givesABuildingAboveTheBandAGridOfItsOwn() {
    int[] loads = {60, 60, 350, 60, 60};
    GridPlan plan = Zoning.divide(strip(loads, List.of(), List.of()), RULES, Progress.NONE);
    assertThat(buildings(plan)).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L, 5L));
    assertThat(plan.remarks())
        .extracting(GridPlan.Remark::reason)
        .containsExactly(Reason.BUILDING_ABOVE_BAND);
    assertThat(plan.remarks().get(0).thing()).isEqualTo(3L);
  }

  @Test
  void leavesALockedGridAsItIs() {
    int[] loads = {60, 60, 60, 60, 60, 60};
    Geometry locked = box(100, 300, 0, 100);
    Ground ground = strip(loads, List.of(), List.of(new Ground.Grid(77, locked, true)));
    GridPlan plan = Zoning.divide(ground, RULES, Progress.NONE);
    GridPlan.Grid stays = plan.grids().get(0);
    assertThat(stays.id()).isEqualTo(77);
    assertThat(stays.area().equalsTopo(Lattice.round(locked))).isTrue();
    assertThat(buildings(plan)).containsExactly(List.of(1L), List.of(2L, 3L), List.of(4L, 5L, 6L));
  }

  @Test
  void theSameSeedMakesTheSamePlan() {
    Ground ground = Street.of(4_000, 5).ground(List.of());
    Rules rules = Rules.of(Street.BAND, 9);
    assertThat(Zoning.divide(ground, rules, Progress.NONE))
        .isEqualTo(Zoning.divide(ground, rules, Progress.NONE));
  }

  @Test
  void stopsWhenNobodyWantsItAnyMore() {
    Ground ground = Street.of(4_000, 5).ground(List.of());
    assertThatThrownBy(() -> Zoning.divide(ground, RULES, share -> share < 0.5))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesACommunityThatIsNoArea() {
    Geometry line =
        FACTORY.createLineString(new Coordinate[] {new Coordinate(1, 1), new Coordinate(2, 2)});
    Ground ground = new Ground(line, List.of(), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Zoning.divide(ground, RULES, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("geometry.wrong-type");
  }
}
