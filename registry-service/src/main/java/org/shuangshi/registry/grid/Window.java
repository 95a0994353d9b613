package org.shuangshi.registry.grid;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/** A window of the map, EPSG:4490, degrees. */
record Window(double west, double south, double east, double north) {

  /** Reads {@code west,south,east,north}; null where nothing was sent. */
  static @Nullable Window parse(@Nullable String bbox) {
    if (bbox == null) {
      return null;
    }
    String[] parts = bbox.split(",", -1);
    if (parts.length != 4) {
      throw invalid();
    }
    double[] degrees = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        degrees[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw invalid();
      }
    }
    Window window = new Window(degrees[0], degrees[1], degrees[2], degrees[3]);
    if (!(window.west <= window.east && window.south <= window.north)
        || !(window.west >= -180 && window.east <= 180)
        || !(window.south >= -90 && window.north <= 90)) {
      throw invalid();
    }
    return window;
  }

  private static Refusal invalid() {
    return Refusal.field("bbox", "parameter.invalid", "bbox 应为 西,南,东,北 四个经纬度（度）");
  }
}
