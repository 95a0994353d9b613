package org.shuangshi.intake.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.geometry.Fault;
import org.shuangshi.gis.geometry.FaultCode;
import org.shuangshi.gis.geometry.GeometryCheck;
import org.shuangshi.gis.geometry.Lattice;
import org.shuangshi.gis.geometry.Reshape;

/**
 * A file's geometry on its way into the register: moved into EPSG:4490, judged, checked to lie in
 * China, put on the lattice, made a collection where the table wants one.
 */
final class GeometryIntake {

  /** China with its seas, generously: what lies outside is in another system. */
  private static final Envelope CHINA = new Envelope(70, 140, 0, 60);

  private static final int CGCS2000 = 4490;
  private static final PrecisionModel MILLIMETRE = new PrecisionModel(1e8);
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final @Nullable GeometryColumn column;
  private final @Nullable CrsTransform toRegister;

  /**
   * @param column null where the kind has no geometry
   * @param toRegister from the file's system to EPSG:4490; null where the file has no geometry
   */
  GeometryIntake(@Nullable GeometryColumn column, @Nullable CrsTransform toRegister) {
    this.column = column;
    this.toRegister = toRegister;
  }

  /** Sets the row's geometry, or rejects the row with the place of what is wrong. */
  void take(@Nullable Geometry raw, Row row) {
    if (column == null || toRegister == null || (raw == null && !column.required())) {
      return;
    }
    Geometry moved = raw == null ? null : toRegister.apply(Reshape.dropZ(raw));
    Optional<Fault> fault = GeometryCheck.fault(moved, column.shape());
    if (fault.isPresent() || moved == null) {
      fault.ifPresent(found -> row.reject(found.code(), found.message(), found.at()));
      return;
    }
    if (!CHINA.contains(moved.getEnvelopeInternal())) {
      Fault outside = FaultCode.OUT_OF_RANGE.at(moved.getCoordinate());
      row.reject(outside.code(), "不在中国范围内，请核对坐标系（--crs）：" + outside.message(), outside.at());
      return;
    }
    Geometry ready = onLattice(moved, row);
    if (ready == null) {
      return;
    }
    ready = column.collection() ? Reshape.toMulti(ready) : single(ready);
    ready.setSRID(CGCS2000);
    row.geometry(ready);
  }

  /** Rejects the row for what the file's reader found; places are in the file's own system. */
  void report(Row row, Fault fault) {
    Coordinate at = fault.at();
    if (at != null && toRegister != null) {
      at = toRegister.apply(POINTS.createPoint(at)).getCoordinate();
    }
    row.reject(fault.code(), fault.message(), at != null && Double.isNaN(at.x) ? null : at);
  }

  /**
   * Rounding can make slivers narrower than a millimetre touch; then the shape is reduced as a
   * whole.
   */
  private static @Nullable Geometry onLattice(Geometry moved, Row row) {
    Lattice.Rounded rounded = Lattice.roundChecked(moved);
    if (rounded.fault().isEmpty()) {
      return rounded.geometry();
    }
    Geometry reduced = GeometryPrecisionReducer.reduce(moved, MILLIMETRE);
    if (reduced.isEmpty() || reduced.getDimension() != moved.getDimension()) {
      Fault fault = rounded.fault().get();
      row.reject(fault.code(), fault.message(), fault.at());
      return null;
    }
    row.note("geometry.reduced", "坐标归到毫米后有狭缝相碰，图形已按毫米格网整理");
    return reduced;
  }

  private static Geometry single(Geometry geometry) {
    return geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
  }
}
