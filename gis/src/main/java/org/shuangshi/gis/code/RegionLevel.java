package org.shuangshi.gis.code;

import java.util.Optional;

/** Levels of regions, by the length of their codes: each code begins with its parent's. */
public enum RegionLevel {
  CITY(4),
  DISTRICT(6),
  STREET(9),
  COMMUNITY(12);

  private final int digits;

  RegionLevel(int digits) {
    this.digits = digits;
  }

  /** How many digits a code of this level has. */
  public int digits() {
    return digits;
  }

  /** The level a code of digits belongs to, by its length; empty where it is no region code. */
  public static Optional<RegionLevel> find(String code) {
    if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    for (RegionLevel level : values()) {
      if (level.digits == code.length()) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** The code of the region of this level that a longer code lies in. */
  public String of(String code) {
    return code.substring(0, digits);
  }
}
