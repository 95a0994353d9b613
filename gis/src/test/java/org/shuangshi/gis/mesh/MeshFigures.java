package org.shuangshi.gis.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.geometry.CoverageCheck;
import org.shuangshi.gis.geometry.Lattice;

/**
 * Figures for {@code ./registry bench --only mesh}: no part of the tests, for how long they take.
 * Lines go to the file REGISTRY_MESH_FIGURES names.
 */
@EnabledIfEnvironmentVariable(named = "REGISTRY_MESH_FIGURES", matches = ".+")
class MeshFigures {

  private static final int EDITS = Integer.parseInt(setting("REGISTRY_MESH_EDITS", "10000"));
  private static final int ROUNDS = Integer.parseInt(setting("REGISTRY_MESH_ROUNDS", "5"));

  /** Rounds that are not counted: the compiler is still at work. */
  private static final int WARM_UP = 8;

  @Test
  void editsOfRandomMeshes() throws Exception {
    Random random = new Random(7);
    RandomEdits edits = new RandomEdits(random);
    for (int round = 0; edits.allTried() < EDITS; round++) {
      Mesh start = Meshes.dirty(Meshes.random(random, 7), random);
      edits.edit(start, Math.min(200, EDITS - edits.allTried()), round % 4 == 0);
    }
    say("随机网格", edits);
  }

  @Test
  void editsOfVillages() throws Exception {
    Random random = new Random(8);
    RandomEdits edits = new RandomEdits(random);
    for (int round = 0; edits.allTried() < EDITS; round++) {
      Mesh start = Meshes.dirty(Meshes.villages(), random);
      edits.edit(start, Math.min(200, EDITS - edits.allTried()), round % 4 == 0);
    }
    say("南港 27 里", edits);
  }

  @Test
  void checkOfCity() throws Exception {
    List<Face> faces = new ArrayList<>();
    Map<Long, Geometry> polygons = new TreeMap<>();
    city(faces, polygons);
    Geometry[] coverage = polygons.values().toArray(Geometry[]::new);
    int vertices = polygons.values().stream().mapToInt(Geometry::getNumPoints).sum();
    say(String.format(Locale.ROOT, "全市网格 %d 个，%d 个顶点", coverage.length, vertices));
    time(
        "JTS CoverageValidator",
        () ->
            !CoverageValidator.hasInvalidResult(
                CoverageValidator.validate(coverage, RandomEdits.GAP_DEGREES)));
    time("CoverageCheck", () -> CoverageCheck.faults(List.of(coverage), null).isEmpty());
    time("Mesh.of", () -> Mesh.of(faces, polygons).ifAccepted().isPresent());
    Mesh mesh = Mesh.of(faces, polygons).ifAccepted().orElseThrow();
    time("Inspection", () -> Inspection.of(mesh, List.of(), 500, false).isEmpty());
  }

  /**
   * Borders of real villages among real buildings: how many they cut, how many cuts were mended.
   */
  @Test
  void inspectionOfVillages() throws Exception {
    Mesh mesh = Meshes.villages().mesh();
    List<Building> buildings = Meshes.buildings();
    long began = System.nanoTime();
    List<GroundFault> faults = Inspection.of(mesh, buildings, 500, false);
    double seconds = (System.nanoTime() - began) / 1e9;
    say(String.format(Locale.ROOT, "南港 27 里、%d 栋建筑物：检查并试过修复 %.2f 秒", buildings.size(), seconds));
    for (GroundFault.Kind kind : GroundFault.Kind.values()) {
      List<GroundFault> own = faults.stream().filter(f -> f.kind() == kind).toList();
      long mended = own.stream().filter(f -> !f.repair().isEmpty()).count();
      if (!own.isEmpty()) {
        say(String.format(Locale.ROOT, "  %-20s %4d 处，有修复 %d", kind.code(), own.size(), mended));
      }
    }
  }

