package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.shuangshi.gis.geometry.Lattice;

/**
 * Does edits of every kind at random; after each the coverage is whole and undo gives every byte.
 */
final class RandomEdits {

  static final double GAP_DEGREES = 2e-8;

  private final Wishes wishes;

  /** By kind of edit. */
  final Map<String, Integer> accepted = new TreeMap<>();

  final Map<String, Integer> tried = new TreeMap<>();

  /** Validations, unions and undone meshes that were compared; each held. */
  int whole;

  int undone;
  long editNanos;

  RandomEdits(Random random) {
    wishes = new Wishes(random);
  }

  int allTried() {
    return tried.values().stream().mapToInt(Integer::intValue).sum();
  }

  void edit(Mesh start, int edits, boolean regions) {
    Mesh mesh = start;
    assertWhole(mesh, "reading");
    Map<Long, byte[]> bytes = bytes(mesh);
    for (int i = 0; i < edits; i++) {
      Edit edit = wishes.any(mesh);
      String kind = edit.getClass().getSimpleName();
      tried.merge(kind, 1, Integer::sum);
      long began = System.nanoTime();
      Outcome outcome = mesh.apply(edit, regions);
      editNanos += System.nanoTime() - began;
      assertThat(bytes(mesh)).as("before, after %s", edit).containsExactlyEntriesOf(bytes);
      undone++;
      if (outcome.ifAccepted().isPresent()) {
        Mesh after = outcome.ifAccepted().get();
        accepted.merge(kind, 1, Integer::sum);
        assertWhole(after, edit);
        whole++;
        if (!regions) {
          assertBorderStays(mesh, after, edit);
        }
        mesh = after;
        bytes = bytes(after);
      }
    }
  }

  private static void assertWhole(Mesh mesh, Object edit) {
    Geometry[] all = mesh.faces().keySet().stream().map(mesh::polygon).toArray(Geometry[]::new);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(all, GAP_DEGREES)))
        .as("fault after %s", edit)
        .isFalse();
    for (Geometry polygon : all) {
      assertThat(polygon.isValid() && Lattice.isOn(polygon)).as("%s %s", edit, polygon).isTrue();
    }
    Geometry[] own =
        mesh.faces().values().stream()
            .filter(face -> face.community() == 1)
            .map(face -> mesh.polygon(face.id()))
            .toArray(Geometry[]::new);
    Geometry union = CoverageUnion.union(own);
    assertThat(mesh.region(1).norm().equalsExact(union.norm())).as("%s", edit).isTrue();
  }

  /** Every vertex of the border stays one; what is new lies on the border before. */
  private static void assertBorderStays(Mesh before, Mesh after, Edit edit) {
    Geometry border = before.region(1).getBoundary();
    List<Coordinate> now = List.of(after.region(1).getCoordinates());
    assertThat(now).as("%s", edit).containsAll(List.of(before.region(1).getCoordinates()));
    for (Coordinate place : now) {
      double off = border.distance(Meshes.FACTORY.createPoint(place));
      assertThat(off).as("%s", edit).isLessThan(1e-8);
    }
  }

  private static Map<Long, byte[]> bytes(Mesh mesh) {
    Map<Long, byte[]> bytes = new TreeMap<>();
    mesh.faces().keySet().forEach(id -> bytes.put(id, new WKBWriter().write(mesh.polygon(id))));
    return bytes;
  }
}
