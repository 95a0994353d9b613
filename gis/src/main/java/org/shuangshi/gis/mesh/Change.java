package org.shuangshi.gis.mesh;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * What reading changed of a polygon.
 *
 * @param grid whose polygon it is
 * @param at a place of it in degrees (x east, y north)
 * @param squareMetres ground the grid got, below 0 for ground it lost
 * @param metres the farthest that a vertex went
 */
public record Change(Kind kind, long grid, Coordinate at, double squareMetres, double metres) {

  /** What was done: the stable code and what it is called in Chinese. */
  public enum Kind {
    MADE_VALID("修正无效多边形"),
    ROUNDED("坐标取整到 1e-8 度"),
    SNAPPED("顶点贴合到相邻边界"),
    NODE_ADDED("补上相邻边界的交点"),
    GAP_CLOSED("补上缝隙"),
    OVERLAP_CUT("切除重叠"),
    OUTSIDE_CUT("切除社区以外的部分");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** For programs: {@code mesh.gap-closed}. */
    public String code() {
      return "mesh." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** For people, in Chinese, with size and place. */
  public String message() {
    String size =
        squareMetres != 0
            ? String.format(Locale.ROOT, "（%+.3f 平方米）", squareMetres)
            : metres != 0 ? String.format(Locale.ROOT, "（%.3f 米）", metres) : "";
    return String.format(Locale.ROOT, "%s%s，位置 %.8f %.8f", kind.text, size, at.x, at.y);
  }
}
