package org.shuangshi.registry.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.shuangshi.registry.RunningService;

/**
 * What lists of units ought to say, worked out another way than the service does: places by JTS one
 * after the other, states by the rule itself and not its cache.
 */
final class ExpectedUnits {

  /** A grid of the day. */
  record GridShape(long id, String code, Geometry shape) {}

  private final List<GridShape> grids = new ArrayList<>();
  private final Map<Long, Point> buildings = new TreeMap<>();
  private final Map<Long, Long> buildingOf = new TreeMap<>();
  private final Map<Long, String> stateOf = new TreeMap<>();

  ExpectedUnits(RunningService service, LocalDate day) throws SQLException, ParseException {
    try (Connection connection = service.connect()) {
      try (ResultSet row =
          query(
              connection,
              "SELECT id, code, ST_AsBinary(geom) FROM grid WHERE valid @> ? ORDER BY id",
              day)) {
        while (row.next()) {
          grids.add(
              new GridShape(
                  row.getLong(1), row.getString(2), new WKBReader().read(row.getBytes(3))));
        }
      }
      try (ResultSet row =
          query(
              connection,
              "SELECT id, ST_AsBinary(inside_point) FROM building"
                  + " WHERE valid @> ? AND status = 'STANDING'",
              day)) {
        while (row.next()) {
          buildings.put(row.getLong(1), (Point) new WKBReader().read(row.getBytes(2)));
        }
      }
      try (ResultSet row =
          query(
              connection,
              "SELECT d.unit_id, d.building_id, d.state"
                  + " FROM occupancy_derive(ARRAY(SELECT id FROM identity.unit)) d"
                  + " WHERE d.valid @> ?",
              day)) {
        while (row.next()) {
          buildingOf.put(row.getLong(1), row.getLong(2));
          stateOf.put(row.getLong(1), row.getString(3));
        }
      }
    }
  }

  private static ResultSet query(Connection connection, String sql, LocalDate day)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.closeOnCompletion();
    statement.setObject(1, day);
    return statement.executeQuery();
  }

  /** Units of the grid that has the code: the first grid by id that covers the inside point. */
  List<Long> ofGrid(String code, String state) {
    return units(
        point ->
            grids.stream()
                .filter(grid -> grid.shape().covers(point))
                .findFirst()
                .filter(grid -> grid.code().equals(code))
                .isPresent(),
        state);
  }

  List<Long> ofShape(Geometry shape, String state) {
    return units(shape::covers, state);
  }

  private List<Long> units(Predicate<Point> inside, String state) {
    return buildingOf.entrySet().stream()
        .filter(unit -> state.equals(stateOf.get(unit.getKey())))
        .filter(
            unit -> {
              Point place = buildings.get(unit.getValue());
              return place != null && inside.test(place);
            })
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
