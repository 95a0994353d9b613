package org.shuangshi.registry.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.Columns;

/**
 * An entry of the log, all of it.
 *
 * @param atMicros microseconds since 1970
 * @param detail JSON as PostgreSQL writes it
 */
record Entry(
    long id,
    long atMicros,
    String who,
    @Nullable Long account,
    @Nullable String address,
    String what,
    String target,
    @Nullable String why,
    String detail) {

  static Entry of(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getLong("at_micros"),
        row.getString("who"),
        Columns.id(row, "account_id"),
        row.getString("address"),
        row.getString("what"),
        row.getString("target"),
        row.getString("why"),
        row.getString("detail"));
  }

  /**
   * What the MAC of a link is made of: every text with its length before it, so that no two entries
   * are written alike.
   *
   * @param chain which log it is of
   * @param number its place
   * @param before MAC of the link before; none for the first
   */
  byte[] canonical(String chain, long number, String before) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, before);
      text(out, chain);
      out.writeLong(number);
      out.writeLong(id);
      out.writeLong(atMicros);
      text(out, who);
      text(out, account == null ? null : account.toString());
      text(out, address);
      text(out, what);
      text(out, target);
      text(out, why);
      text(out, detail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
