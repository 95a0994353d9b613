package org.shuangshi.registry.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes of authenticators: RFC 6238 with HMAC-SHA-1, 30 s and 6 digits, which is what all
 * of them know. A code of the step before and after is taken too, as clocks differ.
 */
final class Totp {
  static final int DIGITS = 6;
  static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int[] POWERS = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private Totp() {}

  static long step(Instant now) {
    return now.getEpochSecond() / STEP_SECONDS;
  }

  static String code(byte[] secret, long step) {
    return code(secret, step, DIGITS);
  }

  /** RFC 4226 over the number of the step. */
  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int binary = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%0" + digits + "d", binary % POWERS[digits]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The step a typed code is of, if it is good.
   *
   * @param after step of the last code taken: it and those before it are not good again
   */
  static OptionalLong match(byte[] secret, String typed, Instant now, long after) {
    long found = -1;
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.US_ASCII),
              typed.getBytes(StandardCharsets.UTF_8));
      if (same && step > after) {
        found = step;
      }
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }
}
