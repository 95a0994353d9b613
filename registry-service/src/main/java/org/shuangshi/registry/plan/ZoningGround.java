package org.shuangshi.registry.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.plan.Tally.Counted;

/** What gis.zoning is given of a community: barriers with weights, buildings with loads. */
final class ZoningGround {
  private static final double WALL = 1;

  private ZoningGround() {}

  static org.shuangshi.gis.zoning.Ground of(
      Community community,
      Drawing drawing,
      List<Footprint> footprints,
      List<GuideLine> lines,
      Map<Long, Integer> loads,
      PlanJobRequest request) {
    Set<Long> fresh = new HashSet<>(request.fresh() == null ? List.of() : request.fresh());
    Set<String> forbidden =
        new HashSet<>(request.forbidden() == null ? List.of() : request.forbidden());
    List<org.shuangshi.gis.zoning.Ground.Compound> compounds = new ArrayList<>();
    List<org.shuangshi.gis.zoning.Ground.Barrier> barriers = new ArrayList<>();
    for (GuideLine line : lines) {
      if (line.geom().isEmpty() || !line.geom().intersects(community.geom())) {
        continue;
      }
      if (line.kind() == GuideLine.Kind.COMPOUND) {
        compounds.add(new org.shuangshi.gis.zoning.Ground.Compound(line.id(), line.geom(), WALL));
      } else {
        String what =
            line.kind() == GuideLine.Kind.WATER ? "WATER" : String.valueOf(line.roadClass());
        if (weight(what) > 0 || forbidden.contains(what)) {
          barriers.add(
              new org.shuangshi.gis.zoning.Ground.Barrier(
                  line.geom(), weight(what), forbidden.contains(what)));
        }
      }
    }
    return new org.shuangshi.gis.zoning.Ground(
        community.geom(),
        footprints.stream()
            .filter(each -> loads.containsKey(each.id()))
            .map(
                each ->
                    new org.shuangshi.gis.zoning.Ground.Building(
                        each.id(),
                        each.outline(),
                        new Coordinate(each.lon(), each.lat()),
                        loads.getOrDefault(each.id(), 0),
                        fresh.contains(each.id())))
            .toList(),
        compounds,
        barriers,
        drawing.grids().stream()
            .filter(each -> each.community().id() == community.id())
            .map(
                each ->
                    new org.shuangshi.gis.zoning.Ground.Grid(
                        each.id(), each.area(), Boolean.TRUE.equals(each.said().locked())))
            .toList());
  }

  private static double weight(String what) {
    return switch (what) {
      case "EXPRESSWAY", "RAIL" -> 10;
      case "ARTERIAL", "WATER" -> 6;
      case "SECONDARY" -> 3;
      case "BRANCH" -> 1;
      default -> 0;
    };
  }

  /**
   * By building its load. Of a place of several buildings the households are dealt out by occupied
   * units, which are no secret: no more is told than of the place.
   */
  static Map<Long, Integer> loads(Tally tally, double loadOfUnknown) {
    Map<Integer, List<Counted>> members = new HashMap<>();
    Map<Long, Integer> loads = new HashMap<>();
    for (Counted building : tally.buildings()) {
      loads.put(building.id(), (int) Math.round(building.toFind() * loadOfUnknown));
      if (building.place() >= 0) {
        members.computeIfAbsent(building.place(), place -> new ArrayList<>()).add(building);
      }
    }
    members.forEach(
        (place, some) -> {
          int households = tally.places().get(place).households().size();
          long weights = some.stream().mapToLong(each -> each.occupied()).sum();
          long passed = 0;
          int dealt = 0;
          for (int i = 0; i < some.size(); i++) {
            passed += weights == 0 ? 0 : some.get(i).occupied();
            int until =
                weights == 0
                    ? households * (i + 1) / some.size()
                    : (int) (households * passed / weights);
            loads.merge(some.get(i).id(), until - dealt, Integer::sum);
            dealt = until;
          }
        });
    return loads;
  }
}
