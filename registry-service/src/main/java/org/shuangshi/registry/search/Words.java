package org.shuangshi.registry.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Typed words made comparable with the register's texts, first form: full-width characters become
 * narrow, 栋, 号楼 and 座 become 幢, and a room at the end is set apart, because rooms are found through
 * their building.
 *
 * <pre>{@code
 * Words.of("人民路１２号 3-502").place()   // [人民路12号]
 * Words.of("阳光花园 3栋 2单元 502室")      // place [阳光花园, 3幢], entrance 2单元, room 502
 * }</pre>
 *
 * @param all every word
 * @param place the words without entrance and room
 * @param entrance 2单元, where one was named before the room
 * @param room 502, where the text ends in one
 */
record Words(
    List<String> all, List<String> place, @Nullable String entrance, @Nullable String room) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");
  private static final Pattern BUILDING = Pattern.compile("(?<=\\d)(栋|号楼|座)");

  /** 12-3-502: building, entrance, room. */
  private static final Pattern SHORT_FORM =
      Pattern.compile("(?:(?<![\\d-])(\\d{1,3})-)?(?<!\\d)(\\d{1,2})-(\\d{3,4})室?$");

  private static final Pattern ROOM =
      Pattern.compile("(?:(?<entrance>\\d{1,2}单元)\\s*)?(?<!\\d)(?<room>\\d{3,4})室?$");

  static Words of(String typed) {
    String text =
        BUILDING.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip()).replaceAll("幢");
    Matcher shorthand = SHORT_FORM.matcher(text);
    if (shorthand.find()) {
      String building = shorthand.group(1) == null ? "" : " " + shorthand.group(1) + "幢";
      return new Words(
          split(text),
          split(text.substring(0, shorthand.start()) + building),
          shorthand.group(2) + "单元",
          shorthand.group(3));
    }
    Matcher room = ROOM.matcher(text);
    if (room.find()) {
      return new Words(
          split(text),
          split(text.substring(0, room.start())),
          room.group("entrance"),
          room.group("room"));
    }
    return new Words(split(text), split(text), null, null);
  }

  /** LIKE patterns that find each word anywhere. */
  static String[] anywhere(List<String> words) {
    return words.stream().map(word -> "%" + escaped(word) + "%").toArray(String[]::new);
  }

  /** LIKE pattern of texts that begin with the first word. */
  String prefix() {
    return escaped(all.get(0)) + "%";
  }

  /** The digits of a text that is nothing else, else null. */
  @Nullable String digits() {
    return all.size() == 1 && all.get(0).chars().allMatch(c -> c >= '0' && c <= '9')
        ? all.get(0)
        : null;
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(BETWEEN.split(text)));
    words.removeIf(String::isEmpty);
    return List.copyOf(words);
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
