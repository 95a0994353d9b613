package org.shuangshi.intake.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangshi.intake.database.TestDatabase;

/** Whatever is not sealed with the newest key is sealed with it, all versions, and once. */
class PersonResealingTest {
  /** More than one batch holds. */
  private static final int PEOPLE = 6_000;

  @RegisterExtension final TestDatabase database = new TestDatabase();

  /** A value as it comes out of the database, opened. */
  record Held(long id, @Nullable String number, @Nullable String phone, int key) {}

  @BeforeEach
  void people() {
    database.execute(
        """
        INSERT INTO register.change (who, why, source, kind) VALUES ('t', 't', 't', 'IMPORT');
        INSERT INTO identity.person (id, source, key) SELECT n, 't', 'P' || n FROM generate_series(1, %1$d) n;
        INSERT INTO register.person (id, valid, recorded, opened_by, closed_by, name, document_type, document_number, phone)
        SELECT n, '[2020-01-01,)', CASE WHEN belief = 0 THEN tstzrange('2020-01-01', '2021-01-01') ELSE tstzrange('2021-01-01', NULL) END,
               1, CASE WHEN belief = 0 THEN 1 END, 'x', 'PASSPORT',
               CASE WHEN n %% 7 > 0 THEN convert_to('E' || lpad(n::text, 8, '0'), 'UTF8') END,
               CASE WHEN n %% 5 > 0 THEN convert_to('1380000' || n, 'UTF8') END
        FROM generate_series(1, %1$d) n CROSS JOIN (VALUES (0), (1)) b (belief)
        """
            .formatted(PEOPLE));
  }

  private static PersonSeal seal(Integer... keys) {
    List<KeyRing.Key> ring = new ArrayList<>();
    for (int number : keys) {
      byte[] master = new byte[32];
      master[0] = (byte) number;
      ring.add(
          new KeyRing.Key(
              number,
              number % 2 == 0 ? Cipher.SM4 : Cipher.AES,
              new SecretKeySpec(master, "HmacSHA256")));
    }
    return new PersonSeal(new KeyRing(ring));
  }

  private List<Held> held(PersonSeal seal) throws SQLException {
    List<Held> all = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, CAST(document_number AS text), CAST(phone AS text),"
                    + " coalesce(get_byte(coalesce(document_number, phone), 3), -1) FROM person ORDER BY version")) {
      while (row.next()) {
        String whose = PersonSeal.of(row.getLong(1));
        all.add(
            new Held(
                row.getLong(1),
                seal.open(whose, PersonSeal.NUMBER, row.getString(2)),
                seal.open(whose, PersonSeal.PHONE, row.getString(3)),
                row.getInt(4)));
      }
    }
    return all;
  }

  private long reseal(PersonSeal seal) throws SQLException {
    try (Connection connection = database.connect()) {
      return new PersonResealing(seal).run(connection, done -> {});
    }
  }

  private long count(String condition, String... values) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM person p WHERE " + condition)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void whatNobodySealedIsSealedAllVersionsAndOnce() throws SQLException {
    PersonSeal seal = seal(1);
    List<Held> before = held(seal);
    // whoever has neither number nor phone has nothing to seal
    long some = PEOPLE - PEOPLE / 35;
    assertThat(reseal(seal)).isEqualTo(2 * some);
    assertThat(held(seal))
        .extracting(Held::number, Held::phone)
        .isEqualTo(before.stream().map(h -> tuple(h.number(), h.phone())).toList());
    assertThat(held(seal).stream().map(Held::key).distinct()).containsExactlyInAnyOrder(1, -1);
    assertThat(reseal(seal)).isZero();
  }

  @Test
  void nothingIsLeftThatCanBeRead() throws SQLException {
    reseal(seal(1));
    // E0000 and 1380000, as text and as the hexadecimal of bytes
    assertThat(count("CAST(p AS text) ~ 'E0000|1380000|4530303030|31333830303030'")).isZero();
    assertThat(count("position('E0000'::bytea IN p.document_number) > 0")).isZero();
    assertThat(count("position('1380000'::bytea IN p.phone) > 0")).isZero();
  }

  @Test
  void aNewKeySealsAnewAndTheHashesFollow() throws SQLException {
    PersonSeal old = seal(1);
    reseal(old);
    List<Held> before = held(old);
    PersonSeal rotated = seal(1, 2);
    assertThat(reseal(rotated)).isPositive();
    // the old key is needed no more
    PersonSeal without = seal(2);
    assertThat(held(without))
        .extracting(Held::number, Held::phone)
        .isEqualTo(before.stream().map(h -> tuple(h.number(), h.phone())).toList());
    String number = "E00000015";
    String found = String.valueOf(without.numberHash("PASSPORT", number));
    assertThat(count("p.document_hash = CAST(? AS bytea)", found)).isEqualTo(2);
    assertThat(
            count(
                "p.document_hash = CAST(? AS bytea)",
                String.valueOf(old.numberHash("PASSPORT", number))))
        .isZero();
    assertThat(
            count("p.document_tail = CAST(? AS bytea)", String.valueOf(without.tailHash("x0015"))))
        .isEqualTo(2);
  }

  @Test
  void itGoesOnWhereItWasStopped() throws SQLException {
    PersonSeal seal = seal(1);
    // half of them sealed, as after a stop between two batches
    database.execute(
        "CREATE TABLE aside AS SELECT version, document_number, phone FROM person WHERE version % 2 = 0");
    long all = reseal(seal);
    database.execute(
        "UPDATE person p SET document_number = a.document_number, phone = a.phone FROM aside a WHERE a.version = p.version");
    long again = reseal(seal);
    assertThat(again).isBetween(all / 3, all - 1);
    assertThat(count("get_byte(p.document_number, 0) <> 0 OR get_byte(p.phone, 0) <> 0")).isZero();
    assertThat(Set.copyOf(held(seal).stream().map(Held::key).toList())).isEqualTo(Set.of(1, -1));
  }

  @Test
  void aRingThatIsAnotherRegistersTouchesNothing() throws SQLException {
    reseal(seal(1));
    assertThatThrownBy(() -> reseal(seal(3))).isInstanceOf(IllegalStateException.class);
    assertThat(held(seal(1))).hasSize(2 * PEOPLE);
  }

  private static org.assertj.core.groups.Tuple tuple(
      @Nullable String number, @Nullable String phone) {
    return org.assertj.core.groups.Tuple.tuple(number, phone);
  }
}
