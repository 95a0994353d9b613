package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two addresses side by side.
 *
 * <pre>{@code
 * Comparison.of(reader.read("解放路12号3栋").address(), reader.read("解放路12号8幢").address()).explanation()
 * // 幢不同：3幢 与 8幢
 * }</pre>
 *
 * <p>Symmetric but for the order in which the two are named.
 *
 * @param score 0 to 1: the weight of what both say alike in the weight of what either says; half of
 *     that where any component differs
 * @param parts every component that either says
 */
public record Comparison(double score, List<Part> parts) {
  /** From here on two addresses are taken to speak of one place or of neighbours. */
  public static final double SIMILAR = 0.8;

  private static final double DIFFERENT_FACTOR = 0.5;
  private static final Map<Component, Integer> WEIGHTS = new EnumMap<>(Component.class);

  static {
    for (Component component : Component.values()) {
      WEIGHTS.put(
          component,
          switch (component) {
            case PROVINCE, CITY, FLOOR, COMMUNITY -> 1;
            case DISTRICT, STREET, SECTION, PHASE -> 2;
            case ROAD, ESTATE -> 6;
            default -> 4;
          });
    }
  }

  /**
   * One component.
   *
   * @param one what the first says, null: nothing
   * @param other what the second says
   */
  public record Part(
      Component component, Verdict verdict, @Nullable String one, @Nullable String other) {

    /** In Chinese: 幢不同：3幢 与 8幢. */
    public String explanation() {
      return switch (verdict) {
        case SAME -> component.label() + "相同：" + one;
        case ONE_SILENT -> component.label() + "只有一方写明：" + (one == null ? other : one);
        case DIFFERENT -> component.label() + "不同：" + one + " 与 " + other;
      };
    }
  }

  public Comparison {
    parts = List.copyOf(parts);
  }

  /**
   * The comparison of what two texts were read to say; of one and the same text, understood or not,
   * the score is 1.
   */
  public static Comparison of(Reading one, Reading other) {
    Comparison read = of(one.address(), other.address());
    String said = Writing.normal(one.original());
    boolean same = !said.isEmpty() && said.equals(Writing.normal(other.original()));
    return same ? new Comparison(1, read.parts()) : read;
  }

  /** The comparison of two addresses; of two that say nothing the score is 0. */
  public static Comparison of(Address one, Address other) {
    List<Part> parts = new ArrayList<>();
    int same = 0;
    int all = 0;
    boolean different = false;
    for (Component component : Component.values()) {
      String left = one.get(component);
      String right = other.get(component);
      if (left == null && right == null) {
        continue;
      }
      int weight = WEIGHTS.getOrDefault(component, 0);
      all += weight;
      Verdict verdict = Verdict.ONE_SILENT;
      if (left != null && right != null) {
        boolean alike = key(component, left).equals(key(component, right));
        verdict = alike ? Verdict.SAME : Verdict.DIFFERENT;
        same += alike ? weight : 0;
        different |= !alike;
      }
      parts.add(new Part(component, verdict, left, right));
    }
    double share = all == 0 ? 0 : (double) same / all;
    return new Comparison(different ? share * DIFFERENT_FACTOR : share, parts);
  }

  /** What both say otherwise than alike, in Chinese; empty where there is nothing. */
  public String explanation() {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      if (part.verdict() != Verdict.SAME) {
        words.add(part.explanation());
      }
    }
    return String.join("；", words);
  }

  /** The value as it is compared: 二段 is 2段, 臺 is 台, letters are large. */
  static String key(Component component, String value) {
    String folded = NormalText.of(value).text();
    if (component == Component.SECTION || component == Component.PHASE) {
      int last = folded.length() - 1;
      folded = ChineseNumber.digits(folded.substring(0, last)) + folded.charAt(last);
    }
    return upper(folded);
  }

  private static String upper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
        return text.toUpperCase(java.util.Locale.ROOT);
      }
    }
    return text;
  }
}
