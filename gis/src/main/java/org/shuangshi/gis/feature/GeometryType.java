package org.shuangshi.gis.feature;

/** What kind of geometry a layer holds. */
public enum GeometryType {
  NONE,
  POINT,
  LINE,
  POLYGON,
  MULTI_POINT,
  MULTI_LINE,
  MULTI_POLYGON,
  ANY
}
