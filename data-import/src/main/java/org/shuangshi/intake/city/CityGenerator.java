package org.shuangshi.intake.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.intake.city.dirt.Dirt;

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
  public static final int FEWEST_BUILDINGS = 800;

  private final Progress progress;
  private final double dirtShare;

  public CityGenerator(Progress progress) {
    this(progress, 0);
  }

  private CityGenerator(Progress progress, double dirtShare) {
    this.progress = progress;
    this.dirtShare = dirtShare;
  }

  /**
   * One that plants faults into what it writes, and beside the files says where.
   *
   * @param share of rows, see {@link Dirt}
   */
  public CityGenerator dirty(double share) {
    return new CityGenerator(progress, share);
  }

  /**
   * Writes the files of a new city into a directory, which is made if need be.
   *
   * @param today all evidence lies before it
   * @throws IllegalArgumentException for fewer buildings than {@link #FEWEST_BUILDINGS}
   */
  public Figures generate(int buildings, long seed, LocalDate today, Path directory)
      throws IOException {
    if (buildings < FEWEST_BUILDINGS) {
      throw new IllegalArgumentException("fewer than " + FEWEST_BUILDINGS + " buildings");
    }
    City city = draw(new CityPlan(buildings, seed, today, Place.DRAWN));
    return write(city, directory);
  }

  /**
   * Puts addresses, units, people, evidence, regions and grids onto the footprints of a file, and
   * writes all but the footprints. Units refer to a building by the key the file's own import gives
   * it; import the file first, under any source.
   */
  public Figures generateOnto(Path footprints, long seed, LocalDate today, Path directory)
      throws IOException, CrsException {
    City city = drawOnto(footprints, seed, today);
    return write(city, directory);
  }

  /** Written beside the directory and moved into it when complete: all of it or nothing. */
  private Figures write(City city, Path directory) throws IOException {
    Files.createDirectories(directory);
    Path draft = Files.createTempDirectory(directory, ".draft");
    try {
      Figures figures = files(city, draft);
      for (Path file : contents(draft)) {
        Files.move(
            file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return figures;
    } finally {
      for (Path left : contents(draft)) {
        Files.delete(left);
      }
      Files.delete(draft);
    }
  }

  private Figures files(City city, Path directory) throws IOException {
    if (dirtShare <= 0) {
      return new CityFiles(city, directory, progress, null).write();
    }
    try (Dirt dirt = new Dirt(dirtShare, city.plan().seed(), directory)) {
      return new CityFiles(city, directory, progress, dirt).write();
    }
  }

  private static List<Path> contents(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
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
    City city =
        divided(plan, true, draft.roads, works.buildings, works.compounds, works.scenery, cells);
    new Doors(plan, draft.roads).number(works.buildings, works.compounds, city.book());
    progress.at("画水系与用地");
    new Landscape(works).paint(cells);
    new Landmarks(works).put(city.districting());
    return city;
  }

  City drawOnto(Path footprints, long seed, LocalDate today) throws IOException, CrsException {
    progress.at("读楼栋轮廓");
    CityPlan plan = new CityPlan(0, seed, today, Place.GIVEN);
    List<Given> given = GivenFile.read(footprints, plan);
    GivenGround ground = new GivenGround(given);
    Partition partition = new Partition(ground.lines);
    List<Cell> cells = partition.cells(ground.plots);
    List<Cell> homes = Partition.locate(cells, given.stream().map(Given::inside).toList());
    List<Building> buildings = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      buildings.add(Building.of(given.get(i), i, homes.get(i)));
    }
    GivenDoors doors = new GivenDoors(plan);
    doors.number(buildings, given);
    return divided(plan, false, doors.roads(), buildings, List.of(), List.of(), cells);
  }

  /** Counts the households of every cell, and makes grids, communities and streets of cells. */
  private City divided(
      CityPlan plan,
      boolean drawn,
      List<Road> roads,
      List<Building> buildings,
      List<Compound> compounds,
      List<Scenery> scenery,
      List<Cell> cells) {
    progress.at("划网格");
    Rooms rooms = new Rooms(plan);
    Occupancy occupancy = new Occupancy(plan);
    for (Building building : buildings) {
      List<Room> units = rooms.of(building);
      for (int i = 0; i < units.size(); i++) {
        building.cell.households += occupancy.of(building, i, units.get(i)).households;
      }
    }
    Districting districting = new Districting(cells);
    new Naming(plan, roads).name(districting);
    AddressBook book = new AddressBook(plan.place(), roads, cells.size(), districting);
    return new City(
        plan,
        drawn,
        roads,
        buildings,
        compounds,
        scenery,
        cells,
        districting,
        book,
        rooms,
        occupancy);
  }
}
