package org.shuangshi.registry.occupancy;

/** Why a unit is occupied: 自住, 出租, 经营, 集体宿舍. */
public enum Basis {
  OWN,
  RENTED,
  BUSINESS,
  DORMITORY
}
