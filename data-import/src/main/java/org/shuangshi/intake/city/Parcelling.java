package org.shuangshi.intake.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides blocks into plots: by named lanes in the old quarters, by walls elsewhere. */
final class Parcelling {
  private final CityPlan plan;
  private final Draft draft;

  Parcelling(CityPlan plan, Draft draft) {
    this.plan = plan;
    this.draft = draft;
  }

  /** Draws the plots of the town, then those of the country around it. */
  void draw(Streets streets, List<Block> blocks) {
    List<Use> uses = Zoning.of(plan, blocks);
    for (int i = 0; i < blocks.size(); i++) {
      divide(blocks.get(i), i, uses.get(i), plan.dice("plots", i));
    }
    int number = blocks.size();
    Fabric fabric = draft.fabric;
    for (int c = 0; c < fabric.columns(); c++) {
      if (fabric.inside(c, fabric.riverRow)) {
        draft.corridor(number++, fabric.columnLines[c], fabric.columnLines[c + 1]);
      }
      for (int r = 0; r < fabric.rows(); r++) {
        Use use =
            switch (fabric.ground(c, r)) {
              case COUNTRY -> Use.HAMLET;
              case HILL -> Use.HILL;
              case LAKE -> Use.LAKE;
              case TOWN, OUTSIDE -> null;
            };
        if (use != null) {
          for (Block part : streets.parts(c, r)) {
            draft.plot(number++, use, part);
          }
        }
      }
    }
  }

  private void divide(Block whole, int number, Use use, Dice dice) {
    Block block = whole.fitted(draft.fabric);
    double side = use.plotSide * dice.between(0.92, 1.08);
    if (use.plotSide == 0 || Math.max(block.width(), block.height()) <= side) {
      draft.plot(number, use, block);
      return;
    }
    boolean upright = block.width() > block.height();
    @Nullable Road road = use.lanes() ? draft.road(draft.names.lane(), RoadClass.LANE) : null;
    Fabric fabric = draft.fabric;
    if (upright) {
      double x = block.west() + block.width() * dice.between(0.44, 0.56);
      draft.upright(
          road, x, block.bottom(fabric, x) - Draft.OVERRUN, block.top(fabric, x) + Draft.OVERRUN);
      divide(block.westOf(x), number, use, dice);
      divide(block.eastOf(x), number, use, dice);
    } else {
      double y = block.south() + block.height() * dice.between(0.44, 0.56);
      draft.level(road, y, block.west() - Draft.OVERRUN, block.east() + Draft.OVERRUN);
      divide(block.below(y), number, use, dice);
      divide(block.above(y), number, use, dice);
    }
  }
}
