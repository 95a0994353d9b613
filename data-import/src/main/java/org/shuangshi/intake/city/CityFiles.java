package org.shuangshi.intake.city;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.shuangshi.gis.feature.Format;
import org.shuangshi.gis.feature.GeometryType;
import org.shuangshi.intake.city.dirt.Dirt;

/**
 * Writes a city as the files a register is loaded from: regions, grids, roads and context as
 * GeoJSON, estates and buildings as GeoPackage, addresses, units, households and evidence as CSV,
 * people, organisations and staff as xlsx; and city.json, which names them in loading order.
 */
final class CityFiles implements Closeable {
  private final City city;
  private final Path directory;
  private final CityGenerator.Progress progress;
  private final @Nullable Dirt dirt;
  private final List<Table> tables = new ArrayList<>();
  private final Figures figures = new Figures();
  private final Teams teams;
  private final Census census;

  /**
   * Files of a city.
   *
   * @param dirt spoils them; null: they are as they should be
   */
  CityFiles(City city, Path directory, CityGenerator.Progress progress, @Nullable Dirt dirt) {
    this.dirt = dirt;
    this.city = city;
    this.directory = directory;
    this.progress = progress;
    census = new Census(city.plan(), city.districting().communities());
    teams = new Teams(city.plan(), city.districting().grids(), census.documents());
  }

  static String key(String prefix, long number) {
    return Digits.padded(prefix, number, 7);
  }

  Figures write() throws IOException {
    try (this) {
      progress.at("写区划与网格");
      regions();
      grids();
      estates();
      roads();
      context();
      progress.at("写楼栋、户室与人口");
      residents();
      staff();
      lateAddresses();
      progress.at("收尾");
      for (Table table : tables) {
        table.finish(city.plan().today());
      }
      index();
    }
    return figures;
  }

  private Table table(String kind, Format format, GeometryType type, String... columns) {
    Table table = new Table(directory, kind, kind, format, type, dirt, columns);
    tables.add(table);
    return table;
  }

  private void regions() throws IOException {
    Table table =
        table("regions", Format.GEOJSON, GeometryType.MULTI_POLYGON, "id", "code", "name");
    Districting districting = city.districting();
    // Regions are unions of what lies in them, so every level has the same vertices.
    List<Geometry> streets = new ArrayList<>();
    List<List<Geometry>> communities = new ArrayList<>();
    for (Area street : districting.streets) {
      List<Geometry> inside = new ArrayList<>();
      for (Area community : street.parts) {
        inside.add(union(community.parts.stream().map(Area::shape).toList()));
      }
      communities.add(inside);
      streets.add(union(inside));
    }
    Geometry whole = union(streets);
    int[] number = {1};
    Place place = city.plan().place();
    region(table, number, place.cityCode(), place.city(), whole);
    region(table, number, place.districtCode(), place.district(), whole);
    for (int s = 0; s < streets.size(); s++) {
      Area street = districting.streets.get(s);
      region(table, number, street.code, street.name, streets.get(s));
    }
    for (int s = 0; s < streets.size(); s++) {
      List<Area> parts = districting.streets.get(s).parts;
      for (int c = 0; c < parts.size(); c++) {
        region(table, number, parts.get(c).code, parts.get(c).name, communities.get(s).get(c));
        figures.communities++;
      }
      figures.streets++;
    }
  }

  private static Geometry union(List<Geometry> parts) {
    Geometry union = Lattice.union(parts.toArray(Geometry[]::new));
    union.normalize();
    return union;
  }

  private static void region(Table table, int[] number, String code, String name, Geometry shape)
      throws IOException {
    table.row(Lattice.multi(Lattice.toDegrees(shape)), key("R", number[0]++), code, name);
  }

