package org.shuangshi.gis.mesh;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is wrong with a mesh or an edit of it.
 *
 * @param at a place of the fault in degrees (x east, y north)
 * @param grids the grids concerned, maybe none
 */
public record MeshFault(Kind kind, Coordinate at, List<Long> grids) {

  /** What can be wrong: the stable code and what it is called in Chinese. */
  public enum Kind {
    OVERLAP("网格重叠"),
    CROSSING("边界相交或顶点落在其他边界上"),
    TOO_NEAR("顶点离其他边界不足 3 毫米"),
    INVALID("多边形无效"),
    OFF_LATTICE("坐标不在 1e-8 度格点上"),
    TOO_WIDE("范围超过 10 度"),
    TOPOLOGY("修改后边界与网格不再对应"),
    NO_SUCH_VERTEX("此处没有顶点"),
    NO_SUCH_GRID("没有这个网格"),
    IS_NODE("此顶点是多条边界的交点，不能删除"),
    COMMUNITY_BORDER("社区边界只有具备区划编辑权限才能移动"),
    HELD("此边界的另一侧不在本次编辑范围内"),
    NOT_NEIGHBOURS("两个网格没有公共边界"),
    OTHER_COMMUNITY("两个网格不在同一社区"),
    DOES_NOT_DIVIDE("此线没有把网格分开"),
    SWALLOWS_GRID("网格将完全消失"),
    ID_TAKEN("网格编号已存在"),
    OUTSIDE("范围超出可编辑的网格或所属社区"),
    REGIONS_OVERLAP("社区范围互相重叠"),
    NOT_LOOSE("此处不是未划入或有争议的地块"),
    OF_A_COMMUNITY("此地块属于社区，只能划给网格"),
    NOTHING_NEAR("容差以内没有可贴合的线");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** For programs: {@code mesh.too-near}. */
    public String code() {
      return "mesh." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public MeshFault {
    grids = List.copyOf(grids);
  }

  static MeshFault at(Kind kind, Step place, Long... grids) {
    return new MeshFault(kind, place.degrees(), List.of(grids));
  }

  /** For people, in Chinese, with the place. */
  public String message() {
    return String.format(Locale.ROOT, "%s，位置 %.8f %.8f", kind.text, at.x, at.y);
  }
}
