package org.shuangshi.gis.mesh;

/**
 * What is put right without asking when polygons are read; a step is 1.1 mm northwards, less
 * eastwards. Widths are twice the area by the outline, the width of a long strip.
 *
 * @param snapSteps vertices nearer than this become one, three at least
 * @param gapSteps leftover ground up to this width goes to a grid beside it
 * @param overlapSteps ground up to this width that several grids claim, or that lies outside their
 *     community, is decided
 */
public record Tolerance(double snapSteps, double gapSteps, double overlapSteps) {

  /** Only what the lattice cannot hold is moved; every gap and overlap is left to see. */
  public static final Tolerance NONE = new Tolerance(0, 0, 0);
}