  private void grids() throws IOException {
    Table table =
        table(
            "grids",
            Format.GEOJSON,
            GeometryType.MULTI_POLYGON,
            "id",
            "code",
            "name",
            "kind",
            "setting");
    int number = 1;
    for (Area grid : city.districting().grids()) {
      boolean dedicated = grid.dedicatedTo != null;
      table.row(
          Lattice.multi(Lattice.toDegrees(grid.shape())),
          key("G", number++),
          grid.code,
          grid.name,
          dedicated ? "DEDICATED" : "BASIC",
          grid.country ? "RURAL" : "URBAN");
      int households = grid.households();
      figures.grids++;
      if (grid.country) {
        figures.hamlets++;
        figures.hamletsInBand +=
            households >= Districting.COUNTRY_LOW && households <= Districting.COUNTRY_HIGH ? 1 : 0;
      } else if (!dedicated) {
        figures.townGrids++;
        figures.townGridsInBand +=
            households >= Districting.TOWN_LOW && households <= Districting.TOWN_HIGH ? 1 : 0;
      }
    }
  }

  private void estates() throws IOException {
    Table table =
        table("estates", Format.GEOPACKAGE, GeometryType.MULTI_POLYGON, "id", "name", "aliases");
    Inset inset = new Inset(city.roads());
    for (Compound compound : city.compounds()) {
      table.row(
          Lattice.multi(Lattice.toDegrees(inset.of(compound.cells))),
          key("C", compound.index + 1L),
          compound.name,
          compound.aliases.isEmpty() ? null : String.join(";", compound.aliases));
    }
  }

  private void roads() throws IOException {
    Table table = table("roads", Format.GEOJSON, GeometryType.MULTI_LINE, "id", "name", "class");
    RoadLines lines = new RoadLines(city.roads(), city.cells());
    for (Road road : city.roads()) {
      MultiLineString line = lines.line(road);
      if (!line.isEmpty()) {
        table.row(Lattice.toDegrees(line), key("W", road.index + 1L), road.name, road.kind.name());
      }
    }
  }

  private void context() throws IOException {
    Table table = table("context", Format.GEOJSON, GeometryType.ANY, "id", "theme", "kind", "name");
    int number = 1;
    for (Scenery each : city.scenery()) {
      table.row(
          Lattice.toDegrees(each.shape()),
          key("L", number++),
          each.theme(),
          each.kind(),
          each.name());
    }
  }

  private void residents() throws IOException {
    ResidentTables into = ResidentTables.open(this::table, city.drawn());
    new Residents(city, census, teams, figures).write(into, progress);
  }

  private void staff() throws IOException {
    Table table =
        table("staff", Format.XLSX, GeometryType.NONE, "id", "grid", "role", "name", "phone");
    int number = 1;
    for (int g = 0; g < city.districting().grids().size(); g++) {
      for (Teams.Post post : teams.of(g)) {
        table.row(
            null, key("S", number++), post.grid().code, post.role(), post.name(), post.phone());
      }
    }
  }

  /** A spoilt city has some that come when their buildings are there. */
  private void lateAddresses() throws IOException {
    if (dirt != null) {
      Table table =
          new Table(
              directory,
              "late-addresses",
              "addresses",
              Format.CSV,
              GeometryType.POINT,
              dirt,
              ResidentTables.ADDRESS);
      tables.add(table);
      table.made(dirt.lateAddresses());
    }
  }

  private void index() throws IOException {
    StringBuilder json = new StringBuilder();
    json.append("{\"name\": \"")
        .append(city.plan().place().name())
        .append("\", \"seed\": ")
        .append(city.plan().seed())
        .append(", \"buildings\": ")
        .append(figures.buildings)
        .append(", \"files\": [");
    String comma = "";
    for (Table table : tables) {
      for (Table.Part part : table.parts()) {
        json.append(comma)
            .append("\n  {\"file\": \"")
            .append(part.file())
            .append("\", \"as\": \"")
            .append(part.kind())
            .append("\"}");
        comma = ",";
      }
    }
    json.append("\n]}\n");
    Files.writeString(directory.resolve("city.json"), json, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    for (Table table : tables) {
      table.close();
    }
  }
}
