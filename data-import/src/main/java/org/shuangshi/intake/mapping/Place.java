package org.shuangshi.intake.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields that say where a row of a table lies, and which values can be theirs.
 *
 * <p>No number is both: degrees of China's longitudes and latitudes do not overlap, nor do eastings
 * and northings that are met with on its mainland. So where a survey calls the northing X, as
 * Chinese ones do, values tell the two apart.
 */
public final class Place {

  /** Longitude or easting. */
  public static final String EAST = "lon";

  /** Latitude or northing. */
  public static final String NORTH = "lat";

  /** The whole geometry as text. */
  public static final String WKT = "wkt";

  public static final Set<String> FIELDS = Set.of(EAST, NORTH, WKT);

  /** Names of axes, which say nothing of which is which: X is the northing of a survey. */
  private static final List<String> AXES =
      Stream.concat(Stream.of("x", "y"), Synonyms.of("place", "axis").stream()).toList();

  /** A tenth of a kilometre: what has fewer places is a count or a measure. */
  private static final int FEWEST_DECIMALS = 3;

  private static final double ZONE = 1_000_000;

  private Place() {}

  /** Names that either of the pair goes by. */
  public static List<String> axes() {
    return AXES;
  }

  /** Degrees; metres plain, behind the number of a zone of 3 or 6 degrees, or Web Mercator. */
  public static boolean isEasting(Object raw) {
    return is(
        raw,
        x -> {
          double zone = Math.floor(x / ZONE);
          boolean numbered = zone == 0 || (zone >= 13 && zone <= 23) || (zone >= 25 && zone <= 45);
          double within = x - zone * ZONE;
          return (numbered && within >= 50_000 && within <= 950_000)
              || (x >= 8_100_000 && x <= 15_200_000);
        },
        73,
        136);
  }

  /** Degrees; metres from 9° north on, as those of the south could be eastings. */
  public static boolean isNorthing(Object raw) {
    return is(raw, y -> y >= 1_000_000 && y <= 7_300_000, 3, 54);
  }

  private static boolean is(Object raw, Predicate<Double> metres, double least, double most) {
    try {
      BigDecimal number = new BigDecimal(raw.toString().strip());
      double value = number.doubleValue();
      return (value >= least && value <= most && number.scale() >= FEWEST_DECIMALS)
          || metres.test(value);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether a text is the WKT of a geometry of one of these types: {@code POLYGON}. */
  public static Predicate<Object> isWkt(List<String> types) {
    Pattern begins =
        Pattern.compile(
            "\\s*(?:" + String.join("|", types) + ")\\s*(?:ZM|Z|M)?\\s*(?:\\(|EMPTY)",
            Pattern.CASE_INSENSITIVE);
    return raw -> raw instanceof String text && begins.matcher(text).lookingAt();
  }

  /** Whether these numbers are degrees, by the first of them. */
  static boolean isDegrees(List<Object> values) {
    return values.stream()
        .map(Object::toString)
        .findFirst()
        .map(text -> text.strip().matches("-?[0-9]{1,3}(?:[.][0-9]*)?"))
        .orElse(false);
  }
}
