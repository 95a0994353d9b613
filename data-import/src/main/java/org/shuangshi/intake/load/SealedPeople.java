package org.shuangshi.intake.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        List<Staged> staged = new ArrayList<>(AT_ONCE);
        while (row.next()) {
          staged.add(Staged.of(row));
          if (staged.size() == AT_ONCE) {
            copy(staged);
            staged.clear();
          }
        }
        copy(staged);
      }
    }
    sql.run("ANALYZE sealed");
  }

  /** A row of {@code people_staged.sql}; its values are sealed for the row. */
  private record Staged(
      long line,
      long person,
      String key,
      @Nullable String documentType,
      @Nullable String number,
      @Nullable String phone) {

    static Staged of(ResultSet row) throws SQLException {
      return new Staged(
          row.getLong("line"),
          row.getLong("id"),
          row.getString("key"),
          row.getString("document_type"),
          row.getString("document_number"),
          row.getString("phone"));
    }
  }

  private String bound(Staged row) {
    String staged = PersonSeal.staged(row.key());
    String whose = PersonSeal.of(row.person());
    String number = seal.open(staged, PersonSeal.NUMBER, row.number());
    String phone = seal.open(staged, PersonSeal.PHONE, row.phone());
    return new CopyText()
        .start()
        .add(row.line())
        .add(seal.seal(whose, PersonSeal.NUMBER, number))
        .add(seal.seal(whose, PersonSeal.PHONE, phone))
        .add(seal.numberHash(row.documentType(), number))
        .add(seal.tailHash(number))
        .end();
  }

  /** On every core: the database waits meanwhile, and sealing is all there is to do. */
  private void copy(List<Staged> staged) throws SQLException {
    if (staged.isEmpty()) {
      return;
    }
    String lines = staged.parallelStream().map(this::bound).collect(Collectors.joining());
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY sealed FROM STDIN");
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
