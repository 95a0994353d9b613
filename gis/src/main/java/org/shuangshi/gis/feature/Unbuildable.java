package org.shuangshi.gis.feature;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.geometry.Fault;
import org.shuangshi.gis.geometry.FaultCode;

/** Coordinates of one row that make no JTS geometry. */
final class Unbuildable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  Unbuildable(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  Unbuildable(FaultCode code, @Nullable Coordinate at) {
    this(code.at(at));
  }

  /**
   * What a JTS reader of WKT or WKB refused. It says so in the words of its constructors only
   * ("Points of LinearRing do not form a closed linestring").
   */
  static Unbuildable of(Exception refused) {
    String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("closed linestring")) {
      return new Unbuildable(FaultCode.RING_NOT_CLOSED, null);
    }
    if (words.contains("number of points")) {
      return new Unbuildable(FaultCode.TOO_FEW_POINTS, null);
    }
    if (words.contains("unknown wkb type")) {
      return new Unbuildable(FaultCode.UNSUPPORTED, null);
    }
    return new Unbuildable(FaultCode.UNREADABLE, null);
  }

  Fault fault() {
    return fault;
  }
}
