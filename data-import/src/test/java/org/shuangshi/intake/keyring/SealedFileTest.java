package org.shuangshi.intake.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sealed file opens whole and unchanged, or says that it does not. */
class SealedFileTest {
  private static final int PIECE = 64 * 1024;
  private static final int FRAME = 4 + 4 + 12 + PIECE + 16;
  private static final KeyRing ring =
      new KeyRing(
          List.of(new KeyRing.Key(1, Cipher.AES, new SecretKeySpec(new byte[32], "HmacSHA256"))));

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    new Random(length).nextBytes(text);
    return text;
  }

  private static byte[] sealed(byte[] text, String bound) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = SealedFile.writing(ring, bytes, bound)) {
      int half = text.length / 2;
      out.write(text, 0, half);
      for (int i = half; i < text.length; i++) {
        out.write(text[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] opened(byte[] sealed, String bound) throws IOException {
    return SealedFile.reading(ring, new ByteArrayInputStream(sealed), bound).readAllBytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 200_001})
  void whatWasWrittenIsRead(int length) throws IOException {
    byte[] text = text(length);
    byte[] sealed = sealed(text, "export:1");
    assertThat(opened(sealed, "export:1")).isEqualTo(text);
    int pieces = Math.max(1, (length + PIECE - 1) / PIECE);
    assertThat(sealed).hasSize(length + pieces * (FRAME - PIECE));
  }

  @Test
  void anotherFileDoesNotOpen() throws IOException {
    byte[] sealed = sealed(text(10), "export:1");
    refused(sealed, "export:2");
  }

  /** Cut between two pieces, within one, and within a length. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 100, FRAME, FRAME + 2, 2 * FRAME, 2 * FRAME + 50})
  void whatWasCutOffDoesNotOpen(int left) throws IOException {
    byte[] sealed = sealed(text(2 * PIECE + 100), "export:1");
    refused(Arrays.copyOf(sealed, left), "export:1");
  }

  @Test
  void piecesThatWereMovedLeftOutOrAddedDoNotOpen() throws IOException {
    byte[] sealed = sealed(text(3 * PIECE), "export:1");
    byte[] first = Arrays.copyOfRange(sealed, 0, FRAME);
    byte[] second = Arrays.copyOfRange(sealed, FRAME, 2 * FRAME);
    byte[] third = Arrays.copyOfRange(sealed, 2 * FRAME, 3 * FRAME);
    assertThat(opened(joined(first, second, third), "export:1")).hasSize(3 * PIECE);
    refused(joined(second, first, third), "export:1");
    refused(joined(second, third), "export:1");
    refused(joined(first, third), "export:1");
    refused(joined(first, second, third, third), "export:1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 10, 30, FRAME - 1, FRAME + 40})
  void whatWasChangedDoesNotOpen(int at) throws IOException {
    byte[] sealed = sealed(text(PIECE + 100), "export:1");
    sealed[at] ^= 1;
    refused(sealed, "export:1");
  }

  private static void refused(byte[] sealed, String bound) {
    assertThatThrownBy(() -> opened(sealed, bound)).isInstanceOf(IOException.class);
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
