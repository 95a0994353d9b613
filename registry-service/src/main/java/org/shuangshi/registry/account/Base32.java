package org.shuangshi.registry.account;

/** RFC 4648 base 32 without padding, as authenticators read secrets. */
final class Base32 {
  private static final String WORDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte each : bytes) {
      buffer = (buffer << Byte.SIZE) | (each & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(WORDS.charAt((buffer >> held) & 31));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(WORDS.charAt((buffer << (BITS - held)) & 31));
    }
    return text.toString();
  }
}
