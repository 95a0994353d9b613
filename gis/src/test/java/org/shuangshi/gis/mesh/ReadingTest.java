package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuangshi.gis.mesh.Sketch.box;
import static org.shuangshi.gis.mesh.Sketch.faces;
import static org.shuangshi.gis.mesh.Sketch.numbered;
import static org.shuangshi.gis.mesh.Sketch.polygon;
import static org.shuangshi.gis.mesh.Sketch.step;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class ReadingTest {

  private static final Tolerance METRE = new Tolerance(10, 1_000, 1_000);
  private static final Polygon COMMUNITY = box(0, 0, 20_000, 10_000);
  private static final Polygon WEST = box(0, 0, 10_000, 10_000);
  private static final Polygon EAST = box(10_000, 0, 20_000, 10_000);

  private static Reading read(Tolerance tolerance, Geometry... polygons) {
    return Reading.of(faces(polygons.length), numbered(polygons), Map.of(1L, COMMUNITY), tolerance);
  }

  private static Mesh mesh(Reading reading) {
    assertThat(reading.outcome().ifRefused()).isEmpty();
    Mesh mesh = reading.outcome().ifAccepted().orElseThrow();
    Geometry[] all = mesh.faces().keySet().stream().map(mesh::polygon).toArray(Geometry[]::new);
    Geometry[] faults = CoverageValidator.validate(all, RandomEdits.GAP_DEGREES);
    assertThat(CoverageValidator.hasInvalidResult(faults)).isFalse();
    return mesh;
  }

  private static Change only(Reading reading, Change.Kind kind, long grid) {
    List<Change> changes =
        reading.changes().stream().filter(c -> c.kind() != Change.Kind.NODE_ADDED).toList();
    assertThat(changes).extracting(Change::kind).containsExactly(kind);
    assertThat(changes.get(0).grid()).isEqualTo(grid);
    assertThat(changes.get(0).message()).contains("位置");
    return changes.get(0);
  }

  @Test
  void aCleanCoverageIsReadAsItIs() {
    Polygon community =
        polygon(0, 0, 10_000, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 0, 10_000);
    Reading reading = Reading.of(faces(2), numbered(WEST, EAST), Map.of(1L, community), METRE);

    assertThat(reading.changes()).isEmpty();
    assertThat(mesh(reading).polygon(1).equalsExact(WEST)).isTrue();
    assertThat(mesh(reading).polygon(2).equalsExact(EAST)).isTrue();
  }

  @Test
  void aNarrowGapIsClosedByTheGreaterId() {
    Reading reading = read(METRE, box(0, 0, 9_500, 10_000), EAST);
    Change change = only(reading, Change.Kind.GAP_CLOSED, 2);

    // 500 by 10,000 steps at 30 N: 0.48 by 11.09 metres
    assertThat(change.squareMetres()).isCloseTo(5.35, within(0.05));
    assertThat(box(9_500, 0, 10_000, 10_000).contains(point(change))).isTrue();
    assertThat(mesh(reading).polygon(2).equalsTopo(box(9_500, 0, 20_000, 10_000))).isTrue();
  }

  @Test
  void aNarrowOverlapIsCutFromTheGreaterId() {
    Reading reading = read(METRE, box(0, 0, 10_500, 10_000), EAST);
    Change change = only(reading, Change.Kind.OVERLAP_CUT, 2);

    assertThat(change.squareMetres()).isCloseTo(-5.35, within(0.05));
    assertThat(mesh(reading).polygon(2).equalsTopo(box(10_500, 0, 20_000, 10_000))).isTrue();
  }

  @Test
  void whatSticksOutALittleIsCut() {
    Reading reading = read(METRE, WEST, box(10_000, 0, 20_400, 10_000));
    Change change = only(reading, Change.Kind.OUTSIDE_CUT, 2);

    assertThat(change.squareMetres()).isNegative();
    assertThat(mesh(reading).polygon(2).equalsTopo(EAST)).isTrue();
  }

  @Test
  void whatIsWideIsLeftToSee() {
    Mesh mesh = mesh(read(METRE, box(0, 0, 12_000, 10_000), box(10_000, 0, 17_000, 10_000)));

    assertThat(mesh.faces())
        .containsEntry(-1L, new Face(-1, 1, false, Face.Ground.DISPUTED, List.of(1L, 2L)))
        .containsEntry(-2L, new Face(-2, 1, false, Face.Ground.LEFTOVER, List.of()));
  }

  @Test
  void aHeldGridKeepsItsLine() {
    Reading reading =
        Reading.of(
            List.of(new Face(1, 1, false), new Face(2, 2, true)),
            numbered(box(0, 0, 10_300, 10_000), EAST),
            Map.of(),
            METRE);

    only(reading, Change.Kind.OVERLAP_CUT, 1);
    assertThat(mesh(reading).polygon(2).equalsExact(EAST)).isTrue();
    assertThat(mesh(reading).polygon(1).equalsTopo(WEST)).isTrue();
  }

  @Test
  void heldGridsAtOddsAreRefused() {
    Face one = new Face(1, 2, true);
    Face other = new Face(2, 2, true);
    Map<Long, Geometry> across = numbered(box(0, 0, 10_300, 10_000), EAST);
    Map<Long, Geometry> beside = numbered(WEST, EAST);

    assertThat(kind(Reading.of(List.of(one, other), across, Map.of(), METRE)))
        .isEqualTo(MeshFault.Kind.OVERLAP);
    assertThat(kind(Reading.of(List.of(one, other), beside, Map.of(1L, EAST), METRE)))
        .isEqualTo(MeshFault.Kind.OUTSIDE);
  }

  private static MeshFault.Kind kind(Reading reading) {
    return reading.outcome().ifRefused().orElseThrow().kind();
  }

  @Test
  void aGridDrawnOverAnotherIsCutOutOfIt() {
    Polygon campus = box(2_000, 2_000, 6_000, 6_000);
    Reading reading = read(METRE, WEST, EAST, campus);

    only(reading, Change.Kind.OVERLAP_CUT, 1);
    assertThat(mesh(reading).polygon(3).equalsExact(campus)).isTrue();
    assertThat(mesh(reading).polygon(1).equalsTopo(WEST.difference(campus))).isTrue();
  }

  @Test
  void twoOfTheSameAreRefused() {
    MeshFault fault = read(METRE, WEST, EAST, EAST).outcome().ifRefused().orElseThrow();

    assertThat(fault.kind()).isEqualTo(MeshFault.Kind.SWALLOWS_GRID);
    assertThat(fault.grids()).containsExactly(3L);
  }

  @Test
  void aVertexNearAnotherGridsJoinsIt() {
    Polygon east = polygon(10_004, -3, 20_000, 0, 20_000, 10_000, 10_000, 10_000);
    Reading reading = read(METRE, WEST, east);
    Change change = only(reading, Change.Kind.SNAPPED, 2);

    assertThat(change.metres()).isBetween(0.004, 0.006);
    assertThat(mesh(reading).polygon(2).equalsTopo(EAST)).isTrue();
  }

  @Test
  void aVertexOnAnothersEdgeBecomesANodeThere() {
    Reading reading =
        read(METRE, WEST, box(10_000, 0, 20_000, 5_000), box(10_000, 5_000, 20_000, 10_000));

    assertThat(reading.changes())
        .containsExactly(
            new Change(Change.Kind.NODE_ADDED, 1, step(10_000, 5_000).degrees(), 0, 0));
    mesh(reading);
  }

  @Test
  void coordinatesAreRoundedAndItIsSaid() {
    Geometry off = WEST.copy();
    off.apply((Coordinate c) -> c.setX(c.x + 0.3e-8));
    Reading reading = read(METRE, off, EAST);
    Change change = only(reading, Change.Kind.ROUNDED, 1);

    assertThat(change.metres()).isBetween(0.0002, 0.0005);
    assertThat(mesh(reading).polygon(1).equalsTopo(WEST)).isTrue();
  }

  @Test
  void aPolygonThatCrossesItselfHasTheGroundItGoesAround() {
    Polygon bow = polygon(10_000, 0, 20_000, 10_000, 20_000, 0, 10_000, 10_000);
    Reading reading = read(Tolerance.NONE, WEST, bow);

    only(reading, Change.Kind.MADE_VALID, 2);
    Mesh mesh = mesh(reading);
    assertThat(mesh.polygon(2).getNumGeometries()).isEqualTo(2);
    assertThat(mesh.polygon(2).getArea()).isCloseTo(EAST.getArea() / 2, within(1e-15));
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    Polygon nowhere = polygon(0, 0, 10_000, 0, 10_000, 10_000);
    nowhere.apply((Coordinate c) -> c.setX(c.x == nowhere.getCoordinate().x ? c.x : Double.NaN));

    assertThat(read(METRE, nowhere).outcome().ifRefused().orElseThrow().kind())
        .isEqualTo(MeshFault.Kind.INVALID);
  }

  @Test
  void ofOneBorderTracedTwiceOneLineStands() {
    Polygon first =
        polygon(
            0, 0, 10_100, 0, 9_800, 1_700, 10_250, 4_100, 9_900, 6_800, 10_050, 10_000, 0, 10_000);
    Polygon second =
        polygon(
            9_950, 0, 20_000, 0, 20_000, 10_000, 10_200, 10_000, 10_150, 7_900, 9_750, 5_500,
            10_100, 3_000, 9_850, 800);
    Reading reading = read(METRE, first, second);
    Mesh mesh = mesh(reading);

    assertThat(mesh.faces().keySet()).containsExactly(1L, 2L);
    assertThat(mesh.polygon(1).symDifference(first).getArea()).isLessThan(first.getLength() * 1e-8);
    assertThat(mesh.polygon(2).equalsTopo(COMMUNITY.difference(mesh.polygon(1)))).isTrue();
    assertThat(reading.changes())
        .extracting(Change::kind)
        .contains(Change.Kind.GAP_CLOSED, Change.Kind.OVERLAP_CUT);
    assertAccountedFor(numbered(first, second), reading, mesh, 1);
  }

  @Test
  void randomGridsTracedByManyHandsFillTheirCommunityAgain() {
    Random random = new Random(11);
    for (int round = 0; round < 10; round++) {
      Meshes.Drawn clean = Meshes.random(random, 7);
      List<Face> open = clean.faces().stream().filter(face -> !face.held()).toList();
      Map<Long, Geometry> polygons = new TreeMap<>();
      open.forEach(face -> polygons.put(face.id(), clean.polygons().get(face.id())));
      assertRetracedIsMended(open, polygons, clean.region(), random, 25_000e-8);
    }
  }

  @Test
  void realVillagesTracedByManyHandsFillTheirDistrictAgain() throws Exception {
    Random random = new Random(12);
    Meshes.Drawn clean = Meshes.villages();
    for (int round = 0; round < 3; round++) {
      assertRetracedIsMended(clean.faces(), clean.polygons(), clean.region(), random, 1e-3);
    }
  }

  /** Each line up to 0.4 metres off: no gap, no overlap, every square metre accounted for. */
  private static void assertRetracedIsMended(
      List<Face> faces,
      Map<Long, Geometry> clean,
      Geometry region,
      Random random,
      double spacingDegrees) {
    Map<Long, Geometry> traced = Retracing.each(clean, random, spacingDegrees, 4e-6);
    Reading reading =
        Reading.of(faces, traced, Map.of(1L, region), new Tolerance(50, 1_500, 1_500));
    Mesh mesh = mesh(reading);
    assertThat(mesh.faces().keySet()).isEqualTo(clean.keySet());
    Geometry filled = mesh.region(1);
    assertThat(List.of(filled.getCoordinates())).containsAll(List.of(region.getCoordinates()));
    assertThat(filled.symDifference(region).getArea()).isLessThan(region.getLength() * 1e-8);
    clean.forEach(
        (id, polygon) ->
            assertThat(mesh.polygon(id).symDifference(polygon).getArea())
                .isLessThan(polygon.getLength() * 8e-6));
    assertAccountedFor(traced, reading, mesh, 50);
    Map<Long, Geometry> again = new TreeMap<>();
    clean.keySet().forEach(id -> again.put(id, mesh.polygon(id)));
    Reading second = Reading.of(faces, again, Map.of(1L, filled), new Tolerance(0, 1_500, 1_500));
    assertThat(second.changes()).isEmpty();
  }

  /** What a grid's polygon gained and lost is what was said, but for the strip of the snapping. */
  private static void assertAccountedFor(
      Map<Long, Geometry> read, Reading reading, Mesh mesh, double snapSteps) {
    read.forEach(
        (id, polygon) -> {
          double said =
              reading.changes().stream()
                  .filter(c -> c.grid() == id)
                  .mapToDouble(Change::squareMetres)
                  .sum();
          double found = Metres.square(mesh.polygon(id)) - Metres.square(polygon);
          double outlineMetres = polygon.getLength() * 1.12e5;
          assertThat(found)
              .as("grid %d", id)
              .isCloseTo(said, within(outlineMetres * snapSteps * 1.2e-3));
        });
  }

  private static Geometry point(Change change) {
    return Meshes.FACTORY.createPoint(change.at());
  }
}
