package org.shuangshi.registry.geoserver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A small reading glass over an XML file: {@code Xml.of(file).text("store/id")}. */
record Xml(Element element) {

  static Xml of(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Xml(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  String name() {
    return element.getLocalName();
  }

  /** Text at a path of child names; fails where there is not exactly one. */
  String text(String path) {
    List<Xml> at = List.of(this);
    for (String step : path.split("/", -1)) {
      at = at.stream().flatMap(e -> e.children(step).stream()).toList();
    }
    if (at.size() != 1) {
      throw new IllegalStateException(at.size() + " times " + path + " in " + name());
    }
    return at.get(0).element.getTextContent().strip();
  }

  List<Xml> children(String name) {
    return elements(element.getChildNodes()).stream().filter(e -> e.name().equals(name)).toList();
  }

  List<Xml> children() {
    return elements(element.getChildNodes());
  }

  /** Elements of this name at any depth. */
  List<Xml> all(String name) {
    return elements(element.getElementsByTagNameNS("*", name));
  }

  String text() {
    return element.getTextContent().strip();
  }

  private static List<Xml> elements(NodeList nodes) {
    List<Xml> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element child) {
        found.add(new Xml(child));
      }
    }
    return found;
  }
}
