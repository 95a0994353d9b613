package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out how a text file is encoded by decoding all of it, strictly: a pass at disk speed. */
final class TextEncoding {

  static final Charset GB18030 = Charset.forName("GB18030");

  private TextEncoding() {}

  /** UTF-8 where every byte fits, else GB18030 where every byte fits, else nothing. */
  static Optional<Charset> of(InputFile file) throws IOException {
    if (decodes(file, StandardCharsets.UTF_8)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return decodes(file, GB18030) ? Optional.of(GB18030) : Optional.empty();
  }

  static boolean isUtf8(InputFile file) throws IOException {
    return decodes(file, StandardCharsets.UTF_8);
  }

  private static boolean decodes(InputFile file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = file.open()) {
      while (true) {
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        boolean end = n < 0;
        bytes.limit(bytes.position() + Math.max(n, 0)).position(0);
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
          return false;
        }
        if (end) {
          return true;
        }
        bytes.compact();
        chars.clear();
      }
    }
  }
}
