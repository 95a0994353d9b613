package org.shuangshi.registry.building;

import org.shuangshi.registry.building.ChartResponse.ChartBuilding;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Service;

@Service
class BuildingService {
  private final BuildingRepository buildings;

  BuildingService(BuildingRepository buildings) {
    this.buildings = buildings;
  }

  BuildingResponse get(long id, When when) {
    return buildings
        .find(id, when)
        .orElseThrow(
            () -> Refusal.unknown("building.unknown", when.asOf() + " 没有编号为 " + id + " 的楼栋"));
  }

  ChartResponse chart(long id, When when) {
    BuildingResponse building = get(id, when);
    return new ChartResponse(
        new ChartBuilding(
            building.id(),
            building.name(),
            building.use(),
            building.floors(),
            building.address(),
            building.lon(),
            building.lat()),
        when.asOf(),
        Chart.entrances(buildings.entrances(id, when), buildings.units(id, when)));
  }
}
