package org.shuangshi.gis.zoning;

import java.util.Locale;

/** What a plan has to say: the stable code and the words. */
public enum Reason {
  /** Ground cut off by forbidding barriers or locked grids has fewer households than the band. */
  PART_TOO_SMALL("被不可跨越的界线或锁定网格隔开的区域户数不足一个网格"),
  /** Ground has too many households for some grids and too few for one more. */
  PART_UNEVEN("该区域的户数无法分成整数个符合户数范围的网格"),
  BUILDING_OUTSIDE("建筑不在社区范围内，未划入任何网格"),
  BUILDING_ABOVE_BAND("单栋建筑户数超过上限，单独成为网格"),
  COMPOUND_ABOVE_BAND("小区户数超过上限，按楼栋拆分"),
  COMPOUND_PARTED("小区被不可跨越的界线分隔，不能整体划入一个网格"),
  GRID_OUT_OF_BAND("网格户数不在范围内：相邻建筑或小区不可再分"),
  GRID_LOCKED_OUT_OF_BAND("锁定的网格户数不在范围内");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** For programs: {@code zoning.part-too-small}. */
  public String code() {
    return "zoning." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String text() {
    return text;
  }
}
