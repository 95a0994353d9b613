package org.shuangshi.registry.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.fact.ChangeTransaction;
import org.shuangshi.intake.fact.Sealing;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Runs edits: each in a transaction of its own with its one change record, again where it ran into
 * another one crosswise, refused where what it wants is held for long.
 */
@Component
public class Editing {
  private static final int MOST_TRIES = 8;
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION = "40001";
  private static final String LOCK_TIMEOUT = "55P03";

  /** Still so after all tries: others are at work on it. */
  private static final Set<String> HELD = Set.of(DEADLOCK, SERIALIZATION, LOCK_TIMEOUT);

  private final DataSource connections;
  private final Integrity integrity;
  private final UniqueTexts texts;
  private final Consequences consequences;
  private final Sealing sealing;

  Editing(
      DataSource connections,
      Integrity integrity,
      UniqueTexts texts,
      Consequences consequences,
      PersonSeal seal) {
    this.sealing = new PersonSealing(seal);
    this.connections = connections;
    this.integrity = integrity;
    this.texts = texts;
    this.consequences = consequences;
  }

  /** What an edit does; it may be done again from the start. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Edit edit) throws SQLException;
  }

  /** Does the work and commits it; nothing is written where it throws. */
  public <T> T run(ChangeReason reason, Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(reason, work);
      } catch (SQLException e) {
        if (tries == MOST_TRIES || !crossed(e)) {
          throw translated(e);
        }
      } catch (CannotGetJdbcConnectionException e) {
        throw e; // nothing was begun
      } catch (DataAccessException e) {
        // what follows from an edit is written by Spring's templates, which wrap what the server
        // says
        if (!(e.getMostSpecificCause() instanceof SQLException said)) {
          throw e;
        }
        if (tries == MOST_TRIES || !crossed(said)) {
          throw translated(said);
        }
      }
      pause(tries);
    }
  }

  private static boolean crossed(SQLException e) {
    return DEADLOCK.equals(e.getSQLState()) || SERIALIZATION.equals(e.getSQLState());
  }

  private <T> T once(ChangeReason reason, Work<T> work) throws SQLException {
    try (Connection connection = DataSourceUtils.getConnection(connections);
        ChangeTransaction transaction = ChangeTransaction.begin(connection, reason)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL lock_timeout = '5s'");
      }
      Edit edit = new Edit(transaction, sealing);
      T result = work.in(edit);
      Settling.run(
          connection,
          () -> {
            consequences.follow(edit);
            integrity.check(edit);
            texts.check(edit);
            return true;
          });
      transaction.commit();
      return result;
    }
  }

  private static RuntimeException translated(SQLException e) {
    if (HELD.contains(String.valueOf(e.getSQLState()))) {
      return Refusal.of(Refusal.Kind.CONFLICT, "thing.busy", "这条记录正被另一项写入占用，请稍后再试");
    }
    Refusal refusal = ConstraintTable.refusal(e);
    if (refusal != null) {
      return refusal;
    }
    DataAccessException known = new SQLStateSQLExceptionTranslator().translate("edit", null, e);
    return known != null ? known : new IllegalStateException(e);
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * tries + 10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
