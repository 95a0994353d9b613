package org.shuangshi.registry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.shuangshi.registry.grid.GridKind;
import org.shuangshi.registry.grid.GridSetting;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.plan.Ground.Standing;

class GridNumbersTest {
  private static final String COMMUNITY = "339901001001";
  private static final Community community =
      new Community(11, COMMUNITY, "柳岸社区", null, null, box(0, 0));

  @Test
  void newGridsAreNumberedAsOneReads() {
    assertThat(
            GridNumbers.of(
                List.of(fresh(1, 0, 0), fresh(2, 1, 1), fresh(3, 0, 1), fresh(4, 1, 0)), Map.of()))
        .isEqualTo(
            Map.of(
                1L,
                COMMUNITY + "003",
                2L,
                COMMUNITY + "002",
                3L,
                COMMUNITY + "001",
                4L,
                COMMUNITY + "004"));
  }

  @Test
  void aGridThatStaysKeepsItsNumberAndNoNumberIsGivenTwice() {
    assertThat(
            GridNumbers.of(
                List.of(staying(41, "002"), fresh(1, 0, 1), fresh(2, 1, 1)),
                Map.of(COMMUNITY, Set.of(1, 2, 4))))
        .isEqualTo(Map.of(41L, COMMUNITY + "002", 1L, COMMUNITY + "003", 2L, COMMUNITY + "005"));
  }

  @Test
  void whereAllNumbersWereUsedThoseOfGridsThatAreNoMoreAreGivenAgain() {
    Set<Integer> ever =
        java.util.stream.IntStream.rangeClosed(1, 999)
            .boxed()
            .collect(java.util.stream.Collectors.toSet());
    assertThat(GridNumbers.of(List.of(staying(41, "001"), fresh(1, 0, 1)), Map.of(COMMUNITY, ever)))
        .containsEntry(1L, COMMUNITY + "002");
  }

  private static DrawnGrid fresh(long id, int x, int y) {
    return grid(id, box(x, y), null);
  }

  private static DrawnGrid staying(long id, String number) {
    return grid(
        id,
        box(0, 0),
        new Standing(
            id,
            1,
            COMMUNITY + number,
            "网格",
            GridKind.BASIC,
            GridSetting.URBAN,
            11,
            true,
            box(0, 0)));
  }

  private static DrawnGrid grid(long id, Geometry area, @Nullable Standing before) {
    return new DrawnGrid(
        new PlanGrid(
            id, COMMUNITY, "网格", GridKind.BASIC, GridSetting.URBAN, false, List.of(), null),
        community,
        area,
        List.of(),
        before);
  }

  private static Geometry box(int x, int y) {
    return new GeometryFactory()
        .toGeometry(new Envelope(x * 0.01, x * 0.01 + 0.01, y * 0.01, y * 0.01 + 0.01));
  }
}
