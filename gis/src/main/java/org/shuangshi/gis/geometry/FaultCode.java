package org.shuangshi.gis.geometry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What can be wrong with a geometry: the stable code and what it is called in Chinese. */
public enum FaultCode {
  MISSING("没有几何图形"),
  EMPTY("几何图形为空"),
  WRONG_TYPE("几何类型不符合要求"),
  UNREADABLE("几何图形无法解析"),
  UNSUPPORTED("不支持的几何类型（曲线等），请先转换为折线或多边形"),
  NAN("坐标不是有效数值"),
  OUT_OF_RANGE("坐标超出经纬度范围，请检查坐标系是否正确"),
  AXES_SWAPPED("经度与纬度疑似颠倒"),
  TOO_FEW_POINTS("顶点数不足"),
  RING_NOT_CLOSED("环未闭合，首尾顶点不同"),
  SELF_INTERSECTION("边界自相交"),
  RING_SELF_INTERSECTION("环与自身相接"),
  HOLE_OUTSIDE_SHELL("洞在外环之外"),
  NESTED_HOLES("洞套在另一个洞内"),
  NESTED_SHELLS("多边形的一部分套在另一部分内"),
  DUPLICATE_RINGS("环重复"),
  DISCONNECTED_INTERIOR("内部被洞分割成不相连的部分"),
  INVALID("几何图形无效");

  private final String text;

  FaultCode(String text) {
    this.text = text;
  }

  /** For programs: {@code geometry.self-intersection}. */
  public String code() {
    return "geometry." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Fault at(@Nullable Coordinate place) {
    return place == null
        ? new Fault(code(), text, null)
        : new Fault(code(), text + "，位置 " + number(place.x) + " " + number(place.y), place);
  }

  public Fault because(String detail) {
    return new Fault(code(), text + "：" + detail, null);
  }

  private static String number(double ordinate) {
    // Eight decimals are a millimetre in degrees and more than enough in metres.
    String fixed = String.format(Locale.ROOT, "%.8f", ordinate);
    return fixed.contains(".") ? fixed.replaceAll("\\.?0+$", "") : fixed;
  }
}
