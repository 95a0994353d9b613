package org.shuangshi.intake.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A directory of files that belong together, listed in load order in its {@code city.json}: {@code
 * {"name": …, "files": [{"file": "regions.geojson", "as": "regions"}, …]}}.
 *
 * @param name the source its things are known by where no other is given
 */
public record CitySet(String name, List<SourceFile> files) {

  public CitySet {
    files = List.copyOf(files);
  }

  /**
   * Reads the list.
   *
   * @throws ImportException {@code set.missing}, {@code set.broken}, {@code set.outside}
   */
  public static CitySet read(Path directory) throws ImportException {
    Path list = directory.resolve("city.json");
    if (!Files.isReadable(list)) {
      throw new ImportException("set.missing", directory + " 中没有 city.json");
    }
    String name = null;
    List<SourceFile> files = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), list)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, "应为一个对象");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("name")) {
          name = json.getString();
        } else if (field.equals("files")) {
          files(json, directory, files);
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new ImportException("set.broken", list + " 不是合法的 JSON");
    }
    expect(name != null && !files.isEmpty(), "缺少 name 或 files");
    return new CitySet(String.valueOf(name), files);
  }

  private static void files(JsonParser json, Path directory, List<SourceFile> files)
      throws ImportException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String file = null;
      String as = null;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("file")) {
          file = json.getString();
        } else if (field.equals("as")) {
          as = json.getString();
        } else {
          json.skipChildren();
        }
      }
      files.add(new SourceFile(inside(directory, file), kind(as)));
    }
  }

  private static Path inside(Path directory, @Nullable String file) throws ImportException {
    Path home = directory.toAbsolutePath().normalize();
    Path path = home.resolve(file == null ? "" : file).normalize();
    if (file == null || !path.startsWith(home)) {
      throw new ImportException("set.outside", "city.json 中的文件必须在同一目录内：" + file);
    }
    return path;
  }

  private static Kind kind(@Nullable String as) throws ImportException {
    return Kind.find(as == null ? "" : as)
        .orElseThrow(() -> new ImportException("set.broken", "city.json 中的 as 不认识：" + as));
  }

  private static void expect(boolean holds, String otherwise) throws ImportException {
    if (!holds) {
      throw new ImportException("set.broken", "city.json：" + otherwise);
    }
  }
}
