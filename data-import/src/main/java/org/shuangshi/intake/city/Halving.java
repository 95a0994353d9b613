package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts cells into so many pieces of like load by halving again and again: each time along the
 * direction that keeps both halves in one piece, the loads right and the seam short.
 */
final class Halving {
  /** What a cell weighs. */
  interface Load {
    double of(Cell cell);
  }

  private static final int DIRECTIONS = 12;

  private final Load load;

  Halving(Load load) {
    this.load = load;
  }

  List<List<Cell>> parts(List<Cell> cells, int count) {
    List<List<Cell>> parts = new ArrayList<>();
    halve(cells, count, parts);
    return parts;
  }

  private void halve(List<Cell> cells, int count, List<List<Cell>> parts) {
    if (count <= 1 || cells.size() <= 1) {
      parts.add(cells);
      return;
    }
    int fewer = count / 2;
    double whole = sum(cells);
    double wanted = whole * fewer / count;
    List<Cell> best = null;
    double least = Double.MAX_VALUE;
    Set<Cell> all = new HashSet<>(cells);
    for (int d = 0; d < DIRECTIONS; d++) {
      double angle = 2 * StrictMath.PI * d / DIRECTIONS;
      List<Cell> half =
          connected(prefix(cells, StrictMath.cos(angle), StrictMath.sin(angle), wanted), cells);
      if (half.isEmpty() || half.size() == cells.size()) {
        continue;
      }
      double off = Math.abs(sum(half) - wanted) / (whole / count);
      double cost = off + (off > 0.2 ? 4 * off : 0) + seam(half, all) / 2500;
      if (cost < least) {
        least = cost;
        best = half;
      }
    }
    if (best == null) {
      parts.add(cells);
      return;
    }
    Set<Cell> chosen = new HashSet<>(best);
    halve(best, fewer, parts);
    halve(cells.stream().filter(cell -> !chosen.contains(cell)).toList(), count - fewer, parts);
  }

  private List<Cell> prefix(List<Cell> cells, double cos, double sin, double wanted) {
    double[] along = new double[cells.size()];
    Integer[] order = new Integer[cells.size()];
    for (int i = 0; i < along.length; i++) {
      along[i] = cells.get(i).centreX() * cos + cells.get(i).centreY() * sin;
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> along[i]));
    List<Cell> prefix = new ArrayList<>();
    double sum = 0;
    for (int i : order) {
      double next = load.of(cells.get(i));
      if (sum + next / 2 > wanted) {
        break;
      }
      sum += next;
      prefix.add(cells.get(i));
    }
    return prefix;
  }

  /** The main piece of the half, with whatever it would cut off from the other half. */
  private List<Cell> connected(List<Cell> half, List<Cell> all) {
    Set<Cell> main = new HashSet<>(heaviest(half));
    List<Cell> rest = all.stream().filter(cell -> !main.contains(cell)).toList();
    Set<Cell> kept = new HashSet<>(heaviest(rest));
    return all.stream().filter(cell -> !kept.contains(cell)).toList();
  }

  private List<Cell> heaviest(List<Cell> cells) {
    List<Cell> best = List.of();
    double most = -1;
    for (List<Cell> piece : pieces(cells, false)) {
      double weight = sum(piece) + piece.size() * 1e-3;
      if (weight > most) {
        most = weight;
        best = piece;
      }
    }
    return best;
  }

  /**
   * Connected pieces.
   *
   * @param riverParts whether the river parts what lies on its two banks
   */
  static List<List<Cell>> pieces(List<Cell> cells, boolean riverParts) {
    Set<Cell> left = new HashSet<>(cells);
    List<List<Cell>> pieces = new ArrayList<>();
    for (Cell start : cells) {
      if (!left.remove(start)) {
        continue;
      }
      List<Cell> piece = new ArrayList<>(List.of(start));
      for (int i = 0; i < piece.size(); i++) {
        for (Cell.Border border : piece.get(i).borders) {
          boolean open = !riverParts || !border.river();
          if (open && left.remove(border.neighbour())) {
            piece.add(border.neighbour());
          }
        }
      }
      piece.sort(Comparator.comparingInt(cell -> cell.index));
      pieces.add(piece);
    }
    return pieces;
  }

  private double sum(List<Cell> cells) {
    double sum = 0;
    for (Cell cell : cells) {
      sum += load.of(cell);
    }
    return sum;
  }

  private static double seam(List<Cell> half, Set<Cell> all) {
    Set<Cell> inside = new HashSet<>(half);
    double metres = 0;
    for (Cell cell : half) {
      for (Cell.Border border : cell.borders) {
        if (all.contains(border.neighbour()) && !inside.contains(border.neighbour())) {
          metres += border.river() ? 0 : border.metres();
        }
      }
    }
    return metres;
  }
}
