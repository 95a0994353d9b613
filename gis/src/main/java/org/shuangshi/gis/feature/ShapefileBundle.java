package org.shuangshi.gis.feature;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Shapefiles in what was handed in: a zip with or without folders inside, a folder, or one .shp
 * or .dbf with what lies beside it. Endings count in any case.
 */
final class ShapefileBundle implements Closeable {

  /**
   * The parts of one Shapefile.
   *
   * @param layer its name; with its folder where two have the same
   * @param shp null for a dBase table alone
   */
  record Parts(
      String layer,
      @Nullable Member shp,
      @Nullable Member shx,
      @Nullable Member dbf,
      @Nullable Member prj,
      @Nullable Member cpg) {

    /** The start of a small part as text; null where there is none. */
    static @Nullable String text(@Nullable Member part) throws IOException {
      if (part == null) {
        return null;
      }
      try (InputStream in = part.open()) {
        return new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
      }
    }
  }

  private final @Nullable ZipArchive zip;
  private final List<Parts> layers;

  private ShapefileBundle(@Nullable ZipArchive zip, List<Member> members) {
    this.zip = zip;
    Map<String, Map<String, Member>> byName = new LinkedHashMap<>();
    for (Member member : members) {
      int dot = member.name().lastIndexOf('.');
      if (dot > 0) {
        String base = member.name().substring(0, dot);
        String ending = member.name().substring(dot + 1).toLowerCase(Locale.ROOT);
        byName
            .computeIfAbsent(base.toLowerCase(Locale.ROOT), k -> new LinkedHashMap<>())
            .putIfAbsent(ending, member);
      }
    }
    List<Parts> found = new ArrayList<>();
    for (Map<String, Member> parts : byName.values()) {
      Member named = parts.getOrDefault("shp", parts.get("dbf"));
      if (named != null) {
        found.add(
            new Parts(
                withoutEnding(named.name()),
                parts.get("shp"),
                parts.get("shx"),
                parts.get("dbf"),
                parts.get("prj"),
                parts.get("cpg")));
      }
    }
    this.layers = shortNames(found);
  }

  static ShapefileBundle open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new ShapefileBundle(null, files(path, ""));
    }
    if (FileContent.of(path).isZip()) {
      ZipArchive zip = ZipArchive.open(path);
      return new ShapefileBundle(zip, zip.members());
    }
    String only = withoutEnding(String.valueOf(path.getFileName()));
    Path parent = path.toAbsolutePath().getParent();
    return new ShapefileBundle(null, parent == null ? List.of() : files(parent, only));
  }

  private static List<Member> files(Path directory, String only) throws IOException {
    List<Member> members = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        boolean named = only.isEmpty() || withoutEnding(name).equalsIgnoreCase(only);
        if (named && Files.isRegularFile(file)) {
          members.add(Member.OnDisk.of(name, file));
        }
      }
    }
    return members;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Without folders, where that leaves each name once. */
  private static List<Parts> shortNames(List<Parts> layers) {
    Map<String, Integer> count = new LinkedHashMap<>();
    for (Parts parts : layers) {
      count.merge(last(parts.layer), 1, Integer::sum);
    }
    return layers.stream()
        .map(
            p ->
                count.getOrDefault(last(p.layer), 0) > 1
                    ? p
                    : new Parts(last(p.layer), p.shp, p.shx, p.dbf, p.prj, p.cpg))
        .toList();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  List<Parts> layers() {
    return layers;
  }

  /** The layer of that name, or the only one; a table alone gives way to the one with shapes. */
  Parts choose(Path path, @Nullable String wanted) throws FeatureFileException {
    List<Parts> shapes = layers.stream().filter(parts -> parts.shp != null).toList();
    List<Parts> among = wanted == null && shapes.size() == 1 ? shapes : layers;
    return Layers.choose(path, "图层", among, Parts::layer, wanted);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
