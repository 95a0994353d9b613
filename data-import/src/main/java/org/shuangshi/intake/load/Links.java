package org.shuangshi.intake.load;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactWriter.Written;

/**
 * Keeps links that the register works out itself true after a change: the community of what lies in
 * a community that came or changed, of the units of a building that moved, of who lives in them;
 * the road and estate an address names; the unit whose address a person is registered at.
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
      case ADDRESSES -> sql.runWith(LoadSql.named("reregister"), change);
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
        sql.runWith(LoadSql.named("reregister"), change);
      }
      case ROADS -> roadsNamed();
      case ESTATES -> estatesNamed();
      default -> {
        // nothing else is linked to by place or name
      }
    }
  }

  /**
   * Brings links up to date after this change ended what an import brought and said again what it
   * had changed: rows said again come with the links they had then.
   *
   * @param tables those it wrote to
   */
  void followUndo(List<String> tables) throws SQLException {
    long change = transaction.change();
    for (Placed placed : PLACED) {
      if (tables.contains(placed.table())) {
        placeOwn(placed, change);
      }
    }
    if (tables.contains("region")) {
      communitiesAltered();
    }
    for (String named : List.of("road", "estate")) {
      if (tables.contains(named) || tables.contains("address")) {
        sql.runWith(LoadSql.named("gone_" + named), change);
      }
    }
    roadsNamed();
    estatesNamed();
    sql.runWith(LoadSql.named("again_unit"), change);
    sql.runWith(LoadSql.named("moved_own_unit"), change);
    residentsFollow();
    sql.run(MOVED_BUILDING);
    sql.runWith(LoadSql.named("moved_building"), change);
    unitsFollow();
    sql.runWith(LoadSql.named("again_household"), change);
    sql.runWith(LoadSql.named("again_residence"), change);
    sql.runWith(LoadSql.named("reregister"), change);
    sql.runWith(LoadSql.named("again_person"), change);
  }

  /** The communities of the rows this change itself wrote, which nobody has seen otherwise. */
  private void placeOwn(Placed placed, long change) throws SQLException {
    sql.runWith(
        "CREATE TEMP TABLE place ON COMMIT DROP AS SELECT x.version AS line, "
            + placed.point()
            + PLACED_ON
            + " FROM register."
            + placed.table()
            + " x WHERE x.opened_by = ? AND upper_inf(x.recorded)",
        change);
    new Placing(sql).place();
    sql.run(
        "UPDATE register."
            + placed.table()
            + " x SET community_id = c.community_id FROM place p LEFT JOIN placed c USING (line)"
            + " WHERE x.version = p.line AND x.community_id IS DISTINCT FROM c.community_id");
    sql.drop("place");
    sql.drop("placed");
  }

  /** And the day a row is placed on: today, or the day of its life nearest to it. */
  private static final String PLACED_ON =
      " AS point, greatest(lower(x.valid),"
          + " least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1)) AS day";

  /** The narrow links of all this change wrote, which row-level security asks; called last. */
  public void placesFollow() throws SQLException {
    try (PreparedStatement statement =
        transaction.connection().prepareStatement("SELECT register.follow_links(?)")) {
      statement.setLong(1, transaction.change());
      statement.execute();
    }
  }

  /** Whether no building has its grid yet: nothing was loaded before. */
  boolean noneYet() throws SQLException {
    try (PreparedStatement statement =
            transaction
                .connection()
                .prepareStatement("SELECT NOT EXISTS (SELECT FROM register.building_grid)");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
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
    sql.runWith(ALTERED + "(r.opened_by = ? OR r.closed_by = ?)", change);
    placeAnew(change);
  }

  /** What lies in communities that began or ended on a day behind one, up to another. */
  public void communitiesTurned(LocalDate after, LocalDate upTo) throws SQLException {
    sql.run(
        ALTERED
            + "upper_inf(r.recorded) AND r.valid && daterange('"
            + after
            + "', '"
            + upTo
            + "', '[]') AND NOT r.valid @> daterange('"
            + after
            + "', '"
            + upTo
            + "', '[]')");
    placeAnew(transaction.change());
  }

  private static final String ALTERED =
      "CREATE TEMP TABLE altered ON COMMIT DROP AS SELECT r.geom FROM register.region r"
          + " WHERE r.level = 'COMMUNITY' AND ";

  private void placeAnew(long change) throws SQLException {
    sql.run(MOVED_BUILDING);
    for (Placed placed : PLACED) {
      sql.run(
          "CREATE TEMP TABLE place ON COMMIT DROP AS SELECT DISTINCT x.version AS line, "
              + placed.point()
              + PLACED_ON
              + " FROM altered r JOIN register."
              + placed.table()
              + " x ON r.geom && "
              + (placed.table().equals("building") ? "x.inside_point" : "x.geom")
              + " AND upper_inf(x.recorded)");
      new Placing(sql).place();
      sql.runWith(moving(placed.table()), change);
      if (placed.table().equals("building")) {
        sql.runWith(
            "INSERT INTO moved_building (id) SELECT id FROM register.community_move"
                + " WHERE change = ? AND kind = 'building'",
            change);
      }
      sql.drop("place");
      sql.drop("placed");
    }
    sql.drop("altered");
    unitsFollow();
  }

  /** Writes the communities found, and what they were: who follows an area is told. */
  private static String moving(String table) {
    return "WITH moved AS (SELECT x.version, x.id, x.community_id AS before, c.community_id"
        + " FROM place p JOIN register."
        + table
        + " x ON x.version = p.line LEFT JOIN placed c USING (line)"
        + " WHERE x.community_id IS DISTINCT FROM c.community_id), written AS (UPDATE register."
        + table
        + " x SET community_id = m.community_id FROM moved m WHERE m.version = x.version)"
        + " INSERT INTO register.community_move (change, kind, version, id, community_id)"
        + " SELECT ?, '"
        + table
        + "', version, id, before FROM moved"
        // the same boundary may be written twice in one change: what was before stays
        + " ON CONFLICT DO NOTHING";
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
