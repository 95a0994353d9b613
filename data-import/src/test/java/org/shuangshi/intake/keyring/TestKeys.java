package org.shuangshi.intake.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** A ring for tests. */
public final class TestKeys {

  private TestKeys() {}

  /** The same ring as a file in a folder. */
  public static Path file(Path folder) throws IOException {
    Path file = folder.resolve("test.keys");
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, "1 AES " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }
    return file;
  }

  /** One key, the same each time. */
  public static KeyRing ring() {
    return new KeyRing(
        List.of(new KeyRing.Key(1, Cipher.AES, new SecretKeySpec(new byte[32], "HmacSHA256"))));
  }
}
