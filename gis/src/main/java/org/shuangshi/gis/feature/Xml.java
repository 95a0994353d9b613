package org.shuangshi.gis.feature;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** XML handed on as a stream, element by element. Reads no document type and nothing outside. */
final class Xml {

  private static final XMLInputFactory IN = input();
  private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

  private Xml() {}

  private static XMLInputFactory input() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return IN.createXMLStreamReader(in);
  }

  static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return OUT.createXMLStreamWriter(out, "UTF-8");
  }

  /** A whole document, without the elements that are not wanted. */
  static void copy(InputStream in, OutputStream out, Predicate<XMLStreamReader> wanted)
      throws XMLStreamException {
    XMLStreamReader reader = reader(in);
    XMLStreamWriter writer = writer(out);
    writer.writeStartDocument("UTF-8", "1.0");
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && !wanted.test(reader)) {
        skip(reader);
      } else {
        event(reader, writer);
      }
    }
    writer.writeEndDocument();
    writer.flush();
    reader.close();
  }

  /** The element the reader stands at, with all in it. */
  static void element(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
    event(reader, writer);
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      event(reader, writer);
    }
  }

  /** Passes over the element the reader stands at, with all in it. */
  static void skip(XMLStreamReader reader) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private static void event(XMLStreamReader reader, XMLStreamWriter writer)
      throws XMLStreamException {
    switch (reader.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> {
        start(reader, writer);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          attribute(reader, i, writer);
        }
      }
      case XMLStreamConstants.END_ELEMENT -> writer.writeEndElement();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
          writer.writeCharacters(
              reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      case XMLStreamConstants.CDATA -> writer.writeCharacters(reader.getText());
      default -> {
        // comments and instructions say nothing to a spreadsheet
      }
    }
  }

  /** The start tag with its namespaces, without attributes. */
  static void start(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
    writer.writeStartElement(
        empty(reader.getPrefix()), reader.getLocalName(), empty(reader.getNamespaceURI()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      if (prefix == null) {
        writer.writeDefaultNamespace(empty(reader.getNamespaceURI(i)));
      } else {
        writer.writeNamespace(prefix, reader.getNamespaceURI(i));
      }
    }
  }

  static void attribute(XMLStreamReader reader, int i, XMLStreamWriter writer)
      throws XMLStreamException {
    String space = reader.getAttributeNamespace(i);
    if (space == null || space.isEmpty()) {
      writer.writeAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    } else {
      writer.writeAttribute(
          reader.getAttributePrefix(i),
          space,
          reader.getAttributeLocalName(i),
          reader.getAttributeValue(i));
    }
  }

  static String attribute(XMLStreamReader reader, String name) {
    return empty(reader.getAttributeValue(null, name));
  }

  private static String empty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
