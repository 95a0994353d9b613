package org.shuangshi.gis.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;

/**
 * The shape of a layer.
 *
 * @param layer name of the layer; for one-layer formats the file name without its extension
 * @param crs the system its coordinates are in, always read as east/north (lon, lat); null where
 *     the file does not say
 */
public record FeatureSchema(
    String layer, List<Field> fields, GeometryType geometryType, @Nullable Crs crs) {

  public FeatureSchema {
    fields = List.copyOf(fields);
  }

  /** Position of the column with exactly this name, or -1. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
