package org.shuangshi.registry.dependency;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The jars of the class path of the tests, which has all that the service runs with. They lie in
 * Maven's repository, each with its pom beside it; a licence is that of the pom or of the nearest
 * parent that names one.
 */
final class Jars {
  private static final String OURS = "org/shuangshi/";

  /** What poms call them, from the most telling to the least. */
  private static final Map<String, String> SPDX =
      Map.ofEntries(
          Map.entry("apache", "Apache-2.0"),
          Map.entry("asl 2.0", "Apache-2.0"),
          Map.entry("mit", "MIT"),
          Map.entry("bouncy castle", "MIT"),
          Map.entry("bsd-2", "BSD-2-Clause"),
          Map.entry("bsd 2", "BSD-2-Clause"),
          Map.entry("simplified bsd", "BSD-2-Clause"),
          Map.entry("bsd", "BSD-3-Clause"),
          Map.entry("eclipse distribution license", "BSD-3-Clause"),
          Map.entry("edl", "BSD-3-Clause"),
          Map.entry("eclipse public license - v 1.0", "EPL-1.0"),
          Map.entry("epl-1.0", "EPL-1.0"),
          Map.entry("eclipse public license", "EPL-2.0"),
          Map.entry("epl", "EPL-2.0"),
          Map.entry("classpath", "GPL-2.0-with-classpath-exception"),
          Map.entry("lesser general public", "LGPL-2.1"),
          Map.entry("lgpl", "LGPL-2.1"),
          Map.entry("public domain", "CC0-1.0"),
          Map.entry("cc0", "CC0-1.0"));

  private final Path repository;

  Jars(Path repository) {
    this.repository = repository;
  }

  /** Maven's repository: where the jars of the class path lie. */
  static Jars ofClassPath() {
    for (String entry : entries()) {
      int at = entry.indexOf("/org/junit/jupiter/");
      if (at > 0) {
        return new Jars(Path.of(entry.substring(0, at)));
      }
    }
    throw new IllegalStateException("no JUnit on the class path");
  }

  List<Dependency> all() throws IOException {
    Map<String, Dependency> found = new TreeMap<>();
    for (String entry : entries()) {
      Path path = Path.of(entry);
      if (!entry.endsWith(".jar") || !path.startsWith(repository)) {
        continue;
      }
      Path inside = repository.relativize(path);
      if (inside.toString().startsWith(OURS)) {
        continue;
      }
      int names = inside.getNameCount();
      String version = inside.getName(names - 2).toString();
      String artifact = inside.getName(names - 3).toString();
      String group = inside.subpath(0, names - 3).toString().replace('/', '.');
      found.put(
          group + ":" + artifact,
          new Dependency(
              "maven", group + ":" + artifact, version, licences(group, artifact, version)));
    }
    return List.copyOf(found.values());
  }

  private static List<String> entries() {
    String tests = System.getProperty("surefire.test.class.path");
    String path = tests == null ? System.getProperty("java.class.path") : tests;
    return List.of(path.split(File.pathSeparator, -1));
  }

  private List<String> licences(String group, String artifact, String version) throws IOException {
    Path pom =
        repository.resolve(
            Path.of(group.replace('.', '/'), artifact, version, artifact + "-" + version + ".pom"));
    if (!Files.exists(pom)) {
      return List.of();
    }
    Element project = read(pom);
    List<String> names = new ArrayList<>();
    for (Element licence : children(child(project, "licenses"), "license")) {
      String name = text(licence, "name");
      String id = spdx(name == null ? String.valueOf(text(licence, "url")) : name);
      if (!names.contains(id)) {
        names.add(id);
      }
    }
    Element parent = child(project, "parent");
    if (!names.isEmpty() || parent == null) {
      return names;
    }
    return licences(
        String.valueOf(text(parent, "groupId")),
        String.valueOf(text(parent, "artifactId")),
        String.valueOf(text(parent, "version")));
  }

  /** The id of the longest name that is in what a pom says; else what it says. */
  private static String spdx(String said) {
    String name = said.strip().toLowerCase(Locale.ROOT);
    Optional<String> known =
        SPDX.keySet().stream()
            .filter(name::contains)
            .max((one, other) -> Integer.compare(one.length(), other.length()));
    return known.map(SPDX::get).orElse(said.strip().replaceAll("\\s+", " "));
  }

  private static Element read(Path pom) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom.toString(), e);
    }
  }

  private static @Nullable Element child(@Nullable Element of, String name) {
    List<Element> all = children(of, name);
    return all.isEmpty() ? null : all.get(0);
  }

  private static List<Element> children(@Nullable Element of, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = of == null ? null : of.getFirstChild();
        node != null;
        node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static @Nullable String text(Element of, String name) {
    Element found = child(of, name);
    return found == null ? null : found.getTextContent().strip();
  }
}
