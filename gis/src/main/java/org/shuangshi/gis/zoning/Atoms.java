package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground as atoms: the cells of buildings and of ground without buildings. They fill the
 * community edge to edge; barriers, compound borders and the borders of grids that stand run along
 * their edges.
 */
final class Atoms {

  /** How atoms touch and what they hold. Building numbers are positions in the ground's list. */
  final Graph graph;

  /** For each building its atom; NONE outside the community. */
  final int[] atomOf;

  /** The polygons of all atoms, in steps. */
  final List<Cells.Part> parts;

  /** Vertices put into lines that were straight there. */
  final Set<Coordinate> made;

  /** A place in each atom, in steps. */
  final Coordinate[] place;

  private Atoms(
      Graph graph, int[] atomOf, List<Cells.Part> parts, Set<Coordinate> made, Coordinate[] place) {
    this.graph = graph;
    this.atomOf = atomOf;
    this.parts = parts;
    this.made = made;
    this.place = place;
  }

  static Atoms of(Ground ground) {
    Scale scale = Scale.at(ground.community().getEnvelopeInternal().centre().y);
    Geometry community = Scale.steps(ground.community());
    List<Geometry> footprints = steps(ground.buildings(), Ground.Building::footprint);
    List<Geometry> compounds = steps(ground.compounds(), Ground.Compound::area);
    List<Geometry> grids = steps(ground.grids(), Ground.Grid::area);

    Linework lines = new Linework(scale);
    lines.add(community, Linework.Strength.NONE, false);
    footprints.forEach(footprint -> lines.add(footprint, Linework.Strength.NONE, true));
    for (int c = 0; c < compounds.size(); c++) {
      double weight = ground.compounds().get(c).wallWeight();
      lines.add(compounds.get(c), new Linework.Strength(weight, false), false);
    }
    grids.forEach(grid -> lines.add(grid, Linework.Strength.NONE, false));
    for (Ground.Barrier barrier : ground.barriers()) {
      lines.add(
          Scale.steps(barrier.line()),
          new Linework.Strength(barrier.weight(), barrier.forbidden()),
          false);
    }

    Owners owners = Owners.of(lines.faces(), community, footprints);
    List<Cells.Part> parts = Cells.of(owners.faces, owners.ownerOf, owners.count);
    return new Building(ground, scale, lines, owners, parts)
        .atoms(new Places(compounds), new Places(grids));
  }

  private interface Shaped<T> {
    Geometry of(T thing);
  }

  private static <T> List<Geometry> steps(List<T> things, Shaped<T> shape) {
    List<Geometry> steps = new ArrayList<>();
    for (T thing : things) {
      steps.add(Scale.steps(shape.of(thing)));
    }
    return steps;
  }

  /** Numbers the cells that are there and measures their borders. */
  private static final class Building {
    private final Ground ground;
    private final Scale scale;
    private final Linework lines;
    private final Owners owners;
    private final List<Cells.Part> parts = new ArrayList<>();
    private final int[] atomOfCell;
    private int count;

    Building(Ground ground, Scale scale, Linework lines, Owners owners, List<Cells.Part> cells) {
      this.ground = ground;
      this.scale = scale;
      this.lines = lines;
      this.owners = owners;
      atomOfCell = new int[owners.count + cells.size()];
      Arrays.fill(atomOfCell, Graph.NONE);
      for (Cells.Part part : cells) {
        if (atomOfCell[part.cell()] == Graph.NONE) {
          atomOfCell[part.cell()] = count++;
        }
        parts.add(new Cells.Part(part.area(), atomOfCell[part.cell()]));
      }
    }

    Atoms atoms(Places compounds, Places grids) {
      int[] atomOf = new int[ground.buildings().size()];
      int[] load = new int[count];
      int[] building = new int[count];
      Coordinate[] place = new Coordinate[count];
      Arrays.fill(building, Graph.NONE);
      for (int b = 0; b < atomOf.length; b++) {
        int owner = owners.ownerOfBuilding[b];
        atomOf[b] = owner == Graph.NONE ? Graph.NONE : atomOfCell[owner];
        if (atomOf[b] != Graph.NONE) {
          load[atomOf[b]] += ground.buildings().get(b).load();
          if (building[atomOf[b]] == Graph.NONE) {
            building[atomOf[b]] = b;
            place[atomOf[b]] = Scale.steps(ground.buildings().get(b).inside());
          }
        }
      }
      double[] area = new double[count];
      for (Cells.Part part : parts) {
        area[part.cell()] += scale.squareMetres(part.area().getArea());
        if (place[part.cell()] == null) {
          place[part.cell()] = part.area().getInteriorPoint().getCoordinate();
        }
      }
      boolean[] fresh = fresh(compounds);
      Graph.Builder builder = new Graph.Builder();
      double[] outline = borders(builder);
      for (int a = 0; a < count; a++) {
        int compound = compounds.first(place[a]);
        boolean isNew =
            building[a] == Graph.NONE
                ? compound != Graph.NONE && fresh[compound]
                : ground.buildings().get(building[a]).fresh();
        builder.piece(
            new Graph.Piece(
                load[a],
                area[a],
                outline[a],
                building[a],
                compound,
                isNew ? Graph.NONE : grids.first(place[a])));
      }
      return new Atoms(builder.build(), atomOf, parts, lines.made(), place);
    }

    /** Compounds all of whose buildings are new: the ground between them is new with them. */
    private boolean[] fresh(Places compounds) {
      boolean[] fresh = new boolean[ground.compounds().size()];
      boolean[] old = new boolean[fresh.length];
      for (Ground.Building building : ground.buildings()) {
        int compound = compounds.first(Scale.steps(building.inside()));
        if (compound != Graph.NONE) {
          fresh[compound] |= building.fresh();
          old[compound] |= !building.fresh();
        }
      }
      for (int c = 0; c < fresh.length; c++) {
        fresh[c] &= !old[c];
      }
      return fresh;
    }

    private record Sides(int one, int two) {}

    private double[] borders(Graph.Builder builder) {
      Map<Segment, Sides> sides = new HashMap<>();
      List<Segment> inOrder = new ArrayList<>();
      for (Cells.Part part : parts) {
        Polygon area = part.area();
        for (int ring = 0; ring <= area.getNumInteriorRing(); ring++) {
          Coordinate[] vertices =
              (ring == 0 ? area.getExteriorRing() : area.getInteriorRingN(ring - 1))
                  .getCoordinates();
          for (int i = 0; i + 1 < vertices.length; i++) {
            Segment segment = Segment.of(vertices[i], vertices[i + 1]);
            Sides before = sides.get(segment);
            if (before == null) {
              inOrder.add(segment);
              sides.put(segment, new Sides(part.cell(), Graph.NONE));
            } else {
              sides.put(segment, new Sides(before.one, part.cell()));
            }
          }
        }
      }
      double[] outline = new double[count];
      for (Segment segment : inOrder) {
        Sides both = sides.getOrDefault(segment, new Sides(0, 0));
        if (both.one != both.two) {
          double metres = scale.metres(segment.low(), segment.high());
          outline[both.one] += metres;
          if (both.two != Graph.NONE) {
            outline[both.two] += metres;
            border(builder, both, segment, metres);
          }
        }
      }
      return outline;
    }

    private void border(Graph.Builder builder, Sides both, Segment segment, double metres) {
      Linework.Strength strength = lines.along(segment);
      long crossing = strength == null ? 0 : Math.round(strength.weight() * metres);
      boolean open = strength == null || !strength.forbidden();
      builder.border(both.one, both.two, metres, crossing, open);
    }
  }
}
