package org.shuangshi.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.shuangshi.gis.address.Address;

class CityGeneratorTest {
  private static City city;

  @BeforeAll
  static void draw() {
    city =
        new CityGenerator(step -> {})
            .draw(new CityPlan(1500, 7, LocalDate.of(2026, 7, 1), Place.DRAWN));
  }

  @Test
  void has_about_as_many_buildings_as_wanted() {
    assertThat(city.buildings().size()).isBetween(1350, 1650);
  }

  @Test
  void grids_are_an_edge_matched_coverage() {
    assertMatched(city.districting().grids().stream().map(Area::shape).toList());
  }

  @Test
  void grids_fill_their_community() {
    for (Area community : city.districting().communities()) {
      double parts = community.parts.stream().mapToDouble(grid -> grid.shape().getArea()).sum();
      assertThat(parts)
          .isEqualTo(community.shape().getArea(), org.assertj.core.data.Offset.offset(0.5));
    }
    assertMatched(city.districting().communities().stream().map(Area::shape).toList());
    assertMatched(city.districting().streets.stream().map(Area::shape).toList());
  }

  /** In degrees, as written, with the gap width the register checks with. */
  private static void assertMatched(List<Geometry> areas) {
    Geometry[] degrees = areas.stream().map(Lattice::toDegrees).toArray(Geometry[]::new);
    for (Geometry invalid : CoverageValidator.validate(degrees, 2e-8)) {
      assertThat((Object) invalid).isNull();
    }
    for (Geometry area : degrees) {
      assertThat(area.isValid()).isTrue();
    }
  }

  @Test
  void footprints_do_not_touch_each_other_or_water() {
    STRtree tree = new STRtree();
    List<Geometry> all = new ArrayList<>();
    for (Building building : city.buildings()) {
      Polygon footprint = building.footprint();
      assertThat(footprint.isValid()).isTrue();
      all.add(footprint);
      tree.insert(footprint.getEnvelopeInternal(), footprint);
    }
    for (Scenery scenery : city.scenery()) {
      if (scenery.theme().equals("WATER")) {
        tree.insert(scenery.shape().getEnvelopeInternal(), scenery.shape());
      }
    }
    for (Geometry footprint : all) {
      for (Object other : tree.query(footprint.getEnvelopeInternal())) {
        if (other != footprint) {
          assertThat(footprint.intersects((Geometry) other)).isFalse();
        }
      }
    }
  }

  @Test
  void every_footprint_lies_in_one_grid() {
    for (Building building : city.buildings()) {
      assertThat(city.book().grid(building).cells).contains(building.cell);
      assertThat(building.cell.area.contains(building.footprint())).isTrue();
    }
  }

  @Test
  void grids_hold_as_many_households_as_their_band_says() {
    int outside = 0;
    int basic = 0;
    for (Area grid : city.districting().grids()) {
      if (grid.dedicatedTo != null) {
        continue;
      }
      basic++;
      int households = grid.households();
      int low = grid.country ? Districting.COUNTRY_LOW : Districting.TOWN_LOW;
      int high = grid.country ? Districting.COUNTRY_HIGH : Districting.TOWN_HIGH;
      outside += households < low || households > high ? 1 : 0;
    }
    assertThat(basic).isGreaterThan(8);
    assertThat(outside).isLessThanOrEqualTo(basic / 20);
  }

  @Test
  void each_address_is_there_once() {
    Set<String> texts = new HashSet<>();
    for (Building building : city.buildings()) {
      var parts = city.book().of(building);
      assertThat(texts.add(Address.of(parts).text())).as("%s", parts).isTrue();
      List<Room> rooms = city.rooms().of(building);
      if (rooms.size() > 1 || (rooms.size() == 1 && rooms.get(0).entrance() > 0)) {
        for (Room room : rooms) {
          var unit = AddressBook.of(parts, room);
          assertThat(texts.add(Address.of(unit).text())).as("%s", unit).isTrue();
        }
      }
    }
  }

  @Test
  void road_and_compound_names_are_there_once() {
    Set<String> names = new HashSet<>();
    for (Road road : city.roads()) {
      if (road.name != null) {
        assertThat(names.add(road.name)).as(road.name).isTrue();
      }
    }
    for (Compound compound : city.compounds()) {
      assertThat(names.add(compound.name)).as(compound.name).isTrue();
    }
  }

  @Test
  void roads_are_written_where_they_were_drawn() {
    RoadLines lines = new RoadLines(city.roads(), city.cells());
    for (Road road : city.roads()) {
      for (Coordinate point : lines.line(road).getCoordinates()) {
        double[] place = road.project(Lattice.eastMetres(point.x), Lattice.northMetres(point.y));
        assertThat(Math.abs(place[1])).as("%s at %s, metres aside", road.name, point).isLessThan(1);
      }
    }
  }

  @Test
  void grid_numbers_run_from_one_without_gaps() {
    for (Area community : city.districting().communities()) {
      for (int i = 0; i < community.parts.size(); i++) {
        assertThat(community.parts.get(i).code)
            .isEqualTo(community.code + String.format(Locale.ROOT, "%03d", i + 1));
      }
    }
  }
}
