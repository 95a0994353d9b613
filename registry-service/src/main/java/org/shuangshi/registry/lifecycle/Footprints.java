package org.shuangshi.registry.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.shuangshi.registry.area.GeoJsonGeometry;

/** Shapes of buildings as the register writes them: hexadecimal EWKB, EPSG:4490. */
final class Footprints {

  /** 1e-8 degrees, 1 mm: what is saved lies on this lattice. */
  private static final PrecisionModel LATTICE = new PrecisionModel(1e8);

  private Footprints() {}

  static Geometry read(@Nullable String hex) {
    try {
      return new WKBReader().read(WKBReader.hexToBytes(String.valueOf(hex)));
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry of the register that is no WKB", e);
    }
  }

  /** All of them as one; walls they share are gone. */
  static String union(List<@Nullable String> footprints) {
    List<Geometry> shapes = new ArrayList<>();
    footprints.forEach(hex -> shapes.add(read(hex)));
    return GeoJsonGeometry.hex(GeoJsonGeometry.area(UnaryUnionNG.union(shapes, LATTICE)));
  }
}
