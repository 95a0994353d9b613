package org.shuangshi.intake.covering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGStatement;

/**
 * Areas believed, to be asked which of them cover a point: by fields that lie in an area as a
 * whole, and by ray crossings that are exact, indexed by the sides of each area. A million points
 * take less than a second, where a join in the database takes a minute.
 */
public final class Covering {
  /** The day after the last of an area whose end is not known. */
  public static final int NO_END = Integer.MAX_VALUE;

  private static final String COLUMNS =
      "SELECT a.id, lower(a.valid) - date '2000-01-01' AS since,"
          + " upper(a.valid) - date '2000-01-01' AS until, ST_AsBinary(a.geom) AS geom FROM ";

  /** Of fewer corners a look at all of them is quicker than an index. */
  private static final int INDEXED = 500;

  private final List<Dated> areas;
  private final Fields fields;

  Covering(List<Dated> areas) {
    this.areas = areas;
    this.fields = new Fields(areas);
  }

  /** An area on some days since 2000-01-01: [from, to). */
  public static final class Dated {
    private final long id;
    private final int from;
    private final int to;
    private final Geometry shape;
    private final PointOnGeometryLocator area;

    Dated(long id, int from, int to, Geometry geom) {
      this.id = id;
      this.from = from;
      this.to = to;
      this.shape = geom;
      this.area =
          geom.getNumPoints() < INDEXED
              ? new SimplePointInAreaLocator(geom)
              : new IndexedPointInAreaLocator(geom);
    }

    public long id() {
      return id;
    }

    public int from() {
      return from;
    }

    public int to() {
      return to;
    }

    Geometry shape() {
      return shape;
    }

    Envelope box() {
      return shape.getEnvelopeInternal();
    }

    boolean covers(Coordinate at) {
      return area.locate(at) != Location.EXTERIOR;
    }
  }

  public static Covering grids(Connection connection) throws SQLException {
    return read(connection, COLUMNS + "register.grid a WHERE upper_inf(a.recorded)");
  }

  /** Communities that could cover a point of the temporary table {@code place}. */
  public static Covering communitiesOfPlaces(Connection connection) throws SQLException {
    return read(
        connection,
        COLUMNS
            + "register.region a WHERE upper_inf(a.recorded) AND a.level = 'COMMUNITY'"
            + " AND a.geom && (SELECT ST_SetSRID(ST_Extent(p.point)::geometry, 4490) FROM place p)");
  }

  private static Covering read(Connection connection, String sql) throws SQLException {
    List<Dated> areas = new ArrayList<>();
    WKBReader reader = new WKBReader();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1); // geometries as bytes, not text
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        int until = row.getInt("until");
        boolean endless = row.wasNull();
        areas.add(
            new Dated(
                row.getLong("id"),
                row.getInt("since"),
                endless ? NO_END : until,
                reader.read(row.getBytes("geom"))));
      }
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry of the register that is no WKB", e);
    }
    return new Covering(areas);
  }

  /** The smallest id of those that cover the point on a day since 2000-01-01; 0: none does. */
  public long smallest(double x, double y, int day) {
    long smallest = 0;
    for (Dated each : of(x, y, day, day + 1)) {
      if (smallest == 0 || each.id < smallest) {
        smallest = each.id;
      }
    }
    return smallest;
  }

  /**
   * The one area that covers the field the point is in, and all the days [from, to); null: more
   * than that has to be asked, by {@link #of}. Of most points, and nothing is made for the answer.
   */
  public @Nullable Dated only(double x, double y, int from, int to) {
    int entry = fields.first(x, y);
    if (entry < 0 || fields.after(entry) >= 0 || !fields.isWhole(entry)) {
      return null;
    }
    Dated area = areas.get(fields.area(entry));
    return area.from <= from && area.to >= to ? area : null;
  }

  /** Those that cover the point on some day of [from, to). */
  public List<Dated> of(double x, double y, int from, int to) {
    Coordinate at = new Coordinate(x, y);
    List<Dated> found = new ArrayList<>(1);
    for (int entry = fields.first(x, y); entry >= 0; entry = fields.after(entry)) {
      Dated area = areas.get(fields.area(entry));
      if (area.from < to && from < area.to && (fields.isWhole(entry) || area.covers(at))) {
        found.add(area);
      }
    }
    return found;
  }
}
