package org.shuangshi.registry.area;

import org.locationtech.jts.geom.Geometry;

/** An area asked about. */
public sealed interface Area {

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
