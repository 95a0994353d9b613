package org.shuangshi.intake.coordinate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.Similarity;
import org.shuangshi.gis.crs.doctor.Belief;
import org.shuangshi.gis.crs.doctor.ControlFit;

/**
 * What a person says of the coordinates of a file, over what the file says.
 *
 * @param reading system, order of axes, shift of a consumer map; null: as the file says
 * @param fit whether parameters are to be fitted to the things that the register holds as well
 * @param control points to fit parameters to; empty for none
 * @param shift parameters that were entered; null for none
 */
public record Stated(
    @Nullable Belief reading,
    boolean fit,
    List<ControlFit.Point> control,
    @Nullable Similarity shift) {

  /** Nothing: the file's word and the register's places decide. */
  public static final Stated NOTHING = new Stated(null, false, List.of(), null);

  private static final String FITTED = "+FITTED";
  private static final double PPM = 1e-6;
  private static final double SECONDS_IN_DEGREE = 3600;
  private static final int PARAMETERS = 4;

  public Stated {
    control = List.copyOf(control);
  }

  /** A system, and no more. */
  public static Stated of(@Nullable Crs crs) {
    return crs == null ? NOTHING : new Stated(Belief.of(crs, false, null), false, List.of(), null);
  }

  /**
   * As command line and orders say it.
   *
   * @param said {@code EPSG:4549}, {@code EPSG:4326+GCJ02}, {@code EPSG:4490+SWAPPED}, {@code
   *     EPSG:2385+FITTED}; null or blank: the file's word
   * @param shift {@code dx,dy,rotation,scale}: metres east and north, seconds of arc
   *     counter-clockwise, millionths; null or blank for none
   * @throws CrsException {@code crs.unknown}, {@code crs.shift-form}, {@code crs.stated-twice}
   */
  public static Stated parse(
      @Nullable String said, List<ControlFit.Point> control, @Nullable String shift)
      throws CrsException {
    String reading = said == null ? null : said.strip();
    boolean fit = reading != null && reading.toUpperCase(Locale.ROOT).endsWith(FITTED);
    String plain =
        reading == null || !fit
            ? reading
            : reading.substring(0, reading.length() - FITTED.length());
    Similarity entered = shift == null || shift.isBlank() ? null : parameters(shift);
    if ((fit ? 1 : 0) + (control.isEmpty() ? 0 : 1) + (entered == null ? 0 : 1) > 1) {
      throw new CrsException("crs.stated-twice", "四参数只能有一种来源：拟合、控制点，或直接输入");
    }
    return new Stated(
        plain == null || plain.isBlank() ? null : Belief.parse(plain), fit, control, entered);
  }

  private static Similarity parameters(String text) throws CrsException {
    String[] words = text.strip().split("[,，;；\\s]+");
    double[] numbers = new double[PARAMETERS];
    boolean good = words.length == PARAMETERS;
    for (int i = 0; good && i < PARAMETERS; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
        good = Double.isFinite(numbers[i]);
      } catch (NumberFormatException e) {
        good = false;
      }
    }
    if (!good) {
      throw new CrsException(
          "crs.shift-form", "四参数写成 东移,北移,旋转,尺度：单位依次为 米、米、角秒（逆时针为正）、百万分之一，例如 -61.3,-95.2,-3.1,16");
    }
    return new Similarity(
        numbers[0],
        numbers[1],
        1 + numbers[3] * PPM,
        Math.toRadians(numbers[2] / SECONDS_IN_DEGREE));
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
