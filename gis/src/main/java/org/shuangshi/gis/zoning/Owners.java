package org.shuangshi.gis.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Whose footprint each face within the community is. Buildings whose footprints overlap cannot be
 * told apart by any border and are one owner.
 */
final class Owners {
  /** Those within the community. */
  final List<Polygon> faces;

  /** For each face its owner from 0; NONE for open ground. */
  final int[] ownerOf;

  /** For each building; NONE where no part of it lies in the community. */
  final int[] ownerOfBuilding;

  final int count;

  Owners(List<Polygon> faces, int[] ownerOf, int[] ownerOfBuilding, int count) {
    this.faces = faces;
    this.ownerOf = ownerOf;
    this.ownerOfBuilding = ownerOfBuilding;
    this.count = count;
  }

  static Owners of(List<Polygon> all, Geometry community, List<Geometry> footprints) {
    Places inside = new Places(List.of(community));
    Places buildings = new Places(footprints);
    List<Polygon> faces = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    int[] root = new int[footprints.size()];
    Arrays.setAll(root, b -> b);
    for (Polygon face : all) {
      Coordinate place = face.getInteriorPoint().getCoordinate();
      if (inside.first(place) == Graph.NONE) {
        continue;
      }
      List<Integer> here = buildings.at(place);
      faces.add(face);
      first.add(here.isEmpty() ? Graph.NONE : here.get(0));
      for (int b : here) {
        root[find(root, b)] = find(root, here.get(0));
      }
    }
    int[] number = new int[footprints.size()];
    Arrays.fill(number, Graph.NONE);
    int count = 0;
    int[] ownerOf = new int[faces.size()];
    for (int f = 0; f < ownerOf.length; f++) {
      int building = first.get(f) == Graph.NONE ? Graph.NONE : find(root, first.get(f));
      if (building != Graph.NONE && number[building] == Graph.NONE) {
        number[building] = count++;
      }
      ownerOf[f] = building == Graph.NONE ? Graph.NONE : number[building];
    }
    int[] ownerOfBuilding = new int[footprints.size()];
    Arrays.setAll(ownerOfBuilding, b -> number[find(root, b)]);
    return new Owners(faces, ownerOf, ownerOfBuilding, count);
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
