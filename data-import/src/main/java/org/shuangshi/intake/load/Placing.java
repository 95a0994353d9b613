package org.shuangshi.intake.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.shuangshi.intake.covering.Covering;

/**
 * Finds the community of each row of the temporary table {@code place} (line, point, day): of those
 * that cover the point on its day the smallest id. In memory: the database holds one area at a time
 * ready for such questions, and points of a file do not come area by area (decisions/29).
 */
final class Placing {
  private static final int AT_ONCE = 20_000;

  private final LoadSql sql;

  Placing(LoadSql sql) {
    this.sql = sql;
  }

  /**
   * Makes the temporary table {@code placed} (line, community_id); no row for a place outside every
   * community.
   */
  void place() throws SQLException {
    sql.run("CREATE TEMP TABLE placed (line bigint, community_id bigint) ON COMMIT DROP");
    Connection connection = sql.connection();
    Covering communities = Covering.communitiesOfPlaces(connection);
    try (PreparedStatement statement = connection.prepareStatement(LoadSql.named("points"))) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        StringBuilder lines = new StringBuilder();
        int held = 0;
        while (row.next()) {
          long community = communities.smallest(row.getDouble(2), row.getDouble(3), row.getInt(4));
          if (community != 0) {
            lines.append(row.getLong(1)).append('\t').append(community).append('\n');
          }
          held++;
          if (held == AT_ONCE) {
            copy(connection, lines);
            held = 0;
          }
        }
        copy(connection, lines);
      }
    }
    sql.run("ANALYZE placed");
  }

  private static void copy(Connection connection, StringBuilder lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY placed FROM STDIN");
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
    lines.setLength(0);
  }
}
