package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The city while it is being built: what stands, what compounds there are, what else the map shows.
 */
final class Construction {
  final CityPlan plan;
  final Draft draft;
  final List<Building> buildings = new ArrayList<>();
  final List<Compound> compounds = new ArrayList<>();
  final List<Scenery> scenery = new ArrayList<>();
  final CompoundNames names;

  Construction(CityPlan plan, Draft draft) {
    this.plan = plan;
    this.draft = draft;
    this.names = new CompoundNames(plan);
  }

  Site site(Cell cell) {
    return new Site(cell, draft.roads, plan.dice("site", cell.index));
  }

  Compound compound(CompoundNames.Name name, Use use, int year, List<Cell> cells) {
    Compound compound = new Compound(compounds.size(), name.official(), name.aliases(), use, year);
    compound.cells.addAll(cells);
    compounds.add(compound);
    return compound;
  }

  /** Builds if there is room; null if there is not. */
  @Nullable Building tryBuild(
      Site site,
      @Nullable Compound compound,
      Kind kind,
      Shape shape,
      double gap,
      Building.Body body) {
    if (!site.fits(shape, gap)) {
      return null;
    }
    site.occupy(shape);
    Building building = new Building(buildings.size(), kind, site.cell, shape, body);
    buildings.add(building);
    if (compound != null) {
      building.compound = compound;
      compound.buildings.add(building);
    }
    return building;
  }
}
