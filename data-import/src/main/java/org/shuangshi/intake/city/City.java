package org.shuangshi.intake.city;

import java.util.List;

/**
 * A city as drawn: what stands and how it is divided. Units and people follow from it on writing.
 */
record City(
    CityPlan plan,
    Construction works,
    List<Cell> cells,
    Districting districting,
    AddressBook book,
    Rooms rooms,
    Occupancy occupancy) {}
