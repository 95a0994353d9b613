package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.geometry.Lattice;

/** Coverages to try things on: drawn at random, real, clean and dirty. */
final class Meshes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  /** A coverage as files hold it. */
  record Drawn(List<Face> faces, Map<Long, Geometry> polygons) {

    Mesh mesh() {
      Outcome outcome = Mesh.of(faces, polygons);
      assertThat(outcome.ifRefused()).isEmpty();
      return outcome.ifAccepted().orElseThrow();
    }

    Geometry region() {
      return mesh().region(1);
    }
  }

  private Meshes() {}

  /** Crooked quadrangles near 120 E 30 N; the outer ring is held and of another community. */
  static Drawn random(Random random, int side) {
    Step[][] nodes = new Step[side + 1][side + 1];
    for (int i = 0; i <= side; i++) {
      for (int k = 0; k <= side; k++) {
        Step even = Sketch.step(i * 100_000L, k * 100_000L);
        nodes[i][k] =
            new Step(even.x() + around(random, 30_000), even.y() + around(random, 30_000));
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
    return new Drawn(faces, polygons);
  }

  private static Path nangang(String name) {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    Path file = Path.of(String.valueOf(data), "taipei-nangang", name);
    assumeTrue(Files.exists(file), "REGISTRY_TEST_DATA has no " + name);
    return file;
  }

  /** Buildings of Nangang, 97 of them invalid. */
  static List<Building> buildings() throws IOException, FeatureFileException {
    Path file = Files.createTempFile("buildings", ".geojson");
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(nangang("buildings_4847.geojson.gz")))) {
      Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<Building> buildings = new ArrayList<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        Geometry footprint = Objects.requireNonNull(row.geometry());
        Coordinate inside = footprint.getInteriorPoint().getCoordinate();
        buildings.add(new Building(buildings.size() + 1L, footprint, inside));
      }
    }
    Files.delete(file);
    return buildings;
  }

  /** The 27 villages of Nangang, all open. */
  static Drawn villages() throws IOException, FeatureFileException {
    Path file = nangang("villages.geojson");
    List<Face> faces = new ArrayList<>();
    Map<Long, Geometry> polygons = new TreeMap<>();
    try (FeatureReader reader = FeatureFiles.open(file, null)) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        long id = faces.size() + 1L;
        faces.add(new Face(id, 1, false));
        polygons.put(id, Lattice.round(Objects.requireNonNull(row.geometry())));
      }
    }
    assertThat(faces).hasSize(27);
    return new Drawn(faces, polygons);
  }

  /**
   * Ground made leftover, disputed and stray: two open grids gone, some grown over their borders,
   * ten of the ring gone so that nobody is there.
   */
  static Mesh dirty(Drawn clean, Random random) {
    Geometry region = clean.region();
    List<Face> faces = new ArrayList<>(clean.faces());
    Map<Long, Geometry> polygons = new TreeMap<>(clean.polygons());
    remove(faces, polygons, random, false, 2);
    remove(faces, polygons, random, true, 10);
    List<Face> open = faces.stream().filter(face -> !face.held()).toList();
    double width = Math.sqrt(region.getArea() / clean.faces().size());
    List<Coordinate> border = List.of(region.getCoordinates());
    for (int i = 0; i < 8; i++) {
      long id = open.get(random.nextInt(open.size())).id();
      Geometry grid = Objects.requireNonNull(polygons.get(id));
      List<Coordinate> corners = new ArrayList<>(List.of(grid.getCoordinates()));
      if (i % 2 == 0 && corners.stream().anyMatch(border::contains)) {
        corners.retainAll(border);
      }
      Coordinate at = corners.get(random.nextInt(corners.size()));
      polygons.put(id, Lattice.round(grid.union(blob(random, at, width * 0.3))));
    }
    Reading reading = Reading.of(faces, polygons, Map.of(1L, region), Tolerance.NONE);
    assertThat(reading.outcome().ifRefused()).isEmpty();
    return reading.outcome().ifAccepted().orElseThrow();
  }

  private static void remove(
      List<Face> faces, Map<Long, Geometry> polygons, Random random, boolean held, int count) {
    List<Face> some = new ArrayList<>(faces.stream().filter(face -> face.held() == held).toList());
    for (int i = 0; i < count && !some.isEmpty(); i++) {
      Face gone = some.remove(random.nextInt(some.size()));
      faces.remove(gone);
      polygons.remove(gone.id());
    }
  }

  /** A polygon of three to seven corners around a place, on the lattice. */
  static Polygon blob(Random random, Coordinate centre, double radiusDegrees) {
    int corners = 3 + random.nextInt(5);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble() * 0.8) / corners;
      ring[i] =
          new Coordinate(
              Lattice.round(centre.x + radiusDegrees * Math.cos(angle)),
              Lattice.round(centre.y + radiusDegrees * Math.sin(angle)));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** A whole number from -reach to reach. */
  static long around(Random random, long reach) {
    return (long) ((random.nextDouble() * 2 - 1) * reach);
  }
}
