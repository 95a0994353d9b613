package org.shuangshi.gis.address;

import java.util.BitSet;

/**
 * A text folded for reading, character by character, so that every place in it is a place in the
 * original: full-width as half-width, traditional signs of addresses as simplified, dashes of every
 * kind as {@code -}; spaces taken out, their places kept as breaks.
 */
final class NormalText {
  private static final String TRADITIONAL = "號樓棟單層區縣鎮鄉臺鄰門東廣園國莊灣龍華寧濱橋嶺廠兩臨";
  private static final String SIMPLIFIED = "号楼栋单层区县镇乡台邻门东广园国庄湾龙华宁滨桥岭厂两临";
  private static final String DASHES = "－—–―‐‑−";

  private final String text;
  private final int[] origin;
  private final BitSet breaks;

  private NormalText(String text, int[] origin, BitSet breaks) {
    this.text = text;
    this.origin = origin;
    this.breaks = breaks;
  }

  static NormalText of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int[] origin = new int[raw.length() + 1];
    BitSet breaks = new BitSet();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (blank(c)) {
        breaks.set(text.length());
      } else {
        origin[text.length()] = i;
        text.append(fold(c));
      }
    }
    origin[text.length()] = raw.length();
    return new NormalText(text.toString(), origin, breaks);
  }

  String text() {
    return text;
  }

  /** Whether a space stood before the character. */
  boolean breaksAt(int at) {
    return breaks.get(at);
  }

  /** The same stretch of the original. */
  Span span(int from, int to) {
    return new Span(origin[from], to == from ? origin[from] : origin[to - 1] + 1);
  }

  private static boolean blank(char c) {
    if (c > ' ' && c < '\u007f') {
      return false;
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == '\uFEFF';
  }

  private static char fold(char c) {
    if (c < '\u0080') {
      return c;
    }
    if (c >= '！' && c <= '～' && c != '－') {
      return (char) (c - '！' + '!');
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    int traditional = TRADITIONAL.indexOf(c);
    return traditional < 0 ? c : SIMPLIFIED.charAt(traditional);
  }
}
