package org.shuangshi.gis.address;

import java.util.Map;

/** 12-3-502: building, entrance and room as people write them short. */
final class Shorthand {
  private static final int MOST_ENTRANCE = 2;
  private static final int LEAST_ROOM = 3;
  private static final int MOST_ROOM = 4;

  private Shorthand() {}

  /** How many characters of the number were taken: all or none. */
  static int take(Draft draft, String number, int at) {
    String[] parts = number.split("-", -1);
    if (parts.length < 2 || parts.length > 3 || draft.has(Component.ROOM)) {
      return 0;
    }
    String room = parts[parts.length - 1];
    String entrance = parts[parts.length - 2];
    if (!digits(room, LEAST_ROOM, MOST_ROOM) || !digits(entrance, 1, MOST_ENTRANCE)) {
      return 0;
    }
    int roomAt = at + number.length() - room.length();
    int entranceAt = roomAt - 1 - entrance.length();
    if (parts.length == 3) {
      if (draft.has(Component.BUILDING) || parts[0].isEmpty() || parts[0].length() > 3) {
        return 0;
      }
      draft.take(Component.BUILDING, at, at + parts[0].length(), parts[0]);
      draft.take(Component.ENTRANCE, entranceAt, entranceAt + entrance.length(), entrance);
      draft.take(Component.ROOM, roomAt, at + number.length(), room);
      return number.length();
    }
    if (draft.has(Component.ENTRANCE)) {
      return 0;
    }
    draft.take(Component.ENTRANCE, entranceAt, entranceAt + entrance.length(), entrance);
    draft.take(Component.ROOM, roomAt, at + number.length(), room);
    if (!draft.has(Component.BUILDING)) {
      draft.doubt(
          at,
          at + number.length(),
          "“" + number + "”可指单元-室，也可指幢-室",
          Component.ENTRANCE,
          Map.of(Component.BUILDING, entrance));
    }
    return number.length();
  }

  private static boolean digits(String part, int least, int most) {
    if (part.length() < least || part.length() > most) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (!Numeral.digit(part.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
