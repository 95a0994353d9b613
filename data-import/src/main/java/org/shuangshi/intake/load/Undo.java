package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.FactReversal;

/**
 * Takes a whole import back, in one transaction under one change record of its own.
 *
 * <pre>{@code
 * UndoSummary summary = new Undo(database).run(change, "steward", "导错了批次", BeforeCommit.nothing());
 * }</pre>
 *
 * <p>What the import brought is believed no more, what it changed is what it was before; {@link
 * UndoPlan} says what is left alone. Nothing is forgotten: what the import said stays in the
 * history, as do who brought it and who took it back. Persons erased since are blank in all their
 * versions, and what is said of them again is blank too. The same file brought in again brings it
 * all back.
 */
public final class Undo {

  private final RegisterDatabase database;

  public Undo(RegisterDatabase database) {
    this.database = database;
  }

  /**
   * Takes an import back. Where everything of it was edited since, nothing is written.
   *
   * @param beforeCommit done in the same transaction as its last step
   * @throws ImportException {@code undo.unknown}, {@code undo.not-import}, {@code undo.already}
   */
  public UndoSummary run(
      long change, String who, String why, BeforeCommit<UndoSummary> beforeCommit)
      throws SQLException, DatabaseException, ImportException {
    return run(change, who, why, beforeCommit, true);
  }

  /** What {@link #run} would do now; nothing is written. */
  public UndoSummary preview(long change) throws SQLException, DatabaseException, ImportException {
    return run(change, "", "", BeforeCommit.nothing(), false);
  }

  private UndoSummary run(
      long change, String who, String why, BeforeCommit<UndoSummary> beforeCommit, boolean commit)
      throws SQLException, DatabaseException, ImportException {
    ChangeReason reason = new ChangeReason(who, why, "变更 " + change, ChangeReason.Kind.CORRECTION);
    try (Connection connection = database.connect()) {
      Importer.prepare(connection);
      try (ChangeTransaction transaction =
          ChangeTransaction.beginImport(connection, reason, () -> {})) {
        requireImport(connection, change);
        UndoPlan plan = new UndoPlan(connection, change);
        plan.make();
        if (commit && !plan.isEmpty()) {
          write(plan, transaction, change);
        }
        UndoSummary summary =
            new UndoSummary(change, transaction.findChange(), plan.counts(), plan.left());
        if (commit) {
          beforeCommit.run(connection, summary);
          transaction.commit();
        }
        return summary;
      }
    }
  }

  private static void write(UndoPlan plan, ChangeTransaction transaction, long change)
      throws SQLException {
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement("UPDATE register.change SET undoes = ? WHERE id = ?")) {
      statement.setLong(1, change);
      statement.setLong(2, transaction.change());
      statement.executeUpdate();
    }
    FactReversal reversal = new FactReversal(transaction);
    for (String name : plan.touched()) {
      reversal.write(
          plan.table(name),
          "SELECT version FROM ending WHERE kind = '" + name + "'",
          "SELECT version FROM prior WHERE again AND kind = '" + name + "'");
    }
    new Links(transaction).followUndo(plan.touched());
    Occupancy occupancy = new Occupancy(transaction);
    occupancy.find();
    occupancy.refresh(units -> {});
    new Links(transaction).placesFollow();
  }

  private static void requireImport(Connection connection, long change)
      throws SQLException, ImportException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT c.kind, u.id FROM register.change c LEFT JOIN register.change u ON u.undoes = c.id"
                + " WHERE c.id = ?")) {
      statement.setLong(1, change);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ImportException("undo.unknown", "没有编号为 " + change + " 的变更记录");
        }
        if (!row.getString(1).equals(ChangeReason.Kind.IMPORT.name())) {
          throw new ImportException(
              "undo.not-import", "变更 " + change + " 不是一次导入，不能整批撤销；请在登记卡片上逐条更正");
        }
        long by = row.getLong(2);
        if (!row.wasNull()) {
          throw new ImportException("undo.already", "变更 " + change + " 已由变更 " + by + " 撤销");
        }
      }
    }
  }
}
