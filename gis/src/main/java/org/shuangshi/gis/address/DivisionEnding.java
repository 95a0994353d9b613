package org.shuangshi.gis.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a division that no gazetteer knows by how its name ends: 省 市 区 县 街道 镇 村 …. */
final class DivisionEnding {
  /** What was found. */
  record Found(Component component, int end) {}

  private static final int LONGEST = 14;
  private static final int SHORTEST_NAME = 2;

  /** Names that end so name no division. */
  private static final List<String> OTHERS =
      List.of(
          "城市", "都市", "超市", "夜市", "门市", "集市", "菜市", "小区", "园区", "校区", "厂区", "景区", "城区", "片区", "社区",
          "工业区", "生活区", "商务区", "住宅区", "新村", "度假村", "西区", "东区", "南区", "北区", "中区");

  private DivisionEnding() {}

  /** The first division that begins at {@code at} and comes after {@code last}. */
  static @Nullable Found find(NormalText normal, int at, @Nullable Component last) {
    String text = normal.text();
    int end = Math.min(text.length(), at + LONGEST);
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c < '\u0080' || "路巷弄号，。、；（）".indexOf(c) >= 0 || (i > at && normal.breaksAt(i))) {
        return null;
      }
      if (i - at + 1 < SHORTEST_NAME) {
        continue;
      }
      Component component = component(text, at, i, last);
      if (c == '街' && component == null) {
        return null;
      }
      if (component == null || (last != null && component.compareTo(last) <= 0)) {
        continue;
      }
      int stop = i + 1 + tail(text, i, component);
      if (!Names.leadsToRoad(text, stop) && !other(text, at, i + 1, component)) {
        return new Found(component, stop);
      }
    }
    return null;
  }

  private static @Nullable Component component(
      String text, int at, int i, @Nullable Component last) {
    boolean cityKnown = last != null && last.compareTo(Component.CITY) >= 0;
    boolean districtKnown = last != null && last.compareTo(Component.DISTRICT) >= 0;
    return switch (text.charAt(i)) {
      case '省' -> Component.PROVINCE;
      case '州' -> text.startsWith("自治州", i - 2) ? Component.CITY : null;
      case '市' ->
          "场政".indexOf(next(text, i)) >= 0 ? null : cityKnown ? Component.DISTRICT : Component.CITY;
      case '区' -> {
        if (i - at >= 2 && text.startsWith("自治区", i - 2)) {
          yield Component.PROVINCE;
        }
        if (i - at >= 2 && text.startsWith("社区", i - 1)) {
          yield Component.COMMUNITY;
        }
        yield districtKnown && text.startsWith("开发区", i - 2)
            ? Component.STREET
            : Component.DISTRICT;
      }
      case '县', '旗' -> Component.DISTRICT;
      case '街' -> next(text, i) == '道' ? Component.STREET : null;
      case '镇', '乡' -> // not in 景德镇市, 新乡县
          "市县".indexOf(next(text, i)) >= 0 ? null : Component.STREET;
      case '村' -> next(text, i) == '民' ? null : Component.COMMUNITY;
      case '里' ->
          Numeral.digit(next(text, i)) && neighbourhood(text, i + 1) ? Component.COMMUNITY : null;
      case '会' ->
          text.startsWith("居委会", i - 2) || text.startsWith("村委会", i - 2)
              ? Component.COMMUNITY
              : null;
      default -> null;
    };
  }

  /** 3邻: what a 里 is made of. */
  private static boolean neighbourhood(String text, int at) {
    int i = at;
    while (i < text.length() && Numeral.digit(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '邻';
  }

  private static int tail(String text, int i, Component component) {
    if (text.charAt(i) == '街') {
      return 1;
    }
    return component == Component.COMMUNITY && text.startsWith("委会", i + 1) ? 2 : 0;
  }

  private static boolean other(String text, int at, int end, Component component) {
    if (component == Component.COMMUNITY && text.startsWith("社区", end - 2)) {
      return end - at < 3;
    }
    for (String name : OTHERS) {
      if (end - name.length() >= at && text.startsWith(name, end - name.length())) {
        return true;
      }
    }
    return false;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : ' ';
  }
}
