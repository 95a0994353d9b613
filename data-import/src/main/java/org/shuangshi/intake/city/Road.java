package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thoroughfare under one name: pieces of centre line, in order; the river may part them. */
final class Road {
  final int index;
  final @Nullable String name;
  final RoadClass kind;
  final List<Track> pieces = new ArrayList<>();

  Road(int index, @Nullable String name, RoadClass kind) {
    this.index = index;
    this.name = name;
    this.kind = kind;
  }

  /** Metres along the whole road and beside it (left positive) of the point nearest to x, y. */
  double[] project(double x, double y) {
    double[] best = {0, Double.MAX_VALUE};
    double before = 0;
    for (Track piece : pieces) {
      double[] here = piece.project(x, y);
      if (Math.abs(here[1]) < Math.abs(best[1])) {
        best = new double[] {before + here[0], here[1]};
      }
      before += piece.length();
    }
    return best;
  }
}
