package org.shuangshi.registry.cell;

import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Service;

@Service
class PeopleCountService {
  private final PeopleCountRepository people;
  private final AreaRepository areas;
  private final FirstWall wall;
  private final Sighting sighting;

  PeopleCountService(
      PeopleCountRepository people, AreaRepository areas, FirstWall wall, Sighting sighting) {
    this.people = people;
    this.areas = areas;
    this.wall = wall;
    this.sighting = sighting;
  }

  PeopleCountResponse count(Area area, When when) {
    wall.require(area, when);
    PeopleCountResponse count = people.count(area, sighting.of(area, when));
    if (count.people().total() == 0) {
      areas.requireKnown(area, when);
    }
    return count;
  }
}
