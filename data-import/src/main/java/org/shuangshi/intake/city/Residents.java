package org.shuangshi.intake.city;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.shuangshi.gis.address.Component;

/**
 * Writes building after building with its units and whoever lives or works there; keeps nothing.
 */
final class Residents {
  /** Residents registered here who live elsewhere, as a share of homes. */
  private static final double REGISTERED_ONLY = 0.05;

  private static final double FORMER_TENANTS = 0.03;

  private final City city;
  private final Census census;
  private final Organisations employers;
  private final Teams teams;
  private final Rounds rounds;
  private final Figures figures;
  private final Map<Area, Integer> gridNumbers = new HashMap<>();

  Residents(City city, Census census, Teams teams, Figures figures) {
    this.city = city;
    this.census = census;
    this.teams = teams;
    this.figures = figures;
    employers = new Organisations(city.plan(), census.documents());
    rounds = new Rounds(city.plan());
    List<Area> grids = city.districting().grids();
    for (int g = 0; g < grids.size(); g++) {
      gridNumbers.put(grids.get(g), g);
    }
  }

  void write(ResidentTables tables, CityGenerator.Progress progress) throws IOException {
    List<Building> buildings = city.buildings();
    for (Building building : buildings) {
      building(tables, building);
      if (building.index % 20_000 == 19_999) {
        progress.at("已写 " + (building.index + 1) + " / " + buildings.size() + " 栋");
      }
    }
  }

  private void building(ResidentTables tables, Building building) throws IOException {
    Map<Component, String> parts = city.book().of(building);
    double[] middle = building.middle();
    Point place = Lattice.degrees(middle[0], middle[1]);
    String address = address(tables, parts, alias(building), place);
    figures.buildings++;
    Table table = tables.buildings();
    if (table != null) {
      double height = building.floors * 3.0 + (building.floors > 1 ? 1.2 : 0.6);
      table.row(
          Lattice.multi(Lattice.toDegrees(building.footprint())),
          building.key(),
          building.label(),
          building.kind.use,
          "STANDING",
          building.kind.structure,
          (long) building.floors,
          (long) building.below,
          Math.rint(height * 10) / 10,
          (long) building.year,
          address);
    }
    List<Room> rooms = city.rooms().of(building);
    boolean alone = rooms.size() == 1 && rooms.get(0).entrance() == 0;
    for (int i = 0; i < rooms.size(); i++) {
      Room room = rooms.get(i);
      Map<Component, String> unit = alone ? parts : AddressBook.of(parts, room);
      String own = alone ? address : address(tables, unit, null, place);
      unit(tables, building, i, room, unit, own);
    }
  }

  /** What people say instead of 幢 numbers: the name on the building. */
  private static @Nullable String alias(Building building) {
    return building.name;
  }

  private static String address(
      ResidentTables tables, Map<Component, String> parts, @Nullable String alias, Point place)
      throws IOException {
    String id = CityFiles.key("A", tables.addresses().rows() + 1);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(id);
    for (Component component : Component.values()) {
      row.add(parts.get(component));
    }
    row.add(alias);
    tables.addresses().row(place, row.toArray());
    return id;
  }

  private void unit(
      ResidentTables tables,
      Building building,
      int index,
      Room room,
      Map<Component, String> parts,
      String address)
      throws IOException {
    String id = CityFiles.key("U", tables.units().rows() + 1);
    Double lon = null;
    Double lat = null;
    if (room.entrance() > 0) {
      double[] at = building.entranceAt(room.entrance() - 1);
      Point door = Lattice.degrees(at[0], at[1]);
      lon = door.getX();
      lat = door.getY();
    }
    tables
        .units()
        .row(
            null,
            id,
            building.key(),
            room.entrance() > 0 ? room.entrance() + "单元" : null,
            lon,
            lat,
            address,
            (long) room.floor(),
            room.room(),
            room.use(),
            Math.rint(Math.max(4, room.areaSquareMetres()) * 100) / 100);
    figures.units++;
    figures.homes += room.use().equals("DWELLING") ? 1 : 0;
    Life life = city.occupancy().of(building, index, room);
    figures.life(life);
    if (life != Life.NONE) {
      lives(tables, building, index, room, parts, id, life);
    }
  }

  private void lives(
      ResidentTables tables,
      Building building,
      int index,
      Room room,
      Map<Component, String> parts,
      String unit,
      Life life)
      throws IOException {
    Dice dice = city.occupancy().dice("people", building, index);
    Area grid = city.book().grid(building);
    Area community = city.book().community(building);
    if (room.use().equals("DWELLING") || room.use().equals("DORMITORY")) {
      Census.Home home =
          new Census.Home(
              parts,
              community,
              city.book().street(building),
              building.year,
              building.cell.use == Use.HAMLET);
      people(tables, home, life, unit, dice);
    }
    if (life == Life.BUSINESS) {
      Organisations.Organisation each = employers.of(building, room, community, dice);
      tables
          .organisations()
          .row(
              null,
              CityFiles.key("O", tables.organisations().rows() + 1),
              each.name(),
              each.creditCode(),
              each.kind(),
              each.industry(),
              unit,
              each.since());
      figures.organisations++;
    }
    Integer number = gridNumbers.get(grid);
    String visitor = teams.visitor(number == null ? 0 : number, dice);
    for (Rounds.Seen seen : rounds.of(life, visitor, dice)) {
      tables
          .evidence()
          .row(
              null,
              CityFiles.key("E", tables.evidence().rows() + 1),
              unit,
              seen.kind(),
              seen.date(),
              seen.finding(),
              seen.note(),
              seen.by());
    }
  }

  private void people(ResidentTables tables, Census.Home home, Life life, String unit, Dice dice)
      throws IOException {
    List<String> households = new ArrayList<>();
    for (int i = 0; i < life.households; i++) {
      String household = CityFiles.key("H", tables.households().rows() + 1);
      tables.households().row(null, household, unit, "FAMILY");
      households.add(household);
      figures.households++;
    }
    for (Person person : census.people(home, life, households, dice)) {
      person(tables, person, unit);
      count(person);
    }
    if (dice.chance(REGISTERED_ONLY)) {
      person(tables, census.registeredOnly(home, dice), null);
    }
    if (dice.chance(FORMER_TENANTS)) {
      LocalDate until = city.plan().today().minusDays(dice.whole(30, 900));
      person(tables, census.former(home, until, dice), unit);
    }
  }

  private void count(Person person) {
    figures.living++;
    int age = city.plan().today().getYear() - person.birth().getYear();
    figures.ages[Math.min(figures.ages.length - 1, age / 5)]++;
    String region = person.registeredRegion();
    if (region != null && !region.startsWith(city.plan().place().cityCode())) {
      figures.floating++;
    }
  }

  private void person(ResidentTables tables, Person person, @Nullable String unit)
      throws IOException {
    tables
        .people()
        .row(
            null,
            CityFiles.key("P", tables.people().rows() + 1),
            person.name(),
            person.male() ? "MALE" : "FEMALE",
            person.birth(),
            person.documentType(),
            person.documentNumber(),
            person.nationality(),
            person.ethnicity(),
            person.phone(),
            person.registeredAddress(),
            person.registeredRegion(),
            person.registrationBook(),
            person.permit(),
            person.permitUntil(),
            unit,
            person.household(),
            person.role(),
            person.relation(),
            unit == null ? null : "true",
            person.movedIn(),
            person.movedOut());
    figures.people++;
  }
}
