package org.shuangshi.registry.building;

import java.time.LocalDate;
import org.shuangshi.registry.building.ChartResponse.ChartBuilding;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.stereotype.Service;

@Service
class BuildingService {
  private final BuildingRepository buildings;

  BuildingService(BuildingRepository buildings) {
    this.buildings = buildings;
  }

  BuildingResponse get(long id, LocalDate asOf) {
    return buildings
        .find(id, asOf)
        .orElseThrow(() -> Refusal.unknown("building.unknown", asOf + " 没有编号为 " + id + " 的楼栋"));
  }

  ChartResponse chart(long id, LocalDate asOf) {
    BuildingResponse building = get(id, asOf);
    return new ChartResponse(
        new ChartBuilding(
            building.id(),
            building.name(),
            building.use(),
            building.floors(),
            building.address(),
            building.lon(),
            building.lat()),
        asOf,
        Chart.entrances(buildings.entrances(id, asOf), buildings.units(id, asOf)));
  }
}
