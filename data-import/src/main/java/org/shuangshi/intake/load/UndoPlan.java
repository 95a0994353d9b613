package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangshi.intake.fact.FactTable;
import org.shuangshi.intake.load.UndoSummary.LeftAlone;
import org.shuangshi.intake.load.UndoSummary.Reason;
import org.shuangshi.intake.load.UndoSummary.TableUndo;

/**
 * Works out what of a change can be taken back.
 *
 * <ol>
 *   <li>Every thing the change wrote of is to be what it was before it.
 *   <li>A thing of which something else is believed now than right after the change was edited
 *       since, and is left alone. One that was edited and put back is not.
 *   <li>What a row that stays refers to, on days on which it is there now, is left alone; so is a
 *       thing that would come to refer to what was there before and is not now, and a residence
 *       where another one has taken its place. Again, until nothing more is found: things left
 *       alone are rows that stay.
 * </ol>
 *
 * <p>It ends in the temporary tables {@code undone}, {@code ending} and {@code prior}.
 */
final class UndoPlan {

  /** As imports and hands come to them: whoever locks several kinds goes in this order. */
  private static final List<String> ORDER =
      List.of(
          "region",
          "grid",
          "estate",
          "road",
          "address",
          "building",
          "entrance",
          "unit",
          "household",
          "person",
          "context_feature",
          "evidence",
          "organisation",
          "residence",
          "staff_post");

  private final Connection connection;
  private final LoadSql sql;
  private final long change;
  private final Map<String, FactTable> tables = new HashMap<>();
  private final List<String> touched = new ArrayList<>();

  UndoPlan(Connection connection, long change) {
    this.connection = connection;
    this.sql = new LoadSql(connection);
    this.change = change;
  }

  /** Tables the change wrote to, in order. */
  List<String> touched() {
    return touched;
  }

  FactTable table(String name) {
    FactTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("nothing of " + name);
    }
    return table;
  }

  /** Locks and works out; before the undo has a change record of its own. */
  void make() throws SQLException {
    for (String name : ORDER) {
      if (wrote(name)) {
        touched.add(name);
        tables.put(name, RegisterTables.read(connection, name));
        sql.run(of(name).lock());
      }
    }
    try (var statement = connection.prepareStatement(UndoSql.LATER)) {
      statement.setLong(1, change);
      statement.execute();
    }
    sql.run("ANALYZE later");
    sql.run(UndoSql.TABLES);
    each(UndoSql::findTouched);
    sql.run("ANALYZE undone");
    each(UndoSql::findEdited);
    leaveFound();
    each(UndoSql::findPrior);
    sql.run("ANALYZE prior");
    each(UndoSql::findEnding);
    sql.run("ANALYZE ending");
    leaveWhatHangsTogether();
  }

  private boolean wrote(String name) throws SQLException {
    return ask(
            "SELECT CASE WHEN EXISTS (SELECT FROM register."
                + name
                + " WHERE opened_by = "
                + change
                + ") OR EXISTS (SELECT FROM register."
                + name
                + " WHERE closed_by = "
                + change
                + ") THEN 1 ELSE 0 END")
        > 0;
  }

  private UndoSql of(String name) {
    return new UndoSql(table(name), change);
  }

  /** A statement of each table. */
  private interface Composed {
    String of(UndoSql table);
  }

  private void each(Composed statement) throws SQLException {
    for (String name : touched) {
      sql.run(statement.of(of(name)));
    }
  }

  private void leaveWhatHangsTogether() throws SQLException {
    List<Reference> references = Reference.list(connection, touched);
    do {
      for (Reference each : references) {
        if (touched.contains(each.target())) {
          sql.run(of(each.target()).findReferred(each));
        }
        if (each.fact() && touched.contains(each.name())) {
          sql.run(target(each).findGone(each));
        }
      }
      if (touched.contains("residence")) {
        sql.run(UndoSql.findOverlap("person_id", "main"));
        sql.run(UndoSql.findOverlap("household_id", "relation = 'HEAD'"));
      }
    } while (leaveFound() > 0);
  }

  private UndoSql target(Reference reference) throws SQLException {
    return new UndoSql(RegisterTables.read(connection, reference.target()), change);
  }

  /** Takes what was found out of what is undone; answers how many things that were. */
  private long leaveFound() throws SQLException {
    long left =
        update(
            "INSERT INTO left_alone SELECT DISTINCT ON (id) kind, id, reason, other, other_id FROM found"
                + " ORDER BY id, reason, other, other_id ON CONFLICT DO NOTHING");
    if (left > 0) {
      for (String each : List.of("undone", "prior", "ending")) {
        update("DELETE FROM " + each + " WHERE id IN (SELECT id FROM found)");
      }
    }
    sql.run("TRUNCATE found");
    return left;
  }

  /** Whether there is anything to take back. */
  boolean isEmpty() throws SQLException {
    return ask("SELECT count(*) FROM undone") == 0;
  }

  List<TableUndo> counts() throws SQLException {
    List<TableUndo> counts = new ArrayList<>();
    for (String name : touched) {
      counts.add(
          new TableUndo(
              name,
              count(name, "undone WHERE fresh"),
              count(name, "undone WHERE NOT fresh"),
              count(name, "left_alone WHERE true")));
    }
    return counts;
  }

  private long count(String name, String where) throws SQLException {
    return ask("SELECT count(*) FROM " + where + " AND kind = '" + name + "'");
  }

  List<LeftAlone> left() throws SQLException {
    List<LeftAlone> left = new ArrayList<>();
    sql.query(
        "SELECT kind, id, reason, other, other_id FROM left_alone ORDER BY reason, kind, id LIMIT "
            + UndoSummary.MOST_LEFT,
        row ->
            left.add(
                new LeftAlone(
                    row.getString("kind"),
                    row.getLong("id"),
                    Reason.valueOf(row.getString("reason")),
                    row.getString("other"),
                    row.getLong("other_id"))));
    return left;
  }

  private long ask(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }

  private long update(String statement) throws SQLException {
    try (Statement run = connection.createStatement()) {
      return run.executeLargeUpdate(statement);
    }
  }
}
