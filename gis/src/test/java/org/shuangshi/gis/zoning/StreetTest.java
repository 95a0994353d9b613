package org.shuangshi.gis.zoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.shuangshi.gis.geometry.CoverageCheck;
import org.shuangshi.gis.geometry.Lattice;

class StreetTest {

  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000})
  void dividesAStreetAsWellAsThePlanItWasMadeFrom(int households) {
    Street street = Street.of(households, households);
    Ground ground = street.ground(List.of());
    GridPlan plan = Zoning.divide(ground, Rules.of(Street.BAND, 7), Progress.NONE);
    assertThat(plan.score().gridsOutOfBand()).isZero();
    assertThat(plan.score().compoundsCut()).isLessThanOrEqualTo(street.hiddenCompoundsCut);
    assertThat(plan.grids())
        .allSatisfy(
            grid -> {
              assertThat(grid.area().getNumGeometries()).isOne();
              assertThat(grid.load()).isBetween(300L, 500L);
            });
    noBuildingIsCut(ground, plan);
    fills(ground.community(), plan);
  }

  private static void noBuildingIsCut(Ground ground, GridPlan plan) {
    int seen = 0;
    for (GridPlan.Grid grid : plan.grids()) {
      long load = 0;
      for (long id : grid.buildings()) {
        Ground.Building building = ground.buildings().get((int) id - 1);
        assertThat(building.id()).isEqualTo(id);
        assertThat(building.footprint().difference(grid.area()).getArea()).isLessThan(1e-14);
        load += building.load();
        seen++;
      }
      assertThat(grid.load()).isEqualTo(load);
    }
    assertThat(seen).isEqualTo(ground.buildings().size());
  }

  private static void fills(Geometry community, GridPlan plan) {
    List<MultiPolygon> areas = plan.grids().stream().map(GridPlan.Grid::area).toList();
    assertThat(areas).allMatch(Lattice::isOn);
    assertThat(CoverageCheck.faults(areas, plan.community())).isEmpty();
    assertThat(CoverageValidator.validate(areas.toArray(Geometry[]::new), 2e-8))
        .containsOnlyNulls();
    List<Coordinate> border = List.of(plan.community().getCoordinates());
    assertThat(border).containsAll(Arrays.asList(community.getCoordinates()));
    // a vertex put on a border lies up to a step beside it
    double off = plan.community().symDifference(community).getArea();
    assertThat(off).isLessThan(1e-8 * community.getLength());
  }
}
