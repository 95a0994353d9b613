package org.shuangshi.intake.coordinate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What the register holds about the places of a file: a bounded number, by the indexes of places.
 */
final class KnownPlaces {

  /** As many as the register of a town; of a dense city the surroundings of some clusters. */
  static final int MOST = 60_000;

  /** Regions are what the area is told by: theirs is not bounded by it. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private final Connection connection;
  private final String table;
  private final Map<Long, Coordinate> places = new HashMap<>();

  /**
   * @param table of the things the file holds, which alone can be the same as what it holds
   */
  KnownPlaces(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /** Of all the register holds, degrees of EPSG:4490; null where it is empty. */
  @Nullable Envelope area() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(named("area"));
        ResultSet row = statement.executeQuery()) {
      if (!row.next() || row.getObject("west") == null) {
        return null;
      }
      if (table.equals("region")) {
        return new Envelope(CHINA);
      }
      return new Envelope(
          row.getDouble("west"), row.getDouble("east"),
          row.getDouble("south"), row.getDouble("north"));
    }
  }

  /** Reads those of a box, and answers how many there are; at most as many as there is room for. */
  int read(Envelope box) throws SQLException {
    int found = 0;
    try (PreparedStatement statement = connection.prepareStatement(named("near"))) {
      statement.setString(1, table);
      statement.setDouble(2, box.getMinX());
      statement.setDouble(3, box.getMinY());
      statement.setDouble(4, box.getMaxX());
      statement.setDouble(5, box.getMaxY());
      statement.setInt(6, MOST);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          places.put(
              rows.getLong("id"), new Coordinate(rows.getDouble("lon"), rows.getDouble("lat")));
          found++;
        }
      }
    }
    return found;
  }

  boolean isFull() {
    return places.size() >= MOST;
  }

  /** All that was read, each thing once though windows overlap. */
  List<Coordinate> places() {
    return new ArrayList<>(places.values());
  }

  static String named(String name) {
    try (InputStream in =
        KnownPlaces.class.getResourceAsStream("/sql/coordinate/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
