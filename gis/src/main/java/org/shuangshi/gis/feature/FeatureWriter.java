package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Takes rows of one layer. The file is complete once {@link #close()} has returned. */
public interface FeatureWriter extends Closeable {

  /**
   * Adds a row.
   *
   * @param geometry in the schema's system (x east, y north), or null
   * @param values one per field of the schema, in its order
   */
  void write(@Nullable Geometry geometry, List<? extends @Nullable Object> values)
      throws FeatureFileException;
}
