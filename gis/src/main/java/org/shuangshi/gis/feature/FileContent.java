package org.shuangshi.gis.feature;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The first bytes of a file, unpacked where it is a gzip, by which its kind is told. */
final class FileContent {

  private static final int BYTES = 4096;

  private final byte[] start;
  private final boolean gzip;

  private FileContent(byte[] start, boolean gzip) {
    this.start = start;
    this.gzip = gzip;
  }

  static FileContent of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(BYTES);
    }
    if (start.length < 2 || (start[0] & 0xFF) != 0x1F || (start[1] & 0xFF) != 0x8B) {
      return new FileContent(start, false);
    }
    byte[] unpacked = new byte[BYTES];
    int length = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (int n = in.read(unpacked); n > 0 && length < BYTES; ) {
        length += n;
        n = in.read(unpacked, length, BYTES - length);
      }
    } catch (EOFException e) {
      // Cut off so soon that what there is has to do; reading it will say that it is truncated.
      return new FileContent(Arrays.copyOf(unpacked, length), true);
    }
    return new FileContent(Arrays.copyOf(unpacked, length), true);
  }

  boolean isGzip() {
    return gzip;
  }

  boolean isZip() {
    return begins("PK\u0003\u0004") || begins("PK\u0005\u0006");
  }

  /** Microsoft's compound file: old workbooks and documents, and new ones with a password. */
  boolean isCompound() {
    return start.length >= 8 && ByteBuffer.wrap(start).getLong(0) == 0xD0CF11E0A1B11AE1L;
  }

  boolean isSqlite() {
    return begins("SQLite format 3");
  }

  boolean isFlatGeobuf() {
    return begins("fgb\u0003fgb");
  }

  boolean isShapes() {
    return start.length >= 100 && ByteBuffer.wrap(start).getInt(0) == 9994;
  }

  boolean isOtherArchive() {
    return begins("Rar!") || begins("7z\u00BC\u00AF");
  }

  boolean isPdf() {
    return begins("%PDF");
  }

  /** Whether there is no byte that text has not. */
  boolean isText() {
    for (byte b : start) {
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1E) {
        return false;
      }
    }
    return start.length > 0;
  }

  boolean isKml() {
    String text = text();
    return text.startsWith("<") && (text.contains("<kml") || text.contains(":kml "));
  }

  boolean isWebPage() {
    String text = text();
    return text.startsWith("<")
        && (text.contains("<html") || text.contains("<!doctype html") || text.contains("<table"));
  }

  boolean isJson() {
    String text = text();
    return (text.startsWith("{") || text.startsWith("\u001e"))
        && (text.contains("\"type\"") || text.contains("\"features\""));
  }

  private String text() {
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3).stripLeading() : text.strip();
  }

  private boolean begins(String magic) {
    return new String(start, 0, Math.min(start.length, magic.length()), StandardCharsets.ISO_8859_1)
        .equals(magic);
  }
}
