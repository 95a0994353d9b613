package org.shuangshi.registry.area;

/** 用途 of a building. */
public enum BuildingUse {
  RESIDENTIAL,
  MIXED,
  COMMERCIAL,
  OFFICE,
  INDUSTRIAL,
  SCHOOL,
  HOSPITAL,
  PUBLIC,
  ANCILLARY,
  UNKNOWN
}
