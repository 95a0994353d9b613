package org.shuangshi.gis.feature;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with its header, some of its rows and columns added: widths, heights, formats of cells
 * and lists to choose from are kept. Rows move up; a computed cell is left with what it came to, as
 * what it was computed from may be gone. Rows a filter had hidden are shown.
 */
final class XlsxSheetExcerpt {

  /** What a cell can hold. */
  private static final int LONGEST = 32_000;

  private static final int[] WIDTHS = {24, 48, 48};

  private final XMLStreamReader in;
  private final XMLStreamWriter out;
  private final Excerpt excerpt;
  private final int width;
  private final int[] places;
  private final XlsxRanges ranges;
  private String prefix = "";
  private String space = "";
  private boolean columnsTold;

  private XlsxSheetExcerpt(
      XMLStreamReader in, XMLStreamWriter out, Excerpt excerpt, List<String> names) {
    this.in = in;
    this.out = out;
    this.excerpt = excerpt;
    this.width = names.size();
    this.places = excerpt.places(names);
    this.ranges =
        new XlsxRanges(excerpt.rows().keySet().stream().mapToLong(each -> each).sorted().toArray());
  }

  static void copy(InputStream in, OutputStream out, Excerpt excerpt, List<String> names)
      throws XMLStreamException {
    XMLStreamWriter writer = Xml.writer(out);
    new XlsxSheetExcerpt(Xml.reader(in), writer, excerpt, names).sheet();
    writer.flush();
  }

