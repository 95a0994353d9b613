package org.shuangshi.gis.zoning;

/**
 * What the search pays for each fault of a plan while it still wanders.
 *
 * @param movedFirst whether households that change hands count before barriers crossed
 */
record Weights(
    double outOfBand,
    double excess,
    double compoundCut,
    double crossed,
    double moved,
    double compactness,
    boolean movedFirst) {

  /** A new plan: a tenth of roundness of one grid is worth three weighted metres of barrier. */
  static final Weights DIVIDING = new Weights(150, 4, 200, 1, 0.5, 30, false);

  /** The same, however far a grid is out of the band. */
  static final Weights DIVIDING_ANYHOW = new Weights(300, 0.02, 200, 1, 0.5, 30, false);

  /** A plan that stands: hands change only for the band. */
  static final Weights REBALANCING = new Weights(400, 6, 400, 0.01, 1, 2, true);

  /** What a plan costs. Roundness is taken for as many grids as it began with. */
  double cost(Partition plan, int grids) {
    return outOfBand * plan.outOfBand()
        + excess * plan.excess()
        + compoundCut * plan.compoundsCut()
        + crossed * plan.crossed()
        + moved * plan.moved()
        - compactness * plan.compactness() * grids;
  }

  /** Where a plan stands in the order of plans. */
  Standing standing(Partition plan) {
    return new Standing(
        plan.outOfBand(),
        plan.compoundsCut(),
        movedFirst ? plan.moved() : plan.crossed(),
        movedFirst ? plan.crossed() : plan.moved(),
        plan.compactness());
  }

  /** The lesser is the better plan. */
  record Standing(int outOfBand, int compoundsCut, long first, long second, double compactness)
      implements Comparable<Standing> {
    @Override
    public int compareTo(Standing other) {
      int order = Integer.compare(outOfBand, other.outOfBand);
      order = order != 0 ? order : Integer.compare(compoundsCut, other.compoundsCut);
      order = order != 0 ? order : Long.compare(first, other.first);
      order = order != 0 ? order : Long.compare(second, other.second);
      return order != 0 ? order : Double.compare(other.compactness, compactness);
    }
  }
}
