package org.shuangshi.intake.keyring;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.code.IdentityDocument;
import org.shuangshi.gis.code.IdentityDocument.Kind;

/**
 * Document numbers and phones of people as the database keeps them: sealed, bound to whose they are
 * and to the column, and beside them keyed hashes to find them by. Sealed values are written as
 * PostgreSQL writes bytea: {@code \x0000000a…}.
 *
 * <p>A value that nobody sealed as yet (written beside the programs, or before there were keys) is
 * its UTF-8; it opens as what it is. It never begins with a zero, a sealed one does, by the number
 * of its key.
 */
public final class PersonSeal {
  /** The sealed columns of {@code register.person}. */
  public static final String NUMBER = "document_number";

  public static final String PHONE = "phone";
  private static final String HEX = "\\x";
  private static final int TAIL = 4;

  private final KeyRing ring;

  public PersonSeal(KeyRing ring) {
    this.ring = ring;
  }

  /** Whose a value is. */
  public static String of(long person) {
    return "person:" + person;
  }

  /** A row of a file that is not known to be somebody's as yet. */
  public static String staged(@Nullable String key) {
    return "stage:" + key;
  }

  public @Nullable String seal(String whose, String column, @Nullable String plain) {
    return plain == null
        ? null
        : HEX
            + HexFormat.of()
                .formatHex(
                    ring.sealAlike(
                        Purpose.PERSON,
                        plain.getBytes(StandardCharsets.UTF_8),
                        column + " " + whose));
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalStateException where it was changed, or is another's
   */
  public @Nullable String open(String whose, String column, @Nullable String stored) {
    if (stored == null) {
      return null;
    }
    byte[] bytes = HexFormat.of().parseHex(stored, HEX.length(), stored.length());
    if (bytes.length == 0 || bytes[0] != 0) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return new String(
        ring.open(Purpose.PERSON, bytes, column + " " + whose), StandardCharsets.UTF_8);
  }

  /** What two writings of one document share; null where it has no kind or number. */
  public @Nullable String numberHash(@Nullable String kind, @Nullable String number) {
    if (kind == null || number == null) {
      return null;
    }
    String written =
        IdentityDocument.find(Kind.valueOf(kind), number)
            .map(IdentityDocument::number)
            .orElse(IdentityDocument.folded(number));
    return hash(kind + ":" + written);
  }

  /** What numbers with the same last four characters share; null of shorter ones. */
  public @Nullable String tailHash(@Nullable String number) {
    String folded = number == null ? "" : IdentityDocument.folded(number);
    return folded.length() < TAIL ? null : hash("tail:" + folded.substring(folded.length() - TAIL));
  }

  /**
   * What is kept of the key a source knew somebody by, once the person is erased: whether it comes
   * again can be told by it, and nothing else.
   *
   * @param ringKey number of the key of the ring
   * @throws IllegalStateException where that key is not in the ring
   */
  public String erasedHash(int ringKey, String source, String key) {
    String whole = source.length() + " " + source + key;
    return HEX
        + HexFormat.of()
            .formatHex(ring.mac(Purpose.ERASED, ringKey, whole.getBytes(StandardCharsets.UTF_8)));
  }

  /** Number of the key that seals. */
  public int newestKey() {
    return ring.newestKey();
  }

  /** Number of the key that seals, as the first four bytes of what it sealed. */
  public String head() {
    return HEX + String.format("%08x", ring.newestKey());
  }

  private String hash(String text) {
    return HEX + HexFormat.of().formatHex(ring.hash(Purpose.PERSON_LOOKUP, text), 0, 16);
  }
}
