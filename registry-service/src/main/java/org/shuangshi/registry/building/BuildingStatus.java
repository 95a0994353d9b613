package org.shuangshi.registry.building;

/** Where a building is in its life; only STANDING counts in lists and figures. */
enum BuildingStatus {
  PLANNED,
  STANDING,
  DEMOLISHED,
  MERGED,
  SPLIT
}
