package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes streets (街道, 镇), communities and grids out of cells. The river parts them; town grids hold
 * 300–500 households, hamlet grids one hamlet each; a campus or a mall may be a grid of its own.
 */
final class Districting {
  static final int TOWN_LOW = 300;
  static final int TOWN_HIGH = 500;
  static final int COUNTRY_LOW = 50;
  static final int COUNTRY_HIGH = 150;

  private static final double HOUSEHOLDS_PER_GRID = 400;
  private static final double GRIDS_PER_COMMUNITY = 11;
  private static final double GRIDS_PER_STREET = 24;

  /** A hamlet counts 1; the empty ground beside it next to nothing. */
  private static final Halving.Load HAMLETS = cell -> cell.households > 0 ? 1 : 1e-4;

  private static final Halving.Load HOUSEHOLDS = cell -> cell.households + 1e-2;

  final List<Area> streets = new ArrayList<>();

  Districting(List<Cell> cells) {
    List<Cell> town = new ArrayList<>();
    List<Cell> country = new ArrayList<>();
    for (Cell cell : cells) {
      (country(cell) ? country : town).add(cell);
    }
    for (List<Cell> bank : banks(town)) {
      double grids = grids(sum(bank));
      int count = Math.max(1, (int) Math.round(grids / GRIDS_PER_STREET));
      for (List<Cell> street : new Halving(HOUSEHOLDS).parts(bank, count)) {
        streets.add(townStreet(street));
      }
    }
    for (List<Cell> piece : Halving.pieces(country, false)) {
      countryside(piece);
    }
  }

  /** Country cells, and those of the river where only the country lies beside it. */
  private static boolean country(Cell cell) {
    if (cell.use != Use.RIVERSIDE) {
      return cell.use == Use.HAMLET || cell.use == Use.HILL || cell.use == Use.LAKE;
    }
    for (Cell.Border border : cell.borders) {
      Use beside = border.neighbour().use;
      if (beside != Use.RIVERSIDE && beside != Use.HAMLET && beside != Use.HILL) {
        return false;
      }
    }
    return true;
  }

  /**
   * What lies on either side of the river; too little for a street of its own joins the largest.
   */
  private static List<List<Cell>> banks(List<Cell> town) {
    List<List<Cell>> pieces = Halving.pieces(town, true);
    pieces.sort(Comparator.comparingInt(piece -> -sum(piece)));
    List<List<Cell>> banks = new ArrayList<>();
    for (List<Cell> piece : pieces) {
      if (banks.isEmpty() || sum(piece) >= 4 * HOUSEHOLDS_PER_GRID) {
        banks.add(new ArrayList<>(piece));
      } else {
        banks.get(0).addAll(piece);
      }
    }
    return banks;
  }

