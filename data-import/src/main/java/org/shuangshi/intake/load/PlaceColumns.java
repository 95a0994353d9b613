package org.shuangshi.intake.load;

import static org.shuangshi.intake.load.Column.read;
import static org.shuangshi.intake.load.Column.text;

import java.util.List;
import java.util.stream.Stream;
import org.shuangshi.gis.address.Component;

/** Columns of the files that bring places. */
final class PlaceColumns {

  private static final int NEWEST_YEAR = 2100;

  static final List<Column> REGIONS =
      List.of(
          read("code", Readings::digits, "代码", "区划代码", "行政区划代码").must(),
          text("name", "名称", "区划名称").must(),
          text("level"));

  static final List<Column> GRIDS =
      List.of(
          read("code", Readings::digits, "代码", "网格代码", "网格编码").must(),
          text("name", "名称", "网格名称").must(),
          read("kind", Readings.word(Words.GRID_KIND), "类型", "网格类型"),
          read("setting", Readings.word(Words.SETTING), "城乡"),
          text("community").refersTo("region", Column.By.CODE));

  static final List<Column> ESTATES =
      List.of(
          text("name", "名称", "小区名称").must(), read("aliases", Readings::list, "别名", "俗名", "曾用名"));

  static final List<Column> ROADS =
      List.of(
          text("name", "名称", "道路名称", "路名"),
          read("class", Readings.word(Words.ROAD_CLASS), "等级", "道路等级").orEmpty(),
          text("kind"),
          text("kind_detail"));

  static final List<Column> CONTEXT =
      List.of(
          read("theme", Readings.word(Words.THEME), "主题"),
          text("kind", "类型", "类别"),
          text("name", "名称"));

  static final List<Column> ADDRESSES =
      Stream.concat(
              Stream.of(Component.values())
                  .map(component -> text(component.column(), aliases(component))),
              Stream.of(
                  read("aliases", Readings::list, "别名", "俗名", "曾用名"), text("text", "标准地址", "地址")))
          .toList();

  static final List<Column> BUILDINGS =
      List.of(
          text("name", "名称", "楼名", "建筑名称", "楼栋名称"),
          read("use", Readings.word(Words.BUILDING_USE), "用途", "建筑用途").orEmpty(),
          read("status", Readings.word(Words.BUILDING_STATUS), "状态"),
          read("structure", Readings.word(Words.STRUCTURE), "结构", "建筑结构").orEmpty(),
          read("floors", Readings.integer(0, 200), "层数", "楼层数", "地上层数"),
          read("floors_below", Readings.integer(0, 20), "地下层数"),
          read("height_m", Readings.decimal(0, 1000), "height", "高度", "建筑高度"),
          read("year_built", Readings.integer(1000, NEWEST_YEAR), "建成年份", "竣工年份", "建成年代"),
          text("address", "地址编号").refersTo("address", Column.By.KEY),
          text("address_text", "地址", "标准地址", "坐落"),
          text("kind", "类型"));

  private PlaceColumns() {}

  private static String[] aliases(Component component) {
    return component.label().contains("/")
        ? new String[] {component.label(), component.label().replace("/", "")}
        : new String[] {component.label()};
  }
}
