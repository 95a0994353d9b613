package org.shuangshi.intake.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.shuangshi.gis.address.Address;
import org.shuangshi.gis.feature.FeatureFileException;

class GivenCityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private final CityGenerator generator = new CityGenerator(step -> {});

  @Test
  void footprints_of_a_file_get_addresses_grids_and_people(@TempDir Path directory)
      throws Exception {
    generator.generate(900, 5, TODAY, directory.resolve("drawn"));
    Path buildings = directory.resolve("drawn").resolve("buildings.gpkg");
    City city = generator.drawOnto(buildings, 1, TODAY);
    assertThat(city.buildings()).hasSizeBetween(850, 950);
    assertThat(city.buildings().get(0).key()).isEqualTo("B0000001");
    assertSound(city, 0);

    Figures figures = generator.generateOnto(buildings, 1, TODAY, directory.resolve("onto"));
    assertThat(figures.townGridsInBand).isGreaterThanOrEqualTo((int) (0.95 * figures.townGrids));
    assertThat(Files.exists(directory.resolve("onto").resolve("buildings.gpkg"))).isFalse();
    assertThat(Files.readString(directory.resolve("onto").resolve("city.json")))
        .doesNotContain("\"buildings.gpkg\"")
        .contains("\"units.csv\"");
  }

  @Test
  void a_file_without_a_key_is_refused(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("a.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"x":1},
        "geometry":{"type":"Polygon","coordinates":[[[114,30],[114.001,30],[114.001,30.001],[114,30]]]}}]}
        """);
    assertThatThrownBy(() -> generator.drawOnto(file, 1, TODAY))
        .isInstanceOfSatisfying(
            FeatureFileException.class, e -> assertThat(e.code()).isEqualTo("onto.no-key"));
  }

  @Test
  void the_bund_gets_grids_that_cut_hardly_a_building() throws Exception {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    City city = generator.drawOnto(Path.of(data, "shanghai", "buildings.geojson"), 1, TODAY);
    assertThat(city.buildings()).hasSize(1439); // 11 of 1,450 repeat another's outline
    assertSound(city, 30);
    assertThat(city.roads()).extracting(road -> road.name).contains("滨江大道");
    List<Area> grids = city.districting().grids();
    long inBand =
        grids.stream().filter(grid -> grid.households() >= 300 && grid.households() <= 500).count();
    assertThat(inBand).isGreaterThanOrEqualTo((long) (0.95 * grids.size()));
  }

  private static void assertSound(City city, int mostCut) {
    List<Geometry> grids = new ArrayList<>();
    for (Area grid : city.districting().grids()) {
      grids.add(Lattice.toDegrees(grid.shape()));
    }
    for (Geometry fault : CoverageValidator.validate(grids.toArray(Geometry[]::new), 2e-8)) {
      assertThat((Object) fault).isNull();
    }
    Set<String> texts = new HashSet<>();
    int cut = 0;
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
      Geometry grid = city.book().grid(building).shape();
      assertThat(grid.intersects(building.footprint())).isTrue();
      cut += grid.covers(building.footprint()) ? 0 : 1;
    }
    assertThat(cut).isLessThanOrEqualTo(mostCut);
  }
}
