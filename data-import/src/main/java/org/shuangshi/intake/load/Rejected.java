package org.shuangshi.intake.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuangshi.gis.feature.Excerpt;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.ReadOptions;

/**
 * The rows of a file that were rejected, written back as the same file with what is wrong beside
 * each, so that they can be mended where they are and brought in again: the added columns mean
 * nothing to an import.
 *
 * <pre>{@code
 * Map<Long, List<Issue>> rows = …; // by Issue::row, those that are Severity.ERROR
 * Path target = folder.resolve(Rejected.fileName(file));
 * Rejected.write(file, ReadOptions.DEFAULT, Kind.BUILDINGS, rows, target);
 * }</pre>
 */
public final class Rejected {

  /** Code, reason, what to do. */
  public static final List<String> COLUMNS = List.of("问题代码", "原因", "建议");

  private static final List<String> ENDINGS =
      List.of(".xlsx", ".csv", ".csv.gz", ".geojson", ".geojson.gz", ".json", ".json.gz", ".gpkg");

  private static final String MARK = ".被拒绝";

  private Rejected() {}

  /** The name of a file, without its ending, before rows of it came back: its source goes by it. */
  public static String original(String name) {
    return name.endsWith(MARK) ? name.substring(0, name.length() - MARK.length()) : name;
  }

  /** 楼栋.被拒绝.xlsx for 楼栋.xlsx; a format there is no writer for becomes a GeoPackage. */
  public static String fileName(Path original) {
    String name = String.valueOf(original.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending) && lower.length() > ending.length()) {
        int at = name.length() - ending.length();
        return original(name.substring(0, at)) + MARK + name.substring(at);
      }
    }
    int dot = name.lastIndexOf('.');
    return original(dot > 0 ? name.substring(0, dot) : name) + MARK + ".gpkg";
  }

  /**
   * Writes them.
   *
   * @param original the file as it was brought in
   * @param options its layer and encoding, as the import was told
   * @param kind what it was brought in as
   * @param issues by row; of a row with several all are told, each on a line of its own
   * @param target of the ending {@link #fileName} gives; an existing file is replaced
   */
  public static void write(
      Path original, ReadOptions options, Kind kind, Map<Long, List<Issue>> issues, Path target)
      throws IOException {
    Map<Long, List<String>> rows = new HashMap<>();
    issues.forEach((row, each) -> rows.put(row, cells(kind, each)));
    FeatureFiles.excerptAs(original, options, new Excerpt(COLUMNS, rows), target);
  }

  private static List<String> cells(Kind kind, List<Issue> issues) {
    Set<String> codes = new LinkedHashSet<>();
    List<String> reasons = new ArrayList<>();
    Set<String> suggestions = new LinkedHashSet<>();
    for (Issue each : issues) {
      codes.add(each.code());
      reasons.add(each.message());
      suggestions.add(Suggestions.of(each.code(), kind));
    }
    return List.of(
        String.join("\n", codes), String.join("\n", reasons), String.join("\n", suggestions));
  }
}
