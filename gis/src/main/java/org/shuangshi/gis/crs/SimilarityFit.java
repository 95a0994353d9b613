package org.shuangshi.gis.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Four parameters fitted to places known in both systems, with what is left over at each.
 *
 * <p>Up to half of the pairs may be wrong. Parameters are first made from two pairs at a time, and
 * those kept that leave the least median of squares over all (Rousseeuw and Leroy 1987); pairs
 * further off than 2.5 robust standard deviations are then outliers, and the rest is fitted by
 * least squares.
 *
 * @param residualsMetres one for each pair in order, outliers too
 * @param outlier one for each pair: whether it was left out
 * @param rmsMetres over the pairs that were not
 * @param spreadMetres how far the furthest of them lies from their middle
 */
public record SimilarityFit(
    Similarity parameters,
    List<Double> residualsMetres,
    List<Boolean> outlier,
    double rmsMetres,
    double spreadMetres) {

  /** A place in the file's system and the same in the register's, both in metres. */
  public record Pair(Coordinate from, Coordinate to) {}

  /** How many pairs, outliers not counted, make a fit. */
  public static final int FEWEST_PAIRS = 5;

  private static final int MOST_TRIALS = 1000;

  /** Pairs that agree better than this are not told apart. */
  private static final double FLOOR_METRES = 0.02;

  /** The same pairs give the same answer. */
  private static final long SEED = 4490;

  public SimilarityFit {
    residualsMetres = List.copyOf(residualsMetres);
    outlier = List.copyOf(outlier);
  }

  /** Pairs the parameters rest on. */
  public int used() {
    return (int) outlier.stream().filter(out -> !out).count();
  }

  public double worstMetres() {
    double worst = 0;
    for (int i = 0; i < outlier.size(); i++) {
      worst = outlier.get(i) ? worst : Math.max(worst, residualsMetres.get(i));
    }
    return worst;
  }

  /** Empty where fewer than five pairs agree, or all lie in one place. */
  public static Optional<SimilarityFit> of(List<Pair> pairs) {
    if (pairs.size() < FEWEST_PAIRS) {
      return Optional.empty();
    }
    // About their middle, for eastings have eight digits and rotations some millionths.
    Coordinate from = middle(pairs.stream().map(Pair::from).toList());
    Coordinate to = middle(pairs.stream().map(Pair::to).toList());
    double[][] p = new double[pairs.size()][];
    for (int i = 0; i < p.length; i++) {
      Pair pair = pairs.get(i);
      p[i] =
          new double[] {
            pair.from.x - from.x, pair.from.y - from.y, pair.to.x - to.x, pair.to.y - to.y
          };
    }
    double[] best = leastMedian(p);
    if (best.length == 0) {
      return Optional.empty();
    }
    boolean[] in = inliers(p, best);
    for (int round = 0; round < 3; round++) {
      best = leastSquares(p, in);
      if (best.length == 0) {
        return Optional.empty();
      }
      in = inliers(p, best);
    }
    return result(p, in, best, from, to);
  }

  /** a, b, c, d of x' = ax - by + c, y' = bx + ay + d; empty where no two pairs differ. */
  private static double[] leastMedian(double[][] p) {
    Random random = new Random(SEED);
    int all = p.length * (p.length - 1) / 2;
    double least = Double.POSITIVE_INFINITY;
    double[] best = {};
    for (int trial = 0; trial < Math.min(all, MOST_TRIALS); trial++) {
      int i;
      int j;
      if (all > MOST_TRIALS) {
        i = random.nextInt(p.length);
        j = random.nextInt(p.length);
      } else {
        j = (int) ((1 + Math.sqrt(1 + 8.0 * trial)) / 2);
        i = trial - j * (j - 1) / 2;
      }
      double[] candidate = throughTwo(p[i], p[j]);
      if (candidate.length > 0) {
        double median = median(squares(p, candidate));
        if (median < least) {
          least = median;
          best = candidate;
        }
      }
    }
    return best;
  }

  private static double[] throughTwo(double[] p, double[] q) {
    double x = q[0] - p[0];
    double y = q[1] - p[1];
    double u = q[2] - p[2];
    double v = q[3] - p[3];
    double length = x * x + y * y;
    if (length < 1) {
      return new double[0];
    }
    double a = (x * u + y * v) / length;
    double b = (x * v - y * u) / length;
    return new double[] {a, b, p[2] - a * p[0] + b * p[1], p[3] - b * p[0] - a * p[1]};
  }

  private static double[] leastSquares(double[][] p, boolean[] in) {
    double[] mean = new double[4];
    int n = 0;
    for (int i = 0; i < p.length; i++) {
      if (in[i]) {
        n++;
        for (int k = 0; k < 4; k++) {
          mean[k] += p[i][k];
        }
      }
    }
    if (n < FEWEST_PAIRS) {
      return new double[0];
    }
    double length = 0;
    double along = 0;
    double across = 0;
    for (int i = 0; i < p.length; i++) {
      if (in[i]) {
        double x = p[i][0] - mean[0] / n;
        double y = p[i][1] - mean[1] / n;
        double u = p[i][2] - mean[2] / n;
        double v = p[i][3] - mean[3] / n;
        length += x * x + y * y;
        along += x * u + y * v;
        across += x * v - y * u;
      }
    }
    if (length < 1) {
      return new double[0];
    }
    double a = along / length;
    double b = across / length;
    return new double[] {
      a, b, (mean[2] - a * mean[0] + b * mean[1]) / n, (mean[3] - b * mean[0] - a * mean[1]) / n
    };
  }

  private static double[] squares(double[][] p, double[] t) {
    double[] squares = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      double east = t[0] * p[i][0] - t[1] * p[i][1] + t[2] - p[i][2];
      double north = t[1] * p[i][0] + t[0] * p[i][1] + t[3] - p[i][3];
      squares[i] = east * east + north * north;
    }
    return squares;
  }

  private static boolean[] inliers(double[][] p, double[] t) {
    double[] squares = squares(p, t);
    double deviation = 1.4826 * (1 + 5.0 / (p.length - 2)) * Math.sqrt(median(squares));
    double limit = 2.5 * Math.max(FLOOR_METRES, deviation);
    boolean[] in = new boolean[p.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = squares[i] <= limit * limit;
    }
    return in;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Coordinate middle(List<Coordinate> places) {
    return new Coordinate(
        median(places.stream().mapToDouble(c -> c.x).toArray()),
        median(places.stream().mapToDouble(c -> c.y).toArray()));
  }

  private static Optional<SimilarityFit> result(
      double[][] p, boolean[] in, double[] t, Coordinate from, Coordinate to) {
    double[] squares = squares(p, t);
    List<Double> residuals = new ArrayList<>();
    List<Boolean> outlier = new ArrayList<>();
    double sum = 0;
    double spread = 0;
    int n = 0;
    for (int i = 0; i < p.length; i++) {
      residuals.add(Math.sqrt(squares[i]));
      outlier.add(!in[i]);
      if (in[i]) {
        n++;
        sum += squares[i];
        spread = Math.max(spread, Math.hypot(p[i][0], p[i][1]));
      }
    }
    if (n < FEWEST_PAIRS) {
      return Optional.empty();
    }
    double dx = to.x + t[2] - t[0] * from.x + t[1] * from.y;
    double dy = to.y + t[3] - t[1] * from.x - t[0] * from.y;
    Similarity parameters = new Similarity(dx, dy, Math.hypot(t[0], t[1]), Math.atan2(t[1], t[0]));
    return Optional.of(
        new SimilarityFit(parameters, residuals, outlier, Math.sqrt(sum / n), spread));
  }
}
