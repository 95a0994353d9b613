package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws the streets between superblocks: the ring, arterials and country roads along the lines of
 * the fabric, embankment roads beside the river, a diagonal, and inside each superblock of the town
 * the streets that part it into blocks.
 */
final class Streets {
  private final CityPlan plan;
  private final Fabric fabric;
  private final Draft draft;
  private final List<Block> blocks = new ArrayList<>();
  private int townWest = Integer.MAX_VALUE;
  private int townEast;
  private int townSouth = Integer.MAX_VALUE;
  private int townNorth;

  Streets(CityPlan plan, Draft draft) {
    this.plan = plan;
    this.draft = draft;
    this.fabric = draft.fabric;
    for (int c = 0; c < fabric.columns(); c++) {
      for (int r = 0; r < fabric.rows(); r++) {
        if (fabric.town(c, r)) {
          townWest = Math.min(townWest, c);
          townEast = Math.max(townEast, c + 1);
          townSouth = Math.min(townSouth, r);
          townNorth = Math.max(townNorth, r + 1);
        }
      }
    }
  }

  /** Draws them, and gives the blocks of the town in drawing order. */
  List<Block> draw() {
    for (int c = 0; c <= fabric.columns(); c++) {
      line(true, c, fabric.rows());
    }
    for (int r = 0; r <= fabric.rows(); r++) {
      line(false, r, fabric.columns());
    }
    river();
    for (int c = 0; c < fabric.columns(); c++) {
      for (int r = 0; r < fabric.rows(); r++) {
        if (fabric.town(c, r)) {
          for (Block part : parts(c, r)) {
            divide(part, plan.dice("streets", (long) c * fabric.rows() + r), 0);
          }
        }
      }
    }
    diagonal();
    return blocks;
  }

  /** The superblock, or where the river cuts it, the parts on both banks. */
  List<Block> parts(int column, int row) {
    double west = fabric.columnLines[column];
    double east = fabric.columnLines[column + 1];
    double south = fabric.rowLines[row];
    double north = fabric.rowLines[row + 1];
    if (row != fabric.riverRow) {
      return List.of(new Block(west, south, east, north, false, false));
    }
    double middle = (south + north) / 2;
    return List.of(
        new Block(west, south, east, middle, true, false).fitted(fabric),
        new Block(west, middle, east, north, false, true).fitted(fabric));
  }

  private enum Stretch {
    NONE,
    EDGE,
    COUNTRY,
    TOWN,
    RING
  }

  private Stretch stretch(boolean upright, int line, int at) {
    int c1 = upright ? line - 1 : at;
    int r1 = upright ? at : line - 1;
    int c2 = upright ? line : at;
    int r2 = upright ? at : line;
    boolean first = fabric.inside(c1, r1);
    boolean second = fabric.inside(c2, r2);
    if (!first && !second) {
      return Stretch.NONE;
    }
    int low = upright ? townWest : townSouth;
    int high = upright ? townEast : townNorth;
    int from = upright ? townSouth : townWest;
    int to = upright ? townNorth : townEast;
    if ((line == low || line == high) && at >= from && at < to) {
      return Stretch.RING;
    }
    if (fabric.town(c1, r1) || fabric.town(c2, r2)) {
      return Stretch.TOWN;
    }
    boolean lived =
        fabric.ground(c1, r1) == Fabric.Ground.COUNTRY
            || fabric.ground(c2, r2) == Fabric.Ground.COUNTRY;
    return first && second && lived ? Stretch.COUNTRY : Stretch.EDGE;
  }

  /** One line of the fabric, cut into roads where its nature changes. */
  private void line(boolean upright, int line, int count) {
    int from = 0;
    while (from < count) {
      Stretch stretch = stretch(upright, line, from);
      int longest = stretch == Stretch.COUNTRY ? 5 : stretch == Stretch.TOWN ? 7 : count;
      int to = from + 1;
      while (to < count && to - from < longest && stretch(upright, line, to) == stretch) {
        to++;
      }
      if (stretch != Stretch.NONE) {
        run(upright, line, from, to, stretch);
      }
      from = to;
    }
  }

