package org.shuangshi.intake.keyring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Seals values with the newest key and opens them with the one they were sealed with.
 *
 * <pre>{@code byte[] sealed = ring.seal(Purpose.TOTP, secret, "account:12");}</pre>
 *
 * <p>A sealed value is: number of the key (4 bytes), nonce (12), ciphertext, tag (16). What it is
 * bound to is not in it, but has to be said again to open it: a value moved to another row does not
 * open.
 */
public final class KeyRing {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = Integer.BYTES + NONCE_BYTES;
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String NONCE = "nonce";
  private static final String HMAC = "HmacSHA256";

  private final NavigableMap<Integer, Key> keys;
  private final Map<Part, byte[]> derived = new ConcurrentHashMap<>();

  /** What a key is derived for. */
  private record Part(int key, Purpose purpose, String part) {}

  /** A key of the ring; purposes have keys derived from it. */
  record Key(int number, Cipher cipher, SecretKey master) {}

  KeyRing(Iterable<Key> keys) {
    this.keys = new TreeMap<>();
    keys.forEach(key -> this.keys.put(key.number(), key));
  }

  /**
   * The ring of a file.
   *
   * @throws UnfitKeysException where it cannot be read, or holds something else
   */
  public static KeyRing read(Path file) throws UnfitKeysException {
    return KeyFile.read(file);
  }

  /**
   * The ring of the file that {@code REGISTRY_KEYS} names.
   *
   * @throws UnfitKeysException where none is named, or it will not do
   */
  public static KeyRing fromEnvironment(Map<String, String> environment) throws UnfitKeysException {
    String file = environment.getOrDefault("REGISTRY_KEYS", "");
    if (file.isBlank()) {
      throw new UnfitKeysException(
          "没有设置 REGISTRY_KEYS：密钥文件的路径，每行“编号 AES 32 字节的 Base64”；./registry up 会自己建立");
    }
    return read(Path.of(file));
  }

  /**
   * Seals a value with the newest key.
   *
   * @param bound what the value belongs to, as {@code table.column:id}
   */
  public byte[] seal(Purpose purpose, byte[] plain, String bound) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return seal(purpose, nonce, plain, bound);
  }

  /**
   * As {@link #seal}, but the same value in the same place comes to the same as long as the key is
   * the newest: what is sealed can be compared with what was. The nonce is an HMAC of place and
   * value (as in SIV), so that no two values share one.
   */
  public byte[] sealAlike(Purpose purpose, byte[] plain, String bound) {
    byte[] place = bound.getBytes(StandardCharsets.UTF_8);
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + place.length + plain.length)
            .putInt(place.length)
            .put(place)
            .put(plain)
            .array();
    byte[] nonce = hmac(derived(newest(), purpose, NONCE), whole);
    return seal(purpose, Arrays.copyOf(nonce, NONCE_BYTES), plain, bound);
  }

  /** A keyed hash by the newest key, for finding what is equal without opening it. */
  public byte[] hash(Purpose purpose, String text) {
    return hmac(derived(newest(), purpose, ""), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Number of the key that seals. */
  public int newestKey() {
    return newest().number();
  }

  private Key newest() {
    return keys.lastEntry().getValue();
  }

  private byte[] seal(Purpose purpose, byte[] nonce, byte[] plain, String bound) {
    Key key = newest();
    byte[] sealed = work(javax.crypto.Cipher.ENCRYPT_MODE, key, purpose, nonce, plain, bound);
    return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
        .putInt(key.number())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens a sealed value.
   *
   * @param bound what it was said to belong to
   * @throws IllegalStateException where the key is not in the ring, or the value was changed or
   *     moved
   */
  public byte[] open(Purpose purpose, byte[] sealed, String bound) {
    if (sealed.length < HEAD_BYTES) {
      throw new IllegalStateException("not a sealed value");
    }
    Key key = keys.get(keyOf(sealed));
    if (key == null) {
      throw new IllegalStateException("no key " + keyOf(sealed) + " in the ring");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, Integer.BYTES, HEAD_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length);
    return work(javax.crypto.Cipher.DECRYPT_MODE, key, purpose, nonce, rest, bound);
  }

  /**
   * What only who has a key of the ring can make of a message: HMAC-SHA256, 32 bytes.
   *
   * @throws IllegalStateException where the key is not in the ring
   */
  public byte[] mac(Purpose purpose, int key, byte[] message) {
    Key found = keys.get(key);
    if (found == null) {
      throw new IllegalStateException("no key " + key + " in the ring");
    }
    return hmac(derived(found, purpose, ""), message);
  }

  /** Number of the key a value was sealed with. */
  public static int keyOf(byte[] sealed) {
    return ByteBuffer.wrap(sealed).getInt();
  }

  /** Whether the ring has a key of that number. */
  public boolean has(int key) {
    return keys.containsKey(key);
  }

  private byte[] work(int mode, Key key, Purpose purpose, byte[] nonce, byte[] text, String bound) {
    try {
      javax.crypto.Cipher cipher =
          key.cipher() == Cipher.AES
              ? javax.crypto.Cipher.getInstance(key.cipher().transformation())
              : javax.crypto.Cipher.getInstance(key.cipher().transformation(), BOUNCY_CASTLE);
      cipher.init(
          mode,
          new SecretKeySpec(
              Arrays.copyOf(derived(key, purpose, ""), key.cipher().keyBytes()),
              key.cipher().algorithm()),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value of " + purpose + " does not open", e);
    }
  }

  /** HKDF-Expand (RFC 5869) with the purpose as info: one block of 32 bytes is enough. */
  private byte[] derived(Key key, Purpose purpose, String part) {
    return derived.computeIfAbsent(
        new Part(key.number(), purpose, part),
        any -> {
          String info = "shuangshi " + purpose.name() + (part.isEmpty() ? "" : " " + part);
          byte[] said = info.getBytes(StandardCharsets.UTF_8);
          byte[] block = Arrays.copyOf(said, said.length + 1);
          block[said.length] = 1;
          return hmac(key.master().getEncoded(), block);
        });
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
