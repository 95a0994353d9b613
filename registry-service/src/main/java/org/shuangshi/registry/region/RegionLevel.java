package org.shuangshi.registry.region;

/** 市, 区县, 街道/镇/乡, 社区/村. */
enum RegionLevel {
  CITY,
  DISTRICT,
  STREET,
  COMMUNITY
}
