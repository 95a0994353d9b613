package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a plan what could not be kept, where, and why. */
final class Remarks {

  private final Ground ground;
  private final Band band;
  private final Atoms atoms;
  private final int[] gridOf;
  private final List<GridPlan.Remark> remarks = new ArrayList<>();

  private Remarks(Ground ground, Band band, Atoms atoms, int[] gridOf) {
    this.ground = ground;
    this.band = band;
    this.atoms = atoms;
    this.gridOf = gridOf;
  }

  static List<GridPlan.Remark> of(Ground ground, Rules rules, Atoms atoms, Outcome outcome) {
    Remarks remarks = new Remarks(ground, rules.band(), atoms, outcome.gridOf);
    boolean[] explained = new boolean[Graph.count(outcome.gridOf)];
    for (Outcome.Finding finding : outcome.findings) {
      explained[outcome.gridOf[finding.piece()]] = true;
      remarks.add(finding.reason(), finding.piece(), null, finding.load());
    }
    remarks.buildings(explained);
    remarks.compounds(rules.mayCut(atoms.graph));
    remarks.grids(explained);
    return remarks.remarks;
  }

  private void add(Reason reason, int atom, @Nullable Long thing, long load) {
    remarks.add(new GridPlan.Remark(reason, Scale.degrees(atoms.place[atom]), thing, load));
  }

  private void buildings(boolean[] explained) {
    for (int b = 0; b < atoms.atomOf.length; b++) {
      Ground.Building building = ground.buildings().get(b);
      int atom = atoms.atomOf[b];
      if (atom == Graph.NONE) {
        remarks.add(
            new GridPlan.Remark(
                Reason.BUILDING_OUTSIDE, building.inside(), building.id(), building.load()));
      } else if (atoms.graph.building[atom] == b && atoms.graph.load[atom] > band.most()) {
        explained[gridOf[atom]] = true;
        add(Reason.BUILDING_ABOVE_BAND, atom, building.id(), atoms.graph.load[atom]);
      }
    }
  }

  private void compounds(boolean[] mayCut) {
    int count = mayCut.length;
    long[] load = new long[count];
    int[] first = new int[count];
    boolean[] cut = new boolean[count];
    Arrays.fill(first, Graph.NONE);
    for (int a = 0; a < gridOf.length; a++) {
      int c = atoms.graph.compound[a];
      if (c != Graph.NONE) {
        load[c] += atoms.graph.load[a];
        first[c] = first[c] == Graph.NONE ? a : first[c];
        cut[c] |= gridOf[a] != gridOf[first[c]];
      }
    }
    for (int c = 0; c < count; c++) {
      long id = first[c] == Graph.NONE ? 0 : ground.compounds().get(c).id();
      if (load[c] > band.most()) {
        add(Reason.COMPOUND_ABOVE_BAND, first[c], id, load[c]);
      } else if (cut[c] && !mayCut[c]) {
        add(Reason.COMPOUND_PARTED, first[c], id, load[c]);
      }
    }
  }

  private void grids(boolean[] explained) {
    long[] load = new long[explained.length];
    int[] first = new int[explained.length];
    Arrays.fill(first, Graph.NONE);
    for (int a = 0; a < gridOf.length; a++) {
      load[gridOf[a]] += atoms.graph.load[a];
      first[gridOf[a]] = first[gridOf[a]] == Graph.NONE ? a : first[gridOf[a]];
    }
    for (int g = 0; g < load.length; g++) {
      if (first[g] == Graph.NONE || explained[g] || band.holds(load[g])) {
        continue;
      }
      boolean locked = g < ground.grids().size() && ground.grids().get(g).locked();
      add(
          locked ? Reason.GRID_LOCKED_OUT_OF_BAND : Reason.GRID_OUT_OF_BAND,
          first[g],
          null,
          load[g]);
    }
  }
}
