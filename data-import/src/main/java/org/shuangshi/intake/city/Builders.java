package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts buildings on every cell: the town first, then as many in the country as are still wanted.
 */
final class Builders {
  /** Ground a hamlet needs for itself and its fields, square metres. */
  private static final double HAMLET_GROUND = 80_000;

  private Builders() {}

  static void build(Construction works, List<Cell> cells) {
    SortedMap<Integer, List<Cell>> blocks = new TreeMap<>();
    List<Cell> hamlets = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.use == Use.HAMLET) {
        if (cell.areaSquareMetres > HAMLET_GROUND) {
          hamlets.add(cell);
        }
      } else {
        blocks.computeIfAbsent(cell.block, b -> new ArrayList<>()).add(cell);
      }
    }
    blocks.forEach((block, members) -> town(works, block, members));
    Hamlets village = new Hamlets(works);
    for (int i = 0; i < hamlets.size(); i++) {
      int left = works.plan.buildings() - works.buildings.size();
      village.build(hamlets.get(i), Math.max(62, left / (hamlets.size() - i)));
    }
  }

  private static void town(Construction works, int block, List<Cell> cells) {
    Use use = cells.get(0).use;
    Dice dice = works.plan.dice("block", block);
    List<Cell> large = cells.stream().filter(cell -> cell.areaSquareMetres > 400).toList();
    if (large.isEmpty()) {
      return;
    }
    switch (use) {
      case SLABS, TOWERS -> new Estates(works).build(large, use, dice);
      case OLD_TOWN, URBAN_VILLAGE -> large.forEach(new Quarters(works)::build);
      case MALL, OFFICES, MARKET, GOVERNMENT -> new Centres(works).build(large, use);
      case SCHOOL -> large.forEach(new Campuses(works)::school);
      case HOSPITAL -> large.forEach(new Campuses(works)::hospital);
      case FACTORY -> large.forEach(new Campuses(works)::factory);
      case PARK, HILL, LAKE, RIVERSIDE, HAMLET -> {}
    }
  }
}
