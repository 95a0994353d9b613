package org.shuangshi.intake.regrid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** All grids believed, to be asked which of them cover a point. */
final class Covering {
  private final STRtree tree;

  private Covering(STRtree tree) {
    this.tree = tree;
  }

  /** A grid on some days: [from, to). */
  static final class Dated {
    final long id;
    final int from;
    final int to;
    private final Envelope box;
    private final IndexedPointInAreaLocator area;

    Dated(long id, int from, int to, Geometry geom) {
      this.id = id;
      this.from = from;
      this.to = to;
      this.box = geom.getEnvelopeInternal();
      this.area = new IndexedPointInAreaLocator(geom);
    }

    private boolean covers(Coordinate at) {
      return box.covers(at) && area.locate(at) != Location.EXTERIOR;
    }
  }

  static Covering read(Connection connection) throws SQLException {
    STRtree tree = new STRtree();
    WKBReader reader = new WKBReader();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT g.id, lower(g.valid) - date '2000-01-01' AS since,"
                    + " upper(g.valid) - date '2000-01-01' AS until, ST_AsBinary(g.geom) AS geom"
                    + " FROM register.grid g WHERE upper_inf(g.recorded)")) {
      while (row.next()) {
        int until = row.getInt("until");
        boolean endless = row.wasNull();
        Dated grid =
            new Dated(
                row.getLong("id"),
                row.getInt("since"),
                endless ? BinaryRows.NO_END : until,
                reader.read(row.getBytes("geom")));
        tree.insert(grid.box, grid);
      }
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry of the register that is no WKB", e);
    }
    tree.build();
    return new Covering(tree);
  }

  /** Those that cover the point on some day of [from, to). */
  List<Dated> of(double x, double y, int from, int to) {
    Coordinate at = new Coordinate(x, y);
    List<Dated> found = new ArrayList<>(1);
    tree.query(
        new Envelope(at),
        item -> {
          Dated grid = (Dated) item;
          if (grid.from < to && from < grid.to && grid.covers(at)) {
            found.add(grid);
          }
        });
    return found;
  }
}
