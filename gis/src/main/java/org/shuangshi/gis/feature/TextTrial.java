package org.shuangshi.gis.feature;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a set of texts by decoding them, strictly, as each of UTF-8, GB18030 and
 * Big5.
 *
 * <p>UTF-8 wins where all fits, for chance seldom makes a text of two other bytes look like it. Of
 * GB18030 and Big5 both often fit; then the one wins in which more of the characters are common:
 * both sets put their common characters first (GB 2312 level 1: lead bytes B0 to D7; Big5 level 1:
 * A4 to C6), so the right one scores near 1 and the wrong one near a half. What the file says of
 * itself decides only between readings that both fit and score alike, and where nothing fits.
 */
final class TextTrial {

  private static final List<Charset> TRIED =
      List.of(StandardCharsets.UTF_8, TextEncoding.GB18030, TextEncoding.BIG5);

  private static final int MOST_TEXTS = 4000;

  /** A few damaged cells do not make another encoding of a file. */
  private static final double MOST_DAMAGED = 0.005;

  /** Scores closer than this are alike. */
  private static final double ALIKE = 0.15;

  /** Characters that names of columns and addresses are made of, simplified and traditional. */
  private static final String TYPICAL = "号號楼樓街路镇鎮村区區市县縣省名称稱地址层層幢室栋棟巷弄段里社编編码碼类類型面积積用途结結构構年人户戶院厦廈园園";

  private final List<byte[]> texts = new ArrayList<>();
  private final List<Boolean> full = new ArrayList<>();

  private record Result(Charset charset, int damaged, double score) {
    boolean fits(int texts) {
      return damaged <= MOST_DAMAGED * texts;
    }
  }

  boolean isFull() {
    return texts.size() >= MOST_TEXTS;
  }

  /**
   * Takes a text where it has any byte beyond ASCII.
   *
   * @param mayBeCut whether its end may be that of a cell, which can cut a character in half
   */
  void see(byte[] bytes, int from, int to, boolean mayBeCut) {
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= bytes[i];
    }
    if (any < 0 && !isFull()) {
      texts.add(Arrays.copyOfRange(bytes, from, to));
      full.add(mayBeCut);
    }
  }

  /** Null where none of the encodings, nor any the file names, fits. */
  @Nullable TextGuess decide(List<TextWitness> witnesses) {
    if (texts.isEmpty()) {
      return ascii(witnesses);
    }
    Result utf8 = attempt(StandardCharsets.UTF_8);
    Result gb = attempt(TextEncoding.GB18030);
    Result big5 = attempt(TextEncoding.BIG5);
    if (utf8.fits(texts.size())) {
      return found(utf8, witnesses, true, tried(utf8, gb, big5));
    }
    boolean gbFits = gb.fits(texts.size());
    boolean big5Fits = big5.fits(texts.size());
    if (gbFits && big5Fits && Math.abs(gb.score - big5.score) < ALIKE) {
      Result first = gb.score >= big5.score ? gb : big5;
      Result said = said(witnesses, TextEncoding.BIG5) ? big5 : first;
      said = said(witnesses, TextEncoding.GB18030) ? gb : said;
      return found(said, witnesses, false, tried(utf8, gb, big5) + "，两者难以区分");
    }
    if (gbFits || big5Fits) {
      Result best = gbFits && (!big5Fits || gb.score > big5.score) ? gb : big5;
      return found(best, witnesses, texts.size() > 2, tried(utf8, gb, big5));
    }
    for (TextWitness witness : witnesses) {
      Charset charset = witness.charset();
      if (charset != null && attempt(charset).fits(texts.size())) {
        return new TextGuess(
            charset, false, tried(utf8, gb, big5) + "；" + witness.said() + "，照此读取");
      }
    }
    return null;
  }

  private static TextGuess ascii(List<TextWitness> witnesses) {
    for (TextWitness witness : witnesses) {
      Charset charset = witness.charset();
      if (charset != null && TRIED.contains(charset)) {
        return new TextGuess(charset, true, "抽样的文字只有 ASCII 字符；" + witness.said());
      }
    }
    return new TextGuess(StandardCharsets.UTF_8, true, "抽样的文字只有 ASCII 字符");
  }

  private static boolean said(List<TextWitness> witnesses, Charset charset) {
    return witnesses.stream().anyMatch(witness -> charset.equals(witness.charset()));
  }

  private static TextGuess found(
      Result result, List<TextWitness> witnesses, boolean certain, String tried) {
    StringBuilder reason = new StringBuilder(tried);
    boolean agreed = true;
    for (TextWitness witness : witnesses) {
      reason.append('；').append(witness.said());
      if (witness.charset() != null) {
        boolean agrees = result.charset.equals(witness.charset());
        reason.append(agrees ? "，相符" : "，与内容不符，未采用");
        agreed &= agrees;
      }
    }
    return new TextGuess(result.charset, certain && agreed, reason.toString());
  }

  private String tried(Result utf8, Result gb, Result big5) {
    return "试读 %d 段文字：%s；%s；%s"
        .formatted(texts.size(), words(utf8, false), words(gb, true), words(big5, true));
  }

  private String words(Result result, boolean scored) {
    String name = TextEncoding.label(result.charset);
    if (!result.fits(texts.size())) {
      return "按 " + name + " 有 " + result.damaged + " 段不通";
    }
    return scored
        ? String.format(Locale.ROOT, "按 %s 常用字得分 %.0f", name, 100 * result.score)
        : "按 " + name + " 全部读通";
  }

  private Result attempt(Charset charset) {
    int damaged = 0;
    double points = 0;
    long characters = 0;
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i);
      CharBuffer read = CharBuffer.allocate(text.length + 1);
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      CoderResult result = decoder.decode(ByteBuffer.wrap(text), read, !full.get(i));
      if (result.isError()) {
        damaged++;
        continue;
      }
      for (int c : read.flip().codePoints().toArray()) {
        if (c >= 0x80) {
          characters++;
          points += points(c, charset);
        }
      }
    }
    return new Result(charset, damaged, characters == 0 ? 0 : points / characters);
  }

  private static double points(int c, Charset charset) {
    if (TYPICAL.indexOf(c) >= 0) {
      return 1.2;
    }
    if (!Character.UnicodeScript.of(c).equals(Character.UnicodeScript.HAN)) {
      // Full-width forms and Chinese punctuation are usual, other scripts in such a file are not.
      return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) ? 0.8 : 0;
    }
    byte[] code = Character.toString(c).getBytes(charset);
    int lead = code[0] & 0xFF;
    int trail = code.length == 2 ? code[1] & 0xFF : 0;
    boolean common =
        charset.equals(TextEncoding.BIG5)
            ? lead >= 0xA4 && lead <= 0xC6
            : lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
    return common ? 1 : 0;
  }
}
