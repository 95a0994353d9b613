package org.shuangshi.gis.feature;

import java.io.Closeable;
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

  @Override
  void close() throws FeatureFileException;
}
