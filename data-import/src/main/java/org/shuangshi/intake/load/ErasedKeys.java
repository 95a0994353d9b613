package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.keyring.PersonSeal;

/**
 * Who was erased by law does not come back with the file that once brought them. Of what they were
 * known by only keyed hashes are left: a row is theirs where its own comes to the same.
 */
final class ErasedKeys {
  /** For files that bring nobody. */
  static final ErasedKeys NONE = new ErasedKeys(null, Map.of());

  private final @Nullable PersonSeal seal;
  private final Map<Integer, Set<String>> hashes;

  private ErasedKeys(@Nullable PersonSeal seal, Map<Integer, Set<String>> hashes) {
    this.seal = seal;
    this.hashes = hashes;
  }

  /** All there are; few, beside the people there are. */
  static ErasedKeys read(Connection connection, PersonSeal seal) throws SQLException {
    Map<Integer, Set<String>> hashes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT key, CAST(hash AS text) FROM access.erased_key")) {
      while (row.next()) {
        hashes.computeIfAbsent(row.getInt(1), key -> new HashSet<>()).add(row.getString(2));
      }
    }
    return new ErasedKeys(seal, hashes);
  }

  /**
   * Whether who is known to a source by this key was erased.
   *
   * @throws IllegalStateException where a key of the ring they were hashed with is gone: nobody
   *     could tell then
   */
  boolean has(String source, @Nullable String key) {
    PersonSeal ring = seal;
    if (ring == null || key == null) {
      return false;
    }
    return hashes.entrySet().stream()
        .anyMatch(each -> each.getValue().contains(ring.erasedHash(each.getKey(), source, key)));
  }
}
