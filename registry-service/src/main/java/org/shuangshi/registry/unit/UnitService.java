package org.shuangshi.registry.unit;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.occupancy.OccupancyCounts;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;

@Service
class UnitService {
  private final UnitRepository units;
  private final AreaRepository areas;
  private final FirstWall wall;

  UnitService(UnitRepository units, AreaRepository areas, FirstWall wall) {
    this.units = units;
    this.areas = areas;
    this.wall = wall;
  }

  Page<UnitResponse> list(UnitQuery query, int limit, @Nullable String after) {
    wall.require(query.area(), query.when());
    Page<UnitRepository.Placed> page =
        Page.cut(
            units.list(query, UnitRepository.Placed.read(after), Page.rowsFor(limit)),
            limit,
            UnitRepository.Placed::cursor);
    if (page.items().isEmpty()) {
      areas.requireKnown(query.area(), query.when());
    }
    return new Page<>(page.items().stream().map(UnitRepository.Placed::unit).toList(), page.next());
  }

  UnitCountResponse count(UnitQuery query) {
    wall.require(query.area(), query.when());
    OccupancyCounts counts = units.count(query);
    if (counts.total() == 0) {
      areas.requireKnown(query.area(), query.when());
    }
    return new UnitCountResponse(counts.total(), counts);
  }
}
