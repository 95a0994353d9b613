package org.shuangshi.registry.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.address.AddressReader;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.Gazetteer;
import org.shuangshi.gis.address.Reading;
import org.shuangshi.gis.address.Span;

/**
 * Typed words made comparable with the register's texts: full-width characters become narrow, a
 * building, an entrance and a room are written as addresses write them, and the room is set apart,
 * because rooms are found through their building.
 *
 * <pre>{@code
 * Words.of("人民路１２号 3-502").place()   // [人民路12号]
 * Words.of("阳光花园 3栋 2单元 502室")      // place [阳光花园, 3幢], entrance 2单元, room 502
 * }</pre>
 *
 * @param all every word
 * @param place the words without entrance and room
 * @param entrance 2单元, where one was named beside the room
 * @param room 502, where the text names one
 */
record Words(
    List<String> all, List<String> place, @Nullable String entrance, @Nullable String room) {

  private static final AddressReader READER = new AddressReader(Gazetteer.EMPTY);
  private static final String BETWEEN = ",，、;；";
  private static final String ROOM_ENDING = "室";

  /** What is written one way in words: names keep the way they are typed. */
  private static final Set<Component> NUMBERED =
      EnumSet.of(Component.BUILDING, Component.ENTRANCE, Component.ROOM);

  static Words of(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    Reading reading = READER.read(text);
    String room = reading.address().get(Component.ROOM);
    if (room == null) {
      List<String> all = split(written(reading, Set.of()));
      return new Words(all, all, null, null);
    }
    return new Words(
        split(written(reading, Set.of())),
        split(written(reading, EnumSet.of(Component.ENTRANCE, Component.ROOM))),
        reading.address().get(Component.ENTRANCE),
        room.endsWith(ROOM_ENDING) ? room.substring(0, room.length() - 1) : room);
  }

  /** The text, numbered parts in their one form, without some of them. */
  private static String written(Reading reading, Set<Component> without) {
    String text = reading.original();
    StringBuilder written = new StringBuilder(text.length());
    int at = 0;
    for (Map.Entry<Component, Span> each : inOrder(reading.spans())) {
      Component component = each.getKey();
      Span span = each.getValue();
      String value = reading.address().get(component);
      if (!NUMBERED.contains(component) || value == null || span.from() < at) {
        continue;
      }
      boolean begins = span.to() < text.length() && text.charAt(span.to()) == '-';
      boolean goesOn = span.from() > 0 && text.charAt(span.from() - 1) == '-';
      written.append(text, at, goesOn ? Math.max(at, span.from() - 1) : span.from());
      if (without.contains(component)) {
        written.append(' ');
      } else if (begins || goesOn) {
        written.append(goesOn ? "" : " ").append(value); // 3 of 3-2-502 stands apart from a name
      } else {
        written.append(bare(span.of(text)) ? span.of(text) : value);
      }
      at = span.to();
    }
    return written.append(text, at, text.length()).toString();
  }

  /** A number without the word that says of what: it may be meant otherwise. */
  private static boolean bare(String said) {
    return said.chars().allMatch(c -> c < '\u0080');
  }

  private static List<Map.Entry<Component, Span>> inOrder(Map<Component, Span> spans) {
    List<Map.Entry<Component, Span>> ordered = new ArrayList<>(spans.entrySet());
    ordered.sort(Comparator.comparingInt(each -> each.getValue().from()));
    return ordered;
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
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length()
          || Character.isWhitespace(text.charAt(i))
          || BETWEEN.indexOf(text.charAt(i)) >= 0) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
