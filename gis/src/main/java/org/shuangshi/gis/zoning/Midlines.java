package org.shuangshi.gis.zoning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;
import org.locationtech.jts.triangulate.tri.Tri;

/**
 * Shares the ground between buildings among them: it is triangulated with their footprints as its
 * edges, and each triangle that spans two of them is cut half-way. A footprint is never cut, and no
 * vertex is put on the outline of the ground.
 */
final class Midlines {

  /** A triangle lower than so many steps is left alone: rounding could turn its halves over. */
  private static final double LOW = 6;

  private static final int[] NOBODY = {};

  /** A piece of the ground: a closed ring in steps. */
  static final class Share {
    final Coordinate[] ring;
    final int owner;

    Share(Coordinate[] ring, int owner) {
      this.ring = ring;
      this.owner = owner;
    }
  }

  private final Map<Coordinate, int[]> owners;
  private final List<Share> shares = new ArrayList<>();

  private Midlines(Map<Coordinate, int[]> owners) {
    this.owners = owners;
  }

  /**
   * The shares, which fill the ground edge to edge.
   *
   * @param owners ascending, of each vertex that is on the footprint of somebody
   */
  static List<Share> of(Polygon ground, Map<Coordinate, int[]> owners) {
    Midlines midlines = new Midlines(owners);
    List<Tri> triangles = new ConstrainedDelaunayTriangulator(ground).getTriangles();
    IdentityHashMap<Tri, Integer> whole = midlines.wholes(triangles);
    for (Tri triangle : triangles) {
      Integer owner = whole.get(triangle);
      if (owner == null) {
        midlines.cut(triangle);
      } else {
        midlines.uncut(triangle, owner);
      }
    }
    return midlines.shares;
  }

  private int[] owners(Tri triangle, int corner) {
    return owners.getOrDefault(triangle.getCoordinate(corner), NOBODY);
  }

  /** Whether the edge from a corner to the next is cut half-way. */
  private boolean isCut(Tri triangle, int edge) {
    int[] a = owners(triangle, edge);
    int[] b = owners(triangle, Tri.next(edge));
    if (!triangle.hasAdjacent(edge) || a.length == 0 || b.length == 0) {
      return false;
    }
    for (int owner : a) {
      if (Arrays.binarySearch(b, owner) >= 0) {
        return false;
      }
    }
    return !isLow(triangle) && !isLow(triangle.getAdjacent(edge));
  }

  private static boolean isLow(Tri triangle) {
    double longest = 0;
    for (int edge = 0; edge < 3; edge++) {
      longest = Math.max(longest, triangle.getLength(edge));
    }
    return 2 * triangle.getArea() < LOW * longest;
  }

  /** Triangles that go to one owner: those at one footprint, then what lies beside them. */
  private IdentityHashMap<Tri, Integer> wholes(List<Tri> triangles) {
    IdentityHashMap<Tri, Integer> whole = new IdentityHashMap<>();
    ArrayDeque<Tri> edge = new ArrayDeque<>();
    for (Tri triangle : triangles) {
      boolean cut = isCut(triangle, 0) || isCut(triangle, 1) || isCut(triangle, 2);
      int owner = cut ? -1 : owner(triangle);
      if (owner >= 0) {
        whole.put(triangle, owner);
        edge.add(triangle);
      }
    }
    while (!edge.isEmpty()) {
      Tri triangle = edge.remove();
      Integer owner = whole.get(triangle);
      for (int side = 0; side < 3; side++) {
        Tri other = triangle.getAdjacent(side);
        if (other != null && owner != null && !whole.containsKey(other) && owner(other) < 0) {
          whole.put(other, owner);
          edge.add(other);
        }
      }
    }
    for (Tri triangle : triangles) {
      if (!whole.containsKey(triangle) && owner(triangle) < 0) {
        beyond(triangle, whole);
      }
    }
    return whole;
  }

  /** Open ground that only triangles to be cut lie beside goes to whoever has the next corner. */
  private void beyond(Tri start, IdentityHashMap<Tri, Integer> whole) {
    ArrayDeque<Tri> open = new ArrayDeque<>(List.of(start));
    List<Tri> found = new ArrayList<>(List.of(start));
    int owner = -1;
    while (!open.isEmpty()) {
      Tri triangle = open.remove();
      for (int side = 0; side < 3; side++) {
        Tri other = triangle.getAdjacent(side);
        if (other == null || found.contains(other)) {
          continue;
        }
        if (owner(other) < 0) {
          found.add(other);
          open.add(other);
        } else if (owner < 0) {
          owner = besides(other, other.getIndex(triangle));
        }
      }
    }
    for (Tri triangle : found) {
      whole.put(triangle, Math.max(owner, 0));
    }
  }

