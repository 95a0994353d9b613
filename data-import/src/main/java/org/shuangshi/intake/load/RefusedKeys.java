package org.shuangshi.intake.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What rejected rows are known by: a thing whose row is bad is not taken, but neither is it missing
 * from the file. Held as the bytes they are copied in by: all rows of a city may be rejected.
 */
final class RefusedKeys {

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final CopyText text = new CopyText();

  void add(String key) {
    if (key.indexOf('\0') >= 0) {
      return; // PostgreSQL has no such text, so nothing of the register is known by it
    }
    lines.writeBytes(text.start().add(key).end().getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the temporary table {@code refused (key)} of them. */
  void stage(Connection connection) throws SQLException {
    LoadSql sql = new LoadSql(connection);
    sql.run("CREATE TEMP TABLE refused (key text) ON COMMIT DROP");
    if (lines.size() > 0) {
      CopyIn copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY refused FROM STDIN");
      byte[] bytes = lines.toByteArray();
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    }
    sql.run("ANALYZE refused");
  }
}
