package org.shuangshi.gis.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One bracketed element of a WKT definition: {@code KEYWORD["text", 1.5, CHILD[…]]}. */
record WktNode(String keyword, List<String> values, List<WktNode> children) {

  /** The tree, or null where the text is not WKT. */
  static @Nullable WktNode parse(String wkt) {
    return new Cursor(wkt).node(0);
  }

  String name() {
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The first element with one of these keywords at any depth, itself included. */
  @Nullable WktNode find(String... keywords) {
    if (List.of(keywords).contains(keyword)) {
      return this;
    }
    for (WktNode child : children) {
      WktNode found = child.find(keywords);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Reads by recursive descent; definitions are a few levels deep, deeper text is refused. */
  private static final class Cursor {
    private static final int DEEPEST = 20;
    private final String text;
    private int at;

    Cursor(String text) {
      this.text = text;
    }

    @Nullable WktNode node(int depth) {
      String keyword = word().toUpperCase(Locale.ROOT);
      if (keyword.isEmpty() || depth > DEEPEST || !take('[', '(')) {
        return null;
      }
      List<String> values = new ArrayList<>();
      List<WktNode> children = new ArrayList<>();
      while (!take(']', ')')) {
        skipBlanks();
        if (at >= text.length()) {
          return null;
        }
        char c = text.charAt(at);
        if (c == ',') {
          at++;
        } else if (c == '"') {
          values.add(quoted());
        } else {
          int start = at;
          String bare = word();
          skipBlanks();
          if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            at = start;
            WktNode child = node(depth + 1);
            if (child == null) {
              return null;
            }
            children.add(child);
          } else if (bare.isEmpty()) {
            return null;
          } else {
            values.add(bare);
          }
        }
      }
      return new WktNode(keyword, values, children);
    }

    private String quoted() {
      int end = text.indexOf('"', at + 1);
      String value = text.substring(at + 1, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      return value;
    }

    private String word() {
      skipBlanks();
      int start = at;
      while (at < text.length() && " \t\r\n,[]()\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private boolean take(char one, char other) {
      skipBlanks();
      if (at < text.length() && (text.charAt(at) == one || text.charAt(at) == other)) {
        at++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
        at++;
      }
    }
  }
}
