package org.shuangshi.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads where a thing is out of a row: EPSG:4490, degrees. */
public final class Placement {

  private Placement() {}

  /** West, south, east, north. */
  public static List<Double> bbox(ResultSet row) throws SQLException {
    return List.of(
        row.getDouble("west"),
        row.getDouble("south"),
        row.getDouble("east"),
        row.getDouble("north"));
  }

  /** Lon, lat of a point inside, where a name may be written. */
  public static List<Double> centre(ResultSet row) throws SQLException {
    return List.of(row.getDouble("centre_lon"), row.getDouble("centre_lat"));
  }
}
