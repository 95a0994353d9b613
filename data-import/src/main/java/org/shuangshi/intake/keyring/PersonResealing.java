package org.shuangshi.intake.keyring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * Seals what of people is not sealed with the newest key: rows of before there were keys, and after
 * a new key was put into the ring. In batches of their own transactions: stopped at any moment, it
 * goes on where it was. Done before a program reads or writes people, so that equal values always
 * are equal bytes.
 */
public final class PersonResealing {
  private static final int AT_ONCE = 5_000;

  private static final String SEALED =
      "SELECT id, CAST(phone AS text) FROM register.person WHERE get_byte(phone, 0) = 0 LIMIT 1";

  private static final String NEXT =
      "SELECT version, id, document_type, CAST(document_number AS text), CAST(phone AS text)"
          + " FROM register.person WHERE version > ? AND (substring(document_number FOR 4) <> CAST(? AS bytea)"
          + " OR substring(phone FOR 4) <> CAST(? AS bytea)) ORDER BY version LIMIT "
          + AT_ONCE
          + " FOR UPDATE";

  private static final String PUT =
      "UPDATE register.person SET document_number = CAST(? AS bytea), phone = CAST(? AS bytea),"
          + " document_hash = CAST(? AS bytea), document_tail = CAST(? AS bytea) WHERE version = ?";

  private final PersonSeal seal;

  public PersonResealing(PersonSeal seal) {
    this.seal = seal;
  }

  /**
   * Seals all that is left; answers how many rows that were. First it opens something that is
   * sealed: a ring that cannot is another register's. A million rows take some minutes.
   *
   * @param progress told how many rows were sealed so far, after each batch
   * @throws IllegalStateException where what is sealed does not open with this ring
   * @param owner a connection of the owner of the tables, in no transaction
   */
  public long run(Connection owner, LongConsumer progress) throws SQLException {
    long rows = 0;
    long last = 0;
    boolean automatic = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try {
      open(owner);
      for (long[] batch = next(owner, last); batch[0] > 0; batch = next(owner, last)) {
        rows += batch[0];
        last = batch[1];
        owner.commit();
        progress.accept(rows);
      }
      owner.commit();
      return rows;
    } finally {
      owner.rollback();
      owner.setAutoCommit(automatic);
    }
  }

  private void open(Connection owner) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(SEALED);
        ResultSet row = statement.executeQuery()) {
      if (row.next()) {
        var unused = seal.open(PersonSeal.of(row.getLong(1)), PersonSeal.PHONE, row.getString(2));
      }
    }
  }

  /** How many rows were sealed, and the last version. */
  private long[] next(Connection owner, long after) throws SQLException {
    long count = 0;
    long last = after;
    try (PreparedStatement statement = owner.prepareStatement(NEXT);
        PreparedStatement put = owner.prepareStatement(PUT)) {
      statement.setLong(1, after);
      statement.setString(2, seal.head());
      statement.setString(3, seal.head());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          last = row.getLong(1);
          String whose = PersonSeal.of(row.getLong(2));
          String number = seal.open(whose, PersonSeal.NUMBER, row.getString(4));
          String phone = seal.open(whose, PersonSeal.PHONE, row.getString(5));
          put.setString(1, seal.seal(whose, PersonSeal.NUMBER, number));
          put.setString(2, seal.seal(whose, PersonSeal.PHONE, phone));
          put.setString(3, seal.numberHash(row.getString(3), number));
          put.setString(4, seal.tailHash(number));
          put.setLong(5, last);
          put.addBatch();
          count++;
        }
      }
      put.executeBatch();
    }
    return new long[] {count, last};
  }
}
