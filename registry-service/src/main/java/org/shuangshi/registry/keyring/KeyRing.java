package org.shuangshi.registry.keyring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.shuangshi.registry.start.StartRefusedException;

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
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = Integer.BYTES + NONCE_BYTES;
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final NavigableMap<Integer, Key> keys;

  /** A key of the ring; purposes have keys derived from it. */
  record Key(int number, Cipher cipher, SecretKey master) {}

  KeyRing(Iterable<Key> keys) {
    this.keys = new TreeMap<>();
    keys.forEach(key -> this.keys.put(key.number(), key));
  }

  /**
   * The ring of a file.
   *
   * @param file what REGISTRY_KEYS names; blank: nothing
   * @throws StartRefusedException where it will not do; its message is for people
   */
  public static KeyRing read(String file) {
    if (file.isBlank()) {
      throw new StartRefusedException(
          "没有设置 REGISTRY_KEYS：密钥文件的路径，每行“编号 AES 32 字节的 Base64”；./registry up 会自己建立", null);
    }
    try {
      return KeyFile.read(Path.of(file));
    } catch (KeyFile.UnfitException e) {
      throw new StartRefusedException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Seals a value with the newest key.
   *
   * @param bound what the value belongs to, as {@code table.column:id}
   */
  public byte[] seal(Purpose purpose, byte[] plain, String bound) {
    Key key = keys.lastEntry().getValue();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
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
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(expanded(found, purpose), HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Number of the key that seals. */
  public int newest() {
    return keys.lastKey();
  }

  /** Number of the key a value was sealed with. */
  public static int keyOf(byte[] sealed) {
    return ByteBuffer.wrap(sealed).getInt();
  }

  /** Whether the ring has a key of that number. */
  public boolean has(int key) {
    return keys.containsKey(key);
  }

  private static byte[] work(
      int mode, Key key, Purpose purpose, byte[] nonce, byte[] text, String bound) {
    try {
      javax.crypto.Cipher cipher =
          key.cipher() == Cipher.AES
              ? javax.crypto.Cipher.getInstance(key.cipher().transformation())
              : javax.crypto.Cipher.getInstance(key.cipher().transformation(), BOUNCY_CASTLE);
      cipher.init(
          mode,
          new SecretKeySpec(derived(key, purpose), key.cipher().algorithm()),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value of " + purpose + " does not open", e);
    }
  }

  /** HKDF-Expand (RFC 5869) with the purpose as info: one block is enough. */
  private static byte[] derived(Key key, Purpose purpose) throws GeneralSecurityException {
    return Arrays.copyOf(expanded(key, purpose), key.cipher().keyBytes());
  }

  private static byte[] expanded(Key key, Purpose purpose) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(key.master());
    mac.update(("shuangshi " + purpose.name()).getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 1);
    return mac.doFinal();
  }
}
