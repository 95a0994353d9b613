package org.shuangshi.gis.crs.doctor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.crs.MapShift;
import org.shuangshi.gis.crs.Similarity;

/**
 * One way to read the numbers of a file.
 *
 * @param crs the system they are in, once put in order
 * @param swapped whether north stands before east
 * @param shift of a consumer map, to be taken off; null for none
 * @param correction in the plane of {@link #plane}, for a datum without a public shift; null where
 *     none is needed
 * @param plane the Gauss-Kruger system of CGCS2000 the correction works in; null without one
 */
public record Belief(
    Crs crs,
    boolean swapped,
    @Nullable MapShift shift,
    @Nullable Similarity correction,
    @Nullable Crs plane) {

  private static final String SWAPPED = "SWAPPED";

  /** A reading without parameters. */
  public static Belief of(Crs crs, boolean swapped, @Nullable MapShift shift) {
    return new Belief(crs, swapped, shift, null, null);
  }

  /**
   * Reads what {@link #code} writes, and the names of systems {@link Crs#parse} knows: {@code
   * EPSG:4549}, {@code EPSG:4326+GCJ02}, {@code EPSG:4490+SWAPPED}. Parameters are not in it.
   *
   * @throws CrsException {@code crs.unknown} for anything else
   */
  public static Belief parse(String text) throws CrsException {
    String[] words = text.strip().split("\\+");
    Crs crs = Crs.parse(words.length == 0 ? text : words[0]);
    boolean swapped = false;
    MapShift shift = null;
    for (String word : List.of(words).subList(1, words.length)) {
      String name = word.strip().toUpperCase(Locale.ROOT).replace("-", "");
      if (name.equals(SWAPPED)) {
        swapped = true;
      } else {
        shift =
            Stream.of(MapShift.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new CrsException(
                            "crs.unknown",
                            "坐标系后面只能加 +GCJ02、+BD09、+SWAPPED，不认识“" + word.strip() + "”"));
      }
    }
    return of(crs, swapped, shift);
  }

  /** For programs and command lines: {@code EPSG:4326+GCJ02+SWAPPED}. */
  public String code() {
    return crs + (shift == null ? "" : "+" + shift.name()) + (swapped ? "+" + SWAPPED : "");
  }

  /** The same with parameters, fitted or entered. */
  public Belief corrected(Similarity parameters, Crs inPlane) {
    return new Belief(crs, swapped, shift, parameters, inPlane);
  }

  /**
   * From the file's numbers to what the register stores.
   *
   * @throws CrsException {@code crs.no-datum-shift} where the system needs parameters that are not
   *     there
   */
  public CrsTransform toRegister() throws CrsException {
    if (correction == null || plane == null) {
      return uncorrected(crs);
    }
    Crs near = crs.counterpart().orElse(crs);
    CrsTransform inPlane = CrsTransform.between(near, plane);
    return ordered()
        .then(inPlane)
        .then(correction.transform())
        .then(CrsTransform.between(plane, Crs.CGCS2000));
  }

  /** Places of the file as {@link #toRegister} moves them. */
  public List<Coordinate> move(List<Coordinate> places) throws CrsException {
    return Plane.move(places, toRegister());
  }

  /** Where places would be if the datum were CGCS2000; within 400 m or so of where they are. */
  public List<Coordinate> nearly(List<Coordinate> places) throws CrsException {
    return Plane.move(places, nearly());
  }

  /** As if the datum were CGCS2000, for finding out how far off that is. */
  CrsTransform nearly() throws CrsException {
    return uncorrected(crs.counterpart().orElse(crs));
  }

  private CrsTransform uncorrected(Crs as) throws CrsException {
    if (shift == null) {
      return ordered().then(CrsTransform.between(as, Crs.CGCS2000));
    }
    return ordered()
        .then(CrsTransform.between(as, Crs.WGS84))
        .then(shift.fromMap())
        .then(CrsTransform.between(Crs.WGS84, Crs.CGCS2000));
  }

  private CrsTransform ordered() {
    return swapped ? CrsTransform.swapAxes() : geometry -> geometry;
  }

  /** For people. */
  public String label() {
    StringBuilder label = new StringBuilder(crs.label());
    if (swapped) {
      label.append("，坐标轴颠倒（先北后东）");
    }
    if (shift != null) {
      label.append("，含 ").append(shift.label()).append(" 偏移");
    }
    if (correction != null) {
      label.append("，四参数改正");
    }
    return label.toString();
  }
}
