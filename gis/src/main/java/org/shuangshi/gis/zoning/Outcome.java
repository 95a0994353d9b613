package org.shuangshi.gis.zoning;

import java.util.List;

/** A plan of atoms, for each its grid from 0, and what had to be said about it. */
final class Outcome {
  final int[] gridOf;
  final List<Finding> findings;

  Outcome(int[] gridOf, List<Finding> findings) {
    this.gridOf = gridOf;
    this.findings = List.copyOf(findings);
  }

  /**
   * Why a rule could not be kept, or how.
   *
   * @param piece one of the pieces meant
   */
  record Finding(Reason reason, int piece, long load) {}
}
