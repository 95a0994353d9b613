package org.shuangshi.gis.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Edits somebody might ask for, sensible or not. */
final class Wishes {

  private final Random random;
  private long nextId = 1000;

  Wishes(Random random) {
    this.random = random;
  }

  Edit any(Mesh mesh) {
    Edge edge = any(mesh.edges());
    Step vertex = any(edge.chain());
    long reach = 1 + (long) (size(mesh) * random.nextDouble() * 0.3);
    List<Face> faces = List.copyOf(mesh.faces().values());
    long grid = any(faces.stream().filter(Face::isGrid).toList()).id();
    Coordinate centre = mesh.polygon(grid).getInteriorPoint().getCoordinate();
    List<Face> loose = faces.stream().filter(face -> !face.isGrid()).toList();
    return switch (random.nextInt(loose.isEmpty() ? 10 : 11)) {
      case 0 -> new Edit.MoveVertex(vertex, near(vertex, reach));
      case 1 -> insertion(edge);
      case 2 -> new Edit.DeleteVertex(edge.chain().get(edge.chain().size() / 2));
      case 3 -> new Edit.MoveEdge(edge, around(reach / 2), around(reach / 2));
      case 4 -> new Edit.Merge(edge.left(), edge.right());
      case 5 -> through(grid, near(Step.of(centre), size(mesh) * 3), Step.of(centre), 1);
      // From a vertex of the border, a T-junction, to somewhere beyond the middle.
      case 6 ->
          through(
              grid, Step.of(any(List.of(mesh.polygon(grid).getCoordinates()))), Step.of(centre), 3);
      case 7, 8 ->
          new Edit.Carve(
              Meshes.blob(random, random.nextBoolean() ? vertex.degrees() : centre, reach * 1e-8),
              random.nextBoolean() ? grid : nextId++);
      case 9 -> snap(mesh, edge, reach);
      default -> given(mesh, any(loose));
    };
  }

  private Edit insertion(Edge edge) {
    int at = random.nextInt(edge.segments());
    Step a = edge.chain().get(at);
    Step b = edge.chain().get(at + 1);
    return new Edit.InsertVertex(a, b, new Step((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
  }

  /** From a place through a middle and as often as far beyond it. */
  private Edit through(long grid, Step from, Step middle, long times) {
    long id = nextId;
    nextId += 50;
    Step far =
        new Step(
            middle.x() + times * (middle.x() - from.x()),
            middle.y() + times * (middle.y() - from.y()));
    return new Edit.Split(grid, List.of(from, middle, far), id);
  }

  /** To a road along the edge, a house beside it, or another edge near by. */
  private Edit snap(Mesh mesh, Edge edge, long reach) {
    Step middle = edge.chain().get(edge.chain().size() / 2);
    List<Step> line =
        switch (random.nextInt(3)) {
          case 0 -> edge.chain().stream().map(step -> near(step, reach / 2)).toList();
          case 1 -> Outlines.of(Meshes.blob(random, middle.degrees(), reach * 1e-8)).get(0);
          default -> any(mesh.edges()).chain();
        };
    List<Step> vertices =
        random.nextBoolean()
            ? edge.chain()
            : edge.chain().subList(0, 1 + random.nextInt(edge.chain().size()));
    return new Edit.Snap(vertices, List.of(line), reach);
  }

  private Edit given(Mesh mesh, Face loose) {
    if (loose.ground() == Face.Ground.STRAY) {
      return new Edit.Drop(loose.id());
    }
    List<Long> beside = new ArrayList<>(loose.claims());
    for (Edge edge : mesh.edges()) {
      if (edge.touches(loose.id())) {
        beside.add(edge.left() == loose.id() ? edge.right() : edge.left());
      }
    }
    return new Edit.Fill(loose.id(), any(beside));
  }

  /** Typical width of a grid in steps. */
  private static long size(Mesh mesh) {
    double area =
        mesh.faces().keySet().stream().mapToDouble(id -> mesh.polygon(id).getArea()).sum();
    return (long) (Math.sqrt(area / mesh.faces().size()) * 1e8);
  }

  private Step near(Step step, long reach) {
    return new Step(step.x() + around(reach), step.y() + around(reach));
  }

  private long around(long reach) {
    return Meshes.around(random, reach);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