  private void run(boolean upright, int line, int from, int to, Stretch stretch) {
    Road road =
        switch (stretch) {
          case RING -> draft.road(ringName(upright, line), RoadClass.EXPRESSWAY);
          case TOWN ->
              line % 2 == 0
                  ? draft.road(draft.names.arterial(upright), RoadClass.ARTERIAL)
                  : draft.road(draft.names.street(upright), RoadClass.SECONDARY);
          case COUNTRY -> draft.road(draft.names.country(), RoadClass.BRANCH);
          case NONE, EDGE -> null;
        };
    for (int at = from; at < to; at++) {
      if (!upright) {
        draft.level(
            road, fabric.rowLines[line], fabric.columnLines[at], fabric.columnLines[at + 1]);
        continue;
      }
      double x = fabric.columnLines[line];
      double south = fabric.rowLines[at];
      double north = fabric.rowLines[at + 1];
      boolean bridge =
          stretch == Stretch.RING
              || stretch == Stretch.EDGE
              || (stretch == Stretch.TOWN ? line % 2 == 0 : line % 3 == 0);
      if (at == fabric.riverRow && !bridge) {
        double bank = fabric.embankment(x) - Draft.OVERRUN;
        draft.upright(road, x, south, fabric.riverY(x) - bank);
        draft.upright(road, x, fabric.riverY(x) + bank, north);
      } else {
        draft.upright(road, x, south, north);
      }
    }
  }

  private String ringName(boolean upright, int line) {
    if (upright) {
      return line == townWest ? "西环路" : "东环路";
    }
    return line == townSouth ? "南环路" : "北环路";
  }

  private void river() {
    int row = fabric.riverRow;
    int first = fabric.columns();
    int last = 0;
    for (int c = 0; c < fabric.columns(); c++) {
      if (fabric.inside(c, row)) {
        first = Math.min(first, c);
        last = Math.max(last, c + 1);
      }
    }
    double west = fabric.columnLines[first] - Draft.OVERRUN;
    double east = fabric.columnLines[last] + Draft.OVERRUN;
    draft.alongRiver(null, west, east, 0);
    double townFrom = Math.max(west, fabric.columnLines[townWest]);
    double townTo = Math.min(east, fabric.columnLines[townEast]);
    for (int side = -1; side <= 1; side += 2) {
      String bank = side < 0 ? "南" : "北";
      Road inTown = draft.road("滨江" + bank + "路", RoadClass.SECONDARY);
      draft.alongRiver(inTown, townFrom, townTo, side);
      if (west < townFrom) {
        Road up = draft.road("江堤西" + bank + "路", RoadClass.BRANCH);
        draft.alongRiver(up, west, townFrom, side);
      }
      if (townTo < east) {
        Road down = draft.road("江堤东" + bank + "路", RoadClass.BRANCH);
        draft.alongRiver(down, townTo, east, side);
      }
    }
  }

  private void divide(Block whole, Dice dice, int depth) {
    Block block = whole.fitted(fabric);
    double longest = dice.between(225, 315);
    if (Math.max(block.width(), block.height()) <= longest) {
      blocks.add(block);
      return;
    }
    boolean upright = block.width() > block.height() * dice.between(0.85, 1.2);
    RoadClass kind = depth == 0 && dice.chance(0.4) ? RoadClass.SECONDARY : RoadClass.BRANCH;
    Road road = draft.road(draft.names.street(upright), kind);
    if (upright) {
      double x = block.west() + block.width() * dice.between(0.41, 0.59);
      draft.upright(
          road, x, block.bottom(fabric, x) - Draft.OVERRUN, block.top(fabric, x) + Draft.OVERRUN);
      divide(block.westOf(x), dice, depth + 1);
      divide(block.eastOf(x), dice, depth + 1);
    } else {
      double y = block.south() + block.height() * dice.between(0.41, 0.59);
      draft.level(road, y, block.west() - Draft.OVERRUN, block.east() + Draft.OVERRUN);
      divide(block.below(y), dice, depth + 1);
      divide(block.above(y), dice, depth + 1);
    }
  }

  /** An avenue that cuts across: two superblocks wide and one high, where all of it is town. */
  private void diagonal() {
    for (int r = 0; r < fabric.rows(); r++) {
      for (int c = 0; c + 1 < fabric.columns(); c++) {
        if (r != fabric.riverRow && fabric.town(c, r) && fabric.town(c + 1, r)) {
          Road road = draft.road(draft.names.arterial(false), RoadClass.SECONDARY);
          draft.straight(
              road,
              fabric.columnLines[c],
              fabric.rowLines[r],
              fabric.columnLines[c + 2],
              fabric.rowLines[r + 1]);
          return;
        }
      }
    }
  }
}
