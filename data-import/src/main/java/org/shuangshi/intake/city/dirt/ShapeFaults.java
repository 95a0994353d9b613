package org.shuangshi.intake.city.dirt;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/** What is wrong with shapes. */
final class ShapeFaults {
  private ShapeFaults() {}

  /** Of areas, in files that any program may write. */
  static final List<Fault> AREAS =
      List.of(
          shape("geometry.self-intersection", "边界交叉成蝴蝶结", Shapes::bowTie),
          missing(),
          shape("geometry.axes-swapped", "经纬度颠倒", Shapes::swapped),
          shape("geometry.out-of-range", "写成米", Shapes::metres),
          shape("geometry.out-of-range", "移到国外", Shapes::abroad),
          shape("geometry.hole-outside-shell", "洞在外环之外", Shapes::holeOutside),
          shape("geometry.ring-self-intersection", "边界捏到一起", Shapes::pinched));

  static final List<Fault> RARE_AREAS =
      List.of(
          shape("geometry.nested-holes", "洞中有洞", Shapes::holeInHole),
          shape("geometry.self-intersection", "同一个洞画两遍", Shapes::holeTwice),
          shape("geometry.nested-shells", "部分套在部分之内", Shapes::partInPart),
          shape("geometry.disconnected-interior", "被洞切开", Shapes::cutByHoles),
          shape("geometry.too-few-points", "四个顶点在一处", Shapes::onePoint),
          shape("geometry.empty", "空图形", Shapes::empty),
          said("geometry.reduced", "不到一毫米的狭缝", Shapes::slit),
          blob("geometry.ring-not-closed", "环没有闭合", Blobs::open),
          blob("geometry.too-few-points", "环只有两个顶点", Blobs::twoPoints),
          blob("geometry.nan", "坐标不是数值", Blobs::notANumber),
          blob("geometry.wrong-type", "画成点", Blobs::point),
          blob("geometry.unsupported", "曲线多边形", Blobs::curve),
          blob("geometry.unreadable", "字节不全", Blobs::cutOff));

  static final List<Fault> LINES =
      List.of(
          missing(),
          shape("geometry.wrong-type", "画成点", Shapes::point),
          shape("geometry.too-few-points", "起点就是终点", Shapes::standstill),
          shape("geometry.axes-swapped", "经纬度颠倒", Shapes::swapped),
          shape("geometry.out-of-range", "移到国外", Shapes::abroad));

  /** The shape of an earlier row. */
  static Fault twice() {
    return new Fault(
        "geometry.duplicate",
        true,
        (row, before) -> {
          DirtyRow other = before.last();
          Geometry shape = other == null ? null : other.geometry();
          if (other == null || shape == null) {
            return List.of();
          }
          if (row.knows("address")) { // else it lies elsewhere, which is a fault more
            if (!before.homes().share(other.get("address"))) {
              return List.of();
            }
            row.set("address", other.get("address"));
          }
          row.shape(shape);
          row.expect("geometry.duplicate", "图形取自另一行");
          return List.of(row);
        });
  }

  static Fault missing() {
    return Fault.refused(
        "geometry.missing",
        "没有图形",
        row -> {
          if (row.geometry() == null) {
            return false;
          }
          row.noShape();
          return true;
        });
  }

  static Fault farAway() {
    return said("region.outside", "移到几百公里以外", Shapes::farAway);
  }

  /** Of something with an address, which stays. */
  static Fault farFromAddress() {
    return new Fault(
        "building.address-far",
        true,
        (row, before) -> {
          if (!row.has("address") || !redraw(row, Shapes::farAway)) {
            return List.of();
          }
          row.expect("building.address-far", "离开地址几百公里");
          row.expect("region.outside", "移到几百公里以外");
          return List.of(row);
        });
  }

  static Fault shape(String code, String what, UnaryOperator<Geometry> draw) {
    return Fault.refused(code, what, row -> redraw(row, draw));
  }

  private static Fault said(String code, String what, UnaryOperator<Geometry> draw) {
    return Fault.said(code, what, row -> redraw(row, draw));
  }

  private static boolean redraw(DirtyRow row, UnaryOperator<Geometry> draw) {
    Geometry shape = row.geometry();
    if (shape == null) {
      return false;
    }
    row.shape(draw.apply(shape));
    return true;
  }

  private static Fault blob(String code, String what, Function<Geometry, byte[]> make) {
    return Fault.refused(
        code,
        what,
        row -> {
          Geometry shape = row.geometry();
          if (shape == null) {
            return false;
          }
          row.raw(RawEdit.ofShape(make.apply(shape)));
          return true;
        });
  }
}
