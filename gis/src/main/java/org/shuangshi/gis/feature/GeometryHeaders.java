package org.shuangshi.gis.feature;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that hold its geometry: two of ordinates, one of WKT, or none at all.
 *
 * <pre>{@code
 * ReadOptions.DEFAULT.withGeometry(GeometryHeaders.pair("东坐标", "北坐标"));
 * }</pre>
 *
 * @param east header of the longitude or easting; null where there is no pair
 * @param north header of the latitude or northing; null where there is no pair
 * @param wkt header of the WKT; null where there is none
 */
public record GeometryHeaders(@Nullable String east, @Nullable String north, @Nullable String wkt) {

  /** Nothing, whatever the columns are called. */
  public static final GeometryHeaders NONE = new GeometryHeaders(null, null, null);

  private static final String WKT = "wkt";

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("lon", "lat"),
          List.of("longitude", "latitude"),
          List.of("经度", "纬度"),
          List.of("x", "y"));

  public static GeometryHeaders pair(String east, String north) {
    return new GeometryHeaders(east, north, null);
  }

  public static GeometryHeaders ofWkt(String header) {
    return new GeometryHeaders(null, null, header);
  }

  /** By the names a table is known for, in any case; WKT wins over a pair. */
  public static GeometryHeaders named(List<String> headers) {
    List<String> names = headers.stream().map(GeometryHeaders::plain).toList();
    int wkt = names.indexOf(WKT);
    if (wkt >= 0) {
      return ofWkt(headers.get(wkt));
    }
    for (List<String> pair : PAIRS) {
      int east = names.indexOf(pair.get(0));
      int north = names.indexOf(pair.get(1));
      if (east >= 0 && north >= 0) {
        return pair(headers.get(east), headers.get(north));
      }
    }
    return NONE;
  }

  /** Whether a column of this name may be taken unasked. */
  public static boolean isKnown(String header) {
    String name = plain(header);
    return name.equals(WKT) || PAIRS.stream().anyMatch(pair -> pair.contains(name));
  }

  /** The names that a longitude or easting is known by. */
  public static List<String> eastNames() {
    return PAIRS.stream().map(pair -> pair.get(0)).toList();
  }

  /** The names that a latitude or northing is known by. */
  public static List<String> northNames() {
    return PAIRS.stream().map(pair -> pair.get(1)).toList();
  }

  private static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }
}
