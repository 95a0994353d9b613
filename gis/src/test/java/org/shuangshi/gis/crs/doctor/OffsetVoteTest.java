package org.shuangshi.gis.crs.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.doctor.Diagnosis.Offset;

/**
 * Streets of houses 8 to 27 metres apart, more than half with an annex to the north-east that the
 * file has not: the move is found whole, not that to the annexes nor one between.
 */
class OffsetVoteTest {
  private static final double METRES_IN_DEGREE = 111_320;
  private static final double LATITUDE = 30.5;
  private static final int TOWNS = 40;
  private static final double ANNEXES = 0.6;

  @ParameterizedTest
  @ValueSource(doubles = {0, 7.9, 180, 587})
  void everyHouseIsMatchedByTheMove(double metres) {
    int undecided = 0;
    for (int seed = 0; seed < TOWNS; seed++) {
      Random random = new Random(seed);
      List<Coordinate> houses = town(random);
      List<Coordinate> places = new ArrayList<>(houses);
      houses.stream()
          .filter(house -> random.nextDouble() < ANNEXES)
          .forEach(house -> places.add(new Coordinate(house.x + 7e-5, house.y + 6e-5)));
      double way = 2 * Math.PI * random.nextDouble();
      double east = metres * Math.cos(way);
      double north = metres * Math.sin(way);
      Register register = new Register(places, null);
      double across = METRES_IN_DEGREE / register.plane().east(new Coordinate(1, 0));
      List<Coordinate> file = new ArrayList<>();
      for (int i = 0; i < houses.size(); i += 3) {
        Coordinate house = houses.get(i);
        file.add(
            new Coordinate(
                house.x - east / METRES_IN_DEGREE * across, house.y - north / METRES_IN_DEGREE));
      }
      Offset offset = OffsetVote.of(register, file);
      if (offset == null) {
        undecided++;
        continue;
      }
      assertThat(offset.eastMetres()).as("town %d", seed).isCloseTo(east, within(0.01));
      assertThat(offset.northMetres()).as("town %d", seed).isCloseTo(north, within(0.01));
      assertThat(offset.matched()).as("town %d", seed).isEqualTo(offset.compared());
    }
    assertThat(undecided).as("towns too regular to tell").isLessThan(TOWNS / 4);
  }

  private static List<Coordinate> town(Random random) {
    List<Coordinate> houses = new ArrayList<>();
    for (int street = 0; street < 12; street++) {
      double north = LATITUDE + street * 0.0006 + 0.0002 * random.nextDouble();
      double east = 114.3 + 0.001 * random.nextDouble();
      for (int house = 0; house < 45; house++) {
        east += 0.00008 + 0.0002 * random.nextDouble();
        houses.add(new Coordinate(east, north + 0.00008 * random.nextDouble()));
      }
    }
    return houses;
  }
}
