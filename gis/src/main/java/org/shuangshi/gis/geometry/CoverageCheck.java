package org.shuangshi.gis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Whether polygons make an edge-matched coverage: no overlap, no gap, every shared edge with the
 * same vertices on both sides.
 *
 * <p>1. Each polygon must be valid; while one is not, nothing else is asked. 2. Polygons may only
 * meet along equal edges ({@code coverage.overlap}, {@code coverage.edge-mismatch}); gaps narrower
 * than 2e-8 degrees count as mismatch. 3. Within a containing polygon nothing may be left over
 * ({@code coverage.gap}) and nothing may stick out ({@code coverage.outside}).
 *
 * <p>Not checked: wide gaps where no containing polygon is given (they may be meant), and whether
 * vertices lie on the {@link Lattice}.
 */
public final class CoverageCheck {

  /** Two steps of the lattice: two edges rounded apart are no nearer. */
  private static final double GAP_WIDTH_DEGREES = 2e-8;

  /** Square degrees; less is the rounding of doubles along an edge, not an area. */
  private static final double SLIVER = 1e-14;

  private final List<? extends Geometry> polygons;
  private final List<CoverageFault> faults = new ArrayList<>();

  private CoverageCheck(List<? extends Geometry> polygons) {
    this.polygons = polygons;
  }

  /**
   * The faults, in no particular order.
   *
   * @param polygons polygons or multipolygons in degrees
   * @param within what they should fill, or null
   */
  public static List<CoverageFault> faults(
      List<? extends Geometry> polygons, @Nullable Geometry within) {
    CoverageCheck check = new CoverageCheck(polygons);
    check.eachAlone();
    if (check.faults.isEmpty() && !polygons.isEmpty()) {
      check.edges();
    }
    if (check.faults.isEmpty() && within != null) {
      check.filling(within);
    }
    return check.faults;
  }

  private void eachAlone() {
    IntStream.range(0, polygons.size())
        .parallel()
        .mapToObj(i -> Optional.ofNullable(faultOf(i)))
        .flatMap(Optional::stream)
        .forEachOrdered(faults::add);
  }

  private @Nullable CoverageFault faultOf(int i) {
    return GeometryCheck.fault(polygons.get(i), Shape.AREA)
        .map(found -> new CoverageFault(found.code(), found.message(), found.at(), List.of(i)))
        .orElse(null);
  }

  /** What JTS's CoverageValidator finds, on all processors: a city is checked in half the time. */
  private @Nullable Geometry[] wrongEdges(Geometry[] coverage) {
    STRtree tree = new STRtree();
    for (int i = 0; i < coverage.length; i++) {
      // each part keeps its box when first asked: not by two at once
      coverage[i].apply((GeometryComponentFilter) Geometry::getEnvelopeInternal);
      tree.insert(coverage[i].getEnvelopeInternal(), i);
    }
    tree.build();
    @Nullable Geometry[] wrong = new Geometry[coverage.length];
    IntStream.range(0, coverage.length)
        .parallel()
        .forEach(i -> wrong[i] = wrongEdgesOf(i, coverage, tree));
    return wrong;
  }

  private static @Nullable Geometry wrongEdgesOf(int i, Geometry[] coverage, STRtree tree) {
    Envelope around = coverage[i].getEnvelopeInternal();
    around.expandBy(GAP_WIDTH_DEGREES);
    List<Geometry> near = new ArrayList<>();
    for (Object each : tree.query(around)) {
      int k = (Integer) each;
      if (k != i) {
        near.add(coverage[k]);
      }
    }
    Geometry wrong =
        CoveragePolygonValidator.validate(
            coverage[i], near.toArray(Geometry[]::new), GAP_WIDTH_DEGREES);
    return wrong.isEmpty() ? null : wrong;
  }

  private void edges() {
    Geometry[] coverage = polygons.toArray(Geometry[]::new);
    @Nullable Geometry[] wrongEdges = wrongEdges(coverage);
    STRtree flagged = new STRtree();
    for (int i = 0; i < coverage.length; i++) {
      if (wrongEdges[i] != null) {
        flagged.insert(coverage[i].getEnvelopeInternal(), i);
      }
    }
    boolean[] explained = new boolean[coverage.length];
    for (int i = 0; i < coverage.length; i++) {
      if (wrongEdges[i] != null) {
        overlapsOf(i, flagged, explained);
      }
    }
    for (int i = 0; i < coverage.length; i++) {
      if (wrongEdges[i] != null && !explained[i]) {
        add("coverage.edge-mismatch", "边界与相邻网格不一致（缝隙或顶点不对应）", wrongEdges[i].getCoordinate(), i);
      }
    }
  }

  private void overlapsOf(int i, STRtree flagged, boolean[] explained) {
    for (Object candidate : flagged.query(polygons.get(i).getEnvelopeInternal())) {
      int k = (Integer) candidate;
      if (k > i) {
        for (Polygon area : areas(polygons.get(i), polygons.get(k), OverlayNG.INTERSECTION)) {
          explained[i] = true;
          explained[k] = true;
          add("coverage.overlap", "网格重叠", area.getInteriorPoint().getCoordinate(), i, k);
        }
      }
    }
  }

  private void filling(Geometry within) {
    // An empty list still leaves all of it uncovered, and a union of nothing has no factory.
    List<Geometry> parts = new ArrayList<>(polygons);
    parts.add(within.getFactory().createPolygon());
    Geometry union = OverlayNGRobust.union(parts);
    for (Polygon gap : areas(within, union, OverlayNG.DIFFERENCE)) {
      add("coverage.gap", "有空隙没有网格", gap.getInteriorPoint().getCoordinate());
    }
    for (Polygon outside : areas(union, within, OverlayNG.DIFFERENCE)) {
      add("coverage.outside", "网格超出社区范围", outside.getInteriorPoint().getCoordinate());
    }
  }

  private static List<Polygon> areas(Geometry a, Geometry b, int operation) {
    Geometry result = OverlayNGRobust.overlay(a, b, operation);
    List<Polygon> areas = new ArrayList<>();
    for (int i = 0; i < result.getNumGeometries(); i++) {
      if (result.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > SLIVER) {
        areas.add(polygon);
      }
    }
    return areas;
  }

  private void add(String code, String what, Coordinate at, Integer... which) {
    String message = String.format(Locale.ROOT, "%s，位置 %.8f %.8f", what, at.x, at.y);
    faults.add(new CoverageFault(code, message, at, List.of(which)));
  }
}
