package org.shuangshi.intake.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Generates a city and writes it as files.
 *
 * <pre>{@code
 * Figures figures = new CityGenerator(text -> {}).generate(3600, 1, LocalDate.of(2026, 7, 1), Path.of("demo"));
 * }</pre>
 */
public final class CityGenerator {
  /** Told what is being done. */
  public interface Progress {
    void at(String step);
  }

  /** Fewest buildings a city can have. */
  public static final int FEWEST_BUILDINGS = CityPlan.FEWEST_BUILDINGS;

  private final Progress progress;

  public CityGenerator(Progress progress) {
    this.progress = progress;
  }

  /**
   * Writes the files of a new city into a directory, which is made if need be.
   *
   * @param today all evidence lies before it
   * @throws IllegalArgumentException for fewer buildings than {@link #FEWEST_BUILDINGS}
   */
  public Figures generate(int buildings, long seed, LocalDate today, Path directory)
      throws IOException {
    City city = draw(new CityPlan(buildings, seed, today));
    Files.createDirectories(directory);
    return new CityFiles(city, directory, progress).write();
  }

  /** The city as a model, without files. */
  City draw(CityPlan plan) {
    progress.at("画路网");
    Draft draft = new Draft(new Fabric(plan), new RoadNames(plan));
    Streets streets = new Streets(plan, draft);
    List<Block> blocks = streets.draw();
    new Parcelling(plan, draft).draw(streets, blocks);
    List<Cell> cells = new Partition(draft.lines).cells(draft.plots);
    progress.at("盖房子");
    Construction works = new Construction(plan, draft);
    Builders.build(works, cells);
    progress.at("划网格");
    Rooms rooms = new Rooms(plan);
    Occupancy occupancy = new Occupancy(plan);
    for (Building building : works.buildings) {
      List<Room> units = rooms.of(building);
      for (int i = 0; i < units.size(); i++) {
        building.cell.households += occupancy.of(building, i, units.get(i)).households;
      }
    }
    Districting districting = new Districting(cells);
    new Naming(plan, draft.roads).name(districting);
    AddressBook book = new AddressBook(draft.roads, cells.size(), districting);
    new Doors(plan, draft.roads).number(works.buildings, works.compounds, book);
    progress.at("画水系与用地");
    new Landscape(works).paint(cells);
    new Landmarks(works).put(districting);
    return new City(plan, works, cells, districting, book, rooms, occupancy);
  }
}
