package org.shuangshi.intake.city;

/** Kinds of road as files name them, with the room they take. */
enum RoadClass {
  EXPRESSWAY(15, 30),
  ARTERIAL(12, 19.5),
  SECONDARY(8.5, 14),
  BRANCH(5.5, 9.5),
  LANE(2.2, 3.4),
  PATH(1.8, 3);

  /** From the centre line to the kerb of the far lane, metres. */
  final double halfWidth;

  /** From the centre line to the nearest wall, metres. */
  final double setback;

  RoadClass(double halfWidth, double setback) {
    this.halfWidth = halfWidth;
    this.setback = setback;
  }
}
