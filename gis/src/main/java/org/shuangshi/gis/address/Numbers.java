package org.shuangshi.gis.address;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes numbers with the words behind them, and numbers that stand alone. */
final class Numbers {
  /** A word behind a number, and what the number then is; null: it depends. */
  private record Unit(String word, @Nullable Component component) {}

  /** Longer words before their beginnings. */
  private static final List<Unit> UNITS =
      List.of(
          new Unit("村民小组", Component.VILLAGE_GROUP),
          new Unit("小组", Component.VILLAGE_GROUP),
          new Unit("组", Component.VILLAGE_GROUP),
          new Unit("邻", Component.VILLAGE_GROUP),
          new Unit("社", Component.VILLAGE_GROUP),
          new Unit("队", Component.VILLAGE_GROUP),
          new Unit("段", Component.SECTION),
          new Unit("弄", Component.LANE),
          new Unit("巷", Component.LANE),
          new Unit("号楼", Component.BUILDING),
          new Unit("#楼", Component.BUILDING),
          new Unit("号院", Component.DOOR_NUMBER),
          new Unit("号房", Component.ROOM),
          new Unit("号", null),
          new Unit("期", Component.PHASE),
          new Unit("区", Component.PHASE),
          new Unit("幢", Component.BUILDING),
          new Unit("栋", Component.BUILDING),
          new Unit("座", Component.BUILDING),
          new Unit("#", Component.BUILDING),
          new Unit("单元", Component.ENTRANCE),
          new Unit("门", Component.ENTRANCE),
          new Unit("梯", Component.ENTRANCE),
          new Unit("层", Component.FLOOR),
          new Unit("楼", Component.FLOOR),
          new Unit("室", Component.ROOM),
          new Unit("房", Component.ROOM));

  private static final int LONG_NUMBER = 3;

  private final NormalText normal;
  private final String text;
  private final Draft draft;

  Numbers(NormalText normal, Draft draft) {
    this.normal = normal;
    text = normal.text();
    this.draft = draft;
  }

  /** Whether a number of an address begins here, so that a name ends before it. */
  boolean begin(int at) {
    int end = Numeral.end(normal, at);
    if (end == at) {
      return false;
    }
    Unit unit = unit(end);
    if (unit != null) {
      return component(unit, at, end) != null;
    }
    char c = text.charAt(at);
    return c < '\u0080'
        && (end >= text.length()
            || normal.breaksAt(end)
            || text.charAt(end) < '\u0080'
            || end - at >= LONG_NUMBER);
  }

  /** Whether a numbered building follows. */
  boolean buildingAt(int at) {
    int end = at >= text.length() ? at : Numeral.end(normal, at);
    if (end == at) {
      return false;
    }
    Unit unit = unit(end);
    return unit != null && component(unit, at, end) == Component.BUILDING;
  }

  /** Takes the number that begins here; answers where it ends, {@code at} where none does. */
  int take(int at) {
    if (text.charAt(at) == '之' && suffix(at) > at) {
      int end = suffix(at);
      draft.take(draft.last() == Component.FLOOR ? Component.ROOM : Component.DOOR_SUFFIX, at, end);
      return end;
    }
    int end = Numeral.end(normal, at);
    if (end == at) {
      return at;
    }
    Unit unit = unit(end);
    if (unit != null) {
      Component component = component(unit, at, end);
      return component == null ? at : take(component, unit, at, end);
    }
    if (end - at > 1 && storey(at, end - 1, text.charAt(end - 1))) {
      draft.take(Component.FLOOR, at, end);
      return end;
    }
    int behind = door(at, end);
    return behind > at ? behind : alone(at, end);
  }

  private int take(Component component, Unit unit, int at, int end) {
    int stop = end + unit.word().length();
    boolean asWritten =
        component == Component.SECTION
            || component == Component.PHASE
            || component == Component.DOOR_SUFFIX
            || unit.word().equals("号院")
            || unit.word().equals("巷")
            || unit.word().equals("邻");
    if (component == Component.LANE && draft.has(Component.LANE)) {
      return at;
    }
    if (unit.word().equals("巷") && stop < text.length()) {
      int alley = Numeral.end(normal, stop);
      if (alley > stop && text.startsWith("弄", alley)) {
        stop = alley + 1;
      }
    }
    if (asWritten) {
      draft.take(component, at, stop);
    } else {
      draft.take(component, at, stop, text.substring(at, end));
    }
    if (unit.word().equals("楼") && !draft.has(Component.BUILDING) && !draft.has(Component.ROOM)) {
      draft.doubt(
          at,
          stop,
          "“" + text.substring(at, stop) + "”可指第几层，也可指第几幢",
          Component.FLOOR,
          Map.of(Component.BUILDING, text.substring(at, end)));
    }
    return stop;
  }

