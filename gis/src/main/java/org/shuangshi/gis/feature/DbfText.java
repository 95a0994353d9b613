package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the texts of one column. Words that come again, as those of a dictionary do, are decoded
 * once: a text of two-byte characters costs ten times one of ASCII.
 */
final class DbfText {

  /** What became of a text: whole, its last character cut in half by the cell, or not readable. */
  enum State {
    WHOLE,
    CUT,
    DAMAGED
  }

  private static final int SLOTS = 256;

  /** A word and the bytes it was decoded from. */
  private static final class Key {
    private final byte[] bytes;
    private final String word;

    Key(byte[] bytes, String word) {
      this.bytes = bytes;
      this.word = word;
    }
  }

  private final Charset charset;
  private final CharsetDecoder decoder;
  private final @Nullable Key[] keys = new Key[SLOTS];
  private CharBuffer chars = CharBuffer.allocate(256);
  private State state = State.WHOLE;

  DbfText(Charset charset) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Of the text read last. */
  State state() {
    return state;
  }

  /**
   * The text without the blanks and zeros it is padded with; null where nothing else is there.
   * Bytes that are none of the encoding's become U+FFFD.
   */
  @Nullable String read(byte[] bytes, int from, int width) {
    state = State.WHOLE;
    int to = from + width;
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
      to--;
    }
    if (to == from) {
      return null;
    }
    int any = 0;
    int hash = 0;
    for (int i = from; i < to; i++) {
      any |= bytes[i];
      hash = 31 * hash + bytes[i];
    }
    if (any >= 0) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
    Key known = keys[slot];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
      return known.word;
    }
    String word = decode(bytes, from, to, to == from + width);
    if (state == State.WHOLE) {
      keys[slot] = new Key(Arrays.copyOfRange(bytes, from, to), word);
    }
    return word;
  }

  private String decode(byte[] bytes, int from, int to, boolean full) {
    if (chars.capacity() < to - from) {
      chars = CharBuffer.allocate(to - from);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    decoder.reset();
    CoderResult result = decoder.decode(in, chars.clear(), false);
    if (result.isUnderflow() && !in.hasRemaining()) {
      return chars.flip().toString();
    }
    if (result.isUnderflow() && full) {
      state = State.CUT;
      return chars.flip().toString();
    }
    state = State.DAMAGED;
    return new String(bytes, from, to - from, charset);
  }
}
