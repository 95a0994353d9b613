package org.shuangshi.intake.keyring;

/**
 * How a key of the ring seals: an authenticated cipher with a nonce of 12 and a tag of 16 bytes.
 */
enum Cipher {
  AES("AES", 32),
  /** GB/T 32907, by Bouncy Castle. */
  SM4("SM4", 16);

  private final String algorithm;
  private final int keyBytes;

  Cipher(String algorithm, int keyBytes) {
    this.algorithm = algorithm;
    this.keyBytes = keyBytes;
  }

  String algorithm() {
    return algorithm;
  }

  String transformation() {
    return algorithm + "/GCM/NoPadding";
  }

  int keyBytes() {
    return keyBytes;
  }
}
