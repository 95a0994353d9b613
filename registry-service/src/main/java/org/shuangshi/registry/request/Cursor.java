package org.shuangshi.registry.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;

/**
 * The place of a row in the order of a list. To callers it is one opaque word; it names the list,
 * so that a cursor of one list is refused by another.
 *
 * <pre>{@code
 * Cursor.of("units", 4711L, 2, 3, "302", 99L).text()
 * Cursor.read("units", 5, after)
 * }</pre>
 */
public final class Cursor {
  /** Unit separator: stands in no code and no room number. */
  private static final char BETWEEN = '\u001f';

  private final List<String> parts;

  private Cursor(List<String> parts) {
    this.parts = parts;
  }

  public static Cursor of(String list, Object... places) {
    List<String> parts = new ArrayList<>();
    parts.add(list);
    for (Object place : places) {
      parts.add(place.toString());
    }
    return new Cursor(parts);
  }

  /** The cursor a request sent, or null where it sent none. */
  public static @Nullable Cursor read(String list, int places, @Nullable String after) {
    if (after == null) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(after);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    List<String> parts = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    int from = 0;
    for (int at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    if (parts.size() != places + 1 || !parts.get(0).equals(list) || text.indexOf('\0') >= 0) {
      throw unreadable();
    }
    return new Cursor(parts);
  }

  /** The id after which a list ordered by id goes on; 0 without a cursor. */
  public static long idAfter(String list, @Nullable String after) {
    Cursor cursor = read(list, 1, after);
    return cursor == null ? 0 : cursor.number(0);
  }

  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            String.join(String.valueOf(BETWEEN), parts).getBytes(StandardCharsets.UTF_8));
  }

  public String word(int place) {
    return parts.get(place + 1);
  }

  public long number(int place) {
    try {
      return Long.parseLong(word(place));
    } catch (NumberFormatException e) {
      throw unreadable();
    }
  }

  public int small(int place) {
    long number = number(place);
    if (number != (int) number) {
      throw unreadable();
    }
    return (int) number;
  }

  private static Refusal unreadable() {
    return Refusal.field("after", "parameter.cursor", "after 不是本列表返回的 next；请从第一页重新开始");
  }
}
