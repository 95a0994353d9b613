package org.shuangshi.gis.zoning;

import java.util.concurrent.CancellationException;

/** Told how far the work is, and asked whether it is still wanted. */
@FunctionalInterface
public interface Progress {

  /** Nobody watches. */
  Progress NONE = share -> true;

  /**
   * So much is done.
   *
   * @param share 0 to 1, never less than before
   * @return false to stop; the caller of the work gets a {@link CancellationException}
   */
  boolean reached(double share);

  /** A stretch of the work that is told of as a whole of its own. */
  default Part part(double from, double to) {
    return new Part(this, from, to);
  }

  /** A stretch of the work. */
  record Part(Progress whole, double from, double to) {
    void reached(double share) {
      if (!whole.reached(from + (to - from) * share)) {
        throw new CancellationException("zoning stopped");
      }
    }

    Part part(double begin, double end) {
      return new Part(whole, from + (to - from) * begin, from + (to - from) * end);
    }
  }
}