  private void sheet() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    in.nextTag();
    prefix = in.getPrefix() == null ? "" : in.getPrefix();
    space = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
    startAsIs();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (in.getLocalName()) {
        case "dimension", "legacyDrawing", "rowBreaks" -> Xml.skip(in);
        case "cols" -> columns();
        case "sheetData" -> rows();
        case "autoFilter" -> {
          String cut = ranges.cut(Xml.attribute(in, "ref"));
          if (!cut.isEmpty()) {
            Xml.start(in, out);
            out.writeAttribute("ref", cut);
            out.writeEndElement();
          }
          Xml.skip(in);
        }
        case "conditionalFormatting" -> ranged("sqref");
        case "mergeCells", "dataValidations", "hyperlinks" -> children();
        default -> Xml.element(in, out);
      }
    }
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void startAsIs() throws XMLStreamException {
    Xml.start(in, out);
    for (int i = 0; i < in.getAttributeCount(); i++) {
      Xml.attribute(in, i, out);
    }
  }

  /** Widths as they are, and room for what is added where no width speaks of it. */
  private void columns() throws XMLStreamException {
    columnsTold = true;
    startAsIs();
    int last = 0;
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      last = Math.max(last, Integer.parseInt(Xml.attribute(in, "max")));
      Xml.element(in, out);
    }
    addedColumns(last);
    out.writeEndElement();
  }

  private void addedColumns(int told) throws XMLStreamException {
    for (int i = 0; i < places.length; i++) {
      int number = places[i] + 1;
      if (number > told) {
        empty("col");
        out.writeAttribute("min", Integer.toString(number));
        out.writeAttribute("max", Integer.toString(number));
        out.writeAttribute("width", Integer.toString(WIDTHS[Math.min(i, WIDTHS.length - 1)]));
        out.writeAttribute("customWidth", "1");
      }
    }
  }

  private void rows() throws XMLStreamException {
    if (!columnsTold) {
      start("cols");
      addedColumns(0);
      out.writeEndElement();
    }
    startAsIs();
    long row = 0;
    long left = 1;
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String number = Xml.attribute(in, "r");
      row = number.isEmpty() ? row + 1 : Long.parseLong(number);
      List<String> said = row == 1 ? excerpt.columns() : excerpt.of(row);
      if (said == null) {
        Xml.skip(in);
      } else {
        row(row == 1 ? 1 : ++left, said);
      }
    }
    out.writeEndElement();
  }

  private void row(long number, List<String> said) throws XMLStreamException {
    Xml.start(in, out);
    out.writeAttribute("r", Long.toString(number));
    for (int i = 0; i < in.getAttributeCount(); i++) {
      switch (in.getAttributeLocalName(i)) {
        case "r", "spans", "hidden" -> {
          // another number; worked out anew; to be seen
        }
        default -> Xml.attribute(in, i, out);
      }
    }
    int column = -1;
    int told = 0;
    String style = "";
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String cell = Xml.attribute(in, "r");
      column = cell.isEmpty() ? column + 1 : XlsxRanges.column(cell);
      if (column < width) {
        style = Xml.attribute(in, "s");
      }
      int place = column < width ? column : column + behind();
      told = add(number, said, told, place, number == 1 ? style : "");
      if (isAdded(place)) {
        Xml.skip(in);
      } else {
        cell(place, number);
      }
    }
    add(number, said, told, Integer.MAX_VALUE, number == 1 ? style : "");
    out.writeEndElement();
  }

  /** How many columns come between the file's own and what a row has behind them. */
  private int behind() {
    int behind = 0;
    for (int place : places) {
      behind += place >= width ? 1 : 0;
    }
    return behind;
  }

  private boolean isAdded(int column) {
    for (int place : places) {
      if (place == column) {
        return true;
      }
    }
    return false;
  }

  /** What is said in columns up to one, from the so many-th on; answers how many are told now. */
  private int add(long row, List<String> said, int from, int upTo, String style)
      throws XMLStreamException {
    int told = from;
    while (told < places.length && places[told] <= upTo) {
      start("c");
      out.writeAttribute("r", XlsxRanges.letters(places[told]) + row);
      if (!style.isEmpty()) {
        out.writeAttribute("s", style);
      }
      out.writeAttribute("t", "inlineStr");
      start("is");
      start("t");
      out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
      out.writeCharacters(cellText(said.get(told)));
      out.writeEndElement();
      out.writeEndElement();
      out.writeEndElement();
      told++;
    }
    return told;
  }

  private void cell(int column, long row) throws XMLStreamException {
    Xml.start(in, out);
    out.writeAttribute("r", XlsxRanges.letters(column) + row);
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (!in.getAttributeLocalName(i).equals("r")) {
        Xml.attribute(in, i, out);
      }
    }
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (in.getLocalName().equals("f")) {
        Xml.skip(in);
      } else {
        Xml.element(in, out);
      }
    }
    out.writeEndElement();
  }

  /** One element that speaks of ranges: cut, or left out where nothing of it is left. */
  private void ranged(String attribute) throws XMLStreamException {
    String before = Xml.attribute(in, attribute);
    String cut = ranges.cut(before);
    if (cut.isEmpty() || !XlsxRanges.beginsAsBefore(before, cut)) {
      Xml.skip(in);
    } else {
      with(attribute, cut);
    }
  }

  private void with(String attribute, String value) throws XMLStreamException {
    Xml.start(in, out);
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(attribute)) {
        out.writeAttribute(attribute, value);
      } else {
        Xml.attribute(in, i, out);
      }
    }
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      if (in.getEventType() == XMLStreamConstants.START_ELEMENT) {
        Xml.element(in, out);
      }
    }
    out.writeEndElement();
  }

  /** A list of such elements; without any it must not be there. */
  private void children() throws XMLStreamException {
    String list = in.getLocalName();
    boolean begun = false;
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String attribute = list.equals("dataValidations") ? "sqref" : "ref";
      String before = Xml.attribute(in, attribute);
      String left = list.equals("dataValidations") ? ranges.cut(before) : ranges.whole(before);
      if (left.isEmpty()) {
        Xml.skip(in);
        continue;
      }
      if (!begun) {
        start(list);
        begun = true;
      }
      with(attribute, left);
    }
    if (begun) {
      out.writeEndElement();
    }
  }

  private void start(String name) throws XMLStreamException {
    out.writeStartElement(prefix, name, space);
  }

  private void empty(String name) throws XMLStreamException {
    out.writeEmptyElement(prefix, name, space);
  }

  /** Without what XML has no word for. */
  private static String cellText(@Nullable String said) {
    String text = said == null ? "" : said;
    StringBuilder fit = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> fit.appendCodePoint(c == '\n' || isXml(c) ? c : 0xFFFD));
    return fit.toString();
  }

  private static boolean isXml(int c) {
    boolean half = c >= 0xD800 && c <= 0xDFFF;
    return c >= 0x20 && !half && c != 0xFFFE && c != 0xFFFF;
  }
}
