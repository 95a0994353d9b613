package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The placemarks of a KML (OGC 12-007r2) in the order they stand. Document types and entities are
 * refused: nothing outside the file is ever read.
 */
final class KmlPlacemarks implements Closeable {

  /**
   * One placemark.
   *
   * @param values texts by the name of their column, in the order they stand
   * @param shape null where it has none, or was not asked for
   */
  record Placemark(Map<String, String> values, @Nullable KmlGeometry shape) {}

  /** The name of the column that tells the folders a placemark lies in. */
  static final String FOLDER = "folder";

  private static final XMLInputFactory FACTORY = factory();

  private final InputFile file;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Deque<String> folders = new ArrayDeque<>();
  private final Map<String, FieldType> declared = new HashMap<>();

  private KmlPlacemarks(InputFile file, InputStream in) throws XMLStreamException {
    this.file = file;
    this.in = in;
    this.xml = FACTORY.createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static KmlPlacemarks open(InputFile file) throws IOException {
    InputStream in = file.open();
    try {
      return new KmlPlacemarks(file, in);
    } catch (XMLStreamException e) {
      in.close();
      throw failure(file, e);
    }
  }

  /** Types that the file's own schemas declare, by the name of the field; so far. */
  Map<String, FieldType> declared() {
    return declared;
  }

  /** The next one; null after the last. */
  @Nullable Placemark next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw broken(file, "含有文档类型声明（DTD），已拒绝读取", null);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Placemark" -> {
              return placemark();
            }
            case "Folder" -> folders.addLast("");
            case "name" -> nameFolder();
            case "SimpleField" -> declare();
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("Folder")
            && !folders.isEmpty()) {
          folders.removeLast();
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw failure(file, e);
    }
  }

  /** Names outside of placemarks are those of folders, of the document, or of overlays. */
  private void nameFolder() throws XMLStreamException {
    String name = KmlText.of(xml).strip();
    if (!folders.isEmpty() && folders.getLast().isEmpty()) {
      folders.removeLast();
      folders.addLast(name);
    }
  }

  private void declare() {
    String name = xml.getAttributeValue(null, "name");
    String type = xml.getAttributeValue(null, "type");
    if (name != null && type != null) {
      declared.put(
          name,
          switch (type) {
            case "int", "uint", "short", "ushort" -> FieldType.INTEGER;
            case "float", "double" -> FieldType.REAL;
            case "bool" -> FieldType.BOOLEAN;
            default -> FieldType.TEXT;
          });
    }
  }

  private Placemark placemark() throws XMLStreamException, IOException {
    Map<String, String> values = new LinkedHashMap<>();
    if (!folders.isEmpty()) {
      values.put(FOLDER, String.join("/", folders));
    }
    KmlGeometry shape = null;
    String id = xml.getAttributeValue(null, "id");
    if (id != null && !id.isEmpty()) {
      values.put("id", id);
    }
    while (inside("Placemark")) {
      String element = xml.getLocalName();
      switch (element) {
        case "name", "description", "address", "phoneNumber" -> put(values, element);
        case "TimeStamp" -> children(values, element, List.of("when"));
        case "TimeSpan" -> children(values, element, List.of("begin", "end"));
        case "ExtendedData" -> extended(values);
        default -> {
          KmlGeometry found = KmlGeometry.read(xml, 0);
          shape = found == null ? shape : found;
        }
      }
    }
    return new Placemark(values, shape);
  }

  /** Goes to the next child element; false at the end of the parent. */
  private boolean inside(String parent) throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
        return false;
      }
    }
    throw new EOFException(parent);
  }

  private void put(Map<String, String> values, String column) throws XMLStreamException {
    String text = KmlText.of(xml);
    if (!text.isBlank()) {
      values.put(column, text.strip());
    }
  }

  private void children(Map<String, String> values, String parent, List<String> wanted)
      throws XMLStreamException, IOException {
    while (inside(parent)) {
      if (wanted.contains(xml.getLocalName())) {
        put(values, xml.getLocalName());
      } else {
        KmlText.skip(xml);
      }
    }
  }

  /** Data of a name with a value, or the fields of a declared schema. */
  private void extended(Map<String, String> values) throws XMLStreamException, IOException {
    List<String> names = new ArrayList<>();
    while (inside("ExtendedData")) {
      switch (xml.getLocalName()) {
        case "SchemaData" -> {}
        case "Data" -> {
          String name = xml.getAttributeValue(null, "name");
          names.add(name == null ? "" : name);
        }
        case "value" -> {
          String text = KmlText.of(xml);
          if (!names.isEmpty() && !text.isEmpty()) {
            values.put(names.get(names.size() - 1), text);
          }
        }
        case "SimpleData" -> {
          String name = xml.getAttributeValue(null, "name");
          String text = KmlText.of(xml);
          if (name != null && !text.isEmpty()) {
            values.put(name, text);
          }
        }
        default -> KmlText.skip(xml);
      }
    }
  }

  static FeatureFileException failure(InputFile file, Exception e) {
    String name = String.valueOf(file.path().getFileName());
    boolean ended =
        e instanceof EOFException
            || e.getCause() instanceof EOFException
            || String.valueOf(e.getMessage())
                .contains("XML document structures must start and end");
    if (ended) {
      return new FeatureFileException("file.truncated", "文件 " + name + " 不完整，请重新获取后再试", e);
    }
    return broken(file, "XML 语法错误", e);
  }

  private static FeatureFileException broken(
      InputFile file, String what, @Nullable Exception cause) {
    return new FeatureFileException(
        "file.broken", "文件 " + file.path().getFileName() + " 无法读取：" + what, cause);
  }

  @Override
  public void close() throws IOException {
    try (in) {
      xml.close();
    } catch (XMLStreamException e) {
      throw failure(file, e);
    }
  }
}
