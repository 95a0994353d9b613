package org.shuangshi.registry.sheet;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sheet from top to bottom, page after page: headings, lines of text, tables whose head is
 * repeated on every page. A cell that is too narrow goes on below. Lengths are points (1/72 inch).
 */
public final class SheetWriter implements Closeable {
  private static final PDRectangle A4_ACROSS =
      new PDRectangle(
          /* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth());
  private static final float MARGIN = 40;
  private static final float FOOT = 24;
  private static final float TITLE = 17;
  private static final float HEADING = 12;
  private static final float TEXT = 9;
  private static final float LEADING = 1.35f;
  private static final float PADDING = 3;
  private static final float INK = 0.13f;
  private static final float GREY = 0.45f;
  private static final float LINE = 0.8f;

  private final PDDocument document = new PDDocument();
  private final SheetFont font;
  private final String footer;
  private PDPageContentStream page;
  private float y;

  /**
   * Begins one.
   *
   * @param footer on every page, before its number
   */
  SheetWriter(Path fontFile, String title, String footer) throws IOException {
    this.font = SheetFont.open(document, fontFile);
    this.footer = footer;
    document.getDocumentInformation().setTitle(title);
    this.page = turn();
    line(title, TITLE, INK);
    y -= PADDING;
  }

  private static float width() {
    return A4_ACROSS.getWidth() - 2 * MARGIN;
  }

  private PDPageContentStream turn() throws IOException {
    PDPage next = new PDPage(A4_ACROSS);
    document.addPage(next);
    y = A4_ACROSS.getHeight() - MARGIN;
    return new PDPageContentStream(document, next, AppendMode.APPEND, true);
  }

  /** Goes on on the next page where this much does not fit any more. */
  private boolean turnFor(float height) throws IOException {
    if (y - height >= MARGIN + FOOT) {
      return false;
    }
    page.close();
    page = turn();
    return true;
  }

  /** A heading, not alone at the foot of a page. */
  public void heading(String text) throws IOException {
    turnFor(HEADING * 5);
    y -= HEADING;
    line(text, HEADING, INK);
    y -= PADDING;
  }

  /** A line of text, broken where it is too long. */
  public void text(String text) throws IOException {
    line(text, TEXT, GREY);
  }

  private void line(String text, float size, float grey) throws IOException {
    for (String part : broken(text, size, width())) {
      turnFor(size * LEADING);
      y -= size * LEADING;
      show(part, MARGIN, size, grey);
    }
  }

  /** A table; null: an empty cell. */
  public void table(List<SheetColumn> columns, List<List<@Nullable String>> rows)
      throws IOException {
    List<@Nullable String> head = new ArrayList<>();
    columns.forEach(column -> head.add(column.head()));
    row(columns, head, true);
    for (List<@Nullable String> row : rows) {
      if (turnFor(height(columns, row))) {
        row(columns, head, true);
      }
      row(columns, row, false);
    }
    y -= PADDING;
  }

  private float height(List<SheetColumn> columns, List<@Nullable String> row) {
    int most = 1;
    for (int i = 0; i < columns.size(); i++) {
      most = Math.max(most, cell(columns, row, i).size());
    }
    return most * TEXT * LEADING + 2 * PADDING;
  }

  private List<String> cell(List<SheetColumn> columns, List<@Nullable String> row, int i) {
    String text = row.get(i);
    return text == null ? List.of() : broken(text, TEXT, widthOf(columns, i) - 2 * PADDING);
  }

  private static float widthOf(List<SheetColumn> columns, int i) {
    float all = 0;
    for (SheetColumn column : columns) {
      all += column.share();
    }
    return width() * columns.get(i).share() / all;
  }

  private void row(List<SheetColumn> columns, List<@Nullable String> row, boolean head)
      throws IOException {
    float height = height(columns, row);
    float top = y;
    float x = MARGIN;
    for (int i = 0; i < columns.size(); i++) {
      y = top - PADDING;
      for (String part : cell(columns, row, i)) {
        y -= TEXT * LEADING;
        float left =
            columns.get(i).number() ? widthOf(columns, i) - PADDING - width(part, TEXT) : PADDING;
        show(part, x + left, TEXT, head ? GREY : INK);
      }
      x += widthOf(columns, i);
    }
    y = top - height;
    page.setStrokingColor(head ? GREY : LINE);
    page.setLineWidth(head ? 0.8f : 0.4f);
    page.moveTo(MARGIN, y);
    page.lineTo(MARGIN + width(), y);
    page.stroke();
  }

  private void show(String text, float x, float size, float grey) throws IOException {
    page.beginText();
    page.setNonStrokingColor(grey);
    page.setFont(font.font(), size);
    // the line stands on its base, a fifth above its lower edge
    page.newLineAtOffset(x, y + size * 0.2f);
    page.showText(text);
    page.endText();
  }

  private float width(String text, float size) {
    float width = 0;
    for (int point : text.codePoints().toArray()) {
      width += font.widthOf(point);
    }
    return width * size;
  }

  /** In lines no wider than this: anywhere between two characters, as Chinese is broken. */
  private List<String> broken(String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (int point : font.printable(text).codePoints().toArray()) {
      float next = font.widthOf(point) * size;
      if (used + next > width && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(point);
      used += next;
    }
    lines.add(line.toString());
    return lines;
  }

  /** The whole document, its pages numbered; nothing can be added after. */
  public byte[] finish() throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true);
      y = MARGIN;
      String number = "第 " + (i + 1) + " 页，共 " + pages + " 页";
      show(broken(footer, TEXT, width() * 0.8f).get(0), MARGIN, TEXT, GREY);
      show(number, MARGIN + width() - width(number, TEXT), TEXT, GREY);
      page.close();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    try (font;
        document) {
      page.close(); // closed twice it does nothing
    }
  }
}
