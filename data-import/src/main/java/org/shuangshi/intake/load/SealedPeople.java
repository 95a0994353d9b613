package org.shuangshi.intake.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.shuangshi.intake.keyring.PersonSeal;

/**
 * Staged values are sealed for their row of the file; once it is known whose they are, they are
 * sealed anew for the person. Read by a cursor and copied in by the thousand: nothing of a city is
 * held in memory, and nothing of it lies open in the database.
 */
final class SealedPeople {
  private static final int AT_ONCE = 20_000;

  private final Connection connection;
  private final PersonSeal seal;

  SealedPeople(Connection connection, PersonSeal seal) {
    this.connection = connection;
    this.seal = seal;
  }

  /** Fills the temporary table {@code sealed} from {@code stage} and {@code thing}. */
  void bind() throws SQLException {
    LoadSql sql = new LoadSql(connection);
    sql.run(LoadSql.named("people_sealed"));
    try (PreparedStatement statement =
        connection.prepareStatement(LoadSql.named("people_staged"))) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        StringBuilder lines = new StringBuilder();
        int held = 0;
        while (row.next()) {
          lines.append(bound(row));
          held++;
          if (held == AT_ONCE) {
            copy(lines);
            held = 0;
          }
        }
        copy(lines);
      }
    }
    sql.run("ANALYZE sealed");
  }

  private String bound(ResultSet row) throws SQLException {
    String staged = PersonSeal.staged(row.getString("key"));
    String whose = PersonSeal.of(row.getLong("id"));
    String number = seal.open(staged, PersonSeal.NUMBER, row.getString("document_number"));
    String phone = seal.open(staged, PersonSeal.PHONE, row.getString("phone"));
    return new CopyText()
        .start()
        .add(row.getLong("line"))
        .add(seal.seal(whose, PersonSeal.NUMBER, number))
        .add(seal.seal(whose, PersonSeal.PHONE, phone))
        .add(seal.numberHash(row.getString("document_type"), number))
        .add(seal.tailHash(number))
        .end();
  }

  private void copy(StringBuilder lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY sealed FROM STDIN");
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
    lines.setLength(0);
  }
}
