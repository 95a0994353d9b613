package org.shuangshi.intake.city;

import java.util.List;

/** Points people steer by: schools, hospitals, bus stops, banks, police stations. */
final class Landmarks {
  private static final List<String> BANKS = List.of("云江银行", "澄湖农商银行", "江汉商业银行");

  private final Construction works;

  Landmarks(Construction works) {
    this.works = works;
  }

  void put(Districting districting) {
    for (Compound compound : works.compounds) {
      String kind =
          switch (compound.use) {
            case SCHOOL -> "school";
            case HOSPITAL -> "hospital";
            case MALL -> "mall";
            case MARKET -> "marketplace";
            case GOVERNMENT -> "townhall";
            default -> "";
          };
      if (!kind.isEmpty() && !compound.buildings.isEmpty()) {
        at(kind, compound.name, compound.buildings.get(0));
      }
    }
    shops(districting);
    for (Building building : works.buildings) {
      if (building.kind == Kind.VILLAGE_HALL) {
        at("community_centre", "村民服务点", building);
      }
    }
    busStops();
  }

  private void shops(Districting districting) {
    int shops = 0;
    for (Building building : works.buildings) {
      if (building.kind == Kind.SHOPS) {
        Dice dice = works.plan.dice("landmark", building.index);
        if (shops % 23 == 3) {
          at("bank", dice.pick(BANKS) + "支行", building);
        } else if (shops % 31 == 7) {
          at("pharmacy", "康民药房", building);
        } else if (shops % 37 == 11) {
          at("kindergarten", dice.pick(List.of("阳光", "小太阳", "蓝天", "童心")) + "幼儿园", building);
        } else if (shops % 120 == 50) {
          at(
              "police",
              districting.streets.get(shops / 120 % districting.streets.size()).name + "派出所",
              building);
        }
        shops++;
      }
    }
  }

  private void at(String kind, String name, Building building) {
    double[] at = building.middle();
    works.scenery.add(Scenery.point(kind, name, at[0], at[1]));
  }

  private void busStops() {
    for (Road road : works.draft.roads) {
      if (road.kind != RoadClass.ARTERIAL && road.kind != RoadClass.SECONDARY) {
        continue;
      }
      int number = 0;
      for (Track piece : road.pieces) {
        double length = piece.length();
        for (double s = 120; s < length - 60; s += 480) {
          double[] at = piece.at(s);
          double side = road.kind.halfWidth + 2;
          String name = number == 0 ? road.name + "站" : road.name + "（" + (number + 1) + "）站";
          works.scenery.add(
              Scenery.point("bus_stop", name, at[0] - at[3] * side, at[1] + at[2] * side));
          number++;
        }
      }
    }
  }
}
