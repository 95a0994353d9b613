package org.shuangshi.intake.keyring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Seals with the newest key the photos of visits that an older one sealed, one at a time: each is
 * up to 1 MiB.
 */
public final class PhotoResealing {
  private static final String NEXT =
      "SELECT id, content FROM register.visit_photo WHERE id > ? AND substring(content FOR 4) <> CAST(? AS bytea)"
          + " ORDER BY id LIMIT 1 FOR UPDATE";
  private static final String PUT = "UPDATE register.visit_photo SET content = ? WHERE id = ?";

  private final KeyRing ring;

  public PhotoResealing(KeyRing ring) {
    this.ring = ring;
  }

  /** Which photo a value is. */
  public static String of(long photo) {
    return "photo:" + photo;
  }

  /**
   * Seals all that is left; answers how many that were.
   *
   * @param owner a connection of the owner of the tables, in no transaction
   * @throws IllegalStateException where one does not open with this ring
   */
  public long run(Connection owner) throws SQLException {
    long count = 0;
    long last = 0;
    boolean automatic = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try (PreparedStatement next = owner.prepareStatement(NEXT);
        PreparedStatement put = owner.prepareStatement(PUT)) {
      while (true) {
        next.setLong(1, last);
        next.setString(2, "\\x" + String.format("%08x", ring.newestKey()));
        try (ResultSet row = next.executeQuery()) {
          if (!row.next()) {
            owner.commit();
            return count;
          }
          last = row.getLong(1);
          byte[] plain = ring.open(Purpose.PHOTO, row.getBytes(2), of(last));
          put.setBytes(1, ring.seal(Purpose.PHOTO, plain, of(last)));
          put.setLong(2, last);
          put.executeUpdate();
        }
        owner.commit();
        count++;
      }
    } finally {
      owner.rollback();
      owner.setAutoCommit(automatic);
    }
  }
}
