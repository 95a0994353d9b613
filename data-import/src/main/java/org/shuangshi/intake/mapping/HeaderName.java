package org.shuangshi.intake.mapping;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How like two names of columns are. Full width, case, punctuation, units in brackets and numbers
 * in front (“3.楼层数”) do not count.
 */
final class HeaderName {

  /** Said the same way. */
  static final double SAME = 1;

  /** But for words that say of every column of such a file what it is about. */
  private static final double SAME_BUT_FOR_EMPTY_WORDS = 0.9;

  private static final Pattern EMPTY_WORDS =
      Pattern.compile("建筑物|建筑|房屋|楼栋|楼房|楼宇|人员|居民|住户|户室|现状|主要|实际|信息|情况|必填|选填|分类|类别");

  /** One inside the other is at least so like, and more the less is left over. */
  private static final double INSIDE = 0.55;

  private static final double INSIDE_RANGE = 0.4;

  /** Of names that share parts only. */
  private static final double PARTS = 0.75;

  private static final Pattern BRACKETS = Pattern.compile("[(\\[（【].*?[)\\]）】]");
  private static final Pattern COUNTED = Pattern.compile("^[0-9]+[.、_ -]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String plain;
  private final Set<String> parts;

  private HeaderName(String plain, Set<String> parts) {
    this.plain = plain;
    this.parts = parts;
  }

  static HeaderName of(String header) {
    String text = Normalizer.normalize(header, Normalizer.Form.NFKC).strip();
    text = COUNTED.matcher(text).replaceFirst("");
    String bare = BRACKETS.matcher(text).replaceAll("");
    text = bare.isBlank() ? text : bare;
    String broken = BREAKS.matcher(CAMEL.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    String lower = broken.toLowerCase(Locale.ROOT);
    return new HeaderName(lower.replace(" ", ""), parts(lower));
  }

  /** Words of Latin letters, pairs of Chinese characters. */
  private static Set<String> parts(String text) {
    Set<String> parts = new LinkedHashSet<>();
    for (String word : text.split(" ")) {
      if (isHan(word)) {
        for (int i = 0; i + 1 < word.length(); i++) {
          parts.add(word.substring(i, i + 2));
        }
      }
      if (!isHan(word) || word.length() == 1) {
        parts.add(word);
      }
    }
    return parts;
  }

  private static boolean isHan(String word) {
    return word.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private String essence() {
    String bare = EMPTY_WORDS.matcher(plain).replaceAll("");
    return bare.isEmpty() ? plain : bare;
  }

  /** 0 (nothing in common) to {@link #SAME}. */
  double like(HeaderName other) {
    if (plain.isEmpty() || other.plain.isEmpty()) {
      return 0;
    }
    if (plain.equals(other.plain)) {
      return SAME;
    }
    if (essence().equals(other.essence())) {
      return SAME_BUT_FOR_EMPTY_WORDS;
    }
    String shorter = plain.length() <= other.plain.length() ? plain : other.plain;
    String longer = shorter.equals(plain) ? other.plain : plain;
    // single characters and Latin initials are inside of anything
    if (isHan(shorter) && shorter.length() > 1 && longer.contains(shorter)) {
      return INSIDE + INSIDE_RANGE * shorter.length() / longer.length();
    }
    Set<String> both = new HashSet<>(parts);
    both.retainAll(other.parts);
    return PARTS * 2 * both.size() / (parts.size() + other.parts.size());
  }
}
