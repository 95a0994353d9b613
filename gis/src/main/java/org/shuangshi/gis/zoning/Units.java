package org.shuangshi.gis.zoning;

import java.util.Arrays;
import java.util.List;

/**
 * Atoms that stay together, joined: the pieces of a building, and those of a compound unless it may
 * be cut. What forbidding barriers part stays apart, and so does what lies in different grids of
 * the plan before.
 */
final class Units {

  /** The atoms of joined pieces as one graph. */
  final Graph graph;

  /** For each atom its unit. */
  final int[] unitOf;

  private Units(Graph graph, int[] unitOf) {
    this.graph = graph;
    this.unitOf = unitOf;
  }

  /**
   * Joins atoms.
   *
   * @param mayCut by compound, whether it may be cut
   * @param apart for each atom a number; atoms with different ones stay apart
   */
  static Units of(Graph atoms, boolean[] mayCut, int[] apart) {
    int[] root = new int[atoms.size];
    Arrays.setAll(root, i -> i);
    for (int u = 0; u < atoms.size; u++) {
      for (int e = atoms.first[u]; e < atoms.first[u + 1]; e++) {
        int v = atoms.to[e];
        if (v > u && atoms.open[e] && apart[u] == apart[v] && together(atoms, mayCut, u, v)) {
          root[find(root, v)] = find(root, u);
        }
      }
    }
    int[] unitOf = new int[atoms.size];
    int count = 0;
    for (int u = 0; u < atoms.size; u++) {
      if (find(root, u) == u) {
        unitOf[u] = count++;
      }
    }
    for (int u = 0; u < atoms.size; u++) {
      unitOf[u] = unitOf[find(root, u)];
    }
    return new Units(joined(atoms, unitOf, count), unitOf);
  }

  private static boolean together(Graph atoms, boolean[] mayCut, int u, int v) {
    boolean sameBuilding =
        atoms.building[u] != Graph.NONE && atoms.building[u] == atoms.building[v];
    int compound = atoms.compound[u];
    boolean sameCompound =
        compound != Graph.NONE && compound == atoms.compound[v] && !mayCut[compound];
    return sameBuilding || sameCompound;
  }

  private static Graph joined(Graph atoms, int[] unitOf, int count) {
    int[] load = new int[count];
    double[] area = new double[count];
    double[] outline = new double[count];
    int[] building = new int[count];
    int[] compound = new int[count];
    int[] former = new int[count];
    Arrays.fill(building, Graph.NONE);
    Graph.Builder builder = new Graph.Builder();
    for (int u = 0; u < atoms.size; u++) {
      int unit = unitOf[u];
      load[unit] += atoms.load[u];
      area[unit] += atoms.area[u];
      outline[unit] += atoms.outline[u];
      compound[unit] = atoms.compound[u];
      former[unit] = atoms.former[u];
      if (atoms.building[u] != Graph.NONE) {
        building[unit] = atoms.building[u];
      }
      for (int e = atoms.first[u]; e < atoms.first[u + 1]; e++) {
        int other = unitOf[atoms.to[e]];
        if (other == unit) {
          // seen from both sides
          outline[unit] -= atoms.metres[e];
        } else if (other > unit) {
          builder.border(unit, other, atoms.metres[e], atoms.crossing[e], atoms.open[e]);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      builder.piece(
          new Graph.Piece(load[i], area[i], outline[i], building[i], compound[i], former[i]));
    }
    return builder.build();
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** A plan of units as one of atoms. */
  int[] atoms(int[] gridOfUnit) {
    int[] gridOf = new int[unitOf.length];
    Arrays.setAll(gridOf, i -> gridOfUnit[unitOf[i]]);
    return gridOf;
  }

  /** What is said of units, said of one of their atoms. */
  List<Outcome.Finding> atoms(List<Outcome.Finding> findings) {
    int[] atom = new int[graph.size];
    for (int u = unitOf.length - 1; u >= 0; u--) {
      atom[unitOf[u]] = u;
    }
    return findings.stream()
        .map(f -> new Outcome.Finding(f.reason(), atom[f.piece()], f.load()))
        .toList();
  }
}
