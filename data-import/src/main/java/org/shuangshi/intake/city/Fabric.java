package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The cloth the district is cut from: columns and rows of superblocks in a flat frame, a warp that
 * bends them into place (gently in town, more in the country), and the river through one row.
 *
 * <p>Flat coordinates are metres before the warp, which keeps streets continuous and at nearly
 * right angles; {@link #bend} gives the metres of {@link Lattice}.
 */
final class Fabric {
  enum Ground {
    TOWN,
    COUNTRY,
    HILL,
    LAKE,
    OUTSIDE
  }

  final double[] columnLines;
  final double[] rowLines;
  final int riverRow;
  private final Ground[][] grounds;
  private final double[] phases = new double[16];
  private final double tilt;
  private final double townRadius;

  Fabric(CityPlan plan) {
    int wanted = plan.townSuperblocks() + plan.hamlets();
    int columns = Math.max(4, (int) Math.ceil(Math.sqrt(wanted * 1.30 * 1.2)));
    int rows = Math.max(4, (int) Math.ceil(wanted * 1.30 / columns));
    Dice dice = plan.dice("fabric", 0);
    for (int i = 0; i < phases.length; i++) {
      phases[i] = dice.between(0, 6.28);
    }
    tilt = dice.between(0.05, 0.11) * (dice.chance(0.5) ? 1 : -1);
    riverRow = rows / 2 - (dice.chance(0.5) ? 1 : 0);
    columnLines = lines(columns, -1, dice);
    rowLines = lines(rows, riverRow, dice);
    townRadius = 650 * Math.sqrt(plan.townSuperblocks() / Math.PI);
    grounds = grounds(plan, columns, rows);
  }

  private static double[] lines(int count, int wide, Dice dice) {
    double[] at = new double[count + 1];
    for (int i = 0; i < count; i++) {
      at[i + 1] = at[i] + (i == wide ? 930 : dice.between(560, 730));
    }
    double middle = at[count] / 2;
    for (int i = 0; i <= count; i++) {
      at[i] -= middle;
    }
    return at;
  }

  int columns() {
    return columnLines.length - 1;
  }

  int rows() {
    return rowLines.length - 1;
  }

  Ground ground(int column, int row) {
    boolean on = column >= 0 && row >= 0 && column < columns() && row < rows();
    return on ? grounds[column][row] : Ground.OUTSIDE;
  }

  boolean town(int column, int row) {
    return ground(column, row) == Ground.TOWN;
  }

  boolean inside(int column, int row) {
    return ground(column, row) != Ground.OUTSIDE;
  }

  private Ground[][] grounds(CityPlan plan, int columns, int rows) {
    Ground[][] ground = new Ground[columns][rows];
    List<int[]> cells = new ArrayList<>();
    double[][] far = new double[columns][rows];
    for (int c = 0; c < columns; c++) {
      Arrays.fill(ground[c], Ground.OUTSIDE);
      for (int r = 0; r < rows; r++) {
        cells.add(new int[] {c, r});
        double x = (columnLines[c] + columnLines[c + 1]) / 2;
        double y = (rowLines[r] + rowLines[r + 1]) / 2;
        double noise = plan.dice("ground", (long) c * rows + r).bell() * 170;
        far[c][r] = Math.sqrt(x * x / 1.25 + y * y * 1.1) + noise;
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> far[cell[0]][cell[1]]));
    int town = plan.townSuperblocks();
    int lakes = 0;
    double hamlets = 0;
    for (int i = 0; i < cells.size() && hamlets < plan.hamlets(); i++) {
      int c = cells.get(i)[0];
      int r = cells.get(i)[1];
      if (i < town) {
        ground[c][r] = Ground.TOWN;
        continue;
      }
      boolean byRiver = r == riverRow;
      if (!byRiver && lakes <= (i - town) / 50) {
        ground[c][r] = Ground.LAKE;
        lakes++;
      } else if (!byRiver && (i - town) % 11 == 8) {
        ground[c][r] = Ground.HILL;
      } else {
        ground[c][r] = Ground.COUNTRY;
        hamlets += byRiver ? 2 : 1;
      }
    }
    fillPockets(ground, columns, rows);
    return ground;
  }

  /** A pocket outside that is closed on three sides belongs to the district. */
  private static void fillPockets(Ground[][] ground, int columns, int rows) {
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        int inside = 0;
        inside += c > 0 && ground[c - 1][r] != Ground.OUTSIDE ? 1 : 0;
        inside += c + 1 < columns && ground[c + 1][r] != Ground.OUTSIDE ? 1 : 0;
        inside += r > 0 && ground[c][r - 1] != Ground.OUTSIDE ? 1 : 0;
        inside += r + 1 < rows && ground[c][r + 1] != Ground.OUTSIDE ? 1 : 0;
        if (ground[c][r] == Ground.OUTSIDE && inside >= 3) {
          ground[c][r] = Ground.HILL;
        }
      }
    }
  }

  /** Middle of the river at a flat x. */
  double riverY(double x) {
    double middle = (rowLines[riverRow] + rowLines[riverRow + 1]) / 2;
    return middle + 78 * wave(x, 430, 12) + 34 * wave(x, 190, 13);
  }

  double riverHalfWidth(double x) {
    return 56 + 10 * wave(x, 280, 14) + 5 * wave(x, 95, 15);
  }

  /** From the middle of the river to the road along its bank. */
  double embankment(double x) {
    return riverHalfWidth(x) + 34;
  }

  /** Flat to metres. */
  double[] bend(double x, double y) {
    double far = (Math.sqrt(x * x + y * y) - townRadius) / (0.55 * townRadius + 250);
    double t = Math.max(0, Math.min(1, far));
    double country = t * t * (3 - 2 * t);
    double east =
        x
            + 62 * wave(y, 820, 0)
            + 26 * wave(y, 350, 1)
            + country * (62 * wave(y + x / 6, 240, 2) + 34 * wave(x + y, 330, 3));
    double north =
        y
            + 55 * wave(x, 900, 4)
            + 24 * wave(x, 390, 5)
            + country * (62 * wave(x - y / 6, 255, 6) + 34 * wave(x - y, 310, 7));
    double cos = StrictMath.cos(tilt);
    double sin = StrictMath.sin(tilt);
    return new double[] {east * cos - north * sin, east * sin + north * cos};
  }

  private double wave(double at, double length, int phase) {
    return StrictMath.sin(at / length + phases[phase]);
  }
}
