package org.shuangshi.intake.match;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.shuangshi.gis.address.Component;
import org.shuangshi.gis.address.MemoryGazetteer;

/**
 * The names the register knows: divisions, roads and estates with their former names and aliases,
 * and those addresses say. A name in force comes before the same word as somebody's former name.
 */
final class RegisterNames {

  private static final int FETCH = 2000;

  private RegisterNames() {}

  static MemoryGazetteer read(MatchSql sql) throws SQLException {
    MemoryGazetteer names = new MemoryGazetteer();
    try (Statement statement = sql.connection().createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(MatchSql.named("names"))) {
        while (rows.next()) {
          names.add(
              Component.valueOf(rows.getString("component")),
              rows.getString("name"),
              texts(rows.getArray("otherwise")),
              null);
        }
      }
    }
    return names;
  }

  static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
