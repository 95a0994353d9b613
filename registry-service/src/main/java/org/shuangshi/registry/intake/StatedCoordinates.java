package org.shuangshi.registry.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.doctor.ControlFit;
import org.shuangshi.intake.coordinate.Stated;
import org.shuangshi.registry.refusal.Refusal;

/**
 * How the coordinates of a file are to be read, over what it says.
 *
 * @param crs {@code EPSG:4549}; with {@code +GCJ02} or {@code +BD09} of a consumer map, {@code
 *     +SWAPPED} with north first, {@code +FITTED} with parameters fitted to what the register holds
 *     too; absent: what the file says, and the register shows
 * @param control at least five points to fit parameters to
 * @param shift {@code dx,dy,rotation,scale} in metres east and north, seconds of arc
 *     counter-clockwise, millionths; in the plane of the file's meridian without zone number
 */
record StatedCoordinates(
    @Nullable String crs, @Nullable List<ControlPoint> control, @Nullable String shift) {
  private static final int MOST_POINTS = 1000;

  /**
   * A place known in both systems.
   *
   * @param x as the file's numbers are
   * @param lon EPSG:4490
   */
  record ControlPoint(double x, double y, double lon, double lat) {}

  /** Refused with the code of what cannot be meant. */
  StatedCoordinates understood() {
    List<ControlPoint> points = control == null ? List.of() : control;
    if (points.size() > MOST_POINTS) {
      throw Refusal.field("control", "crs.control-form", "控制点最多 " + MOST_POINTS + " 个");
    }
    StatedCoordinates understood =
        new StatedCoordinates(
            word(crs) == null ? null : String.valueOf(word(crs)).toUpperCase(Locale.ROOT),
            points.isEmpty() ? null : points,
            word(shift));
    try {
      understood.stated();
    } catch (CrsException e) {
      String field = e.code().startsWith("crs.shift") ? "shift" : "crs";
      throw Refusal.field(field, e.code(), String.valueOf(e.getMessage()));
    }
    return understood;
  }

  private static @Nullable String word(@Nullable String said) {
    return said == null || said.isBlank() ? null : said.strip();
  }

  /** As the import takes it. */
  Stated stated() throws CrsException {
    List<ControlFit.Point> points =
        control == null
            ? List.of()
            : control.stream()
                .map(each -> new ControlFit.Point(each.x(), each.y(), each.lon(), each.lat()))
                .toList();
    return Stated.parse(crs, points, shift);
  }
}
