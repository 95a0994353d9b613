package org.shuangshi.registry.account;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shuangshi.registry.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TotpRepository {
  private static final String FIND = Sql.of("account/totp.sql");
  private static final String PUT = Sql.of("account/totp-put.sql");
  private static final String TAKE = Sql.of("account/totp-take.sql");
  private static final String REMOVE = Sql.of("account/totp-remove.sql");
  private static final String KEYS = Sql.of("account/totp-keys.sql");
  private static final String PUT_CODE = Sql.of("account/recovery-put.sql");
  private static final String TAKE_CODE = Sql.of("account/recovery-take.sql");
  private static final String REMOVE_CODES = Sql.of("account/recovery-remove.sql");

  private final JdbcClient jdbc;

  TotpRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A shared secret.
   *
   * @param sealed by the key ring, to be read once
   * @param confirmed whether a code of it was ever given
   * @param lastStep step of the last code taken
   */
  record Kept(ByteBuffer sealed, boolean confirmed, long lastStep) {}

  Optional<Kept> find(long account) {
    return jdbc.sql(FIND)
        .param("account", account)
        .query(
            (row, n) ->
                new Kept(
                    ByteBuffer.wrap(row.getBytes("secret")),
                    row.getBoolean("confirmed"),
                    row.getLong("last_step")))
        .optional();
  }

  /** A secret in the place of one that was not confirmed; false where one was. */
  boolean put(long account, byte[] sealed) {
    return jdbc.sql(PUT).param("account", account).param("secret", sealed).update() == 1;
  }

  /** A code of that step is taken, and confirms; false where it, or a later one, was before. */
  boolean take(long account, long step) {
    return jdbc.sql(TAKE).param("account", account).param("step", step).update() == 1;
  }

  void remove(long account) {
    jdbc.sql(REMOVE).param("account", account).update();
    jdbc.sql(REMOVE_CODES).param("account", account).update();
  }

  void replaceCodes(long account, Collection<byte[]> hashes) {
    jdbc.sql(REMOVE_CODES).param("account", account).update();
    for (byte[] hash : hashes) {
      jdbc.sql(PUT_CODE).param("account", account).param("hash", hash).update();
    }
  }

  /** False where there is no such code, or not any more. */
  boolean takeCode(long account, byte[] hash) {
    return jdbc.sql(TAKE_CODE).param("account", account).param("hash", hash).update() == 1;
  }

  /** Numbers of the keys that secrets are sealed with. */
  List<Integer> keys() {
    return jdbc.sql(KEYS).query(Integer.class).list();
  }
}
