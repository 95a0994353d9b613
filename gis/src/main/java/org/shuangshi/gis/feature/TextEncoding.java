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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how a text file is encoded by decoding all of it, strictly: a pass at disk speed. */
final class TextEncoding {

  /** Holds GBK and GB 2312, and is what these names are read as. */
  static final Charset GB18030 = Charset.forName("GB18030");

  /** Big5 with what Microsoft added to it, as files have it. */
  static final Charset BIG5 = Charset.forName("x-windows-950");

  private static final int SAMPLE_BYTES = 4 << 20;

  private TextEncoding() {}

  /** As people know it. */
  static String label(Charset charset) {
    return charset.equals(BIG5) ? "Big5" : charset.name();
  }

  /**
   * By its byte order mark, else UTF-8 where every byte fits, else that of GB18030 and Big5 that
   * reads better; null where nothing fits.
   */
  static @Nullable TextGuess of(InputFile file) throws IOException {
    byte[] start;
    try (InputStream in = file.open()) {
      start = in.readNBytes(3);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] mark = "\uFEFF".getBytes(charset);
      if (start.length >= 2 && start[0] == mark[0] && start[1] == mark[1]) {
        return decodes(file, charset)
            ? new TextGuess(charset, true, "文件开头的标记（BOM）是 " + charset.name())
            : null;
      }
    }
    if (decodes(file, StandardCharsets.UTF_8)) {
      return new TextGuess(StandardCharsets.UTF_8, true, "全文按 UTF-8 读通");
    }
    TextGuess guess = sample(file).decide(List.of());
    if (guess != null && decodes(file, guess.charset())) {
      return guess;
    }
    for (Charset other : List.of(GB18030, BIG5)) {
      if (decodes(file, other)) {
        return new TextGuess(other, false, "只有按 " + label(other) + " 能读通全文");
      }
    }
    return null;
  }

  /** The lines at the start of the file. */
  private static TextTrial sample(InputFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readNBytes(SAMPLE_BYTES);
    }
    TextTrial trial = new TextTrial();
    int from = 0;
    for (int i = 0; i < bytes.length && !trial.isFull(); i++) {
      if (bytes[i] == '\n') {
        trial.see(bytes, from, i, false);
        from = i + 1;
      }
    }
    if (!trial.isFull()) {
      trial.see(bytes, from, bytes.length, bytes.length == SAMPLE_BYTES);
    }
    return trial;
  }

  static boolean isUtf8(InputFile file) throws IOException {
    return decodes(file, StandardCharsets.UTF_8);
  }

  static boolean decodes(InputFile file, Charset charset) throws IOException {
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