  private static int sum(List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.households).sum();
  }

  private static double grids(int households) {
    return Math.max(1, households / HOUSEHOLDS_PER_GRID);
  }

  private static Area townStreet(List<Cell> cells) {
    Area street = new Area(cells, false);
    double grids = grids(street.households());
    int count = Math.max(grids >= 6 ? 2 : 1, (int) Math.round(grids / GRIDS_PER_COMMUNITY));
    for (List<Cell> part : new Halving(HOUSEHOLDS).parts(cells, count)) {
      street.parts.add(townCommunity(part));
    }
    return street;
  }

  private static Area townCommunity(List<Cell> cells) {
    Area community = new Area(cells, false);
    List<Cell> rest = new ArrayList<>(cells);
    Cell apart = null;
    for (Cell cell : cells) {
      boolean worthy =
          switch (cell.use) {
            case MALL -> true;
            case SCHOOL, HOSPITAL -> cell.areaSquareMetres > 18_000;
            default -> false;
          };
      if (worthy
          && (apart == null || cell.areaSquareMetres > apart.areaSquareMetres)
          && Halving.pieces(without(cells, cell), false).size()
              <= Halving.pieces(cells, false).size()) {
        apart = cell;
      }
    }
    if (apart != null) {
      rest.remove(apart);
      Area grid = new Area(List.of(apart), false);
      grid.dedicatedTo =
          switch (apart.use) {
            case MALL -> "商场";
            case HOSPITAL -> "医院";
            default -> "校园";
          };
      community.parts.add(grid);
    }
    int count = Math.max(1, (int) Math.round(grids(sum(rest))));
    List<List<Cell>> grids = new ArrayList<>();
    for (List<Cell> part : new Halving(HOUSEHOLDS).parts(rest, count)) {
      grids.add(new ArrayList<>(part));
    }
    new Smoothing(TOWN_LOW + 8, TOWN_HIGH - 8).smooth(grids);
    for (List<Cell> grid : grids) {
      community.parts.add(new Area(grid, false));
    }
    return community;
  }

  private static List<Cell> without(List<Cell> cells, Cell cell) {
    return cells.stream().filter(each -> each != cell).toList();
  }

  /** A connected piece of country: a 镇 of its own, or where it is small a village of a street. */
  private void countryside(List<Cell> piece) {
    int hamlets = (int) piece.stream().filter(cell -> cell.households > 0).count();
    if (hamlets < 5 && !streets.isEmpty()) {
      Area street = neighbour(piece);
      List<Cell> grown = new ArrayList<>(street.cells);
      grown.addAll(piece);
      Area joined = new Area(grown, street.country);
      joined.parts.addAll(street.parts);
      if (hamlets == 0) {
        annex(joined, piece);
      } else {
        joined.parts.add(village(piece, hamlets));
      }
      streets.set(streets.indexOf(street), joined);
      return;
    }
    int towns = Math.max(1, (int) Math.round(hamlets / 70.0));
    for (List<Cell> part : new Halving(HAMLETS).parts(piece, towns)) {
      Area town = new Area(part, true);
      int inside = (int) part.stream().filter(cell -> cell.households > 0).count();
      int villages = Math.max(1, (int) Math.round(inside / (hamlets < 40 ? 4.5 : 7.5)));
      for (List<Cell> village : new Halving(HAMLETS).parts(part, villages)) {
        int groups = (int) village.stream().filter(cell -> cell.households > 0).count();
        town.parts.add(village(village, groups));
      }
      streets.add(town);
    }
  }

  /** Empty ground goes to the grid, community and street it borders on. */
  private static void annex(Area street, List<Cell> piece) {
    Area community = longest(street.parts, piece);
    Area grid = longest(community.parts, piece);
    List<Cell> cells = new ArrayList<>(grid.cells);
    cells.addAll(piece);
    Area grown = new Area(cells, grid.country);
    grown.dedicatedTo = grid.dedicatedTo;
    List<Cell> all = new ArrayList<>(community.cells);
    all.addAll(piece);
    Area whole = new Area(all, community.country);
    whole.parts.addAll(community.parts);
    whole.parts.set(whole.parts.indexOf(grid), grown);
    street.parts.set(street.parts.indexOf(community), whole);
  }

  private Area neighbour(List<Cell> piece) {
    return longest(streets, piece);
  }

  private static Area longest(List<Area> areas, List<Cell> piece) {
    Area best = areas.get(0);
    double most = -1;
    for (Area area : areas) {
      double metres = 0;
      for (Cell cell : piece) {
        for (Cell.Border border : cell.borders) {
          metres += area.cells.contains(border.neighbour()) ? border.metres() : 0;
        }
      }
      if (metres > most) {
        most = metres;
        best = area;
      }
    }
    return best;
  }

  private static Area village(List<Cell> cells, int hamlets) {
    Area village = new Area(cells, true);
    for (List<Cell> part : new Halving(HAMLETS).parts(cells, Math.max(1, hamlets))) {
      village.parts.add(new Area(part, true));
    }
    return village;
  }

  List<Area> communities() {
    return streets.stream().flatMap(street -> street.parts.stream()).toList();
  }

  List<Area> grids() {
    return communities().stream().flatMap(community -> community.parts.stream()).toList();
  }
}
