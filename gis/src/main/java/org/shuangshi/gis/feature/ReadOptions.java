package org.shuangshi.gis.feature;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param layer name of the layer or sheet; null for the only one
 * @param charset of the texts of a Shapefile or CSV, where the reader's own guess is not wanted;
 *     null to let it guess. The other formats say themselves how they are encoded
 * @param geometry columns of a table that its geometry is read from; null to go by their names. The
 *     other formats have a geometry of their own
 */
public record ReadOptions(
    @Nullable String layer, @Nullable Charset charset, @Nullable GeometryHeaders geometry) {

  public static final ReadOptions DEFAULT = new ReadOptions(null, null);

  public ReadOptions(@Nullable String layer, @Nullable Charset charset) {
    this(layer, charset, null);
  }

  public static ReadOptions ofLayer(@Nullable String layer) {
    return new ReadOptions(layer, null);
  }

  public ReadOptions withLayer(String name) {
    return new ReadOptions(name, charset, geometry);
  }

  public ReadOptions withCharset(Charset wanted) {
    return new ReadOptions(layer, wanted, geometry);
  }

  public ReadOptions withGeometry(GeometryHeaders columns) {
    return new ReadOptions(layer, charset, columns);
  }
}
