package org.shuangshi.gis.address;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Ending of a numbered component, and the endings people write instead. */
  private record Ending(String official, Pattern variants) {
    static Ending of(String official, String variants) {
      return new Ending(official, Pattern.compile("^(.*?)(?:" + variants + ")?$"));
    }
  }

  private static final Map<Component, Ending> NUMBERED =
      Map.of(
          Component.VILLAGE_GROUP, Ending.of("组", "村民小组|小组|组|社|队"),
          Component.DOOR_NUMBER, Ending.of("号", "号|號"),
          Component.LANE, Ending.of("弄", "弄"),
          Component.BUILDING, Ending.of("幢", "幢|栋|棟|号楼|號樓|楼|座"),
          Component.ENTRANCE, Ending.of("单元", "单元|單元|门|梯"),
          Component.FLOOR, Ending.of("层", "层|層|楼|樓|[Ff]"),
          Component.ROOM, Ending.of("室", "室|房|号房|號"));

  /**
   * What counts as a number: 12, 12-1, A3, 甲5, 临7, 乙. Anything else is a name and keeps its
   * wording.
   */
  private static final Pattern NUMBER =
      Pattern.compile("[甲乙丙丁临附-]?[0-9A-Za-z]+(?:[-/#][0-9A-Za-z]+)*[甲乙丙丁]?|[甲乙丙丁]");

  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

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
    Matcher matcher = ending.variants().matcher(text);
    String digits = ChineseNumber.digits(matcher.matches() ? matcher.group(1) : text);
    if (!NUMBER.matcher(digits).matches()) {
      return text; // 陈家湾组, 国贸大厦, 商铺3: a name
    }
    if (component != Component.ROOM) {
      digits = LEADING_ZEROS.matcher(digits).replaceFirst("");
    }
    return digits + ending.official();
  }

  /**
   * Free text as people type it, brought nearer to how addresses are written: half-width, without
   * spaces, 栋/号楼/座 after a number or letter as 幢, 房 after a number as 室. For comparing and
   * searching; not a parser.
   */
  public static String near(String text) {
    String near = halfWidth(text);
    near = near.replaceAll("(?<=[0-9A-Za-z])(?:栋|棟|号楼|號樓|座)", "幢");
    near = near.replaceAll("(?<=[0-9])房", "室").replace('號', '号');
    return near;
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
