package org.shuangshi.intake.city;

/**
 * A unit of a building before it has an address.
 *
 * @param entrance 1单元 is 1; 0 where no entrance is named
 * @param floor 1 is the ground floor, -1 the first below
 * @param room number without 室
 * @param suffix 附号 on the street for shops with a door of their own; 0: none
 * @param use as files name it: DWELLING, SHOP …
 */
record Room(int entrance, int floor, String room, int suffix, String use, double areaSquareMetres) {

  boolean occupiable() {
    return !use.equals("GARAGE") && !use.equals("STOREROOM") && !use.equals("PLANT");
  }
}
