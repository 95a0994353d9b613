package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.function.LongPredicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The texts all sheets of a workbook share. Those that no cell of an excerpt holds are emptied, not
 * taken out, so that the others keep their numbers: an excerpt tells nothing of the rows that are
 * not in it.
 */
final class XlsxStrings {

  private XlsxStrings() {}

  /** Numbers of the texts that cells of these rows hold. */
  static void used(ZipFile zip, String sheet, LongPredicate rows, BitSet used)
      throws IOException, XMLStreamException {
    try (InputStream in = XlsxParts.open(zip, sheet)) {
      XMLStreamReader xml = Xml.reader(in);
      long row = 0;
      boolean shared = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "row" -> {
            String number = Xml.attribute(xml, "r");
            row = number.isEmpty() ? row + 1 : Long.parseLong(number);
            if (!rows.test(row)) {
              Xml.skip(xml);
            }
          }
          case "c" -> shared = Xml.attribute(xml, "t").equals("s");
          case "v" -> {
            if (shared) {
              used.set(Integer.parseInt(xml.getElementText().strip()));
            }
          }
          default -> {
            // nothing that holds a text
          }
        }
      }
    }
  }

  static void copy(InputStream in, OutputStream out, BitSet used) throws XMLStreamException {
    XMLStreamReader xml = Xml.reader(in);
    XMLStreamWriter writer = Xml.writer(out);
    writer.writeStartDocument("UTF-8", "1.0");
    int number = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        writer.writeEndElement();
      } else if (event == XMLStreamConstants.START_ELEMENT && !xml.getLocalName().equals("si")) {
        Xml.start(xml, writer); // without counts, which are another now
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (used.get(number++)) {
          Xml.element(xml, writer);
        } else {
          String space = xml.getNamespaceURI();
          String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
          Xml.start(xml, writer);
          writer.writeEmptyElement(prefix, "t", space);
          writer.writeEndElement();
          Xml.skip(xml);
        }
      }
    }
    writer.writeEndDocument();
    writer.flush();
  }
}
