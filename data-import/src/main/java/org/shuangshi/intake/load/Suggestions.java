package org.shuangshi.intake.load;

import java.util.Map;
import java.util.Set;
import org.shuangshi.gis.geometry.FaultCode;
import org.shuangshi.gis.geometry.Shape;

/** What to do about an issue, by its code: one Chinese sentence for who mends the file. */
final class Suggestions {

  private static final Map<Shape, String> SHAPES =
      Map.of(Shape.AREA, "面（多边形）", Shape.LINE, "线", Shape.POINT, "点", Shape.ANY, "点、线或面");

  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("geometry.missing", "补画这一行的图形，或在经纬度列填上坐标"),
          Map.entry("geometry.empty", "补画这一行的图形"),
          Map.entry("geometry.wrong-type", "改成这类对象要求的几何类型（面、线或点）后再导入"),
          Map.entry("geometry.unreadable", "在 GIS 软件中重新导出这个图形"),
          Map.entry("geometry.unsupported", "把曲线转换为折线或多边形后再导入"),
          Map.entry("geometry.nan", "在 GIS 软件中找到坐标不是数值的顶点，改正或删除"),
          Map.entry("geometry.out-of-range", "核对文件的坐标系并指明，或改正坐标"),
          Map.entry("geometry.axes-swapped", "把经度与纬度两列对调"),
          Map.entry("geometry.too-few-points", "多边形至少要三个不同的顶点，线至少两个：补画或删除这个图形"),
          Map.entry("geometry.ring-not-closed", "让边界首尾相接"),
          Map.entry("geometry.self-intersection", "按所给位置拆开自相交的边界"),
          Map.entry("geometry.ring-self-intersection", "按所给位置把边界与自身相接处分开，或画成洞"),
          Map.entry("geometry.hole-outside-shell", "把洞移到外环之内，或另画成一个面"),
          Map.entry("geometry.nested-holes", "把套在一起的洞合并成一个"),
          Map.entry("geometry.nested-shells", "删除套在里面的那一部分，或改画成洞"),
          Map.entry("geometry.duplicate-rings", "删除重复的环"),
          Map.entry("geometry.disconnected-interior", "按所给位置把被洞分开的部分画成几个面"),
          Map.entry("geometry.invalid", "在 GIS 软件中运行几何修复后重新导出"),
          Map.entry("geometry.duplicate", "与所指的一行核对，是同一个对象就删去一行"),
          Map.entry("geometry.reduced", "无须处理；图形过于细碎时可重新绘制"),
          Map.entry("row.duplicate", "无须处理；可删去重复的一行"),
          Map.entry("row.ragged", "使这一行的格数与表头一致，检查多余的分隔符和引号"),
          Map.entry("row.value", "把这个值改成与字段类型相符的写法"),
          Map.entry("key.missing", "在主键列填上这一行的编号"),
          Map.entry("key.duplicate", "主键相同的几行只留正确的一行；不是同一对象就改正编号"),
          Map.entry("key.shared", "无须处理；不是同一要素的几块时请改正编号"),
          Map.entry("period.empty", "改正日期，使结束晚于开始"),
          Map.entry("person.erased", "依法不再登记，请从文件中删去这一行"),
          Map.entry("person.born-later", "核对并改正出生日期"),
          Map.entry("person.birth-date-differs", "与证件核对出生日期和号码，改正写错的一项"),
          Map.entry("person.sex-differs", "与证件核对性别和号码，改正写错的一项"),
          Map.entry("code.form", "按规定的位数改正代码"),
          Map.entry("code.credit", "对照营业执照改正统一社会信用代码"),
          Map.entry("code.citizen-id", "对照身份证改正号码；不是身份证就改正证件类型"),
          Map.entry("code.document", "对照证件核对号码和证件类型"),
          Map.entry("value.missing", "补填这一列"),
          Map.entry("value.date", "写成 2024-05-01 这样实际存在的日期"),
          Map.entry("value.flag", "写“是”或“否”"),
          Map.entry("value.number", "只写数字，不带单位和文字"),
          Map.entry("value.range", "核对数值和单位，改到所给的范围之内"),
          Map.entry("value.unknown", "改成所列的值之一，或在导入的“列”中说明它的意思"),
          Map.entry("value.control", "删去不可见的字符，可重新输入这一格"),
          Map.entry("reference.unknown", "先导入所指的对象，或改正这里的编号"),
          Map.entry("reference.ambiguous", "所指的编号在几个来源里都有：用同一来源导入，或改用唯一的编号"),
          Map.entry("residence.two-mains", "核对此人的主要居所：填上原居所的搬离日期，或把这一处的“主要居所”写“否”"),
          Map.entry("residence.no-unit", "填上所住户室的编号；不在此居住就清空入住日期和户"),
          Map.entry("household.two-heads", "同一户同一天只留一位户主，其余改成与户主的关系"),
          Map.entry("address.empty", "至少填写路和门牌号，或村和组"),
          Map.entry("address.duplicate", "与所指的一行核对，是同一地址就删去一行，不是就补全要素"),
          Map.entry("address.text-taken", "与登记库里的这个地址核对，是同一地址就沿用它的编号"),
          Map.entry("address.text-differs", "无须处理；文件中的写法已记为别名"),
          Map.entry("address.similar", "核对所登记的地址；确是别处就改写成准确的地址"),
          Map.entry("address.unread", "删去或改写没有读懂的部分"),
          Map.entry("address.ambiguous", "补全地址（街道、路、门牌号、幢、单元），或改填编号"),
          Map.entry("address.unmatched", "对照相近的地址改正，或先导入缺少的地址和户室"),
          Map.entry("address.other-building", "核对地址的幢号和位置，改正写错的一项"),
          Map.entry("building.address-near", "核对所登记的地址；确是别处就填上地址编号"),
          Map.entry("building.address-far", "核对地址编号、地址的位置和图形，改正写错的一项"),
          Map.entry("building.kind-unmapped", "补填用途列"),
          Map.entry("entrance.half-place", "经度和纬度都填，或都不填"),
          Map.entry("evidence.empty-not-visit", "只有走访能认定空置：改成走访，或把结论改成“疑似空置”"),
          Map.entry("row.encoding", "指明正确的编码，或在原系统里重新导出"),
          Map.entry("row.deleted", "无须处理；确要导入就在原系统里恢复这一行"),
          Map.entry("region.outside", "核对位置和坐标系；确在辖区之外就不必导入"),
          Map.entry("crs.overridden", "核对所指明的坐标系"),
          Map.entry("crs.found", "在地图上核对几处；不对就指明坐标系"),
          Map.entry("crs.fitted", "核对残差和几处位置；有测绘部门的成果时以其为准"),
          Map.entry("crs.assumed", "不是经纬度时请指明坐标系"));

  private Suggestions() {}

  /** Codes there is something to say of. */
  static Set<String> codes() {
    return BY_CODE.keySet();
  }

  /**
   * What to do.
   *
   * @param kind of what the row was brought in as
   */
  static String of(String code, Kind kind) {
    GeometryColumn place = kind.geometry();
    if (code.equals(FaultCode.WRONG_TYPE.code()) && place != null) {
      return kind.label() + "的图形应是" + SHAPES.get(place.shape()) + "，请改画或另行导入";
    }
    String said = BY_CODE.get(code);
    if (said == null) {
      throw new IllegalArgumentException("nothing suggested for " + code);
    }
    return said;
  }
}
