package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangshi.gis.mesh.Sketch.box;
import static org.shuangshi.gis.mesh.Sketch.faces;
import static org.shuangshi.gis.mesh.Sketch.numbered;
import static org.shuangshi.gis.mesh.Sketch.polygon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class InspectionTest {

  private static final double SLIVER_STEPS = 300;

  private static final Polygon COMMUNITY =
      polygon(0, 0, 10_000, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 0, 10_000);
  private static final Polygon WEST = box(0, 0, 10_000, 10_000);
  private static final Polygon EAST = box(10_000, 0, 20_000, 10_000);

  private static List<GroundFault> faults(Mesh mesh, Building... buildings) {
    return Inspection.of(mesh, List.of(buildings), SLIVER_STEPS, false);
  }

  private static Building building(Polygon footprint) {
    return new Building(70, footprint, footprint.getInteriorPoint().getCoordinate());
  }

  /** Done as proposed, nothing is left. */
  private static Mesh repaired(Mesh mesh, GroundFault fault, Building... buildings) {
    Mesh after = mesh;
    for (Edit edit : fault.repair()) {
      after = after.apply(edit, false).ifAccepted().orElseThrow();
    }
    assertThat(faults(after, buildings)).isEmpty();
    return after;
  }

  private static GroundFault only(Mesh mesh, GroundFault.Kind kind, Building... buildings) {
    List<GroundFault> faults = faults(mesh, buildings);
    assertThat(faults).extracting(GroundFault::kind).containsExactly(kind);
    assertThat(faults.get(0).message()).contains("位置");
    return faults.get(0);
  }

  private static Mesh read(Geometry... polygons) {
    return Reading.of(
            faces(polygons.length), numbered(polygons), Map.of(1L, COMMUNITY), Tolerance.NONE)
        .outcome()
        .ifAccepted()
        .orElseThrow();
  }

  @Test
  void aWholeCommunityHasNoFault() {
    assertThat(faults(read(WEST, EAST), building(box(11_000, 1_000, 12_000, 2_000)))).isEmpty();
  }

  @Test
  void aGapGoesToANeighbour() {
    Mesh mesh = read(WEST, box(12_000, 0, 20_000, 10_000));
    GroundFault fault = only(mesh, GroundFault.Kind.GAP);

    assertThat(fault.faces()).containsExactly(-1L);
    assertThat(box(10_000, 0, 12_000, 10_000).contains(point(fault))).isTrue();
    // 2,000 by 10,000 steps at 30 N: 1.93 by 11.09 metres
    assertThat(fault.squareMetres()).isBetween(21.3, 21.5);
    assertThat(repaired(mesh, fault).faces().keySet()).containsExactly(1L, 2L);
  }

  @Test
  void anOverlapGoesToOneOfThoseThatClaimIt() {
    Mesh mesh = read(box(0, 0, 12_000, 10_000), EAST);
    GroundFault fault = only(mesh, GroundFault.Kind.OVERLAP);

    assertThat(fault.faces()).containsExactly(-1L, 1L, 2L);
    repaired(mesh, fault);
  }

  @Test
  void whatSticksOutOfTheCommunityIsDropped() {
    Mesh mesh = read(WEST, box(10_000, 0, 20_500, 10_000));
    GroundFault fault = only(mesh, GroundFault.Kind.OUTSIDE);

    assertThat(fault.faces()).containsExactly(-1L, 2L);
    assertThat(repaired(mesh, fault).region(1).equalsTopo(COMMUNITY)).isTrue();
  }

  @Test
  void aSliverOfAGridJoinsItsNeighbour() {
    Mesh mesh = Sketch.mesh(WEST, box(10_000, 0, 10_200, 10_000));
    GroundFault fault = only(mesh, GroundFault.Kind.SLIVER);

    assertThat(fault.faces()).containsExactly(2L);
    assertThat(fault.repair()).containsExactly(new Edit.Merge(1, 2));
    repaired(mesh, fault);
  }

  @Test
  void aPartApartIsAWarningAndJoinsItsNeighbour() {
    Mesh mesh =
        Sketch.mesh(box(0, 0, 10_000, 10_000), box(10_000, 0, 20_000, 10_000))
            .apply(new Edit.Carve(box(2_000, 2_000, 4_000, 4_000), 2), false)
            .ifAccepted()
            .orElseThrow();
    GroundFault fault = only(mesh, GroundFault.Kind.MULTI_PART);

    assertThat(fault.kind().isWarning()).isTrue();
    assertThat(box(2_000, 2_000, 4_000, 4_000).contains(point(fault))).isTrue();
    assertThat(repaired(mesh, fault).polygon(1).equalsTopo(WEST)).isTrue();
  }

  @Test
  void aBorderThroughABuildingGoesAroundIt() {
    Building cut = building(box(9_000, 4_000, 14_000, 6_000));
    Mesh mesh = read(WEST, EAST);
    GroundFault fault = only(mesh, GroundFault.Kind.BUILDING_CUT, cut);

    assertThat(fault.building()).isEqualTo(70);
    assertThat(fault.faces()).containsExactly(1L, 2L);
    // Most of it lies in the east.
    assertThat(repaired(mesh, fault, cut).polygon(2).covers(cut.footprint())).isTrue();
  }

  @Test
  void aWallOnTheBorderIsNotCut() {
    Building beside = building(box(9_996, 4_000, 14_000, 6_000));

    assertThat(faults(read(WEST, EAST), beside)).isEmpty();
  }

  @Test
  void aBuildingInAGapGetsAGridWithTheGround() {
    Building inGap = building(box(10_500, 4_000, 11_500, 6_000));
    Mesh mesh = read(WEST, box(12_000, 0, 20_000, 10_000));
    List<GroundFault> faults = faults(mesh, inGap);

    assertThat(faults)
        .extracting(GroundFault::kind)
        .containsExactly(GroundFault.Kind.GAP, GroundFault.Kind.BUILDING_IN_NO_GRID);
    repaired(mesh, faults.get(1), inGap);
  }

  @Test
  void aGapIsGivenToTheSideThatCutsNoBuilding() {
    // It reaches from the gap into the east; the border with the west is the longer one.
    Polygon gap = polygon(10_000, 0, 10_500, 0, 10_500, 9_000, 10_000, 10_000);
    Polygon east = polygon(10_500, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 10_500, 9_000);
    Building across = building(box(10_200, 4_000, 12_000, 6_000));
    Polygon community =
        polygon(0, 0, 10_000, 0, 10_500, 0, 20_000, 0, 20_000, 10_000, 10_000, 10_000, 0, 10_000);
    Mesh mesh =
        Mesh.of(faces(2), numbered(WEST, east), Map.of(1L, community)).ifAccepted().orElseThrow();
    assertThat(mesh.polygon(-1).equalsTopo(gap)).isTrue();
    List<GroundFault> faults = faults(mesh, across);

    assertThat(faults)
        .extracting(GroundFault::kind)
        .containsExactly(GroundFault.Kind.GAP, GroundFault.Kind.BUILDING_CUT);
    assertThat(faults.get(0).repair()).containsExactly(new Edit.Fill(-1, 2));
  }

  @Test
  void aRepairThatWouldCutAnotherBuildingIsNotProposed() {
    // Carving either way splits the other grid in two: the building fills it from side to side.
    Building wide = building(box(9_000, 0, 11_000, 10_000));
    Mesh mesh = Sketch.mesh(box(0, 0, 10_000, 10_000), box(10_000, 0, 11_000, 10_000));
    GroundFault fault = only(mesh, GroundFault.Kind.BUILDING_CUT, wide);

    // The east would vanish, the west alone can give ground.
    assertThat(fault.repair()).hasSize(1);
    assertThat(((Edit.Carve) fault.repair().get(0)).grid()).isEqualTo(2);
  }

  @Test
  void aBuildingAcrossTheCommunityBorderHasNoRepair() {
    Building across = building(box(19_000, 4_000, 21_000, 6_000));
    GroundFault fault = only(read(WEST, EAST), GroundFault.Kind.BUILDING_CUT, across);

    assertThat(fault.repair()).isEmpty();
  }

  @Test
  void everyRepairProposedMendsAndMakesNothingElseWrong() {
    Random random = new Random(21);
    Map<GroundFault.Kind, Integer> mended = new EnumMap<>(GroundFault.Kind.class);
    for (int round = 0; round < 2; round++) {
      Mesh mesh = Meshes.dirty(Meshes.random(random, 6), random);
      List<Building> buildings = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Edge edge = mesh.edges().get(random.nextInt(mesh.edges().size()));
        Step at = edge.chain().get(random.nextInt(edge.chain().size()));
        Polygon house = Meshes.blob(random, at.degrees(), 8e-5 + random.nextDouble() * 8e-5);
        Geometry inside = house.getInteriorPoint();
        buildings.add(new Building(buildings.size() + 1L, house, inside.getCoordinate()));
      }
      List<GroundFault> before = Inspection.of(mesh, buildings, 2_000, false);
      for (GroundFault fault : before) {
        if (!fault.repair().isEmpty()) {
          mended.merge(fault.kind(), 1, Integer::sum);
          assertMends(mesh, buildings, fault, before);
        }
      }
    }
    assertThat(mended)
        .containsKeys(
            GroundFault.Kind.GAP,
            GroundFault.Kind.OVERLAP,
            GroundFault.Kind.OUTSIDE,
            GroundFault.Kind.BUILDING_CUT,
            GroundFault.Kind.BUILDING_IN_NO_GRID);
    assertThat(mended.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(30);
  }

  /** By everything there is, where Inspection looks at what has changed alone. */
  private static void assertMends(
      Mesh mesh, List<Building> buildings, GroundFault fault, List<GroundFault> before) {
    Mesh after = mesh;
    for (Edit edit : fault.repair()) {
      after = after.apply(edit, false).ifAccepted().orElseThrow();
    }
    List<List<Object>> allowed = new ArrayList<>(before.stream().map(GroundFault::key).toList());
    allowed.remove(fault.key());
    for (GroundFault now : new Faults(after, 2_000).all(buildings)) {
      assertThat(allowed.remove(now.key())).as("%s makes %s", fault, now).isTrue();
    }
    Geometry[] all = after.faces().keySet().stream().map(after::polygon).toArray(Geometry[]::new);
    Geometry[] faults = CoverageValidator.validate(all, RandomEdits.GAP_DEGREES);
    assertThat(CoverageValidator.hasInvalidResult(faults)).isFalse();
  }

  private static Geometry point(GroundFault fault) {
    return new GeometryFactory().createPoint(fault.at());
  }
}
