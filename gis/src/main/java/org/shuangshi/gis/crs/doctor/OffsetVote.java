package org.shuangshi.gis.crs.doctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.doctor.Diagnosis.Offset;

/**
 * Finds by how much a set of places is off from the register's without knowing which is which: each
 * place votes for the moves that would bring it onto any near place of the register. The true move
 * gets a vote from every thing that both hold; others only chance ones. (A Hough transform over
 * moves.)
 */
final class OffsetVote {

  /** BD-09 is off by a kilometre or so, other mistakes by less. */
  private static final double REACH_METRES = 1500;

  private static final double BIN_METRES = 4;
  private static final int BINS = (int) (2 * REACH_METRES / BIN_METRES);
  private static final int MOST_VOTERS = 500;

  /** Rows of equal houses vote for the distance between two as well, but not as many. */
  private static final double CLEAR_LEAD = 1.5;

  private static final int APART_BINS = 6;
  private static final double LEAST_SHARE = 0.15;
  private static final int FEWEST_VOTES = 5;

  private final Register register;
  private final List<Coordinate> voters;
  private final int[] votes = new int[BINS * BINS];

  private OffsetVote(Register register, List<Coordinate> degrees) {
    this.register = register;
    int step = Math.max(1, (degrees.size() + MOST_VOTERS - 1) / MOST_VOTERS);
    this.voters = new ArrayList<>();
    for (int i = 0; i < degrees.size(); i += step) {
      Coordinate place = degrees.get(i);
      voters.add(new Coordinate(register.plane().east(place), register.plane().north(place)));
    }
  }

  /** Null where no move stands out. */
  static @Nullable Offset of(Register register, List<Coordinate> degrees) {
    return new OffsetVote(register, degrees).elect();
  }

  private @Nullable Offset elect() {
    for (Coordinate voter : voters) {
      for (Coordinate place : register.around(voter.x, voter.y, REACH_METRES)) {
        int column = bin(place.x - voter.x);
        int line = bin(place.y - voter.y);
        if (column >= 0 && column < BINS && line >= 0 && line < BINS) {
          votes[line * BINS + column]++;
        }
      }
    }
    int first = best(-1);
    int most = around(first);
    int next = around(best(first));
    if (most < Math.max(FEWEST_VOTES, LEAST_SHARE * voters.size()) || most < CLEAR_LEAD * next) {
      return null;
    }
    int peak = peak(first);
    Offset close = refined(centre(peak % BINS), centre(peak / BINS));
    // from where it really is: the centre of a bin may be nearer to another thing
    return close == null ? null : refined(close.eastMetres(), close.northMetres());
  }

  private static int bin(double metres) {
    return (int) Math.floor((metres + REACH_METRES) / BIN_METRES);
  }

  private static double centre(int bin) {
    return (bin + 0.5) * BIN_METRES - REACH_METRES;
  }

  /** The bin with most votes, its neighbours' included; not near another one. */
  private int best(int apartFrom) {
    int best = BINS + 1;
    int most = -1;
    for (int line = 1; line < BINS - 1; line++) {
      for (int column = 1; column < BINS - 1; column++) {
        boolean near =
            apartFrom >= 0
                && Math.abs(apartFrom % BINS - column) < APART_BINS
                && Math.abs(apartFrom / BINS - line) < APART_BINS;
        int count = near ? -1 : around(line * BINS + column);
        if (count > most) {
          most = count;
          best = line * BINS + column;
        }
      }
    }
    return best;
  }

  /**
   * The fullest of a bin and its neighbours. All nine about the true move hold its votes, so that
   * chance decides between them; from a corner what belongs together would be out of reach.
   */
  private int peak(int bin) {
    int peak = bin;
    for (int line = -BINS; line <= BINS; line += BINS) {
      for (int column = -1; column <= 1; column++) {
        if (votes[bin + line + column] > votes[peak]) {
          peak = bin + line + column;
        }
      }
    }
    return peak;
  }

  private int around(int bin) {
    int sum = 0;
    for (int line = -BINS; line <= BINS; line += BINS) {
      sum += votes[bin + line - 1] + votes[bin + line] + votes[bin + line + 1];
    }
    return sum;
  }

  /** The median over those that agree. */
  private @Nullable Offset refined(double east, double north) {
    List<Double> easts = new ArrayList<>();
    List<Double> norths = new ArrayList<>();
    for (Coordinate voter : voters) {
      Coordinate there = register.nearest(voter.x + east, voter.y + north, 2 * BIN_METRES);
      if (there != null) {
        easts.add(there.x - voter.x);
        norths.add(there.y - voter.y);
      }
    }
    if (easts.size() < FEWEST_VOTES) {
      return null;
    }
    return new Offset(median(easts), median(norths), easts.size(), voters.size());
  }

  private static double median(List<Double> values) {
    return Plane.quantile(values.stream().mapToDouble(v -> v).sorted().toArray(), 0.5);
  }
}
