package org.shuangshi.intake.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every table the migrations make. */
class SchemaTest {

  private static final String OURS =
      "n.nspname IN ('register', 'identity', 'publish', 'access', 'plan') AND c.relname <> 'flyway_schema_history'";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void everyTableAndViewIsCommented() throws SQLException {
    assertThat(
            ask(
                "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                    + OURS
                    + " AND c.relkind IN ('r', 'v', 'm', 'p') AND obj_description(c.oid, 'pg_class') IS NULL"))
        .isEmpty();
  }

  @Test
  void everyColumnOfATableIsCommented() throws SQLException {
    assertThat(
            ask(
                "SELECT c.oid::regclass || '.' || a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE "
                    + OURS
                    + " AND c.relkind IN ('r', 'p') AND col_description(c.oid, a.attnum) IS NULL"))
        .isEmpty();
  }

  @Test
  void everyGeometryIsInCgcs2000() throws SQLException {
    assertThat(
            ask(
                "SELECT f_table_schema || '.' || f_table_name || '.' || f_geometry_column FROM geometry_columns"
                    + " WHERE f_table_schema IN ('register', 'identity', 'publish') AND srid <> 4490"))
        .isEmpty();
  }

  @Test
  void everyConstraintHasANameSomebodyGaveIt() throws SQLException {
    // PostgreSQL's own names end so, and move with the columns.
    assertThat(
            ask(
                "SELECT c.oid::regclass || ' ' || k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                    + OURS
                    + " AND k.conname ~ '_(pkey|fkey|key|check|excl)[0-9]*$'"))
        .isEmpty();
  }

  @Test
  void everyFactTableKeepsBothTimesAndOneBelief() throws SQLException {
    assertThat(
            ask(
                "SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'identity' AND NOT EXISTS ("
                    + " SELECT FROM pg_constraint k WHERE k.conrelid = to_regclass('register.' || quote_ident(t.tablename))"
                    + " AND k.contype = 'x' AND k.conname = t.tablename || '_one_belief')"))
        .isEmpty();
  }

  private static List<String> ask(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
