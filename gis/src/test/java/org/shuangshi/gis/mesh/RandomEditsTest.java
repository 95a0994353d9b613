package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.geometry.Lattice;

/**
 * Edits of every kind at random; after each the coverage is whole, and the mesh before is as it
 * was.
 */
class RandomEditsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double GAP_DEGREES = 2e-8;

  private final Random random = new Random(6);
  private final Map<String, Integer> accepted = new TreeMap<>();
  private final Map<String, Integer> tried = new TreeMap<>();
  private long nextId = 1000;

  @Test
  void editsOfRandomMeshesLeaveNoGapAndNoOverlap() {
    for (int round = 0; round < 8; round++) {
      edit(randomMesh(), 200, round % 5 == 0);
    }
    assertEnoughAccepted(20);
  }

  @Test
  void editsOfRealVillagesLeaveNoGapAndNoOverlap() throws Exception {
    for (int round = 0; round < 6; round++) {
      edit(villages(), 120, round % 5 == 0);
    }
    assertEnoughAccepted(20);
  }

  private void assertEnoughAccepted(int least) {
    for (String kind : tried.keySet()) {
      assertThat(accepted.getOrDefault(kind, 0))
          .as("%s accepted: %s of %s", kind, accepted, tried)
          .isGreaterThanOrEqualTo(least);
    }
    assertThat(tried).hasSize(Edit.class.getPermittedSubclasses().length);
  }

  private void edit(Mesh start, int edits, boolean regions) {
    Mesh mesh = start;
    Map<Long, byte[]> bytes = bytes(mesh);
    for (int i = 0; i < edits; i++) {
      Edit edit = randomEdit(mesh);
      tried.merge(edit.getClass().getSimpleName(), 1, Integer::sum);
      Outcome outcome = mesh.apply(edit, regions);
      assertThat(bytes(mesh)).as("before, after %s", edit).containsExactlyEntriesOf(bytes);
      if (outcome.ifAccepted().isPresent()) {
        Mesh after = outcome.ifAccepted().get();
        accepted.merge(edit.getClass().getSimpleName(), 1, Integer::sum);
        assertWhole(after, edit);
        if (!regions) {
          assertBorderStays(mesh, after, edit);
        }
        mesh = after;
        bytes = bytes(after);
      }
    }
  }

  private static void assertWhole(Mesh mesh, Edit edit) {
    List<Long> open = new ArrayList<>();
    Geometry[] all = mesh.faces().keySet().stream().map(mesh::polygon).toArray(Geometry[]::new);
    mesh.faces().values().stream().filter(f -> f.community() == 1).forEach(f -> open.add(f.id()));
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(all, GAP_DEGREES)))
        .as("fault after %s", edit)
        .isFalse();
    for (Geometry polygon : all) {
      assertThat(polygon.isValid() && Lattice.isOn(polygon)).as("%s %s", edit, polygon).isTrue();
    }
    Geometry union = CoverageUnion.union(open.stream().map(mesh::polygon).toArray(Geometry[]::new));
    assertThat(mesh.region(1).norm().equalsExact(union.norm())).as("%s", edit).isTrue();
  }

  /** Every vertex of the border stays one; what is new lies on the border before. */
  private static void assertBorderStays(Mesh before, Mesh after, Edit edit) {
    Geometry border = before.region(1).getBoundary();
    List<Coordinate> now = List.of(after.region(1).getCoordinates());
    assertThat(now).as("%s", edit).containsAll(List.of(before.region(1).getCoordinates()));
    for (Coordinate place : now) {
      assertThat(border.distance(FACTORY.createPoint(place))).as("%s", edit).isLessThan(1e-8);
    }
  }

  private static Map<Long, byte[]> bytes(Mesh mesh) {
    Map<Long, byte[]> bytes = new TreeMap<>();
    mesh.faces().keySet().forEach(id -> bytes.put(id, new WKBWriter().write(mesh.polygon(id))));
    return bytes;
  }

  private Edit randomEdit(Mesh mesh) {
    Edge edge = any(mesh.edges());
    int at = random.nextInt(edge.chain().size());
    Step vertex = edge.chain().get(at);
    Step next = edge.chain().get(Math.min(at + 1, edge.chain().size() - 1));
    Step previous = edge.chain().get(Math.max(0, at - 1));
    long reach = 1 + (long) (size(mesh) * random.nextDouble() * 0.3);
    long grid = any(List.copyOf(mesh.faces().keySet()));
    Coordinate centre = mesh.polygon(grid).getInteriorPoint().getCoordinate();
    return switch (random.nextInt(9)) {
      case 0 -> new Edit.MoveVertex(vertex, near(vertex, reach));
      case 1 ->
          new Edit.InsertVertex(
              vertex,
              next.equals(vertex) ? previous : next,
              middle(vertex, next.equals(vertex) ? previous : next));
      case 2 -> new Edit.DeleteVertex(edge.chain().get(edge.chain().size() / 2));
      case 3 -> new Edit.MoveEdge(edge, around(reach / 2), around(reach / 2));
      case 4 -> new Edit.Merge(edge.left(), edge.right());
      case 5 -> {
        Step through = Step.of(centre);
        Step far = near(through, size(mesh) * 3);
        Step back = new Step(2 * through.x() - far.x(), 2 * through.y() - far.y());
        long id = nextId;
        nextId += 50;
        yield new Edit.Split(grid, List.of(far, through, back), id);
      }
      case 6 -> {
        // From a vertex of the border, a T-junction, to somewhere beyond the middle.
        Step corner = Step.of(any(List.of(mesh.polygon(grid).getCoordinates())));
        Step through = Step.of(centre);
        Step far = new Step(4 * through.x() - 3 * corner.x(), 4 * through.y() - 3 * corner.y());
        long id = nextId;
        nextId += 50;
        yield new Edit.Split(grid, List.of(corner, through, far), id);
      }
      default -> {
        boolean given = random.nextBoolean();
        yield new Edit.Carve(
            blob(random.nextBoolean() ? vertex.degrees() : centre, reach * 1e-8),
            given ? grid : nextId++);
      }
    };
  }

  /** Typical width of a grid in steps. */
  private static long size(Mesh mesh) {
    double area =
        mesh.faces().keySet().stream().mapToDouble(id -> mesh.polygon(id).getArea()).sum();
    return (long) (Math.sqrt(area / mesh.faces().size()) * 1e8);
  }

  private Polygon blob(Coordinate centre, double radius) {
    int corners = 3 + random.nextInt(5);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble() * 0.8) / corners;
      ring[i] =
          new Coordinate(
              Lattice.round(centre.x + radius * Math.cos(angle)),
              Lattice.round(centre.y + radius * Math.sin(angle)));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Step middle(Step a, Step b) {
    return new Step((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  private Step near(Step step, long reach) {
    return new Step(step.x() + around(reach), step.y() + around(reach));
  }

  private long around(long reach) {
    return (long) ((random.nextDouble() * 2 - 1) * reach);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** 6 × 6 crooked quadrangles near 120 E 30 N; the outer ring is held. */
  private Mesh randomMesh() {
    int side = 6;
    Step[][] nodes = new Step[side + 1][side + 1];
    for (int i = 0; i <= side; i++) {
      for (int k = 0; k <= side; k++) {
        nodes[i][k] =
            near(new Step(12_000_000_000L + i * 100_000L, 3_000_000_000L + k * 100_000L), 30_000);
      }
    }
    List<Face> faces = new ArrayList<>();
    Map<Long, Geometry> polygons = new TreeMap<>();
    for (int i = 0; i < side; i++) {
      for (int k = 0; k < side; k++) {
        long id = 1L + (long) i * side + k;
        boolean held = i == 0 || k == 0 || i == side - 1 || k == side - 1;
        faces.add(new Face(id, held ? 2 : 1, held));
        polygons.put(
            id,
            FACTORY.createPolygon(
                new Coordinate[] {
                  nodes[i][k].degrees(),
                  nodes[i + 1][k].degrees(),
                  nodes[i + 1][k + 1].degrees(),
                  nodes[i][k + 1].degrees(),
                  nodes[i][k].degrees()
                }));
      }
    }
    return Mesh.of(faces, polygons).ifAccepted().orElseThrow();
  }

  private static Mesh villages() throws IOException, FeatureFileException {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    Path file = Path.of(String.valueOf(data), "taipei-nangang", "villages.geojson");
    assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no villages");
    List<Face> faces = new ArrayList<>();
    Map<Long, Geometry> polygons = new TreeMap<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        long id = faces.size() + 1L;
        faces.add(new Face(id, 1, false));
        polygons.put(id, Lattice.round(Objects.requireNonNull(row.geometry())));
      }
    }
    Outcome outcome = Mesh.of(faces, polygons);
    assertThat(outcome.ifRefused()).isEmpty();
    Mesh mesh = outcome.ifAccepted().orElseThrow();
    assertThat(mesh.faces()).hasSize(27);
    return mesh;
  }
}
