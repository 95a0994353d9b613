package org.shuangshi.registry.area;

import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** An area asked about. */
public sealed interface Area {

  /** How the log names it: by its code, or by the corners of a drawn shape. */
  default String target() {
    if (this instanceof OfGrid grid) {
      return "grid:" + grid.code();
    }
    if (this instanceof OfRegion region) {
      return "region:" + region.code();
    }
    if (this instanceof OfShape shape) {
      Envelope box = shape.geometry().getEnvelopeInternal();
      return String.format(
          Locale.ROOT,
          "shape:%.5f,%.5f,%.5f,%.5f",
          box.getMinX(),
          box.getMinY(),
          box.getMaxX(),
          box.getMaxY());
    }
    return "city";
  }

  /** The grid that has this code on the day asked about. */
  record OfGrid(String code) implements Area {}

  /** The region of any level that has this code on the day asked about. */
  record OfRegion(String code) implements Area {}

  /**
   * A drawn shape.
   *
   * @param geometry valid Polygon or MultiPolygon, EPSG:4490, lon lat
   */
  record OfShape(Geometry geometry) implements Area {}

  /** The whole register. */
  record Everywhere() implements Area {}
}
