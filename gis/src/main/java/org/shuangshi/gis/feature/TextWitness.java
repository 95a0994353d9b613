package org.shuangshi.gis.feature;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its own encoding, which may be a lie.
 *
 * @param said as people read it, e.g. {@code .cpg 文件写明 GBK}
 * @param charset null where the word names none that is known here
 */
record TextWitness(String said, @Nullable Charset charset) {

  /** The word in a .cpg beside a Shapefile: a name or the number of a code page. */
  static @Nullable TextWitness ofCpg(String text) {
    String word = text.strip();
    if (word.isEmpty()) {
      return null;
    }
    String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
    return new TextWitness(".cpg 文件写明 " + shown, charset(word));
  }

  /** The language driver in byte 29 of a dBase table; 0 says nothing, 0x57 only "as Windows is". */
  static @Nullable TextWitness ofLanguageDriver(int driver) {
    Charset charset =
        switch (driver) {
          case 0x4D, 0x7A -> TextEncoding.GB18030;
          case 0x4F, 0x78 -> TextEncoding.BIG5;
          case 0x03 -> Charset.forName("windows-1252");
          case 0x01, 0x02 -> Charset.forName("IBM850");
          default -> null;
        };
    return driver == 0 ? null : new TextWitness("dbf 的语言标记为 0x%02X".formatted(driver), charset);
  }

  private static @Nullable Charset charset(String word) {
    String plain = word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    plain = plain.replaceFirst("^(ANSI|OEM|CP|MS|WINDOWS)(?=\\d)", "");
    return switch (plain) {
      case "UTF8", "65001" -> StandardCharsets.UTF_8;
      case "GBK", "GB2312", "GB18030", "936", "54936", "EUCCN" -> TextEncoding.GB18030;
      case "BIG5", "950" -> TextEncoding.BIG5;
      case "1252" -> Charset.forName("windows-1252");
      case "88591", "ISO88591" -> StandardCharsets.ISO_8859_1;
      default -> named(word);
    };
  }

  private static @Nullable Charset named(String word) {
    try {
      return Charset.forName(word);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