  private static void time(String what, Supplier<Boolean> check) throws Exception {
    // of all threads
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long began = System.nanoTime();
      long used = process.getProcessCpuTime();
      assertThat(check.get()).as(what).isTrue();
      if (round >= 0) {
        processor.add((process.getProcessCpuTime() - used) / 1e9);
        wall.add((System.nanoTime() - began) / 1e9);
      }
    }
    say(String.format(Locale.ROOT, "%-22s %s，处理器 %s", what, spread(wall), spread(processor)));
  }

  private static String spread(List<Double> seconds) {
    seconds.sort(null);
    return String.format(
        Locale.ROOT,
        "%.3f 秒（%.3f – %.3f，%d 次）",
        seconds.get(seconds.size() / 2),
        seconds.get(0),
        seconds.get(seconds.size() - 1),
        seconds.size());
  }

  /** 84 by 83 crooked grids; borders have twelve vertices of their own, shared by both sides. */
  private static void city(List<Face> faces, Map<Long, Geometry> polygons) {
    int columns = 84;
    int rows = 83;
    Random random = new Random(9);
    Map<Segment, List<Step>> borders =
        new TreeMap<>(Comparator.comparing(Segment::a).thenComparing(Segment::b));
    Step[][] nodes = new Step[columns + 1][rows + 1];
    for (int i = 0; i <= columns; i++) {
      for (int k = 0; k <= rows; k++) {
        nodes[i][k] =
            Sketch.step(
                i * 500_000L + Meshes.around(random, 100_000),
                k * 500_000L + Meshes.around(random, 100_000));
      }
    }
    for (int i = 0; i < columns; i++) {
      for (int k = 0; k < rows; k++) {
        long id = 1L + (long) k * columns + i;
        List<Step> ring = new ArrayList<>();
        Step[] corners = {
          nodes[i][k], nodes[i + 1][k], nodes[i + 1][k + 1], nodes[i][k + 1], nodes[i][k]
        };
        for (int side = 0; side < 4; side++) {
          ring.addAll(border(corners[side], corners[side + 1], borders, random));
        }
        ring.add(ring.get(0));
        faces.add(new Face(id, 1 + id / 10, false));
        Coordinate[] degrees = ring.stream().map(Step::degrees).toArray(Coordinate[]::new);
        polygons.put(id, Lattice.round(Meshes.FACTORY.createPolygon(degrees)));
      }
    }
  }

  /** From one node to before the other. */
  private static List<Step> border(
      Step from, Step to, Map<Segment, List<Step>> borders, Random random) {
    Segment segment = Segment.of(from, to);
    List<Step> between =
        borders.computeIfAbsent(
            segment,
            s -> {
              List<Step> steps = new ArrayList<>();
              for (int i = 1; i <= 12; i++) {
                Step even = Step.between(s.a(), s.b(), i / 13.0);
                steps.add(
                    new Step(
                        even.x() + Meshes.around(random, 8_000),
                        even.y() + Meshes.around(random, 8_000)));
              }
              return steps;
            });
    List<Step> border = new ArrayList<>(between);
    if (!from.equals(segment.a())) {
      Collections.reverse(border);
    }
    border.add(0, from);
    return border;
  }

  private static void say(String where, RandomEdits edits) throws Exception {
    int accepted = edits.accepted.values().stream().mapToInt(Integer::intValue).sum();
    say(
        String.format(
            Locale.ROOT,
            "%s：%d 次修改，接受 %d 次，每次 %.2f 毫秒；CoverageValidator（2e-8°）缺陷 0；并集与社区逐点相同 %d 次；撤销后字节相同 %d 次",
            where,
            edits.allTried(),
            accepted,
            edits.editNanos / 1e6 / edits.allTried(),
            edits.whole,
            edits.undone));
    edits.tried.forEach(
        (kind, tried) -> {
          int of = edits.accepted.getOrDefault(kind, 0);
          assertThat(of).as(kind).isGreaterThanOrEqualTo(EDITS / 100);
          sayUnchecked(String.format(Locale.ROOT, "  %-13s %5d / %5d", kind, of, tried));
        });
    assertThat(edits.tried).hasSize(Edit.class.getPermittedSubclasses().length);
  }

  private static void sayUnchecked(String line) {
    try {
      say(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String line) throws IOException {
    Path file = Path.of(setting("REGISTRY_MESH_FIGURES", ""));
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
