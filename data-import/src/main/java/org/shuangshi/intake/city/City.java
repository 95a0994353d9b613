package org.shuangshi.intake.city;

import java.util.List;

/**
 * A city as drawn: what stands and how it is divided. Units and people follow from it on writing.
 *
 * @param drawn whether the footprints are ours to write; those of a given file are not
 */
record City(
    CityPlan plan,
    boolean drawn,
    List<Road> roads,
    List<Building> buildings,
    List<Compound> compounds,
    List<Scenery> scenery,
    List<Cell> cells,
    Districting districting,
    AddressBook book,
    Rooms rooms,
    Occupancy occupancy) {}
