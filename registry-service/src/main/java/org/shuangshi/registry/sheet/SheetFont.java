package org.shuangshi.registry.sheet;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The machine's Chinese font, of which a document takes along the characters it shows.
 *
 * <p>With outlines of TrueType: those of Noto Sans CJK (CFF) cannot be cut to the characters shown,
 * and would make a sheet of two pages 16 MB.
 */
final class SheetFont implements Closeable {
  /** Where Debian and others put WenQuanYi Micro Hei. */
  private static final List<String> USUAL =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
          "/usr/share/fonts/wenquanyi/wqy-microhei/wqy-microhei.ttc");

  /** 〓, which printers set for a character they have not; rare names have such. */
  private static final String MISSING = "\u3013";

  private final Closeable file;
  private final PDType0Font font;
  private final Map<Integer, Optional<Float>> widths = new HashMap<>();

  private SheetFont(Closeable file, PDType0Font font) {
    this.file = file;
    this.font = font;
  }

  /**
   * Finds it.
   *
   * @param named path of a .ttf or .ttc; blank: where it usually is
   */
  static Optional<Path> find(String named) {
    return (named.isBlank() ? USUAL : List.of(named))
        .stream().map(Path::of).filter(Files::isReadable).findFirst();
  }

  /** Opens it for a document, which has to be saved before it is closed. */
  static SheetFont open(PDDocument document, Path path) throws IOException {
    File file = path.toFile();
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      TrueTypeCollection collection = new TrueTypeCollection(file);
      TrueTypeFont[] first = new TrueTypeFont[1];
      collection.processAllFonts(
          each -> {
            if (first[0] == null) {
              first[0] = each;
            }
          });
      return new SheetFont(collection, PDType0Font.load(document, first[0], true));
    }
    TrueTypeFont single = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    return new SheetFont(single, PDType0Font.load(document, single, true));
  }

  PDType0Font font() {
    return font;
  }

  /** The text with 〓 for what the font has not, on one line. */
  String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                printable.append(' ');
              } else if (width(point).isPresent()) {
                printable.appendCodePoint(point);
              } else {
                printable.append(MISSING);
              }
            });
    return printable.toString();
  }

  /** Width of a character that is printable, for a size of 1. */
  float widthOf(int point) {
    return width(point).orElse(1f);
  }

  private Optional<Float> width(int point) {
    return widths.computeIfAbsent(
        point,
        each -> {
          try {
            return Optional.of(font.getStringWidth(Character.toString(each)) / 1000);
          } catch (IllegalArgumentException e) {
            return Optional.empty(); // the font has no such character
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
