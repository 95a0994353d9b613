package org.shuangshi.intake.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens with the right key, in the right place, unchanged; else not at all. */
class KeyRingTest {
  private static final byte[] PLAIN = "三色堇".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private KeyRing ring(String... lines) throws IOException, UnfitKeysException {
    return KeyFile.read(file("rw-------", lines));
  }

  private Path file(String permissions, String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "ring", ".keys");
    Files.writeString(file, "# 说明可以用中文写\n\n" + String.join("\n", lines) + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String line(int number, Cipher cipher, int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return number + " " + cipher + " " + Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedOpens(Cipher cipher) throws IOException, UnfitKeysException {
    KeyRing ring = ring(line(1, cipher, 1));
    byte[] once = ring.seal(Purpose.TOTP, PLAIN, "row:1");
    byte[] again = ring.seal(Purpose.TOTP, PLAIN, "row:1");
    assertThat(once).isNotEqualTo(again).hasSize(4 + 12 + PLAIN.length + 16);
    assertThat(ring.open(Purpose.TOTP, once, "row:1")).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasMovedChangedOrCutDoesNotOpen(Cipher cipher) throws IOException, UnfitKeysException {
    KeyRing ring = ring(line(1, cipher, 1));
    byte[] sealed = ring.seal(Purpose.TOTP, PLAIN, "row:1");
    assertThatThrownBy(() -> ring.open(Purpose.TOTP, sealed, "row:2"))
        .isInstanceOf(IllegalStateException.class);
    byte[] changed = sealed.clone();
    changed[20] ^= 1;
    assertThatThrownBy(() -> ring.open(Purpose.TOTP, changed, "row:1"))
        .isInstanceOf(IllegalStateException.class);
    byte[] cut = java.util.Arrays.copyOf(sealed, sealed.length - 1);
    assertThatThrownBy(() -> ring.open(Purpose.TOTP, cut, "row:1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ring.open(Purpose.TOTP, new byte[3], "row:1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() throws IOException, UnfitKeysException {
    byte[] old = ring(line(1, Cipher.AES, 1)).seal(Purpose.TOTP, PLAIN, "row:1");
    KeyRing rotated = ring(line(2, Cipher.SM4, 2), line(1, Cipher.AES, 1));
    assertThat(rotated.open(Purpose.TOTP, old, "row:1")).isEqualTo(PLAIN);
    assertThat(KeyRing.keyOf(rotated.seal(Purpose.TOTP, PLAIN, "row:1"))).isEqualTo(2);
    KeyRing without = ring(line(2, Cipher.SM4, 2));
    assertThat(without.has(1)).isFalse();
    assertThatThrownBy(() -> without.open(Purpose.TOTP, old, "row:1"))
        .hasMessageContaining("key 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 AES",
        "1 AES AAAA",
        "1 DES AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "x AES AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "1 AES AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= more",
        "1 AES AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 SM4 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      })
  void aFileThatIsNoneIsRefusedWithoutRepeatingIt(String content) {
    assertThatThrownBy(() -> ring(content))
        .isInstanceOf(UnfitKeysException.class)
        .hasMessageContaining("密钥文件")
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void aFileOthersMayReadIsRefused() throws IOException {
    Path open = file("rw-r--r--", line(1, Cipher.AES, 1));
    assertThatThrownBy(() -> KeyFile.read(open)).hasMessageContaining("chmod 600");
    assertThatThrownBy(() -> KeyFile.read(folder.resolve("none")))
        .hasMessageContaining("REGISTRY_KEYS");
  }
}
