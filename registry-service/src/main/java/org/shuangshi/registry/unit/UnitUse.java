package org.shuangshi.registry.unit;

/** What a unit is for; the last three have no occupancy. */
public enum UnitUse {
  DWELLING,
  DORMITORY,
  SHOP,
  OFFICE,
  WORKSHOP,
  PUBLIC,
  GARAGE,
  STOREROOM,
  PLANT
}
