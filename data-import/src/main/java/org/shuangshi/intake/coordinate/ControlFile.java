package org.shuangshi.intake.coordinate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.doctor.ControlFit;
import org.shuangshi.gis.feature.Feature;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.Field;

/**
 * Control points from a table with the columns x, y (numbers of the file to be brought in) and lon,
 * lat (degrees of CGCS2000).
 */
public final class ControlFile {

  private static final List<String> COLUMNS = List.of("x", "y", "lon", "lat");

  /** More make no better parameters. */
  private static final int MOST_POINTS = 1000;

  private ControlFile() {}

  /**
   * Reads them.
   *
   * @throws CrsException {@code crs.control-form} for a missing column, a cell that is no number,
   *     or too many rows
   */
  public static List<ControlFit.Point> read(Path table) throws FeatureFileException, CrsException {
    try (FeatureReader reader = FeatureFiles.open(table, null)) {
      int[] at = new int[COLUMNS.size()];
      for (int i = 0; i < at.length; i++) {
        at[i] = position(reader.schema().fields(), COLUMNS.get(i));
      }
      List<ControlFit.Point> points = new ArrayList<>();
      for (Feature row = reader.next(); row != null; row = reader.next()) {
        double[] numbers = new double[at.length];
        for (int i = 0; i < at.length; i++) {
          numbers[i] = number(row.values().get(at[i]), COLUMNS.get(i), row.row());
        }
        points.add(new ControlFit.Point(numbers[0], numbers[1], numbers[2], numbers[3]));
        if (points.size() > MOST_POINTS) {
          throw new CrsException("crs.control-form", "控制点最多 " + MOST_POINTS + " 个");
        }
      }
      return points;
    }
  }

  private static int position(List<Field> fields, String wanted) throws CrsException {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().strip().toLowerCase(Locale.ROOT).equals(wanted)) {
        return i;
      }
    }
    throw new CrsException("crs.control-form", "控制点文件要有 x、y、lon、lat 四列，缺少 " + wanted);
  }

  private static double number(@Nullable Object cell, String column, long row) throws CrsException {
    try {
      double number = Double.parseDouble(String.valueOf(cell).strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as what is not finite
    }
    throw new CrsException("crs.control-form", "控制点第 " + row + " 行的 " + column + " 不是数字");
  }
}
