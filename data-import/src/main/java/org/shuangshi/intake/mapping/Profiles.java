package org.shuangshi.intake.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was chosen for a source and a kind of file, as the register keeps it: one version in force,
 * the ones before stay. Words and headers alone; nothing of any row.
 */
public final class Profiles {

  private static final String FIND =
      "SELECT version, choice::text FROM access.import_profile"
          + " WHERE source = ? AND kind = ? AND ended_at IS NULL";
  private static final String END =
      "UPDATE access.import_profile SET ended_at = now()"
          + " WHERE source = ? AND kind = ? AND ended_at IS NULL";
  private static final String SAVE =
      "INSERT INTO access.import_profile (source, kind, version, choice, who)"
          + " SELECT ?, ?, coalesce(max(version), 0) + 1, ?::jsonb, ?"
          + " FROM access.import_profile WHERE source = ? AND kind = ?";

  private Profiles() {}

  /**
   * A version.
   *
   * @param version from 1, per source and kind
   */
  public record Profile(int version, Choice choice) {}

  /**
   * The one in force.
   *
   * @param kind as the register names kinds of file: {@code BUILDINGS}
   */
  public static Optional<Profile> find(Connection connection, String source, String kind)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, source);
      statement.setString(2, kind);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Profile(row.getInt(1), ChoiceJson.read(row.getString(2))))
            : Optional.empty();
      }
    }
  }

  /** Puts one in force, in the connection's transaction; the same again makes no version. */
  public static void save(
      Connection connection, String source, String kind, Choice choice, String who)
      throws SQLException {
    Optional<Profile> now = find(connection, source, kind);
    if (now.isPresent() && now.get().choice().equals(choice)) {
      return;
    }
    try (PreparedStatement end = connection.prepareStatement(END);
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      end.setString(1, source);
      end.setString(2, kind);
      end.executeUpdate();
      save.setString(1, source);
      save.setString(2, kind);
      save.setString(3, ChoiceJson.write(choice));
      save.setString(4, who);
      save.setString(5, source);
      save.setString(6, kind);
      save.executeUpdate();
    }
  }
}
