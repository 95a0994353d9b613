package org.shuangshi.registry.geoserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tracked data directory, docker/geoserver/data. */
final class GeoServerDirectory {

  static final Path ROOT = Path.of("..", "docker", "geoserver", "data");
  static final Path WORKSPACE = ROOT.resolve("workspaces/registry");

  private GeoServerDirectory() {}

  static List<Path> files() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Xml> all(String fileName) {
    return files().stream()
        .filter(f -> f.getFileName().toString().equals(fileName))
        .map(Xml::of)
        .toList();
  }

  static List<Xml> styles() {
    return files().stream()
        .filter(f -> f.startsWith(WORKSPACE.resolve("styles")) && f.toString().endsWith(".xml"))
        .map(Xml::of)
        .toList();
  }

  static Xml sld(String style) {
    return Xml.of(WORKSPACE.resolve("styles").resolve(style + ".sld"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