  /** Who has the part of a triangle along one of its edges. */
  private int besides(Tri triangle, int edge) {
    int[] near = owners(triangle, edge);
    int[] next = owners(triangle, Tri.next(edge));
    return near.length > 0 ? near[0] : next.length > 0 ? next[0] : owner(triangle);
  }

  /** An owner most corners share, else the first there is; −1 for none. */
  private int owner(Tri triangle) {
    int best = -1;
    int most = 0;
    for (int corner = 0; corner < 3; corner++) {
      for (int owner : owners(triangle, corner)) {
        int count = 0;
        for (int other = 0; other < 3; other++) {
          count += Arrays.binarySearch(owners(triangle, other), owner) >= 0 ? 1 : 0;
        }
        if (count > most || (count == most && owner < best)) {
          most = count;
          best = owner;
        }
      }
    }
    return best;
  }

  private void uncut(Tri triangle, int owner) {
    List<Coordinate> ring = new ArrayList<>();
    for (int edge = 0; edge < 3; edge++) {
      ring.add(triangle.getCoordinate(edge));
      if (isCut(triangle, edge)) {
        ring.add(middle(triangle, edge));
      }
    }
    share(owner, ring.toArray(Coordinate[]::new));
  }

  private void cut(Tri triangle) {
    int cuts = 0;
    int uncut = 0;
    int last = 0;
    for (int edge = 0; edge < 3; edge++) {
      if (isCut(triangle, edge)) {
        cuts++;
        last = edge;
      } else {
        uncut = edge;
      }
    }
    if (cuts == 3) {
      thirds(triangle);
    } else if (cuts == 2) {
      corner(triangle, Tri.next(Tri.next(uncut)));
    } else {
      halves(triangle, last);
    }
  }

  /** One edge is cut: from its middle to the corner opposite. */
  private void halves(Tri triangle, int edge) {
    Coordinate a = triangle.getCoordinate(edge);
    Coordinate b = triangle.getCoordinate(Tri.next(edge));
    Coordinate c = triangle.getCoordinate(Tri.next(Tri.next(edge)));
    Coordinate middle = middle(triangle, edge);
    share(owners(triangle, edge)[0], a, middle, c);
    share(owners(triangle, Tri.next(edge))[0], middle, b, c);
  }

  /** Two edges are cut, both at one corner. */
  private void corner(Tri triangle, int corner) {
    int next = Tri.next(corner);
    int before = Tri.next(next);
    Coordinate there = middle(triangle, corner);
    Coordinate back = middle(triangle, before);
    share(owners(triangle, corner)[0], triangle.getCoordinate(corner), there, back);
    share(
        common(owners(triangle, next), owners(triangle, before)),
        there,
        triangle.getCoordinate(next),
        triangle.getCoordinate(before),
        back);
  }

  private static int common(int[] a, int[] b) {
    for (int owner : a) {
      if (Arrays.binarySearch(b, owner) >= 0) {
        return owner;
      }
    }
    return a[0];
  }

  private void thirds(Tri triangle) {
    Coordinate a = triangle.getCoordinate(0);
    Coordinate b = triangle.getCoordinate(1);
    Coordinate c = triangle.getCoordinate(2);
    Coordinate centre =
        new Coordinate(Math.rint((a.x + b.x + c.x) / 3), Math.rint((a.y + b.y + c.y) / 3));
    for (int corner = 0; corner < 3; corner++) {
      share(
          owners(triangle, corner)[0],
          triangle.getCoordinate(corner),
          middle(triangle, corner),
          centre,
          middle(triangle, Tri.next(Tri.next(corner))));
    }
  }

  private static Coordinate middle(Tri triangle, int edge) {
    Coordinate a = triangle.getCoordinate(edge);
    Coordinate b = triangle.getCoordinate(Tri.next(edge));
    return new Coordinate(Math.rint((a.x + b.x) / 2), Math.rint((a.y + b.y) / 2));
  }

  private void share(int owner, Coordinate... ring) {
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0];
    shares.add(new Share(closed, owner));
  }
}
