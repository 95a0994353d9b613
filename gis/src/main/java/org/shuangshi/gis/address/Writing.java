package org.shuangshi.gis.address;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way each component is written: {@code 1幢} (not 1栋, 1号楼, 1座), {@code 1单元}, {@code 3层},
 * {@code 302室}, {@code 12号}. Half-width characters, no spaces, Arabic digits in numbered
 * components.
 *
 * <p>Names (regions, roads, estates) keep their wording: 二七路 stays 二七路.
 */
public final class Writing {

  /** What exchange files say for a part that does not exist. */
  public static final String ABSENT = "无";

  /** Ending of a numbered component, and the endings people write instead, longer ones first. */
  private record Ending(String official, List<String> variants) {
    static Ending of(String official, String... variants) {
      return new Ending(official, List.of(variants));
    }

    String without(String text) {
      for (String variant : variants) {
        if (text.endsWith(variant)) {
          return text.substring(0, text.length() - variant.length());
        }
      }
      return text;
    }
  }

  private static final Map<Component, Ending> NUMBERED =
      new EnumMap<>(
          Map.of(
              Component.VILLAGE_GROUP, Ending.of("组", "村民小组", "小组", "组", "社", "队"),
              Component.DOOR_NUMBER, Ending.of("号", "号", "號"),
              Component.LANE, Ending.of("弄", "弄"),
              Component.BUILDING, Ending.of("幢", "号楼", "號樓", "幢", "栋", "棟", "楼", "座"),
              Component.ENTRANCE, Ending.of("单元", "单元", "單元", "门", "梯"),
              Component.FLOOR, Ending.of("层", "层", "層", "楼", "樓", "F", "f"),
              Component.ROOM, Ending.of("室", "号房", "室", "房", "號")));

  private static final String BRANCHES = "甲乙丙丁";

  private Writing() {}

  /** The component in its one form; null when the raw text is blank or 无. */
  public static @Nullable String of(Component component, String raw) {
    String text = halfWidth(raw);
    if (text.isEmpty() || text.equals(ABSENT)) {
      return null;
    }
    Ending ending = NUMBERED.get(component);
    if (ending == null) {
      return text;
    }
    String digits = ChineseNumber.digits(ending.without(text));
    if (!number(digits)) {
      return text; // 陈家湾组, 国贸大厦, 商铺3: a name
    }
    return (component == Component.ROOM ? digits : unpadded(digits)) + ending.official();
  }

  /**
   * What counts as a number: 12, 12-1, A3, 甲5, 临7, 乙. Anything else is a name and keeps its
   * wording.
   */
  private static boolean number(String text) {
    int from = 0;
    int to = text.length();
    if (to == 1 && BRANCHES.indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    if (to > 0 && "甲乙丙丁临附特-".indexOf(text.charAt(0)) >= 0) {
      from++;
    }
    if (to > from && BRANCHES.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean joint = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!plain && (joint || "-/#".indexOf(c) < 0)) {
        return false;
      }
      joint = !plain;
    }
    return from < to && !joint;
  }

  private static String unpadded(String digits) {
    int from = 0;
    while (from + 1 < digits.length()
        && digits.charAt(from) == '0'
        && Numeral.digit(digits.charAt(from + 1))) {
      from++;
    }
    return digits.substring(from);
  }

  /**
   * Free text folded, so that two writings of it compare: half-width, without spaces, traditional
   * signs of addresses as simplified, dashes of every kind as {@code -}. Names and endings keep
   * their wording; {@link AddressReader} reads those.
   */
  public static String normal(String text) {
    return NormalText.of(text).text();
  }

  /** Full-width letters, digits and signs as half-width; every kind of space taken out. */
  static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '！' && c <= '～') {
        half.append((char) (c - '！' + '!'));
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\uFEFF') {
        half.append(c == '－' || c == '—' || c == '–' || c == '―' ? '-' : c);
      }
    }
    return half.toString();
  }
}
