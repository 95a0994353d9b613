package org.shuangshi.intake.city.dirt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with rows of places. */
final class PlaceFaults {
  private static final String NOWHERE = "A9999999";

  private PlaceFaults() {}

  /** Beside sound ones: without a community nothing lies anywhere. */
  static final List<Fault> REGIONS =
      List.of(
          KeyFaults.beside("code.form", "代码少一位", row -> set(row, "code", "42990")),
          KeyFaults.beside("value.missing", "name 留空", row -> set(row, "name", null)),
          KeyFaults.beside(
              "geometry.missing",
              "没有图形",
              row -> {
                row.noShape();
                return true;
              }));

  static final List<Fault> GRIDS =
      all(
          List.of(
              Fault.cell("code.form", "code", "4299020010012"),
              Fault.cell("reference.unknown", "code", "999999999999001")),
          ShapeFaults.AREAS,
          KeyFaults.ANY,
          List.of(
              KeyFaults.keyTwice("name", "另一个网格"),
              Fault.cell("value.unknown", "kind", "特殊网格"),
              Fault.blank("value.missing", "name"),
              ShapeFaults.shape("geometry.wrong-type", "画成点", Shapes::point)));

  static final List<Fault> ESTATES =
      all(
          List.of(Fault.blank("value.missing", "name")),
          KeyFaults.ANY,
          List.of(KeyFaults.keyTwice("name", "另一个小区"), ShapeFaults.twice()),
          List.of(ShapeFaults.farAway()),
          ShapeFaults.AREAS);

  static final List<Fault> ROADS =
      all(
          List.of(Fault.word("class", "国道")),
          KeyFaults.ANY,
          List.of(KeyFaults.inPieces("name", "另一条路")),
          ShapeFaults.LINES);

  static final List<Fault> CONTEXT =
      all(
          List.of(Fault.cell("value.unknown", "theme", "名胜"), ShapeFaults.missing()),
          KeyFaults.ANY);

  static final List<Fault> ADDRESSES =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.ragged(),
              KeyFaults.keyTwice("district", "别的区"),
              nothingSaid(),
              sameText(),
              Fault.said("address.text-differs", "另写了地址文本", row -> set(row, "text", "中山路老菜场对面")),
              Fault.cell("value.control", "district", "澄湖\0区"),
              placeNotNumbers(),
              ShapeFaults.farAway(),
              ShapeFaults.shape("geometry.axes-swapped", "经纬度颠倒", Shapes::swapped),
              ShapeFaults.shape("geometry.out-of-range", "移到国外", Shapes::abroad)),
          AddressFaults.ADDRESSES);

  static final List<Fault> BUILDINGS =
      all(
          ShapeFaults.AREAS,
          ShapeFaults.RARE_AREAS,
          KeyFaults.ANY,
          List.of(
              ShapeFaults.twice(),
              ShapeFaults.farFromAddress(),
              KeyFaults.keyTwice("year_built", 1911L),
              Fault.cell("reference.unknown", "address", NOWHERE),
              Fault.word("use", "殡葬"),
              Fault.cell("value.unknown", "status", "歪斜"),
              Fault.word("structure", "纸板"),
              Fault.cell("value.range", "floors", 999L),
              Fault.cell("value.range", "floors_below", 99L),
              Fault.cell("value.range", "height_m", -3.0),
              Fault.cell("value.range", "year_built", 2999L),
              Fault.cell("row.value", "floors", "六层半"),
              Fault.said(
                  "building.kind-unmapped",
                  "只有没见过的类型",
                  row -> set(row, "use", null) && set(row, "kind", "蒙古包"))),
          List.of(AddressFaults.otherBuilding()),
          TextFaults.of("address", "address_text", true));

  static final List<Fault> UNITS =
      all(
          KeyFaults.ANY,
          List.of(
              KeyFaults.ragged(),
              KeyFaults.keyTwice("area_m2", 4711.0),
              Fault.cell("reference.unknown", "building", "B9999999"),
              Fault.cell("reference.unknown", "address", NOWHERE),
              Fault.blank("value.missing", "room"),
              Fault.blank("value.missing", "floor"),
              Fault.blank("value.missing", "building"),
              Fault.cell("value.number", "floor", "三楼"),
              Fault.cell("value.number", "area_m2", "约90"),
              Fault.cell("value.number", "floor", "1.5"),
              Fault.cell("value.range", "floor", 0L),
              Fault.cell("value.range", "floor", 999L),
              Fault.cell("value.range", "area_m2", -90.0),
              Fault.cell("value.unknown", "use", "神龛"),
              Fault.cell("value.control", "room", "10\0" + "1"),
              Fault.said(
                  "entrance.half-place",
                  "单元只有经度",
                  row -> row.has("entrance_lat") && set(row, "entrance_lat", null))),
          TextFaults.of("building", "building_address", false),
          TextFaults.of("address", "address_text", true));

  static boolean set(DirtyRow row, String column, @Nullable Object value) {
    row.set(column, value);
    return true;
  }

  private static Fault nothingSaid() {
    return Fault.refused(
        "address.empty",
        "所有要素留空",
        row -> {
          row.clear("province", "room");
          return true;
        });
  }

  private static Fault sameText() {
    return new Fault(
        "address.duplicate",
        true,
        (row, before) -> {
          DirtyRow other = before.last();
          if (other == null || !before.homes().share(other.key())) {
            return List.of();
          }
          row.take(other, "province", "room");
          row.expect("address.duplicate", "要素取自 " + other.key());
          return List.of(row);
        });
  }

  /** lon and lat are the last two cells. */
  private static Fault placeNotNumbers() {
    return Fault.refused(
        "geometry.unreadable",
        "经度写成文字",
        row -> {
          if (row.geometry() == null) {
            return false;
          }
          row.raw(
              RawEdit.ofLine(
                  line -> {
                    int lat = line.lastIndexOf(',');
                    return line.substring(0, line.lastIndexOf(',', lat - 1) + 1)
                        + "桥东"
                        + line.substring(lat);
                  }));
          return true;
        });
  }

  @SafeVarargs
  static List<Fault> all(List<Fault>... groups) {
    List<Fault> all = new ArrayList<>();
    for (List<Fault> group : groups) {
      all.addAll(group);
    }
    return List.copyOf(all);
  }
}
