package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes rows of one layer.
 *
 * <p>Rows go to a hidden file beside the target. {@link #close()} completes it and moves it to its
 * name, so that a file under that name is always whole. After {@link #abandon()}, or after a write
 * that threw, close() removes the hidden file and leaves what stood under the name before.
 *
 * <p>Only x and y are written, no Z.
 */
public interface FeatureWriter extends Closeable {

  /**
   * Adds a row.
   *
   * @param geometry in the schema's system (x east, y north), or null
   * @param values one per field of the schema, in its order, each null or of the Java type its
   *     {@link FieldType} names
   */
  void write(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws FeatureFileException;

  /** What the format could not keep; complete once {@link #close()} has returned. */
  List<Notice> notices();

  /** Gives the file up: close() will not produce it. */
  void abandon();

  @Override
  void close() throws FeatureFileException;
}
