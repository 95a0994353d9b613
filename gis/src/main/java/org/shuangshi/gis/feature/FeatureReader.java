package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one layer, in file order, one at a time. Not for use by several threads. */
public interface FeatureReader extends Closeable {

  FeatureSchema schema();

  /**
   * The next row, or null after the last.
   *
   * @throws FeatureFileException where the file is broken from here on; what was read before stands
   */
  @Nullable Feature next() throws FeatureFileException;

  /** Share of the file read so far, 0 to 1, for progress. */
  double progress();

  /** What was decided, left out or cut so far; complete once {@link #next} has returned null. */
  default List<Notice> notices() {
    return schema().notices();
  }

  @Override
  void close() throws FeatureFileException;
}
