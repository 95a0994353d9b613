package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pieces of ground, numbered from 0, and how they touch. The neighbours of piece i are {@code
 * to[first[i]] … to[first[i + 1] - 1]}, ascending; the other arrays of borders run beside {@code
 * to}.
 */
final class Graph {

  /** No building, no compound, no grid before. */
  static final int NONE = -1;

  final int size;

  /** Households. */
  final int[] load;

  /** Square metres. */
  final double[] area;

  /** Metres all around, shared borders too. */
  final double[] outline;

  final int[] building;
  final int[] compound;

  /** The grid a piece was in; NONE where it was in none, so that it cannot change hands. */
  final int[] former;

  final int[] first;
  final int[] to;

  /** Metres of the border. */
  final double[] metres;

  /** Weighted metres of barrier along the border. */
  final long[] crossing;

  /** Whether one gets across: false where a forbidding barrier runs all along. */
  final boolean[] open;

  private Graph(Builder from) {
    size = from.pieces.size();
    load = from.pieces.stream().mapToInt(Piece::load).toArray();
    area = from.pieces.stream().mapToDouble(Piece::area).toArray();
    outline = from.pieces.stream().mapToDouble(Piece::outline).toArray();
    building = from.pieces.stream().mapToInt(Piece::building).toArray();
    compound = from.pieces.stream().mapToInt(Piece::compound).toArray();
    former = from.pieces.stream().mapToInt(Piece::former).toArray();
    List<Border> borders = from.merged();
    first = new int[size + 1];
    for (Border border : borders) {
      first[border.a + 1]++;
    }
    for (int i = 0; i < size; i++) {
      first[i + 1] += first[i];
    }
    to = borders.stream().mapToInt(Border::b).toArray();
    metres = borders.stream().mapToDouble(Border::metres).toArray();
    crossing = borders.stream().mapToLong(Border::crossing).toArray();
    open = new boolean[to.length];
    for (int e = 0; e < to.length; e++) {
      open[e] = borders.get(e).open;
    }
  }

  /**
   * A piece of ground.
   *
   * @param load households
   * @param area square metres
   * @param outline metres all around
   */
  record Piece(int load, double area, double outline, int building, int compound, int former) {}

  private record Border(int a, int b, double metres, long crossing, boolean open) {}

  static final class Builder {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Border> borders = new ArrayList<>();

    int piece(Piece piece) {
      pieces.add(piece);
      return pieces.size() - 1;
    }

    /** A stretch of border between two pieces; stretches of the same two are added up. */
    void border(int a, int b, double metres, long crossing, boolean open) {
      borders.add(new Border(a, b, metres, crossing, open));
      borders.add(new Border(b, a, metres, crossing, open));
    }

    Graph build() {
      return new Graph(this);
    }

    private List<Border> merged() {
      borders.sort((p, q) -> p.a != q.a ? Integer.compare(p.a, q.a) : Integer.compare(p.b, q.b));
      List<Border> merged = new ArrayList<>();
      for (Border next : borders) {
        Border last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last != null && last.a == next.a && last.b == next.b) {
          merged.set(
              merged.size() - 1,
              new Border(
                  last.a,
                  last.b,
                  last.metres + next.metres,
                  last.crossing + next.crossing,
                  last.open || next.open));
        } else {
          merged.add(next);
        }
      }
      return merged;
    }
  }

  /**
   * The connected parts of some pieces, by open borders.
   *
   * @return for each piece the number of its part from 0; NONE for pieces that do not take part
   */
  int[] parts(boolean[] taking) {
    int[] part = new int[size];
    Arrays.fill(part, NONE);
    int[] queue = new int[size];
    int count = 0;
    for (int start = 0; start < size; start++) {
      if (!taking[start] || part[start] != NONE) {
        continue;
      }
      int end = 0;
      queue[end++] = start;
      part[start] = count;
      for (int at = 0; at < end; at++) {
        int u = queue[at];
        for (int e = first[u]; e < first[u + 1]; e++) {
          if (open[e] && taking[to[e]] && part[to[e]] == NONE) {
            part[to[e]] = count;
            queue[end++] = to[e];
          }
        }
      }
      count++;
    }
    return part;
  }

  /** Numbers that run from 0: what they are one more than. */
  static int count(int[] numbers) {
    int most = NONE;
    for (int number : numbers) {
      most = Math.max(most, number);
    }
    return most + 1;
  }
}
