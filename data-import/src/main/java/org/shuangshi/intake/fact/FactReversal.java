package org.shuangshi.intake.fact;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * Ends the belief in some rows of a versioned table and says again what others said, in sets: the
 * counterpart of {@link FactWriter} for who takes back what was written.
 *
 * <p>The things are locked by the caller, before the change record is made. What is said again is a
 * new row with the content and days of the old one. Not checked: that it is the last belief that is
 * ended; the rule of one belief refuses two.
 */
public final class FactReversal {

  private final ChangeTransaction transaction;

  public FactReversal(ChangeTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Writes.
   *
   * @param ending query of the versions that are believed no more, each believed now
   * @param again query of the versions whose content is said again
   */
  public void write(FactTable table, String ending, String again) throws SQLException {
    ChangeTransaction.Change change = transaction.record();
    String name = "register." + FactSql.quoted(table.name());
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                "UPDATE "
                    + name
                    + " r SET recorded = tstzrange(lower(r.recorded),"
                    // a clock may have been set back
                    + " greatest(?, lower(r.recorded) + interval '1 microsecond')), closed_by = ?"
                    + " WHERE r.version IN ("
                    + ending
                    + ")")) {
      statement.setObject(1, change.at());
      statement.setLong(2, change.id());
      statement.executeUpdate();
    }
    String columns =
        table.columns().stream().map(FactColumn::quoted).collect(Collectors.joining(", "));
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                "INSERT INTO "
                    + name
                    + " (id, valid, recorded, opened_by, "
                    + columns
                    + ") SELECT r.id, r.valid, tstzrange(greatest(?, (SELECT max(upper(e.recorded)) FROM "
                    + name
                    + " e WHERE e.id = r.id AND NOT upper_inf(e.recorded))), NULL), ?, "
                    + table.columns().stream()
                        .map(column -> "r." + column.quoted())
                        .collect(Collectors.joining(", "))
                    + " FROM "
                    + name
                    + " r WHERE r.version IN ("
                    + again
                    + ")")) {
      statement.setObject(1, change.at());
      statement.setLong(2, change.id());
      statement.executeUpdate();
    }
  }
}
