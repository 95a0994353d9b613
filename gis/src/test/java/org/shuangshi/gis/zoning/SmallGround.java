package org.shuangshi.gis.zoning;

import java.util.SplittableRandom;

/** Nine pieces of ground in rows of three, with roads, a wall, a compound or two. */
final class SmallGround {

  private static final int WIDTH = 3;

  private SmallGround() {}

  static Graph random(SplittableRandom random) {
    Graph.Builder builder = new Graph.Builder();
    int compoundAt = random.nextInt(9);
    boolean row = random.nextBoolean();
    double[] wide = {random.nextInt(40, 90), random.nextInt(40, 90), random.nextInt(40, 90)};
    double[] high = {random.nextInt(40, 90), random.nextInt(40, 90), random.nextInt(40, 90)};
    for (int i = 0; i < WIDTH * WIDTH; i++) {
      double w = wide[i % WIDTH];
      double h = high[i / WIDTH];
      boolean inCompound = i == compoundAt || (row && i == compoundAt + 1 && i % WIDTH > 0);
      int load = random.nextInt(5) == 0 ? 0 : random.nextInt(20, 110);
      builder.piece(
          new Graph.Piece(load, w * h, 2 * (w + h), i, inCompound ? 0 : Graph.NONE, Graph.NONE));
    }
    int road = random.nextInt(4);
    int forbidden = random.nextInt(6);
    for (int i = 0; i < WIDTH * WIDTH; i++) {
      if (i % WIDTH + 1 < WIDTH) {
        double metres = high[i / WIDTH];
        long crossing = i % WIDTH == road ? 2 * (long) metres : 0;
        builder.border(i, i + 1, metres, crossing, i % WIDTH != forbidden || i / WIDTH == 1);
      }
      if (i / WIDTH + 1 < WIDTH) {
        double metres = wide[i % WIDTH];
        long crossing = i / WIDTH == road - 1 ? (long) metres : 0;
        builder.border(i, i + WIDTH, metres, crossing, i / WIDTH != forbidden - 3);
      }
    }
    return builder.build();
  }
}
