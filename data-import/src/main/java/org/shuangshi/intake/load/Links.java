package org.shuangshi.intake.load;

import java.sql.SQLException;
import java.util.List;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactWriter.Written;

/**
 * Keeps links that the register works out itself true after a change: the community of what lies in
 * a community that came or changed, of the units of a building that moved, of who lives in them;
 * the road and estate an address names.
 *
 * <p>Such a link is a cache of a join, not a statement of anyone: it is brought up to date in
 * place, in the same transaction, and makes no version.
 */
public final class Links {

  /** A table with a community by place, and the place in it. */
  private record Placed(String table, String point) {}

  private static final List<Placed> PLACED =
      List.of(
          new Placed("building", "x.inside_point"),
          new Placed("estate", "ST_SnapToGrid(ST_PointOnSurface(x.geom), 1e-8)"),
          new Placed("address", "x.geom"));

  private final ChangeTransaction transaction;
  private final LoadSql sql;

  public Links(ChangeTransaction transaction) {
    this.transaction = transaction;
    this.sql = new LoadSql(transaction.connection());
  }

  /** Brings links up to date after rows of this kind were written. */
  void follow(Kind kind, Written written) throws SQLException {
    if (written.inserted() + written.changed() == 0) {
      return;
    }
    long change = transaction.change();
    switch (kind) {
      case REGIONS -> communitiesAltered();
      case BUILDINGS -> {
        if (written.changed() > 0) {
          sql.run(MOVED_BUILDING);
          sql.runWith(LoadSql.named("moved_building"), change);
          unitsFollow();
        }
      }
      case UNITS -> {
        if (written.changed() > 0) {
          sql.runWith(LoadSql.named("moved_own_unit"), change);
          residentsFollow();
        }
      }
      case ROADS -> roadsNamed();
      case ESTATES -> estatesNamed();
      default -> {
        // nothing else is linked to by place or name
      }
    }
  }

  /** Addresses that name a road this change brought, and had none yet. */
  public void roadsNamed() throws SQLException {
    sql.runWith(LoadSql.named("relink_road"), transaction.change());
  }

  /** Addresses that name an estate this change brought, and had none yet. */
  public void estatesNamed() throws SQLException {
    sql.runWith(LoadSql.named("relink_estate"), transaction.change());
  }

  private static final String MOVED_BUILDING =
      "CREATE TEMP TABLE moved_building (id bigint) ON COMMIT DROP";

  /** What lies in communities this change opened or closed. */
  public void communitiesAltered() throws SQLException {
    long change = transaction.change();
    sql.run(MOVED_BUILDING);
    for (Placed placed : PLACED) {
      sql.runWith(
          "CREATE TEMP TABLE place ON COMMIT DROP AS SELECT DISTINCT x.version AS line, "
              + placed.point()
              + " AS point, greatest(lower(x.valid),"
              + " least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1)) AS day"
              + " FROM register.region r JOIN register."
              + placed.table()
              + " x ON r.geom && "
              + (placed.table().equals("building") ? "x.inside_point" : "x.geom")
              + " AND upper_inf(x.recorded)"
              + " WHERE r.level = 'COMMUNITY' AND (r.opened_by = ? OR r.closed_by = ?)",
          change);
      sql.run(LoadSql.named("community"));
      String returning =
          placed.table().equals("building") ? " RETURNING x.id" : " RETURNING NULL::bigint";
      sql.run(
          "WITH moved AS (UPDATE register."
              + placed.table()
              + " x SET community_id = c.community_id FROM place p LEFT JOIN placed c USING (line)"
              + " WHERE p.line = x.version AND x.community_id IS DISTINCT FROM c.community_id"
              + returning
              + " AS id) INSERT INTO moved_building (id) SELECT id FROM moved WHERE id IS NOT NULL");
      sql.drop("place");
      sql.drop("placed");
    }
    unitsFollow();
  }

  private void unitsFollow() throws SQLException {
    sql.run("ANALYZE moved_building");
    sql.run(LoadSql.named("relink_unit"));
    sql.run(LoadSql.named("relink_unit_write"));
    residentsFollow();
    sql.drop("moved_building");
  }

  private void residentsFollow() throws SQLException {
    sql.run("ANALYZE moved_unit");
    sql.run(LoadSql.named("relink_household"));
    sql.run(LoadSql.named("relink_residence"));
    sql.drop("moved_unit");
  }
}