  /** 3F. */
  private boolean storey(int from, int to, char last) {
    for (int i = from; i < to; i++) {
      if (!Numeral.digit(text.charAt(i))) {
        return false;
      }
    }
    return (last == 'F' || last == 'f') && !draft.has(Component.FLOOR);
  }

  /** 12之1号: a door with a suffix. */
  private int door(int at, int end) {
    int suffix = end < text.length() && text.charAt(end) == '之' ? suffix(end) : end;
    if (suffix == end || !text.startsWith("号", suffix) || draft.has(Component.DOOR_NUMBER)) {
      return at;
    }
    draft.take(Component.DOOR_NUMBER, at, end, text.substring(at, end));
    draft.take(Component.DOOR_SUFFIX, end, suffix);
    return suffix + 1;
  }

  private int suffix(int at) {
    return at + 1 < text.length() ? Math.max(at, after(at + 1)) : at;
  }

  private int after(int at) {
    int end = Numeral.end(normal, at);
    return end == at ? at - 1 : end;
  }

  /** A number that no word follows. */
  private int alone(int at, int end) {
    if (text.charAt(at) >= '\u0080') {
      return at;
    }
    String number = text.substring(at, end);
    int parts = Shorthand.take(draft, number, at);
    if (parts > 0) {
      return at + parts;
    }
    boolean inside =
        draft.has(Component.BUILDING)
            || draft.has(Component.ESTATE)
            || draft.has(Component.ENTRANCE)
            || draft.has(Component.FLOOR)
            || draft.has(Component.DOOR_NUMBER);
    boolean last =
        end >= text.length()
            || text.charAt(end) < '\u0080'
            || normal.breaksAt(end)
            || "，。、；".indexOf(text.charAt(end)) >= 0;
    if (!inside && draft.has(Component.ROAD) && Numeral.digit(number.charAt(0))) {
      draft.take(Component.DOOR_NUMBER, at, end, number);
      return end;
    }
    if (!inside || draft.has(Component.ROOM) || !(last || end - at >= LONG_NUMBER)) {
      return at;
    }
    if (end - at < LONG_NUMBER && !draft.has(Component.BUILDING) && !draft.has(Component.FLOOR)) {
      draft.take(Component.BUILDING, at, end, number);
      draft.doubt(
          at, end, "“" + number + "”可指幢，也可指室", Component.BUILDING, Map.of(Component.ROOM, number));
    } else {
      draft.take(Component.ROOM, at, end, number);
    }
    return end;
  }

  private @Nullable Unit unit(int end) {
    if (end >= text.length()) {
      return null;
    }
    for (Unit unit : UNITS) {
      if (text.startsWith(unit.word(), end)) {
        return unit;
      }
    }
    return null;
  }

  private @Nullable Component component(Unit unit, int at, int end) {
    Component component = unit.component();
    if (component == null) {
      return numbered(at);
    }
    int stop = end + unit.word().length();
    boolean ok =
        switch (component) {
          case VILLAGE_GROUP ->
              !draft.has(Component.ROAD)
                  && (unit.word().length() > 1
                      || !"社队".contains(unit.word())
                      || draft.has(Component.COMMUNITY));
          case SECTION -> draft.has(Component.ROAD);
          case LANE ->
              (draft.has(Component.ROAD) || unit.word().equals("弄")) && !draft.has(Component.LANE);
          case ENTRANCE ->
              (draft.last() != null && !unit.word().equals("门")) || draft.has(Component.BUILDING);
          case ROOM -> !(unit.word().equals("房") && text.startsWith("地", stop));
          case DOOR_NUMBER -> !draft.has(Component.DOOR_NUMBER);
          default -> true;
        };
    return ok ? component : null;
  }

  /** What 12号 is. */
  private @Nullable Component numbered(int at) {
    if (text.charAt(at) == '附') {
      return Component.DOOR_SUFFIX;
    }
    if (!draft.has(Component.DOOR_NUMBER)
        && (draft.has(Component.ROAD)
            || draft.has(Component.LANE)
            || !draft.has(Component.ESTATE))) {
      return draft.has(Component.ESTATE)
              && draft.last() == Component.ESTATE
              && draft.has(Component.ROAD)
          ? Component.BUILDING
          : Component.DOOR_NUMBER;
    }
    if (!draft.has(Component.BUILDING)) {
      return Component.BUILDING;
    }
    return draft.has(Component.ROOM) ? null : Component.ROOM;
  }
}
