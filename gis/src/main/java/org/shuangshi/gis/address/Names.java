package org.shuangshi.gis.address;

import java.util.List;

/** How roads and buildings are called. */
final class Names {
  private static final int LONGEST_ROAD = 14;
  private static final String SIDES = "东南西北中前后左右主副裙";

  private Names() {}

  /**
   * Where the road ends that begins at {@code from}, at most at {@code to}; {@code from} where no
   * road is named.
   */
  static int road(String text, int from, int to) {
    int end = Math.min(to, from + LONGEST_ROAD);
    for (int i = from + 1; i < end; i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean road =
          switch (text.charAt(i)) {
            case '路' -> next != '口' && next != '桥';
            case '街' -> next != '坊' && next != '道';
            case '巷', '弄' -> true;
            case '同' -> text.charAt(i - 1) == '胡' && i > from + 1;
            case '道' ->
                (text.charAt(i - 1) == '大' && next != '路')
                    || Numeral.chinese(text.charAt(i - 1))
                    || text.charAt(i - 1) == '街'
                    || Numeral.digit(next);
            default -> false;
          };
      if (road) {
        return i + 1;
      }
    }
    return from;
  }

  /** 路, 西路, 大街: what stands here makes the words before it the name of a road. */
  static boolean leadsToRoad(String text, int at) {
    int i = at;
    while (i < text.length() && i < at + 2 && "东南西北中大".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    return c == '路' || c == '巷' || (c == '街' && next != '道') || (c == '道' && i > at);
  }

  /** 大恒科技大厦南座: where the side of a building begins at the end of a name; {@code to} without. */
  static int side(String text, int from, int to) {
    if (to - from < 2 || "座楼塔栋幢".indexOf(text.charAt(to - 1)) < 0) {
      return to;
    }
    int i = to - 1;
    while (i > from && to - i < 3 && SIDES.indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i == to - 1 ? to : i;
  }

  /** Whether a name is that of a single building. */
  static boolean building(String name) {
    for (String ending : List.of("大厦", "大楼", "楼", "塔")) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
