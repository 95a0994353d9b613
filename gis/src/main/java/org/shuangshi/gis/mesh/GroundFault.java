package org.shuangshi.gis.mesh;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with the grids of a mesh, and how it can be put right.
 *
 * @param at a place of it in degrees (x east, y north)
 * @param faces the grids and other ground concerned, ascending
 * @param building id of the building concerned, 0 for none
 * @param squareMetres of the ground concerned; of a building in no grid, its footprint
 * @param repair edits to be done one after another, tried on a copy: they mend this and make
 *     nothing else wrong. Empty where none was found
 */
public record GroundFault(
    Kind kind,
    Coordinate at,
    List<Long> faces,
    long building,
    double squareMetres,
    List<Edit> repair) {

  /** What can be wrong: the stable code and what it is called in Chinese. */
  public enum Kind {
    GAP("有地块未划入任何网格", false),
    OVERLAP("网格重叠", false),
    OUTSIDE("网格超出社区范围", false),
    SLIVER("网格有细碎地块", false),
    MULTI_PART("网格由不相连的几部分组成", true),
    BUILDING_CUT("建筑物被网格边界切开", false),
    BUILDING_IN_NO_GRID("建筑物不在任何网格内", false);

    private final String text;
    private final boolean warning;

    Kind(String text, boolean warning) {
      this.text = text;
      this.warning = warning;
    }

    /** For programs: {@code coverage.gap}. */
    public String code() {
      return "coverage." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it may be meant: exclaves exist. */
    public boolean isWarning() {
      return warning;
    }
  }

  public GroundFault {
    faces = List.copyOf(faces);
    repair = List.copyOf(repair);
  }

  /** For people, in Chinese, with the place. */
  public String message() {
    return String.format(Locale.ROOT, "%s，位置 %.8f %.8f", kind.text, at.x, at.y);
  }

  GroundFault with(List<Edit> edits) {
    return new GroundFault(kind, at, faces, building, squareMetres, edits);
  }

  /**
   * What makes it the same fault before and after an edit: a building cut otherwise is still cut.
   */
  List<Object> key() {
    return building == 0 ? List.of(kind, faces) : List.of(kind, building);
  }
}
